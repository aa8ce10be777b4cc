/** Question 2: at which size of the decision is the chance of a mass exit one half? */
import type { CliffRun, TippingPoint } from './assessment.ts';
import type { SeededRun } from '../engine/seeded.ts';
import { quantile } from './quantile.ts';

/** The search for a run's tip ends when it is known to this share of the largest meaningful size. */
const TOLERANCE = 1 / 800;

/**
 * The median of the runs' tips, with the 90 % interval of that median: from order statistics, so that no
 * shape of their distribution is assumed.
 * @param tips one per run; null for a run that never tips
 * @param limit largest size that was tried
 * @returns null if half of the runs or more do not tip up to `limit`
 */
export function tippingPoint(
  tips: readonly (number | null)[],
  limit: number,
): TippingPoint | null {
  const sorted = tips
    .map((tip) => tip ?? Infinity)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (sorted.length === 0) return null;
  const value = quantile(sorted, 0.5);
  if (!Number.isFinite(value)) return null;
  const rank = lowerRank(sorted.length);
  const low = sorted[rank] ?? value;
  const high = sorted[sorted.length - 1 - rank] ?? value;
  return Number.isFinite(high)
    ? { value, low, high, open: false }
    : { value, low, high: limit, open: true };
}

/**
 * Index of the order statistic below which the median lies with a chance of at most 5 %: binomial tail,
 * summed from ratios of neighbouring terms, so that nothing underflows.
 */
function lowerRank(count: number): number {
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
    if (tail > 0.05) break;
    rank++;
  }
  return Math.max(0, rank - 1);
}

/**
 * Losses of one run at the given sizes, and the smallest size at which it loses the threshold: bracketed by
 * those sizes, or beyond them up to `limit`, then halved.
 * @param doses ascending; may be empty
 */
export function cliffRun(
  seeded: SeededRun,
  run: number,
  doses: readonly number[],
  limit: number,
  threshold: number,
): CliffRun {
  const path = doses.map((dose) => ({ dose, loss: seeded.loss(dose) }));
  const losses = path.map(({ loss }) => loss);
  const lossAt = (dose: number): number => {
    const loss = seeded.loss(dose);
    path.push({ dose, loss });
    return loss;
  };
  const tip = search(path.slice(), limit, threshold, lossAt);
  path.sort((a, b) => a.dose - b.dose);
  return { run, losses, tip, path };
}

function search(
  tried: readonly { dose: number; loss: number }[],
  limit: number,
  threshold: number,
  lossAt: (dose: number) => number,
): number | null {
  const first = tried.findIndex(({ loss }) => loss >= threshold);
  let below = (first < 0 ? tried.at(-1) : tried[first - 1])?.dose ?? 0;
  let above = tried[first]?.dose ?? limit;
  if (first < 0 && (below >= limit || lossAt(limit) < threshold)) return null;
  if (first === 0) return above;
  while (above - below > TOLERANCE * limit) {
    const middle = (below + above) / 2;
    if (lossAt(middle) >= threshold) above = middle;
    else below = middle;
  }
  return (below + above) / 2;
}
