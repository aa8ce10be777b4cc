/** What pairs of runs with the same seed tell: the draws are shared, so what differs is due to what was changed. */
import type { Estimate } from './assessment.ts';

/** 95 % quantiles of Student's t for 1, 2, … degrees of freedom; beyond, that of the normal distribution. */
const T95 = [
  6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771,
  1.761, 1.753, 1.746, 1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706,
  1.703, 1.701, 1.699, 1.697,
];
const Z95 = 1.645;

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
