/** Question 2: at which size of the decision is the chance of a mass exit one half? */
import { tripwireOf } from '../engine/tripwire.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { CliffRun, TippingPoint } from './assessment.ts';
import { firstSizes, spansOf } from './breaking.ts';
import { firstByHalving } from './halving.ts';
import type { Job } from './job.ts';
import { quantile } from './quantile.ts';

/**
 * The search for a run's tip ends when it is known to this share of the largest meaningful size, a quarter of a point
 * of a price. It is no finer, as there is nothing finer to know: neighbouring sizes differ by chance as well, and
 * close to its tip a run may hold, break and hold again. Measured on the examples as the standard deviation of the
 * loss around a smooth line, over the slope of that line: 1/1900 to 1/560 of the largest size among 4,000 people,
 * 1/870 to 1/310 among 600; in one run of three the sizes at which it holds and breaks overlap, mostly by less than
 * this, sometimes by a point or two (test/assess/resolution.test.ts). Over the runs such errors cancel out.
 */
export const RESOLUTION = 1 / 400;

/** Chance with which a median lies below its range, and above it: a 90 % range. */
const TAIL = 0.05;

/**
 * The median of the runs' tips, with the 90 % interval of that median: from order statistics, so that no
 * shape of their distribution is assumed; and never narrower than what the search can tell. So few runs that it may
 * lie beyond all of them have no such interval: it is all sizes then, and open.
 * @param tail chance of lying beyond one side of the interval, if it is not to be a 90 % one
 * @param tips one per run; null for a run that never tips
 * @param limit largest size that was tried
 * @returns null if half of the runs or more do not tip up to `limit`
 */
export function tippingPoint(
  tips: readonly (number | null)[],
  limit: number,
  tail = TAIL,
): TippingPoint | null {
  const sorted = tips
    .map((tip) => tip ?? Infinity)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (sorted.length === 0) return null;
  const value = quantile(sorted, 0.5);
  if (!Number.isFinite(value)) return null;
  const rank = lowerRank(sorted.length, tail);
  const half = (RESOLUTION * limit) / 2;
  const low = Math.max(0, Math.min(sorted[rank] ?? 0, value - half));
  const high = Math.max(sorted[sorted.length - 1 - rank] ?? Infinity, value + half);
  return Number.isFinite(high)
    ? { value, low, high: Math.min(limit, high), open: false }
    : { value, low, high: limit, open: true };
}

/**
 * The same from runs over all sizes, of which some may hold again at a larger size: where half of them break at one
 * and the same size for the first time.
 */
export const tippingOf = (
  runs: readonly Pick<CliffRun, 'breaks'>[],
  limit: number,
  tail = TAIL,
): TippingPoint | null => tippingPoint(firstSizes(runs), limit, tail);

/** Whether the tipping point's range ends below a size at which so many of the runs break. */
export const isRangePassed = (breaking: number, runs: number): boolean =>
  breaking >= runs - lowerRank(runs, TAIL);

/** Whether it begins above such a size. */
export const isRangeAhead = (breaking: number, runs: number): boolean =>
  breaking <= lowerRank(runs, TAIL);

/**
 * Index of the order statistic below which the median lies with a chance of at most `tail`, -1 if even the least may
 * lie above it: binomial tail, summed from ratios of neighbouring terms, so that nothing underflows.
 */
export function lowerRank(count: number, limit: number): number {
  const terms: number[] = [1];
  const middle = Math.floor(count / 2);
  for (let k = middle; k > 0; k--) {
    const last = terms.at(-1) ?? 0;
    terms.push((last * k) / (count - k + 1));
  }
  const ascendingTerms = terms.reverse();
  const lower = ascendingTerms.reduce((sum, term) => sum + term, 0);
  // Below and above the middle the terms mirror each other; the middle one counts once if count is even.
  const total = count % 2 === 0 ? 2 * lower - 1 : 2 * lower;
  let tail = 0;
  let rank = 0;
  for (const term of ascendingTerms) {
    tail += term / total;
    if (tail > limit) break;
    rank++;
  }
  return rank - 1;
}

