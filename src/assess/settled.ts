/**
 * How many runs are enough? The search for the tipping point goes on in batches until more would not change the
 * verdict. The runs at the decision's own size, and with them the chance, are never cut short.
 *
 * Whoever looks up to 19 times and stops when he likes what he sees would be wrong more often than a 90 % range
 * allows: with a decision right at the tipping point the range misses it in 35 of 100 assessments of up to 400 runs
 * (20 of 100 of up to 120), not in 10. So only a 97 % range settles on which side the decision lies; then the range
 * misses it in 10 to 14 of 100 there, and in 10 where the decision lies further off. What remains is a bias of the
 * tipping point towards the side that stops the search, of at most a fifteenth of the standard deviation of the runs'
 * tips (test/assess/settled.test.ts).
 */
import type { CliffRun } from './assessment.ts';
import { dentedOf, firstSizes, isNoticeable } from './breaking.ts';
import { RESOLUTION, tippingPoint } from './tipping.ts';
import type { Thoroughness } from './tipping.ts';
import { RUNS_AT_LEAST } from './verdict.ts';

/** Runs that are simulated at every size of the axis, for their lines; the others mostly only search for their tip. */
export const RUNS_SWEPT = RUNS_AT_LEAST;
/**
 * How the runs after those that are known look for their tip. Where the first ones break at some sizes and hold at
 * larger ones, halving would step over sizes at which others do; then all runs are simulated at every size.
 * @param known runs 0, 1, …
 */
export function thoroughnessAfter(known: readonly CliffRun[]): Thoroughness {
  const first = known.slice(0, RUNS_SWEPT);
  if (first.length < RUNS_SWEPT) return 'sweep';
  return isNoticeable(dentedOf(first), first.length) ? 'sweep' : 'search';
}

/** Runs that are added at a time. */
export const BATCH = 20;
/** The tipping point is known well enough when its range is at most this share of it wide. */
const WIDTH = 0.1;
/** Chance of lying beyond one side of the range that settles on which side the decision is. */
const SURE = 0.015;
/** Without a tipping point, the search ends when at no size more than this share of the runs breaks. */
const FEW_TIP = 0.25;

/**
 * Whether the tipping point is known well enough, and on which side of it the decision lies.
 * @param limit largest size that was tried
 * @param size of the decision
 */
export function isSettled(runs: readonly CliffRun[], limit: number, size: number): boolean {
  if (runs.length < RUNS_AT_LEAST) return false;
  const sizes = firstSizes(runs);
  const tipping = tippingPoint(sizes, limit);
  if (!tipping) return sizes.filter((size) => size !== null).length <= FEW_TIP * runs.length;
  const { value, low, high, open } = tipping;
  // Narrower than twice the resolution it cannot become.
  if (open || high - low > Math.max(WIDTH * value, 2 * RESOLUTION * limit)) return false;
  const sure = tippingPoint(sizes, limit, SURE);
  return sure !== null && (size < sure.low || (size > sure.high && !sure.open));
}
