import { dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refusal } from '../../../src/data/findings.ts';
import { RowEnds } from '../../../src/data/reading/rowEnds.ts';
import { accepted, sourceOf } from '../tables.ts';
import { readCustomers } from '../../../src/data/customers.ts';

const text = fc.string({
  unit: fc.constantFrom('a', ';', '"', '""', '\r', '\n', '\r\n', ' '),
  maxLength: 60,
});

/** The rows of a text that arrives in pieces of these lengths, or the line of its open quote. */
function rowsOf(whole: string, lengths: readonly number[]) {
  const ends = new RowEnds(';');
  const parts: string[] = [];
  try {
    for (let at = 0, i = 0; at < whole.length; i += 1) {
      const length = lengths[i % lengths.length] ?? 1;
      parts.push(ends.push(whole.slice(at, at + length)));
      at += length;
    }
    parts.push(ends.finish());
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  return parts.flatMap((part) =>
    part === '' ? [] : dsvFormat(';').parseRows(`${part}.`).slice(0, -1),
  );
}

it('cuts where rows end, wherever the pieces end', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(text, lengths, (whole, pieces) => {
      const rows = rowsOf(whole, pieces);
      expect(rows).toEqual(rowsOf(whole, [1000]));
      if (Array.isArray(rows))
        expect(rows).toEqual(dsvFormat(';').parseRows(`${whole}\n.`).slice(0, -1));
    }),
    { numRuns: 2000, seed: 20 },
  );
});

it('a file longer than what it is judged by is the same in pieces of any length', async () => {
  const row = '城市,"a\r\n""b""",12.5,Yes\r\n';
  const file = `town,note,price,churned\r\n${row.repeat(3000)}x,y,-1,No\r\n`;
  const whole = await accepted(file);
  expect(whole.report.problems).toMatchObject([{ line: 6002, value: '-1' }]);
  for (const lengths of [[4093, 1, 2], [101], [65_536, 3]])
    expect(await readCustomers(sourceOf(file, lengths))).toEqual(whole);
});
