import { expect, test } from 'vitest';
import { regression, solved } from '../../../src/assess/fit/regression.ts';
import {
  leftUncertain,
  moved,
  placeOf,
  posteriorOf,
  resampled,
  weightedQuantile,
} from '../../../src/assess/fit/posterior.ts';

test('a system of equations is solved for every column', () => {
  const matrix = [
    [4, 2, 0],
    [2, 5, 3],
    [0, 3, 6],
  ];
  // Of x = (1, −2, 3) and of (0, 1, 0).
  const [a, b, c] = solved(matrix, [
    [0, 2],
    [1, 5],
    [12, 3],
  ]);
  expect([a, b, c].flat().map((x) => Number(x?.toFixed(9)) + 0)).toEqual([1, 0, -2, 1, 3, 0]);
});

test('a plane is found through points that lie in it, whatever they weigh', () => {
  const inputs = [
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 3],
    [-1, 2],
  ];
  const answers = inputs.map(([x = 0, y = 0]) => [3 + 2 * x - y, 1 + y]);
  const { at0, slopes } = regression(inputs, answers, [1, 2, 0.5, 1, 3]);
  expect(at0[0]).toBeCloseTo(3, 1);
  expect(slopes[0]?.[0]).toBeCloseTo(2, 1);
  expect(slopes[1]?.[0]).toBeCloseTo(-1, 1);
  expect(slopes[0]?.[1]).toBeCloseTo(0, 1);
  expect(slopes[1]?.[1]).toBeCloseTo(1, 1);
});

test('quantiles of values that count the same are those of the values', () => {
  const values = [5, 1, 4, 2, 3];
  const same = [1, 1, 1, 1, 1];
  expect(weightedQuantile(values, same, 0.5)).toBe(3);
  expect(weightedQuantile(values, same, 0.2)).toBeCloseTo(1.5, 9);
  expect(weightedQuantile(values, same, 0)).toBe(1);
  expect(weightedQuantile(values, same, 1)).toBe(5);
});

test('what counts more draws a quantile to it', () => {
  expect(weightedQuantile([1, 2, 3], [1, 1, 8], 0.5)).toBeCloseTo(2 + 0.35 / 0.45, 9);
});

test('draws of equal weight stand for rows as often as these count', () => {
  const chosen = resampled([1, 2, 5], 8);
  expect(chosen).toEqual([0, 1, 1, 2, 2, 2, 2, 2]);
  expect(resampled([1, 1, 1, 1], 2)).toEqual([0, 2]);
});

/** Two parameters; the first one is what is compared, the second one has nothing to do with it. */
const GRID = Array.from({ length: 900 }, (_, i) => [
  ((i % 30) + 0.5) / 30,
  (Math.floor(i / 30) + 0.5) / 30,
]);
const table = { places: GRID, summaries: GRID.map(([x = 0]) => [10 * x]) };

test('a parameter is found where it is told, and left as it was where not', () => {
  const posterior = posteriorOf(table, [3]);
  const told = placeOf(posterior, 0);
  expect(told.value).toBeCloseTo(0.3, 2);
  expect(told.high - told.low).toBeLessThan(0.02);
  const untold = placeOf(posterior, 1);
  expect(untold.low).toBeCloseTo(0.05, 1);
  expect(untold.high).toBeCloseTo(0.95, 1);
});

test('what is left uncertain is that of the combination known best', () => {
  const posterior = posteriorOf(table, [3]);
  expect(leftUncertain(table, posterior, [0, 1])).toBeLessThan(0.05);
  expect(leftUncertain(table, posterior, [1])).toBeCloseTo(1, 1);
});

test('a sum is known although neither of its parts is', () => {
  const sums = { places: GRID, summaries: GRID.map(([x = 0, y = 0]) => [x + y]) };
  const posterior = posteriorOf(sums, [1]);
  const { low, high } = placeOf(posterior, 0);
  expect(high - low).toBeGreaterThan(0.7);
  expect(leftUncertain(sums, posterior, [0, 1])).toBeLessThan(0.05);
});

test('places never leave their ranges', () => {
  const steep = { at0: [0], slopes: [[5]] };
  expect(moved([0.5], [1], steep, -1)).toEqual([0]);
  expect(moved([0.5], [-1], steep, -1)).toEqual([1]);
});
