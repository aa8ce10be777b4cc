import { describe, expect, it } from 'vitest';
import { RFM_GROUPS, groupOf } from '../../../src/data/grouping/rfm.ts';
import { LANGUAGES, wordsIn } from '../../../src/words/index.ts';
import { segmentName } from '../../../src/words/segments.ts';
import { accepted, csv, refused } from '../tables.ts';

const HEADER = ['last purchase', 'orders', 'revenue'];
const fifths = [1, 2, 3, 4, 5];
/** One customer for each recency, and for each frequency and money alike. */
const GRID = fifths.flatMap((recent) =>
  fifths.flatMap((worth) =>
    Array.from({ length: 4 }, () => [`2024-0${recent}-01`, worth, worth * 100]),
  ),
);

describe('the grid of recency and worth', () => {
  it('puts every customer into one of eight groups', () => {
    const found = fifths.map((recent) => fifths.map((worth) => groupOf(recent, worth)));
    expect(found).toEqual([
      ['hibernating', 'hibernating', 'atRisk', 'atRisk', 'atRisk'],
      ['hibernating', 'hibernating', 'atRisk', 'atRisk', 'atRisk'],
      ['promising', 'needAttention', 'needAttention', 'loyal', 'loyal'],
      ['promising', 'potentialLoyalists', 'potentialLoyalists', 'loyal', 'champions'],
      ['new', 'potentialLoyalists', 'potentialLoyalists', 'champions', 'champions'],
    ]);
    expect(new Set(found.flat())).toEqual(new Set(RFM_GROUPS));
  });

  it.each(LANGUAGES)('has names in %s', (language) => {
    const words = wordsIn(language);
    const names = RFM_GROUPS.map((group) => segmentName(words, group));
    expect(new Set([...names, ...RFM_GROUPS]).size).toBe(16);
  });
});

describe('segments by recency, frequency and money', () => {
  it('are proposed where nothing else divides customers, and add up', async () => {
    const { fragment, report } = await accepted(csv(GRID, HEADER));
    expect(report.by).toBe('rfm');
    expect(fragment.segments.map(({ name, share }) => [name, share])).toEqual([
      ['champions', 12],
      ['loyal', 12],
      ['potentialLoyalists', 16],
      ['new', 4],
      ['promising', 8],
      ['needAttention', 8],
      ['atRisk', 24],
      ['hibernating', 16],
    ]);
    expect(fragment.segments[0]?.arpu).toBeCloseTo((4 * 400 + 8 * 500) / 12 / 300, 5);
    expect(report.segments[0]?.meanRevenue).toBeCloseTo((4 * 400 + 8 * 500) / 12, 9);
    expect(report.notes).toContainEqual({ code: 'noPrice', revenue: true });
  });

  it('leave out who cannot be placed, with the line', async () => {
    const { report } = await accepted(csv([...GRID, ['never', 1, 5]], HEADER));
    expect(report).toMatchObject({ rows: 101, placed: 100, leftOut: 1 });
    expect(report.problems).toMatchObject([
      { code: 'notADate', line: 102, field: 'lastPurchase', effect: 'leftOut' },
    ]);
  });

  it('are made when asked for, and need their columns', async () => {
    const rows = GRID.map((row, i) => [...row, 10 + (i % 3) * 20]);
    const text = csv(rows, [...HEADER, 'price']);
    expect((await accepted(text)).report.by).toBe('terms');
    expect((await accepted(text, { by: 'rfm' })).fragment.segments).toHaveLength(8);
    expect(await refused(csv([[1, 2]], ['price', 'orders']), { by: 'rfm' })).toEqual({
      code: 'noGrouping',
      by: 'rfm',
      missing: ['lastPurchase', 'revenue'],
    });
  });

  it('join a neighbour where they are too small', async () => {
    const many = Array.from({ length: 6 }, () => GRID.slice(0, 96)).flat();
    const { fragment, report } = await accepted(
      csv([...many, ...many, ...GRID.slice(96)], HEADER),
    );
    expect(fragment.segments.reduce((sum, { share }) => sum + share, 0)).toBe(report.placed);
    const smallest = Math.min(...fragment.segments.map(({ share }) => share));
    expect(smallest).toBeGreaterThanOrEqual(report.placed / 100);
  });
});
