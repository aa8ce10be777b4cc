import { describe, expect, test } from 'vitest';
import { kaplanMeier, survivalAt, survivalJob } from '../../src/assess/survival.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import type { Scenario } from '../../src/model/scenario.ts';

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

test('the simulated survival falls as the everyday hazard has it, segment by segment', async () => {
  const scenario: Scenario = {
    version: 1,
    name: 'survival',
    seed: 'survival',
    horizon: 52,
    customers: 1000,
    runs: 1,
    template: 'general',
    segments: [
      { name: 'calm', share: 1, h0: 0.5 },
      { name: 'restless', share: 1, h0: 3 },
    ],
    decisions: [{ kind: 'price', week: 8, change: 0.9 }],
    buffers: [],
  };
  const runner = await serialRunner();
  const [calm = [], restless = []] = await runner.perform(survivalJob, [scenario, 12]);
  expect(calm[0]).toBe(1);
  expect(calm).toHaveLength(13);
  // exp(-52 h): .930 at half of .0028 a week, .646 at three times it; ties and dissatisfaction take some more.
  expect(calm[12]).toBeGreaterThan(0.87);
  expect(calm[12]).toBeLessThan(0.95);
  expect(restless[12]).toBeGreaterThan(0.5);
  expect(restless[12]).toBeLessThan(0.66);
  for (let i = 1; i < 13; i++) expect(calm[i]).toBeLessThanOrEqual(calm[i - 1] ?? 0);
});
