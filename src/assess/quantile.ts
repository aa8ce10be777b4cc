import type { Estimate } from './assessment.ts';

/**
 * Quantile by linear interpolation between order statistics.
 * @param sorted ascending, at least one value
 * @param share 0 (least) to 1 (most)
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below === above ? below : below + (above - below) * (place - Math.floor(place));
}

export const ascending = (values: readonly number[]): number[] =>
  [...values].sort((a, b) => a - b);

/**
 * Runs that a 90 % range needs at least: the median of all that could have been lies beyond both ends of four of them
 * once in eight times, of five once in sixteen.
 */
export const RUNS_FOR_A_RANGE = 5;

/** Median, with the 5th and 95th percentile of the values. */
export function spread(values: readonly number[]): Estimate {
  const sorted = ascending(values);
  return {
    value: quantile(sorted, 0.5),
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
  };
}

/** A value with its 90 % range, and on how many runs it rests. */
export interface Sample extends Estimate {
  readonly runs: number;
}

/** Median, with the 5th and 95th percentile, of the runs that have a value; null if fewer than `least` have. */
export function sample(values: readonly (number | null)[], least = 1): Sample | null {
  const found = values.filter((value) => value !== null);
  return found.length < Math.max(1, least) ? null : { ...spread(found), runs: found.length };
}
