import { csvParse, csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, csvLines } from '../../src/data/csv-out.ts';
import { FUZZ_CASES, FUZZ_TIMEOUT_MS } from '../support/fuzz.ts';

test.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['+1', "'+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['＝1', "'＝1"],
  ['a=b', 'a=b'],
  ['', ''],
  ['Über, "so"', 'Über, "so"'],
])('the text %j is read back as %j', (text, read) => {
  expect(csvParseRows(csvLine([text, 'x']))).toEqual([[read, 'x']]);
});

test('numbers stay numbers, below zero as well', () => {
  expect(csvLine([-1.5, 0, 1e21, '-1.5'])).toBe("-1.5,0,1e+21,'-1.5");
});

test(
  'no text is a formula, and every line has as many cells as it was given',
  () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc
        .constantFrom('=', '+', '-', '@', '\t', '\r')
        .chain((first) => fc.string({ maxLength: 8 }).map((rest) => first + rest)),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const rows = csvParseRows(csvLines([cells, cells]));
        expect(rows).toHaveLength(2);
        for (const row of rows) {
          expect(row).toHaveLength(cells.length);
          row.forEach((text, i) => {
            expect(text).not.toMatch(/^[=+\-@\t\r]/);
            expect(text.replace(/^'/, '')).toBe(cells[i]?.replace(/^'/, ''));
          });
        }
      }),
      { numRuns: FUZZ_CASES, seed: 6 },
    );
  },
  FUZZ_TIMEOUT_MS,
);

test('a table is read back row by row', () => {
  const table = csvLines([
    ['name', 'value'],
    ['=cmd', 3],
  ]);
  expect([...csvParse(table)]).toEqual([{ name: "'=cmd", value: '3' }]);
});
