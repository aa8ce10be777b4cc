import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { thermocline } from '../support/terminal.ts';

let folder = '';
const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const example = 'public/examples/general-after-two-rises.json';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thermocline-fit-'));
  await thermocline('help');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test('what is wrong with a history is said by line, in the language asked for', async () => {
  const history = await file('months.csv', 'change,month,churn\n1,0,lots\n9,1,2%\n');
  const [english, chinese] = await Promise.all([
    thermocline('fit', example, '--history', history),
    thermocline('fit', example, '--history', history, '--lang', 'zh'),
  ]);
  expect(english).toEqual({
    code: 2,
    stdout: '',
    stderr: `${history}: Line 2, "churn": "lots" is not a number.\n`,
  });
  expect(chinese.stderr).toBe(`${history}: 第 2 行，"churn"："lots" 不是数字。\n`);
}, 60_000);

test('a fit needs a file, and a past change', async () => {
  const [none, calm] = await Promise.all([
    thermocline('fit', example),
    thermocline('fit', 'public/examples/general-price-rise.json', '--check'),
  ]);
  expect(none).toMatchObject({ code: 2 });
  expect(none.stderr).toContain('--history: received nothing, expected a file');
  expect(calm).toMatchObject({ code: 2 });
  expect(calm.stderr).toContain('The scenario has no change before week 0');
}, 60_000);

test('the scenario that it prints has the fit in it, and is one that can be assessed', async () => {
  const months = Array.from({ length: 10 }, (_, i) => `2,${i - 6},${i < 6 ? 1.4 : 2.1}%`);
  const history = await file('more.csv', ['change,month,churn', ...months].join('\n'));
  const fitted = await thermocline(
    'fit',
    example,
    '--history',
    history,
    '--base',
    '900',
    '--json',
  );
  expect(fitted).toMatchObject({ code: 0, stderr: '' });
  const path = await file('fitted.json', fitted.stdout);
  const assessed = await thermocline('assess', path, '--quick', '--runs', '2');
  expect(assessed).toMatchObject({ code: 0, stderr: '' });
  const own = await thermocline('assess', example, '--quick', '--runs', '2');
  expect(assessed.stdout).not.toBe(own.stdout);
}, 120_000);