/** All sizes of the axis are simulated, or as few as the search needs. */
export type Thoroughness = 'sweep' | 'search';

/**
 * One seed over the sizes of the selected decision. Where a tripwire can stop a pilot no run is searched: a size that
 * lights it is safer than a smaller one that does not, and halving would step over the sizes in between.
 */
export const cliffJob: Job<
  [scenario: Scenario, run: number, doses: readonly number[], thoroughness: Thoroughness],
  CliffRun
> = {
  name: 'cliff',
  perform(lab, scenario, run, doses, wanted) {
    const { limit } = lab.study(scenario);
    const thoroughness = tripwireOf(scenario) ? 'sweep' : wanted;
    const seeded = lab.seed(scenario, run, [...doses, limit], 'events');
    const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
    return {
      run,
      ...tipOf((dose) => seeded.loss(dose), doses, limit, threshold, thoroughness),
    };
  },
};

/**
 * Where a run loses the threshold: between two neighbours of `doses`, or beyond them up to `limit`, and then halved.
 * A search looks at few of the sizes, and takes it that a run which breaks at one of them breaks at all larger ones;
 * where what it sees speaks against that, it looks at all of them after all. So both come to the same sizes in every
 * run in which larger sizes lose more.
 *
 * @param lossAt loss of the run at a size
 * @param doses ascending; may be empty
 */
export function tipOf(
  lossAt: (dose: number) => number,
  doses: readonly number[],
  limit: number,
  threshold: number,
  thoroughness: Thoroughness,
): Omit<CliffRun, 'run'> {
  const tried = new Map<number, number>();
  const loss = (dose: number): number => {
    const value = tried.get(dose) ?? lossAt(dose);
    tried.set(dose, value);
    return value;
  };
  const breaks = (dose: number): boolean => loss(dose) >= threshold;
  const path = () => [...tried].map(([dose, loss]) => ({ dose, loss })).sort(byDose);
  const sweep = (): void => {
    if (!doses.map(breaks).includes(true)) breaks(limit);
  };
  const search = (): void => {
    const first = firstByHalving(0, doses.length, (i) => breaks(doses[i] ?? limit));
    // One size beyond the tip, to see whether the run still breaks there.
    breaks(doses[first + 1] ?? limit);
    if (!isMonotone(path(), threshold)) sweep();
  };
  if (thoroughness === 'sweep') sweep();
  else search();
  closeIn(path(), limit, breaks);
  const spans = spansOf(path(), threshold);
  return {
    tip: spans[0]?.from ?? null,
    breaks: spans,
    monotone: isMonotone(path(), threshold),
    losses: doses.every((dose) => tried.has(dose)) ? doses.map(loss) : [],
    path: path(),
  };
}

const byDose = (a: { dose: number }, b: { dose: number }): number => a.dose - b.dose;

/** Halves every interval of a path in which the run begins or ceases to break; at 0 it is taken to hold. */
function closeIn(
  path: readonly { dose: number }[],
  limit: number,
  breaks: (dose: number) => boolean,
): void {
  path.forEach(({ dose }, i) => {
    let [below, above] = [path[i - 1]?.dose ?? 0, dose];
    const [before, after] = [i > 0 && breaks(below), breaks(above)];
    while (before !== after && above - below > RESOLUTION * limit) {
      const middle = (below + above) / 2;
      if (breaks(middle) === after) above = middle;
      else below = middle;
    }
  });
}

/** No size at which the run breaks lies below one at which it holds. */
function isMonotone(
  path: readonly { dose: number; loss: number }[],
  threshold: number,
): boolean {
  const first = path.findIndex(({ loss }) => loss >= threshold);
  return first < 0 || path.slice(first).every(({ loss }) => loss >= threshold);
}
