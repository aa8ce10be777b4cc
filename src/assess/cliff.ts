/** The cliff: losses over the sizes of the decision. */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { CliffPoint, CliffRun, DoseAxis } from './assessment.ts';
import { chanceAt } from './breaking.ts';
import { quantile, spread } from './quantile.ts';

/** The axis shows at least this share of the largest meaningful size: 30 % for a price rise. */
const LEAST_SHARE = 0.3;
const STEPS = 15;

/**
 * The sizes to try: evenly from 0 to the larger of 30 %, one and a half times the decision, and the tipping
 * point and a fifth; never beyond the largest meaningful size.
 * @param tip a first idea of where it tips, or null
 */
export function doseAxis(scenario: Scenario, tip: number | null = null): DoseAxis {
  const { index, kind } = selectedOf(scenario);
  const size = doseOf(scenario, index);
  const limit = largestDose(scenario, index);
  const wanted = Math.max(LEAST_SHARE * limit, 1.5 * size, 1.2 * (tip ?? 0));
  const step = roundStep(Math.min(limit, wanted) / STEPS);
  const count = Math.ceil(Math.min(limit, wanted) / step - 1e-9);
  const doses = Array.from({ length: count + 1 }, (_, i) =>
    Math.min(limit, (i * step * 1e6) / 1e6),
  );
  return { kind, index, size, limit, doses: doses.map((dose) => Math.round(dose * 1e6) / 1e6) };
}

/** The next larger of 0.5, 1, 2, 2.5, 4, 5 … hundredths: steps that read well on an axis. */
function roundStep(least: number): number {
  const steps = [
    0.001, 0.002, 0.0025, 0.005, 0.01, 0.02, 0.025, 0.04, 0.05, 0.1, 0.2, 0.25, 0.5, 1,
  ];
  return steps.find((step) => step >= least - 1e-9) ?? 1;
}

/**
 * The loss at each size: median, 5th and 95th percentile over the runs that were simulated at all of them. The
 * chance of a mass exit is that of all runs: the share that breaks at this size.
 */
export function cliffPoints(runs: readonly CliffRun[], doses: readonly number[]): CliffPoint[] {
  const swept = sweptAt(runs, doses);
  if (swept.length === 0) return [];
  return doses.map((dose, i) => {
    const { value, low, high } = spread(swept.map(({ losses }) => losses[i] ?? NaN));
    return { dose, typical: value, low, high, chance: chanceAt(runs, dose) };
  });
}

/** The runs that were simulated at all of the sizes; the others only searched for their tip. */
export const sweptAt = (runs: readonly CliffRun[], doses: readonly number[]): CliffRun[] =>
  runs.filter(({ losses }) => losses.length === doses.length);

/** Pieces into which the interval between two sizes of the axis is cut for the typical line. */
const FINER = 4;

/**
 * The typical line, more finely than at the sizes of the axis: the median loss of the runs that were simulated at
 * all of these, each read off between the sizes that it was simulated at. Empty without such runs.
 */
export function typicalLosses(
  runs: readonly CliffRun[],
  doses: readonly number[],
): (readonly [dose: number, loss: number])[] {
  const swept = sweptAt(runs, doses);
  if (swept.length === 0) return [];
  const places = finer(doses);
  const lines = swept.map((run) => lossesAt(run, places));
  return places.map((dose, i) => {
    const losses = lines.map((line) => line[i] ?? 0).sort((a, b) => a - b);
    return [dose, quantile(losses, 0.5)] as const;
  });
}

const finer = (doses: readonly number[]): number[] =>
  doses.flatMap((dose, i) => {
    const next = doses[i + 1];
    if (next === undefined) return [dose];
    return Array.from({ length: FINER }, (_, k) => dose + ((next - dose) * k) / FINER);
  });

/** Losses of a run at ascending sizes, in a straight line between those it was simulated at. */
function lossesAt({ path }: CliffRun, places: readonly number[]): number[] {
  let after = 0;
  return places.map((dose) => {
    while ((path[after]?.dose ?? Infinity) < dose) after++;
    const [left, right] = [path[after - 1], path[after]];
    if (!left || !right) return (right ?? left)?.loss ?? 0;
    const part = (dose - left.dose) / (right.dose - left.dose);
    return left.loss + (right.loss - left.loss) * part;
  });
}
