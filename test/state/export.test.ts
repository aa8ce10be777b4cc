import { csvParse } from 'd3-dsv';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inputDigest } from '../../src/assess/digest.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { SERIES_NAMES } from '../../src/model/series.ts';
import { MODEL_VERSION } from '../../src/model/version.ts';
import { Archive } from '../../src/state/export/archive.ts';
import { provenanceOf, provenanceText } from '../../src/state/export/provenance.ts';
import {
  ROWS_AT_MOST,
  resultLines,
  runsWritten,
  unitsText,
} from '../../src/state/export/results.ts';
import { fileNameOf } from '../../src/state/file-names.ts';

const parsed = parseScenario({
  ...{
    version: 1,
    name: 'Rise "A/B" 涨价?',
    seed: '=seed',
    horizon: 12,
    customers: 400,
    runs: 5,
  },
  segments: [
    { name: '=evil()', share: 3 },
    { name: 'plain', share: 1 },
  ],
  decisions: [{ kind: 'price', week: 2, change: 0.2 }],
  buffers: [],
});
if (!parsed.ok) throw new Error('The scenario must hold.');
const { scenario } = parsed;
const runner = await serialRunner();

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const part of lines) parts.push(part);
  return parts.join('');
}

test('the results are one long table of every week, run and series', async () => {
  const told: [number, number][] = [];
  const onProgress = (done: number, planned: number) => told.push([done, planned]);
  const rows = csvParse(await textOf(resultLines(scenario, runner, { onProgress })));
  expect(rows.columns).toEqual(['run', 'week', 'series', 'segment', 'seen', 'unit', 'value']);
  expect([...new Set(rows.map(({ run }) => run))]).toEqual(['0', '1', '2', '3', '4']);
  const weeks = new Set(rows.map(({ week }) => Number(week)));
  expect(Math.max(...weeks)).toBe(11);
  expect(rows).toHaveLength(5 * weeks.size * (SERIES_NAMES.length + 2 * 3));
  expect(told.at(-1)).toEqual([5, 5]);
  expect(runsWritten(scenario)).toBe(5);
});

test('the table has no more runs than a spreadsheet opens', async () => {
  const rows = csvParse(await textOf(resultLines({ ...scenario, runs: 1 }, runner, {}))).length;
  const many = { ...scenario, runs: 100_000 };
  expect(runsWritten(many)).toBe(Math.floor(ROWS_AT_MOST / rows));
});

test('a segment that is called like a formula is none in the table', async () => {
  const rows = csvParse(await textOf(resultLines(scenario, runner, {})));
  expect([...new Set(rows.map(({ segment }) => segment))]).toEqual(['', "'=evil()", 'plain']);
  expect(rows.every(({ value }) => value === '' || Number.isFinite(Number(value)))).toBe(true);
});

test('writing the results can be stopped', async () => {
  const stopping = new AbortController();
  const lines = resultLines(scenario, runner, {
    signal: stopping.signal,
    onProgress: () => {
      stopping.abort();
    },
  });
  await expect(textOf(lines)).rejects.toThrow(/abort/i);
});

test('the units say what every series is, and where the numbers come from', () => {
  const rows = csvParse(unitsText(provenanceOf(scenario)));
  const of = (kind: string) => rows.filter((row) => row['kind'] === kind);
  expect(of('series').map(({ name }) => name)).toEqual(SERIES_NAMES);
  expect(of('series').every(({ unit, meaning }) => unit && meaning)).toBe(true);
  const told = new Map(of('provenance').map(({ name, meaning }) => [name, meaning]));
  expect(Object.fromEntries(told)).toMatchObject({
    seed: "'=seed",
    model: MODEL_VERSION,
    digest: inputDigest(scenario),
    runs: '5',
  });
});

test('names of files say the model and the digest, and no file system refuses them', () => {
  const name = fileNameOf(scenario);
  expect(name).toBe(
    `Rise-A-B-涨价-model-${MODEL_VERSION}-${inputDigest(scenario).slice(0, 12)}`,
  );
  expect(fileNameOf({ ...scenario, name: '../..' })).toMatch(/^scenario-model-/);
});

test('an archive holds what was put in, whole or in pieces', async () => {
  async function* pieces() {
    yield 'one ';
    await Promise.resolve();
    yield '二';
  }
  const archive = new Archive();
  await archive.add('a.txt', provenanceText(provenanceOf(scenario)));
  await archive.add('charts/b.png', Uint8Array.of(1, 2, 3));
  await archive.add('c.csv', pieces());
  const files = unzipSync(new Uint8Array(await archive.done().arrayBuffer()));
  expect(JSON.parse(strFromU8(files['a.txt'] ?? new Uint8Array()))).toMatchObject({
    digest: inputDigest(scenario),
  });
  expect([...(files['charts/b.png'] ?? [])]).toEqual([1, 2, 3]);
  expect(strFromU8(files['c.csv'] ?? new Uint8Array())).toBe('one 二');
});
