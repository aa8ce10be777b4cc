/** The search for a tip is as fine as there is something to know: neighbouring sizes differ by chance too. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Lab } from '../../src/assess/lab.ts';
import { RESOLUTION, tipOf } from '../../src/assess/tipping.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const file = 'public/examples/general-price-rise.json';
const STEPS = 12;

/** Standard deviation of a loss around a smooth line, over the slope of the line: in the unit of the size. */
function noiseOf(losses: readonly number[], step: number): number {
  const bends = losses.slice(2).map((after, i) => {
    const [before = NaN, middle = NaN] = losses.slice(i, i + 2);
    return after - 2 * middle + before;
  });
  // Of independent errors, a second difference has six times the variance.
  const variance = bends.reduce((sum, bend) => sum + bend * bend, 0) / bends.length / 6;
  const rise = (losses.at(-1) ?? NaN) - (losses[0] ?? NaN);
  return (Math.sqrt(variance) / rise) * step * (losses.length - 1);
}

test('of four thousand people, neither finer than the noise nor much coarser', async () => {
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
  const lab = new Lab(await Kernel.load());
  const { limit } = lab.study(scenario);
  const step = (RESOLUTION * limit) / 2;
  const doses = [0.15, 0.2, 0.25, 0.3];
  const noises = [0, 1, 2, 3, 4].map((run) => {
    const seeded = lab.seed(scenario, run, [...doses, limit], 'events');
    const { tip } = tipOf((dose) => seeded.loss(dose), doses, limit, 0.2, 'search');
    const around = Array.from({ length: STEPS + 1 }, (_, i) =>
      seeded.loss((tip ?? NaN) + (i - STEPS / 2) * step),
    );
    return noiseOf(around, step);
  });
  const typical = [...noises].sort((a, b) => a - b)[2] ?? NaN;
  expect(typical).toBeLessThan(RESOLUTION * limit);
  expect(typical).toBeGreaterThan((RESOLUTION * limit) / 10);
});
