/** What pairs of runs with the same seed tell: the draws are shared, so what differs is due to what was changed. */
import type { Estimate } from './assessment.ts';
import { ascending, quantile } from './quantile.ts';
import { lowerRank } from './tipping.ts';

/** 95 % quantiles of Student's t for 1, 2, … degrees of freedom; beyond, that of the normal distribution. */
const T95 = [
  6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771,
  1.761, 1.753, 1.746, 1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706,
  1.703, 1.701, 1.699, 1.697,
];
const Z95 = 1.645;
/** Chance with which a median lies beyond one side of its range: a 90 % range. */
const TAIL = 0.05;

/**
 * The mean of the differences, with its 90 % interval (Student's t). Of a single pair nothing is known of the
 * spread: the interval is the value itself.
 * @param differences one per pair, at least one
 */
export function meanShift(differences: readonly number[]): Estimate {
  const count = differences.length;
  const value = differences.reduce((sum, x) => sum + x, 0) / count;
  if (count < 2) return { value, low: value, high: value };
  const squares = differences.reduce((sum, x) => sum + (x - value) * (x - value), 0);
  const half = (T95[count - 2] ?? Z95) * Math.sqrt(squares / (count - 1) / count);
  return { value, low: value - half, high: value + half };
}

/** How far the tipping point moves, in the unit of the size, with its 90 % range. */
export interface Shift extends Estimate {
  /** Pairs that tell: one of the two tips within the sizes tried, or they come to lie on different sides of them. */
  readonly pairs: number;
  /**
   * Where too many pairs tell one side only, the range is open: `atLeast` above, so that `value` and `low` are what
   * it is at least; `atMost` below, so that `value` and `high` are what it is at most.
   */
  readonly bound: 'none' | 'atLeast' | 'atMost';
}

/** A run before and after a change. */
export interface TipPair {
  /** Tips: 0 if the run breaks without the decision, null if it does not break up to the largest size. */
  readonly before: number | null;
  readonly after: number | null;
  /** The run comes out the same to the customer: it is not moved, wherever it tips. */
  readonly unchanged?: boolean | undefined;
}

/**
 * The shift of the tips from pairs of runs. Where all tips lie within the sizes tried it is their mean shift; else
 * the median shift with its range from order statistics, which does not ask how far beyond a tip lies.
 * @param limit largest size tried
 * @returns null where it cannot be told: most pairs tip on the same side of the sizes both times, or there is none
 */
export function tipShift(pairs: readonly TipPair[], limit: number): Shift | null {
  const told = pairs
    .map((pair) => boundsOf(pair, limit))
    .filter(({ least, most }) => Number.isFinite(least) || Number.isFinite(most));
  if (told.length === 0 || told.length * 2 < pairs.length) return null;
  const isExact = told.every(({ least, most }) => least === most);
  return isExact
    ? { ...meanShift(told.map(({ least }) => least)), pairs: told.length, bound: 'none' }
    : medianShift(told);
}

/** Pairs of which it is sure that they tip at a larger size, and at a smaller one. */
export interface Moved {
  readonly up: number;
  readonly down: number;
}

export function movedBy(pairs: readonly TipPair[], limit: number): Moved {
  const bounds = pairs.map((pair) => boundsOf(pair, limit));
  return {
    up: bounds.filter(({ least }) => least > 0).length,
    down: bounds.filter(({ most }) => most < 0).length,
  };
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function boundsOf({ before, after, unchanged = false }: TipPair, limit: number): Bounds {
  if (unchanged) return { least: 0, most: 0 };
  const [from, to] = [placeOf(before, limit), placeOf(after, limit)];
  return { least: to.least - from.most, most: to.most - from.least };
}

/** Where a run tips, as far as the sizes tried tell. */
function placeOf(tip: number | null, limit: number): Bounds {
  if (tip === null) return { least: limit, most: Infinity };
  return { least: tip > 0 ? tip : -Infinity, most: tip };
}

function medianShift(told: readonly Bounds[]): Shift | null {
  const pairs = told.length;
  // Of fewer than five pairs it is the range of the pairs, as many as the words say.
  const rank = Math.max(0, lowerRank(pairs, TAIL));
  const [leasts, mosts] = [
    ascending(told.map(({ least }) => least)),
    ascending(told.map(({ most }) => most)),
  ];
  const over = (sorted: readonly number[]) => ({
    value: quantile(sorted, 0.5),
    low: sorted[rank] ?? NaN,
    high: sorted[pairs - 1 - rank] ?? NaN,
  });
  const [least, most] = [over(leasts), over(mosts)];
  if (Number.isFinite(least.low) && Number.isFinite(most.high)) {
    const value = (least.value + most.value) / 2;
    return { value, low: least.low, high: most.high, pairs, bound: 'none' };
  }
  if (Number.isFinite(least.low)) return { ...least, pairs, bound: 'atLeast' };
  return Number.isFinite(most.high) ? { ...most, pairs, bound: 'atMost' } : null;
}
