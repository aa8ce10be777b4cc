import { describe, expect, it } from 'vitest';
import { inspectCustomers, readCustomers } from '../../../src/data/customers.ts';
import type { Source } from '../../../src/data/reading/source.ts';
import { sourceOf } from '../tables.ts';

/** A file that is never in memory: a header and rows that are made as they are read. */
function longFile(rows: number): Source & { readonly made: () => number } {
  const encoder = new TextEncoder();
  const block = 10_000;
  let made = 0;
  return {
    size: rows * 24,
    made: () => made,
    async *chunks() {
      await Promise.resolve();
      yield encoder.encode('id,price,tenure,contract,churn\n');
      for (made = 0; made < rows; made += block) yield encoder.encode(rowsFrom(made, block));
    },
  };
}

const TERMS = ['One year', 'Month-to-month', 'Two year'];
const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, k) => {
    const i = first + k;
    const price = 20 + ((i * 7919) % 100_000) / 1000;
    return `${i},${price},${i % 72},${TERMS[i % 3] ?? ''},${i % 7 === 0 ? 1 : 0}\n`;
  }).join('');

describe('a long file', () => {
  it('is read whole, told as it goes', async () => {
    const told: number[] = [];
    const result = await readCustomers(
      longFile(100_000),
      {},
      {
        onProgress: ({ rows }) => told.push(rows),
      },
    );
    expect(result).toMatchObject({
      ok: true,
      report: { rows: 100_000, placed: 100_000, problems: [] },
    });
    expect(told.at(-1)).toBe(100_000);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(told).size).toBeGreaterThan(8);
  });

  it('is inspected by its beginning only', async () => {
    const file = longFile(1_000_000);
    expect(await inspectCustomers(file)).toMatchObject({ ok: true, preview: { rows: 500 } });
    expect(file.made()).toBeLessThan(30_000);
  });

  it('is let go at once when the reading is cancelled', async () => {
    const file = longFile(1_000_000);
    const cancel = new AbortController();
    const reading = readCustomers(
      file,
      {},
      {
        signal: cancel.signal,
        onProgress: ({ rows }) => {
          if (rows > 50_000) cancel.abort(new Error('cancelled'));
        },
      },
    );
    await expect(reading).rejects.toThrow('cancelled');
    expect(file.made()).toBeLessThan(100_000);
    await expect(readCustomers(file, {}, { signal: cancel.signal })).rejects.toThrow(
      'cancelled',
    );
  });
});

describe('a preview', () => {
  it('shows three different values of each column, and what is missing', async () => {
    const file = sourceOf('Town,Age,\nA,1,\nA,2,x\n ,2,\nB,3,\nC,4,\nD,5,');
    expect(await inspectCustomers(file)).toEqual({
      ok: true,
      preview: {
        form: { encoding: 'utf-8', delimiter: ',', decimal: '.', dates: 'dmy' },
        header: ['Town', 'Age', ''],
        samples: [['A', 'B', 'C'], ['1', '2', '3'], ['x']],
        rows: 6,
        notes: [],
        columns: {},
        problem: { code: 'noUsableColumn', columns: ['Town', 'Age'] },
      },
    });
  });

  it('follows columns named by hand', async () => {
    const file = sourceOf('Town,Age\nA,1');
    const inspection = await inspectCustomers(file, { map: { price: 'Age' } });
    expect(inspection).toMatchObject({
      preview: { columns: { price: { name: 'Age', mapped: true } }, problem: null },
    });
  });
});

it('a file that goes away while it is read is answered with a problem', async () => {
  const source: Source = {
    size: 10,
    async *chunks() {
      await Promise.resolve();
      yield new TextEncoder().encode('price\n1');
      throw new Error('EIO');
    },
  };
  const problem = { code: 'unreadable', reason: 'EIO' };
  expect(await readCustomers(source)).toEqual({ ok: false, problem });
  expect(await inspectCustomers(source)).toEqual({ ok: false, problem });
});
