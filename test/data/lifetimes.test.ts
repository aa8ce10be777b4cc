import { describe, expect, it, test } from 'vitest';
import { inputDigest } from '../../src/assess/digest.ts';
import { kaplanMeier, survivalAt, survivalCurve } from '../../src/data/lifetimes.ts';
import { linkOf, readLink } from '../../src/data/link.ts';
import { mergeFragment } from '../../src/data/merge.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { accepted, alike, csv } from './tables.ts';

const counted = (months: readonly number[]): number[] => {
  const counts = new Array<number>(Math.max(...months) + 1).fill(0);
  for (const month of months) counts[month] = (counts[month] ?? 0) + 1;
  return counts;
};

/** Weeks of remission under 6-mercaptopurine (Freireich and others 1963), the standard example of the method. */
const remission = {
  left: counted([6, 6, 6, 7, 10, 13, 16, 22, 23]),
  stayed: counted([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
};

describe('the survival of a file', () => {
  test('is that of the published example, with its standard errors', () => {
    const points = kaplanMeier(remission);
    expect(points.map(({ month, atRisk, left }) => [month, atRisk, left])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ]);
    const survival = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    points.forEach((point, i) => {
      expect(point.survival).toBeCloseTo(survival[i] ?? NaN, 3);
      const error = (point.survival - point.low) / 1.645;
      expect(error).toBeCloseTo(errors[i] ?? NaN, 3);
    });
  });

  test('falls by the share of those who leave where all are seen to the end', () => {
    const points = kaplanMeier({ left: [0, 5, 5], stayed: [] });
    expect(points.map(({ survival }) => survival)).toEqual([0.5, 0]);
    expect(points[1]).toMatchObject({ low: 0, high: 0 });
  });

  test('is known up to the oldest customer and no further', () => {
    expect(survivalAt(remission, 5)).toEqual({ survival: 1, low: 1, high: 1 });
    expect(survivalAt(remission, 12)?.survival).toBeCloseTo(0.753, 3);
    expect(survivalAt(remission, 36)).toBeNull();
    expect(kaplanMeier({ left: [], stayed: [3, 4] })).toEqual([]);
  });
});

describe('the curve that a scenario keeps', () => {
  const scenario: Scenario = {
    version: 1,
    name: 'mine',
    seed: 's',
    horizon: 52,
    customers: 2000,
    runs: 1,
    template: 'telco',
    decisions: [],
    buffers: [],
  };
  const rows = [
    ...alike(70, [40, 'Month-to-month', 20, 'No']),
    ...alike(20, [5, 'Month-to-month', 20, 'Yes']),
    ...alike(10, [30, 'Month-to-month', 20, 'Yes']),
    ...alike(90, [40, 'One year', 60, 'No']),
    ...alike(10, [80, 'One year', 60, 'Yes']),
  ];

  async function merged(lines: readonly (readonly (string | number)[])[]): Promise<Scenario> {
    const { fragment } = await accepted(csv(lines));
    const parsed = mergeFragment(scenario, fragment);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.scenario;
  }

  it('is that of the file, to four digits, without the counts behind it', () => {
    const { segment, points } = survivalCurve('all', remission);
    expect(segment).toBe('all');
    expect(points[0]).toEqual({ month: 6, share: 0.8571, low: 0.7315, high: 0.9828 });
    expect(points).toHaveLength(7);
  });

  it('ends after five years, however long the file goes back', () => {
    const left = Array.from({ length: 300 }, () => 2);
    expect(survivalCurve('all', { left, stayed: [] }).points).toHaveLength(60);
  });

  it('comes with the customers of a file, segment by segment', async () => {
    const { origin, segments = [] } = await merged(rows);
    expect(origin?.survival?.map(({ segment }) => segment)).toEqual(
      segments.map(({ name }) => name),
    );
    const monthly = origin?.survival?.find(({ points }) => points.length > 0);
    expect(monthly?.points.map(({ month, share }) => [month, share])).toEqual([
      [5, 0.8],
      [30, 0.7],
    ]);
    // Who left after 80 months lies beyond the five years.
    expect(origin?.survival?.some(({ points }) => points.length === 0)).toBe(true);
  });

  it('is absent where the file does not tell who left', async () => {
    const { origin } = await merged(alike(50, [5, 'One year', 9, 'No']));
    expect(origin).toEqual({ rows: 50, leftOut: 0 });
  });

  it('stays out of links and of the digest', async () => {
    const told = await merged(rows);
    const { survival, ...origin } = told.origin ?? { rows: 0, leftOut: 0 };
    expect(survival).toHaveLength(2);
    const silent = { ...told, origin };
    const link = linkOf(told);
    expect(link).toBe(linkOf(silent));
    expect(readLink(link ?? '')).toMatchObject({ ok: true, scenario: silent });
    expect(inputDigest(told)).toBe(inputDigest(silent));
  });
});
