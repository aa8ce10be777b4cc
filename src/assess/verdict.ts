/** Question 3: above, near or past the thermocline? */
import type { DoseAxis, MassExit, TippingPoint, Verdict } from './assessment.ts';
import { isRangePassed } from './tipping.ts';

/** Fewer runs decide nothing. */
export const RUNS_AT_LEAST = 40;
/** A chance below this is above the thermocline. */
export const LOW_CHANCE = 0.25;

/**
 * By the rule: above with a low chance, past beyond the upper end of the tipping point's range, near otherwise. Tips
 * are looked for among the sizes from 0 to the limit; where the decision lies outside (a price cut, a price more than
 * doubled) only its own runs tell whether the range ends below it.
 *
 * @param tipping found among the sizes up to the limit
 */
export function verdict(
  exits: MassExit,
  tipping: TippingPoint | null,
  { size, limit }: Pick<DoseAxis, 'size' | 'limit'>,
): Verdict {
  if (exits.runs < RUNS_AT_LEAST) return 'counting';
  if (size <= 0 || size > limit) return verdictOfExits(exits);
  if (exits.chance < LOW_CHANCE) return 'above';
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
