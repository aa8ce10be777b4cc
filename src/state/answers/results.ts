/** From finished runs to what the page says. Pure, so that the order in which the runs came cannot matter. */
import type {
  CliffPoint,
  CliffRun,
  DecisionRun,
  DoseAxis,
  Estimate,
  MassExit,
  TippingPoint,
  Verdict,
} from '../../assess/assessment.ts';
import { breaksAt } from '../../assess/breaking.ts';
import { cliffPoints, typicalLosses } from '../../assess/cliff.ts';
import { medianRun } from '../../assess/medianRun.ts';
import { massExit } from '../../assess/massExit.ts';
import { spread } from '../../assess/quantile.ts';
import { tippingOf } from '../../assess/tipping.ts';
import { RUNS_AT_LEAST, verdict, verdictOfExits } from '../../assess/verdict.ts';

/** The sweep over all sizes, as far as it has come. */
export interface Curve {
  readonly axis: DoseAxis;
  readonly threshold: number;
  /** As many as it took; of those beyond the first ones only the tip is known. */
  readonly runs: readonly CliffRun[];
  readonly points: readonly CliffPoint[];
  /** Median loss, more finely than at the sizes of the axis. */
  readonly typical: readonly (readonly [number, number])[];
  readonly tipping: TippingPoint | null;
}

/** The decision at one size, as far as it has come. */
export interface Outcome {
  readonly size: number;
  readonly planned: number;
  readonly runs: readonly DecisionRun[];
  /** The run with the median loss. */
  readonly typical: DecisionRun;
  /** Revenue at the end of the horizon against doing nothing. */
  readonly revenue: Estimate;
}

export interface Judgement {
  readonly massExit: MassExit;
  readonly verdict: Verdict;
}

export function curveOf(axis: DoseAxis, threshold: number, runs: readonly CliffRun[]): Curve {
  return {
    axis,
    threshold,
    runs,
    points: cliffPoints(runs, axis.doses),
    typical: typicalLosses(runs, axis.doses),
    tipping: tippingOf(runs, axis.limit),
  };
}

/** Null without runs. */
export function outcomeOf(
  size: number,
  planned: number,
  runs: readonly DecisionRun[],
): Outcome | null {
  const typical = medianRun(runs);
  if (!typical) return null;
  const revenue = spread(runs.map((run) => run.revenueAtEnd));
  return { size, planned, runs, typical, revenue };
}

/**
 * How the decision stands at a size. While the exact runs at that size are fewer than those of the sweep, a
 * run counts as a mass exit if it breaks there as far as the sweep tells; while the sweep has too few runs for a
 * tipping point, the exact ones alone tell on which side of it the size lies.
 *
 * @param curve null while there is none of this scenario
 * @returns null if there is nothing to judge by
 */
export function judge(
  curve: Curve | null,
  outcome: Outcome | null,
  size: number,
  threshold: number,
): Judgement | null {
  const swept = curve?.runs ?? [];
  const own = outcome?.size === size ? outcome.runs : [];
  const exact = own.length >= Math.max(swept.length, curve ? 0 : RUNS_AT_LEAST);
  const losses = exact
    ? own.map((run) => run.loss)
    : swept.map((run) => (breaksAt(run, size) ? 1 : 0));
  if (losses.length === 0) return null;
  const exits = massExit(losses, threshold);
  const known = swept.length >= RUNS_AT_LEAST;
  return {
    massExit: exits,
    verdict:
      known && curve
        ? verdict(exits, curve.tipping, { size, limit: curve.axis.limit })
        : verdictOfExits(exits),
  };
}
