import { readFile } from 'node:fs/promises';
import { transpile } from 'typescript';
import { expect, test } from 'vitest';
import { withoutNotes } from '../../scripts/notes-plugin.ts';
import { PARAMETERS } from '../../src/model/parameters.ts';
import { root } from '../support/terminal.ts';

test('the page has every parameter without its notes, and otherwise as it is', async () => {
  const code = withoutNotes(await readFile(`${root}/src/model/parameters.ts`, 'utf8'));
  const script = transpile(code, { module: 99, target: 99 });
  const { PARAMETERS: bare } = (await import(
    `data:text/javascript,${encodeURIComponent(script)}`
  )) as { PARAMETERS: unknown };
  const expected = Object.entries(PARAMETERS).map(([name, spec]) => {
    const { source: _source, ...rest } = { source: '', ...spec };
    return [name, { ...rest, meaning: '' }];
  });
  expect(bare).toEqual(Object.fromEntries(expected));
});
