/** How many runs are enough? The search for the tipping point goes on in batches until more would change nothing. */
import type { CliffRun } from './assessment.ts';
import { tippingPoint } from './tipping.ts';
import { RUNS_AT_LEAST } from './verdict.ts';

/** Runs that are simulated at every size of the axis, for their lines; the others only search for their tip. */
export const RUNS_SWEPT = RUNS_AT_LEAST;
/** Runs that are added at a time. */
export const BATCH = 20;
/** The tipping point is known well enough when its range is at most this share of it wide. */
const WIDTH = 0.1;
/** Without a tipping point, the search ends when at most this share of the runs tips at all. */
const FEW_TIP = 0.25;

/**
 * Whether the tipping point is known well enough, and on which side of it the decision lies.
 * @param limit largest size that was tried
 * @param size of the decision
 */
export function isSettled(runs: readonly CliffRun[], limit: number, size: number): boolean {
  if (runs.length < RUNS_AT_LEAST) return false;
  const tips = runs.map(({ tip }) => tip);
  const tipping = tippingPoint(tips, limit);
  if (!tipping) return tips.filter((tip) => tip !== null).length <= FEW_TIP * tips.length;
  const { value, low, high, open } = tipping;
  if (open || high - low > WIDTH * value) return false;
  return size < low || size > high;
}
