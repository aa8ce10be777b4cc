/**
 * Granovetter, M. (1978). Threshold models of collective behavior. American Journal of Sociology 83,
 * 1420-1443: with normal thresholds of mean 25 the riot stays small (about 6 of 100) up to a standard
 * deviation of 12.2, and takes everybody from 12.3 on.
 */
import { beforeAll, expect, test } from 'vitest';
import { dock } from '../../src/engine/docking.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { seriesOf } from '../../src/engine/series.ts';
import { thresholdPopulation } from '../../src/engine/thresholds.ts';
import { lowEquilibrium, normalQuantile } from './normal.ts';

const PEOPLE = 10_000;
const MEAN = 25;

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** Percentage gone when nothing moves any more. */
function gone(sd: number, weeks: number): number {
  const thresholds = Float64Array.from(
    { length: PEOPLE },
    (_, i) => (MEAN + sd * normalQuantile((i + 0.5) / PEOPLE)) / 100,
  );
  const population = thresholdPopulation(thresholds, 'everybody');
  const series = dock(kernel, { ...population, weeks, seed: 'any', ties: new Int32Array() });
  const active = seriesOf(series, 'active');
  expect(active.at(-1)).toBe(active.at(-2));
  return 100 * (1 - (active.at(-1) ?? NaN) / PEOPLE);
}

test('the low equilibrium vanishes between sd 12.2 and 12.3', () => {
  expect(gone(12.2, 400)).toBeCloseTo(lowEquilibrium(MEAN, 12.2), 1);
  // Thresholds above 100 % are never reached, and hardly anybody has one.
  expect(gone(12.3, 400)).toBeGreaterThan(99.9);
});

test('closer to the jump about 6 of 100 are gone before it and all after it', () => {
  expect(gone(12.22, 1000)).toBeCloseTo(6, 0);
  expect(gone(12.23, 1000)).toBeGreaterThan(99.9);
});

test('below the jump the kernel rests where the distribution of thresholds meets the diagonal', () => {
  for (const sd of [5, 10, 11, 12, 12.2])
    expect(gone(sd, 400)).toBeCloseTo(lowEquilibrium(MEAN, sd), 1);
});
