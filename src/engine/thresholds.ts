/**
 * Threshold populations: each person leaves for good in the week after the share of the others who are gone
 * reaches a threshold of their own (Granovetter 1978; on networks Watts 2002).
 *
 * The kernel becomes that model in a limit. Value is the threshold and the fear of the unknown, 1 at first,
 * melts with the share gone, so that the margin is v - 1 + (1 - n) = threshold - n. All else is off, the
 * decision is infinitely sharp, and everybody looks at it every week. A margin within about 1e-6 of zero
 * counts as zero, which is what float32 can tell apart.
 */
import type { ParameterOverrides } from '../model/parameters.ts';
import type { Docking } from './docking.ts';

/** Whom a person counts: all people, or those at the other ends of the own ties. */
export type Reference = 'everybody' | 'ties';

type ThresholdPopulation = Pick<Docking, 'people' | 'parameters'> &
  Required<Pick<Docking, 'traits' | 'states'>>;

const OFF: ParameterOverrides = {
  ...{ rho: 0, beta: 0, push: 0, bcast: 0, trap: 0, noise: 0, c0: 0, cv: 0, chi: 0 },
  ...{ w: 0, Uout: 0, netv: 0, psi: 0, promo: 0, h0: 0, hw: 0, ha: 0 },
};

/** Nobody needs a reason to be a customer at first: all are dormant customers, and wide awake. */
const ALL_ACTIVE: ParameterOverrides = {
  ...{ actShare: 1, leftShare: 0, dorm: 1, vDorm: 1, abLow: 1, annual: 0 },
};

/**
 * @param thresholds share of those gone at which each person leaves, by id; 0 or less leaves at once, above 1
 *   never
 * @param reference whom a person counts
 */
export function thresholdPopulation(
  thresholds: ArrayLike<number>,
  reference: Reference,
): ThresholdPopulation {
  return {
    people: thresholds.length,
    parameters: {
      ...OFF,
      ...ALL_ACTIVE,
      fearPow: 1,
      mu: reference === 'everybody' ? 1 : 0,
      kappa: 1e-9,
      h1: 1e9,
    },
    traits: { v: thresholds, Sd: 0, Sc: 0, Sf: 1, d0: 0 },
    states: { T: 0.5, att: 1 },
  };
}
