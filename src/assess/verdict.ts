/** Question 3: above, near or past the thermocline? */
import type { DoseAxis, MassExit, TippingPoint, Verdict } from './assessment.ts';
import { isRangeAhead, isRangePassed } from './tipping.ts';

/** Fewer runs decide nothing. */
export const RUNS_AT_LEAST = 40;
/** A chance below this is above the thermocline. */
export const LOW_CHANCE = 0.25;

/**
 * By the rule: above with a low chance, past beyond the upper end of the tipping point's range, near otherwise. Tips
 * are looked for among the sizes from 0 to the limit; where the decision lies outside (a price cut, a price more than
 * doubled) only its own runs tell whether the range ends below it. They have a say inside as well, as runs that break
 * at the tipping point may hold again at larger sizes.
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
  const beyond = tipping !== null && !tipping.open && size > tipping.high;
  const own = verdictOfExits(exits);
  return own === 'past' && !beyond ? 'near' : own;
}

/**
 * The same before any tipping point was looked for. Where so many runs break at a size that surely more than half of
 * all do, the tipping point's range ends below it; and only there is it past, so no tipping point found later makes
 * it so.
 */
export function verdictOfExits({ chance, exits, runs }: MassExit): Verdict {
  if (runs < RUNS_AT_LEAST) return 'counting';
  if (chance < LOW_CHANCE) return 'above';
  return isRangePassed(exits, runs) ? 'past' : 'near';
}

/**
 * Whether a decision lies beyond the tipping point at a size at which surely fewer than half of the runs break: most
 * that break at the tipping point hold again there. A distance alone would contradict the chance then.
 */
export const holdsAgain = (
  { exits, runs }: Pick<MassExit, 'exits' | 'runs'>,
  tipping: TippingPoint | null,
  size: number,
): boolean => tipping !== null && size > tipping.value && isRangeAhead(exits, runs);
