import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCustomers } from '../../src/data/customers.ts';
import type { ImportOptions } from '../../src/data/customers.ts';
import { CUSTOMER_FIELDS, SYNONYMS } from '../../src/data/fields.ts';
import {
  sentenceOfFileProblem,
  sentenceOfNote,
  sentenceOfRowProblem,
} from '../../src/data/sentences.ts';
import { parseScenario } from '../../src/model/parse.ts';

const SAMPLE = readFileSync(
  fileURLToPath(new URL('../../public/examples/customers-sample.csv', import.meta.url)),
  'utf8',
);

/** What must hold for any input: an answer in sentences, and a scenario part that is valid. */
function expectAnAnswer(input: string | Uint8Array, options?: ImportOptions): void {
  const result = readCustomers(input, options);
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

const runs = (numRuns: number) => ({ numRuns, seed: 20 });
const anyText = fc.string({ unit: 'binary', maxLength: 400 });
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
    '-1',
  ),
  fc.double({ noNaN: true }).map(String),
  fc.nat(1300).map(String),
  fc.string({ maxLength: 8 }),
);
const header = fc.subarray(CUSTOMER_FIELDS.map((field) => SYNONYMS[field][0] ?? field));

describe('whatever stands in a file', () => {
  it('random text gets an answer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectAnAnswer(text);
      }),
      runs(500),
    );
  });

  it('random bytes get an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectAnAnswer(bytes);
      }),
      runs(500),
    );
  });

  it('tables of random cells get an answer', () => {
    const table = fc.record({
      names: header,
      rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 60 }),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
    });
    fc.assert(
      fc.property(table, ({ names, rows, delimiter, end }) => {
        expectAnAnswer([names, ...rows].map((cells) => cells.join(delimiter)).join(end));
      }),
      runs(500),
    );
  });

  it('damaged files get an answer', () => {
    const start = SAMPLE.slice(0, 12_000);
    const damage = fc.array(
      fc.record({
        at: fc.nat(start.length),
        cut: fc.nat(300),
        put: fc.string({ maxLength: 20 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(damage, (cuts) => {
        const text = cuts.reduce(
          (so, { at, cut, put }) => so.slice(0, at) + put + so.slice(at + cut),
          start,
        );
        expectAnAnswer(text);
      }),
      runs(300),
    );
  });

  it('random mappings get an answer', () => {
    const entry = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc
        .tuple(
          fc.constantFrom(...CUSTOMER_FIELDS),
          fc.constantFrom('Churn', 'tenure', 'Contract', 'gender', 'x'),
        )
        .map(([field, column]) => `${field}=${column}`),
    );
    const start = SAMPLE.split('\n').slice(0, 40).join('\n');
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (map) => {
        expectAnAnswer(start, { map });
      }),
      runs(300),
    );
  });
});
