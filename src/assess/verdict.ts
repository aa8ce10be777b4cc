/** Question 3: above, near or past the thermocline? */
import type { MassExit, TippingPoint, Verdict } from './assessment.ts';

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
