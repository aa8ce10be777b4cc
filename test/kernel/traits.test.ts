/** Every trait by its formula, from the draws themselves (MODEL.md 5). */
import { beforeAll, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import type { StaticField } from '../../src/engine/kernel.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import { leverTable } from '../support/kernel.ts';

const PEOPLE = 2000;
const KEY = [11, 12] as const;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
  // Nobody is dormant, and no breaking point is cut off.
  const parameters = parametersWith({ Amean: 0.3, dorm: 0 });
  const market = { customers: PEOPLE, segments: [{ name: 'all', share: 1 }], parameters };
  kernel.begin(market, KEY, leverTable(1, 1));
});

const unit = (word: number) => ((word >>> 9) + 0.5) / 2 ** 23;
const draws = (id: number, channel: number) =>
  [0, 1].map((word) => unit(kernel.philoxWord([id, 0, channel, 0], KEY, word)));
const normal = (id: number, channel: number) => {
  const [a = NaN, b = NaN] = draws(id, channel);
  return Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b);
};
const lognormal = (m: number, c: number) => (id: number, channel: number) =>
  m * Math.exp(c * normal(id, channel) - (c * c) / 2);
/** Shape 2 and mean 1: half the sum of two exponentials. */
const gamma = (id: number, channel: number) =>
  draws(id, channel).reduce((sum, u) => sum - Math.log(1 - u), 0) / 2;

test.each<[StaticField, number, (id: number, channel: number) => number]>([
  ['v', 1, lognormal(2.4, 0.25)],
  ['a', 2, lognormal(1, 0.25)],
  ['A', 3, (id, channel) => 0.3 + 0.025 * normal(id, channel)],
  ['Sd', 5, (id, channel) => 0.25 * gamma(id, channel)],
  ['Sf', 5, (id, channel) => 0.175 * gamma(id, channel)],
  ['Sc', 5, (id, channel) => 0.075 * gamma(id, channel)],
  ['voice', 6, (id, channel) => Math.exp(-0.32 + 0.8 * normal(id, channel))],
  ['imp', 7, lognormal(1, 0.6)],
  ['uF', 8, (id, channel) => draws(id, channel)[0] ?? NaN],
  ['uG', 9, (id, channel) => draws(id, channel)[0] ?? NaN],
  ['conc', 10, (id, channel) => Math.exp(-0.18 + 0.6 * normal(id, channel))],
  ['sus', 11, (id, channel) => Math.min(4, lognormal(1, 0.5)(id, channel))],
  ['uP', 13, (id, channel) => draws(id, channel)[0] ?? NaN],
  ['uX', 14, (id, channel) => draws(id, channel)[0] ?? NaN],
])('%s comes from channel %i', (name, channel, formula) => {
  const values = kernel.traits(name);
  for (let id = 0; id < PEOPLE; id += 97) {
    const expected = formula(id, channel);
    expect(Math.abs((values[id] ?? NaN) / expected - 1)).toBeLessThan(1e-6);
  }
});
