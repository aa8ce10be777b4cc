import { describe, expect, it } from 'vitest';
import { accepted, csv } from '../tables.ts';

const HEADER = ['price', 'complaints', 'contract'];
/** A thousand customers; of the 50 who pay most, every fifth has complained. */
const ROWS = Array.from({ length: 1000 }, (_, i) => [
  1000 + i,
  i % 5 === 0 ? 1 : 0,
  i % 2 ? 'monthly' : 'annual',
]);

describe('customers of top spend who never complained', () => {
  it('are proposed as a group', async () => {
    const { fragment, report } = await accepted(csv(ROWS, HEADER));
    expect(report.silent).toMatchObject({
      count: 40,
      spend: 'price',
      above: 1949,
      split: false,
    });
    const [theirs, all] = [ROWS.slice(950).filter((row) => row[1] === 0), ROWS].map((rows) =>
      rows.reduce((sum, [price]) => sum + Number(price), 0),
    );
    expect(report.silent?.share).toBeCloseTo((theirs ?? 0) / (all ?? 1), 12);
    expect(fragment.segments.map(({ name }) => name)).not.toContain('silent');
  });

  it('are a segment of their own when asked for, taken from the others', async () => {
    const { fragment, report } = await accepted(csv(ROWS, HEADER), { splitSilent: true });
    expect(fragment.segments.at(-1)).toMatchObject({ name: 'silent', share: 40, annual: 0.5 });
    expect(fragment.segments.reduce((sum, { share }) => sum + share, 0)).toBe(1000);
    expect(report.silent?.split).toBe(true);
    expect(report.segments.at(-1)?.complaintShare).toBe(0);
  });

  it.each([
    ['all pay the same', ROWS.map(([, heard, term]) => [5, heard ?? 0, term ?? ''])],
    ['all complain', ROWS.map(([price, , term]) => [price ?? 0, 1, term ?? ''])],
    ['there are few', ROWS.slice(0, 300)],
  ])('are no group where %s', async (_, rows) => {
    const { report } = await accepted(csv(rows, HEADER), { splitSilent: true });
    expect(report.silent).toBeNull();
    expect(report.segments.map(({ name }) => name)).not.toContain('silent');
  });

  it('go by the revenue where the file has it', async () => {
    const rows = ROWS.map((row, i) => [...row, 5000 - i]);
    const { report } = await accepted(csv(rows, [...HEADER, 'revenue']));
    expect(report.silent).toMatchObject({ count: 40, spend: 'revenue', above: 4950 });
  });
});
