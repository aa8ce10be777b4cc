/** A village whose people complain, and nothing else. */
import type { Kernel } from '../../src/engine/kernel.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import { globalLevers, levers } from '../support/kernel.ts';
import type { GlobalLevers, Levers } from '../support/kernel.ts';
import { Village } from './village.ts';
import type { VillageOptions, Villager } from './village.ts';

/** Nothing moves trust but the queue. */
const STILL: ParameterOverrides = { rho: 0, beta: 0, c0: 0, cv: 0, forget: 0, trap: 0 };

export interface Complainers extends Omit<VillageOptions, 'people' | 'levers' | 'globals'> {
  readonly lever?: Partial<Levers>;
  readonly everybody?: (t: number) => Partial<GlobalLevers>;
}

export function complainers(
  kernel: Kernel,
  people: readonly Villager[],
  given: Complainers = {},
): Village {
  const { lever, everybody = () => ({ cap: 0 }), parameters, ...rest } = given;
  return new Village(kernel, {
    people,
    levers: () => levers(lever),
    globals: (t) => globalLevers(everybody(t)),
    parameters: { ...STILL, ...parameters },
    ...rest,
  });
}

/** Complains this week, and not again for long. */
export const cross = (over: Villager = {}): Villager => ({ V: 1, Vt: 1, ...over });
export const calm = (count: number): Villager[] => Array.from({ length: count }, () => ({}));

/** Runs weeks; complaints come in the first, the threshold is then far away. */
export function weeks(of: Village, count: number): number[][] {
  const trust: number[][] = [];
  for (let t = 0; t < count; t++) {
    of.week(t);
    if (t === 0) of.kernel.setStates('Vt', new Float64Array(of.size).fill(100));
    trust.push(of.state('T'));
  }
  return trust;
}
