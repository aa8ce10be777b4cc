/** Question 5: what would a spreadsheet say, that takes every point to cost what the first ones cost? */
import type { Scenario } from '../model/scenario.ts';
import type { CliffRun, DoseAxis, Estimate } from './assessment.ts';
import { doseAxis } from './cliff.ts';
import type { Asking, Runner } from './job.ts';
import { replicate } from './job.ts';
import { spread } from './quantile.ts';
import { cliffJob } from './tipping.ts';

/** The forecast from a constant elasticity, measured at small sizes of the selected decision. */
export interface NaiveForecast {
  /** Loss per unit of size, fitted over all runs; and the 5th and 95th percentile of that of the single runs. */
  readonly slope: Estimate;
  /** The largest size that it was measured at. */
  readonly upTo: number;
  /** Loss forecast at the sizes of the axis: a straight line, at most 1. */
  readonly points: readonly { readonly dose: number; readonly loss: number }[];
  /** The same at the decision's size. */
  readonly atSize: number;
  /** What the runs lose at the decision's size beyond that: median, 5th and 95th percentile. */
  readonly gap: Estimate;
  /** Runs that it was measured in. */
  readonly runs: number;
}

/** Runs that are simulated for it. */
const RUNS = 20;
/** Sizes up to this share of the axis are small, and no more than this share of the smallest tip. */
const SMALL_SHARE = 0.25;
const SMALL_OF_TIP = 0.5;

/** The forecast, from runs of its own. Rejects if the scenario has no decision with a size. */
export async function naive(
  scenario: Scenario,
  runner: Runner,
  asking: Asking = {},
): Promise<NaiveForecast | null> {
  const axis = doseAxis(scenario);
  const doses = [...new Set([...axis.doses, axis.size])].sort((a, b) => a - b);
  const runs = await replicate(
    Math.min(scenario.runs, RUNS),
    (run) => runner.perform(cliffJob, [scenario, run, doses, 'sweep'], asking.signal),
    asking,
  );
  return naiveForecast(axis, runs);
}

/**
 * The forecast from runs at hand. Runs that only searched for their tip know nothing of small sizes and are left
 * out. Where other decisions than the selected one cost customers, the line begins at what they cost.
 * @returns null without a run that was simulated at all sizes
 */
export function naiveForecast(
  { doses, size }: DoseAxis,
  cliffs: readonly CliffRun[],
): NaiveForecast | null {
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
    gap: spread(runs.map((run) => lossAt(run, size) - forecast(size))),
    runs: runs.length,
  };
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

/** Loss of a run at a size, on a straight line between those that it was simulated at. */
function lossAt({ path }: CliffRun, dose: number): number {
  const after = path.findIndex((tried) => tried.dose >= dose);
  const right = path[after] ?? path.at(-1);
  const left = path[after - 1] ?? right;
  if (!left || !right || right.dose === left.dose) return right?.loss ?? 0;
  const part = Math.min(1, (dose - left.dose) / (right.dose - left.dose));
  return left.loss + (right.loss - left.loss) * part;
}
