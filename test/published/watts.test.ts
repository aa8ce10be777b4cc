/**
 * Watts, D. J. (2002). A simple model of global cascades on random networks. Proceedings of the National
 * Academy of Sciences 99, 5766-5771: with a threshold of .18 a single person can set off a global cascade
 * on sparse random networks (mean degree 3), and hardly ever on dense ones (mean degree 6.5).
 */
import { beforeAll, expect, test } from 'vitest';
import { dock } from '../../src/engine/docking.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { randomTies } from '../../src/engine/networks.ts';
import { activeAtEnd } from '../../src/engine/series.ts';
import { thresholdPopulation } from '../../src/engine/thresholds.ts';
import { binomialBounds } from './binomial.ts';

const PEOPLE = 3000;
const THRESHOLD = 0.18;
const NETWORKS = 100;

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** Share of the people gone in the end, if the first of them leaves for a reason of its own. */
function cascade(meanTies: number, seed: string): number {
  const thresholds = new Float64Array(PEOPLE).fill(THRESHOLD);
  thresholds[0] = -10;
  const population = thresholdPopulation(thresholds, 'ties');
  const ties = randomTies(PEOPLE, meanTies, seed);
  const series = dock(kernel, { ...population, weeks: 80, seed, ties });
  return 1 - activeAtEnd(series) / PEOPLE;
}

/** Cascades that take more than a tenth of the network; in between there is hardly anything. */
function globalCascades(meanTies: number): number {
  const sizes = Array.from({ length: NETWORKS }, (_, i) => cascade(meanTies, `network ${i}`));
  return sizes.filter((size) => size > 0.1).length;
}

test('on sparse networks about .89 of single people set off a global cascade', () => {
  const [low, high] = binomialBounds(NETWORKS, 0.89, 0.001);
  const found = globalCascades(3);
  expect(found).toBeGreaterThanOrEqual(low);
  expect(found).toBeLessThanOrEqual(high);
});

test('on dense networks almost none does', () => {
  expect(globalCascades(6.5)).toBeLessThanOrEqual(5);
});
