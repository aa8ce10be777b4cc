/** Question 3: above, near or past the thermocline? */
import type { MassExit, TippingPoint, Verdict } from './assessment.ts';
import { isRangePassed } from './tipping.ts';

/** Fewer runs decide nothing. */
export const RUNS_AT_LEAST = 40;
/** A chance below this is above the thermocline. */
export const LOW_CHANCE = 0.25;

/** @param size of the decision, on the same scale as the tipping point */
export function verdict(
  { chance, runs }: Pick<MassExit, 'chance' | 'runs'>,
  tipping: TippingPoint | null,
  size: number,
): Verdict {
  if (runs < RUNS_AT_LEAST) return 'counting';
  if (chance < LOW_CHANCE) return 'above';
  return tipping && !tipping.open && size > tipping.high ? 'past' : 'near';
}

/**
 * The same before any tipping point was looked for. In a run that larger sizes cost more, it breaks at the size if
 * and only if its tip lies below it; so the runs at that size alone tell whether the range does.
 */
export function verdictOfExits({ chance, exits, runs }: MassExit): Verdict {
  if (runs < RUNS_AT_LEAST) return 'counting';
  if (chance < LOW_CHANCE) return 'above';
  return isRangePassed(exits, runs) ? 'past' : 'near';
}
