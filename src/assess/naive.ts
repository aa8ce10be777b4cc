/** Question 5: what would a spreadsheet say, that takes every point to cost what the first ones cost? */
import type { CliffRun, DoseAxis, Estimate } from './assessment.ts';
import { spread } from './quantile.ts';

/** The forecast from a constant elasticity, measured at small sizes of the selected decision. */
export interface NaiveLine {
  /** Loss per unit of size, fitted over all runs; and the 5th and 95th percentile of that of the single runs. */
  readonly slope: Estimate;
  /** The largest size that it was measured at. */
  readonly upTo: number;
  /** Loss forecast at the sizes of the axis: a straight line, at most 1. */
  readonly points: readonly { readonly dose: number; readonly loss: number }[];
  /** The same at the decision's size. */
  readonly atSize: number;
  /** Runs that it was measured in. */
  readonly runs: number;
}

export interface NaiveForecast extends NaiveLine {
  /** What the runs lose at the decision's size beyond that: median, 5th and 95th percentile. */
  readonly gap: Estimate;
}

/** Sizes up to this share of the axis are small, and no more than this share of the smallest tip. */
const SMALL_SHARE = 0.25;
const SMALL_OF_TIP = 0.5;

/**
 * The forecast from runs at hand. Runs that only searched for their tip know nothing of small sizes and are left
 * out. Where other decisions than the selected one cost customers, the line begins at what they cost.
 * @returns null without a run that was simulated at all sizes
 */
export function naiveLine(
  { doses, size }: DoseAxis,
  cliffs: readonly CliffRun[],
): NaiveLine | null {
  const runs = cliffs.filter(({ losses }) => losses.length > 0);
  if (runs.length === 0) return null;
  const small = smallSizes(doses, runs);
  const begins = spread(runs.map((run) => lossAt(run, 0))).value;
  const rises = runs.map((run) =>
    small.map((dose) => ({ dose, loss: lossAt(run, dose) - lossAt(run, 0) })),
  );
  const { low, high } = spread(rises.map(slopeThroughOrigin));
  const value = slopeThroughOrigin(rises.flat());
  const forecast = (dose: number) => Math.min(1, begins + value * dose);
  return {
    slope: { value, low: Math.min(low, value), high: Math.max(high, value) },
    upTo: small.at(-1) ?? 0,
    points: doses.map((dose) => ({ dose, loss: forecast(dose) })),
    atSize: forecast(size),
    runs: runs.length,
  };
}

/**
 * The forecast, and how far the decision's runs lose more than that.
 * @param cliffs runs over the sizes
 * @param losses of runs at the decision's own size, which may lie outside the sizes: what is cut, or more than all
 * @returns null without a run that was simulated at all sizes, or without a loss
 */
export function naiveForecast(
  axis: DoseAxis,
  cliffs: readonly CliffRun[],
  losses: readonly number[],
): NaiveForecast | null {
  const line = naiveLine(axis, cliffs);
  if (!line || losses.length === 0) return null;
  return { ...line, gap: spread(losses.map((loss) => loss - line.atSize)) };
}

/** Sizes of the axis that are small, the first one in any case. */
function smallSizes(doses: readonly number[], runs: readonly CliffRun[]): number[] {
  const sizes = doses.filter((dose) => dose > 0);
  const tip = Math.min(...runs.map((run) => run.tip ?? Infinity));
  const most = Math.min(SMALL_SHARE * (sizes.at(-1) ?? 0), SMALL_OF_TIP * tip);
  const small = sizes.filter((dose) => dose <= most);
  return small.length > 0 ? small : sizes.slice(0, 1);
}

/** Least squares. */
function slopeThroughOrigin(
  points: readonly { readonly dose: number; readonly loss: number }[],
): number {
  const product = points.reduce((sum, { dose, loss }) => sum + dose * loss, 0);
  const square = points.reduce((sum, { dose }) => sum + dose * dose, 0);
  return square > 0 ? product / square : 0;
}

/** Loss of a run at a size of the axis. */
const lossAt = ({ path }: CliffRun, dose: number): number =>
  path.find((tried) => tried.dose === dose)?.loss ?? 0;
