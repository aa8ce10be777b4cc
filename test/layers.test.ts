import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { expect, test } from 'vitest';

const options = await extractDepcruiseOptions('./.dependency-cruiser.mjs');

/** `rule: from → to` of every violation in the repository at a folder. */
async function violations(folder: string): Promise<string[]> {
  const result = await cruise(['src', 'workers'], {
    ...options,
    baseDir: folder,
    validate: true,
  });
  const { summary } = result.output as ICruiseResult;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

type Files = Readonly<Record<string, string>>;

/** The violations in a repository of these files (path → source) and nothing else. */
async function violationsIn(files: Files): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'thermocline-layers-'));
  const all: Files = { 'src/main.ts': '', 'workers/api.ts': '', ...files };
  try {
    for (const [path, source] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    return await violations(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('this repository keeps its layers', async () => {
  expect(await violations(process.cwd())).toEqual([]);
});

const value = 'export const value = 1;\n';

test.each([
  ['model', 'src/model/week.ts', 'src/engine/run.ts'],
  ['model', 'src/model/week.ts', 'workers/kernel/assembly/layout.ts'],
  ['kernel', 'workers/kernel/assembly/index.ts', 'src/model/parameters.ts'],
  ['engine', 'src/engine/run.ts', 'src/assess/verdict.ts'],
  ['engine', 'src/engine/run.ts', 'workers/pool.ts'],
  ['assess', 'src/assess/verdict.ts', 'workers/pool.ts'],
  ['assess', 'src/assess/verdict.ts', 'src/words/en.ts'],
  ['workers', 'workers/simulate.worker.ts', 'src/state/session.svelte.ts'],
  ['workers', 'workers/simulate.worker.ts', 'workers/kernel/assembly/layout.ts'],
  ['data', 'src/data/customers.ts', 'src/engine/run.ts'],
  ['words', 'src/words/en.ts', 'src/views/labels.ts'],
  ['charts', 'src/charts/cliff.ts', 'src/assess/assessment.ts'],
  ['report', 'src/report/brief.ts', 'src/engine/run.ts'],
  ['state', 'src/state/session.svelte.ts', 'src/charts/cliff.ts'],
  ['views', 'src/views/assess/view.ts', 'src/cli/main.ts'],
  ['cli', 'src/cli/main.ts', 'src/state/session.svelte.ts'],
  ['cli', 'src/cli/main.ts', 'src/engine/run.ts'],
  ['cli', 'src/cli/main.ts', 'workers/simulate.worker.ts'],
  ['data', 'src/data/customers.ts', 'test/support/rows.ts'],
])('%s: %s may not import %s', async (layer, from, to) => {
  const address = `${'../'.repeat(from.split('/').length - 1)}${to}`;
  const caught = await violationsIn({ [from]: `import '${address}';\n`, [to]: value });
  expect(caught).toEqual([`layer-${layer}: ${from} → ${to}`]);
});

test('an import of types only is an import', async () => {
  const caught = await violationsIn({
    'src/model/week.ts':
      "import type { Run } from '../engine/run.ts';\nexport type Own = Run;\n",
    'src/engine/run.ts': 'export type Run = number;\n',
  });
  expect(caught).toEqual(['layer-model: src/model/week.ts → src/engine/run.ts']);
});

test('a component is held to its layer like any file', async () => {
  const caught = await violationsIn({
    'src/charts/Cliff.svelte':
      '<script lang="ts">\n  import { value } from \'../model/parameters.ts\';\n</script>\n{value}\n',
    'src/model/parameters.ts': value,
  });
  expect(caught).toEqual(['layer-charts: src/charts/Cliff.svelte → src/model/parameters.ts']);
});

test('two files that import each other are a circle, also of types', async () => {
  const caught = await violationsIn({
    'src/model/one.ts': "import type { Two } from './two.ts';\nexport type One = Two[];\n",
    'src/model/two.ts': "import type { One } from './one.ts';\nexport type Two = One[];\n",
  });
  expect(caught).toContain('no-circle: src/model/one.ts → src/model/two.ts');
});

test('layers that run in a page know nothing of Node', async () => {
  const caught = await violationsIn({ 'src/engine/run.ts': "import 'node:fs';\n" });
  expect(caught).toEqual(['no-node-in-the-page: src/engine/run.ts → fs']);
});

test('charts draw with D3 only', async () => {
  const folder = 'node_modules/valibot';
  const caught = await violationsIn({
    'src/charts/cliff.ts': "import 'valibot';\n",
    [`${folder}/package.json`]: '{ "name": "valibot", "version": "1.0.0", "main": "index.js" }',
    [`${folder}/index.js`]: '',
  });
  expect(caught).toEqual([
    expect.stringContaining('charts-draw-with-d3-only: src/charts/cliff.ts') as string,
  ]);
});

test('what the layers allow is not reported', async () => {
  const caught = await violationsIn({
    'src/engine/run.ts': "import '../model/week.ts';\nimport '../../build/kernel.wasm?init';\n",
    'src/model/week.ts': value,
    'src/views/assess/view.ts':
      "import '../../charts/cliff.ts';\nimport '../../engine/run.ts';\n",
    'src/charts/cliff.ts': value,
  });
  expect(caught).toEqual([]);
});
