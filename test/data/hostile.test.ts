import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inspectCustomers, readCustomers } from '../../src/data/customers.ts';
import type { CustomerImport, ImportOptions } from '../../src/data/customers.ts';
import { GROUPINGS } from '../../src/data/grouping/ways.ts';
import { CUSTOMER_FIELDS, SYNONYMS } from '../../src/data/reading/fields.ts';
import {
  sentenceOfFileProblem,
  sentenceOfNote,
  sentenceOfRowProblem,
} from '../../src/data/sentences.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { ANSWER_WITHIN_MS, FUZZ_CASES, FUZZ_TIMEOUT_MS } from '../support/fuzz.ts';
import { sourceOf } from './tables.ts';

const SAMPLE = readFileSync(
  fileURLToPath(new URL('../../public/examples/customers-sample.csv', import.meta.url)),
  'utf8',
);

interface Case {
  readonly input: string | Uint8Array;
  /** Lengths of the pieces in which it arrives. */
  readonly pieces: readonly number[];
  readonly options?: ImportOptions;
}

/** The same answer at once and in pieces, in time. */
async function answerTo({ input, pieces, options }: Case): Promise<CustomerImport> {
  const begin = performance.now();
  const result = await readCustomers(sourceOf(input), options);
  expect(performance.now() - begin).toBeLessThan(ANSWER_WITHIN_MS);
  expect(await readCustomers(sourceOf(input, pieces), options)).toEqual(result);
  const inspection = await inspectCustomers(sourceOf(input, pieces), options);
  if (inspection.ok && inspection.preview.problem)
    expectASentence(sentenceOfFileProblem(inspection.preview.problem));
  if (!inspection.ok) expect(result.ok).toBe(false);
  return result;
}

/** What must hold for any input: an answer in sentences, and a scenario part that is valid. */
async function expectAnAnswer(given: Case): Promise<void> {
  const result = await answerTo(given);
  if (!result.ok) {
    expectASentence(sentenceOfFileProblem(result.problem));
    return;
  }
  const { fragment, report } = result;
  for (const problem of report.problems) expectASentence(sentenceOfRowProblem(problem));
  for (const note of report.notes) expectASentence(sentenceOfNote(note));
  expect(report.placed + report.leftOut).toBe(report.rows);
  expect(fragment.segments.reduce((sum, { share }) => sum + share, 0)).toBe(report.placed);
  expect(fragment.segments.map(({ name }) => name)).toEqual(
    report.segments.map(({ name }) => name),
  );
  const scenario = {
    version: 1,
    name: 'x',
    seed: 'x',
    horizon: 10,
    customers: 200,
    runs: 1,
    decisions: [],
    buffers: [],
    ...fragment,
  };
  expect(parseScenario(scenario)).toMatchObject({ ok: true });
}

function expectASentence(sentence: string): void {
  expect(sentence.length).toBeGreaterThan(20);
  expect(sentence).not.toMatch(/undefined|NaN|\[object/);
}

const pieces = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Yes',
    'No',
    '1',
    '0',
    'Month-to-month',
    'One year',
    'Two year',
    '"',
    'a"b',
    '"x\n"',
    '-1',
    '1.234',
    '"1,234"',
    '1.234,56 €',
    '"$1,234.56"',
    '12%',
    '2024-02-29',
    '03/04/2024',
    '31/12/2024',
    '12/31/2024',
    '2024年2月29日',
    'gold',
    'silver',
  ),
  fc.double({ noNaN: true }).map(String),
  fc.nat(1300).map(String),
  fc.string({ maxLength: 8 }),
);
const header = fc.subarray(CUSTOMER_FIELDS.map((field) => SYNONYMS[field][0] ?? field));
const table = fc
  .record({
    names: header,
    rows: fc.array(fc.array(cell, { maxLength: CUSTOMER_FIELDS.length }), { maxLength: 60 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ names, rows, delimiter, end }) =>
    [names, ...rows].map((cells) => cells.join(delimiter)).join(end),
  );

const START = SAMPLE.slice(0, 5_000);
const damaged = fc
  .array(
    fc.record({
      at: fc.nat(START.length),
      cut: fc.nat(300),
      put: fc.string({ unit: 'binary', maxLength: 20 }),
    }),
    { maxLength: 5 },
  )
  .map((damage) =>
    damage.reduce((so, { at, cut, put }) => so.slice(0, at) + put + so.slice(at + cut), START),
  );
const damagedBytes = fc
  .tuple(damaged, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }))
  .map(([text, changes]) => {
    const bytes = new TextEncoder().encode(text);
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    return bytes;
  });
const map = fc.array(
  fc.oneof(
    fc.string({ maxLength: 12 }),
    fc
      .tuple(
        fc.constantFrom(...CUSTOMER_FIELDS),
        fc.constantFrom('Churn', 'tenure', 'Contract', 'gender', 'x'),
      )
      .map(([field, column]) => `${field}=${column}`),
  ),
  { maxLength: 4 },
);

const wishes = fc.record(
  {
    by: fc.constantFrom(...GROUPINGS),
    decimal: fc.constantFrom('.', ','),
    dates: fc.constantFrom('dmy', 'mdy'),
    splitSilent: fc.boolean(),
    file: fc.string({ maxLength: 300 }),
  },
  { requiredKeys: [] },
);

/** With the part of all cases that each gets. */
const KINDS: [name: string, part: number, cases: fc.Arbitrary<Case>][] = [
  [
    'random text',
    0.2,
    fc.record({ input: fc.string({ unit: 'binary', maxLength: 400 }), pieces }),
  ],
  ['random bytes', 0.2, fc.record({ input: fc.uint8Array({ maxLength: 400 }), pieces })],
  ['tables of random cells', 0.3, fc.record({ input: table, pieces, options: wishes })],
  ['damaged files', 0.2, fc.record({ input: fc.oneof(damaged, damagedBytes), pieces })],
  [
    'random mappings',
    0.1,
    fc.record({
      input: fc.constant(SAMPLE.split('\n').slice(0, 40).join('\n')),
      pieces,
      options: fc.record({ map }),
    }),
  ],
];

describe('whatever stands in a file', { timeout: FUZZ_TIMEOUT_MS }, () => {
  it.each(KINDS)('%s get an answer', async (_, part, cases) => {
    await fc.assert(fc.asyncProperty(cases, expectAnAnswer), {
      numRuns: Math.round(FUZZ_CASES * part),
      seed: 20,
    });
  });
});
