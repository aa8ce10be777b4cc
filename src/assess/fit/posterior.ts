/**
 * From a table of simulated pasts to what the own past says of the parameters: approximate Bayesian computation by
 * rejection with regression adjustment (Beaumont, Zhang and Balding 2002). Of all draws those are kept whose churn
 * comes nearest to the own; each is moved, along a local linear regression, by as much as its churn is off. Parameters
 * are places in 0..1 of their ranges, and stay there.
 *
 * Only + - * / and roots are used, so that the same numbers come out everywhere.
 */
import { regression, solved } from './regression.ts';
import type { Regression } from './regression.ts';

/** Share of the draws that is kept. */
const KEPT = 0.2;
/** Draws of equal weight that stand for those kept. */
export const DRAWS = 64;

/** Draws from the ranges, and what came of them. Rows belong together. */
export interface Table {
  /** Places of the parameters in 0..1 of their ranges. */
  readonly places: readonly (readonly number[])[];
  /** What is compared of the churn. */
  readonly summaries: readonly (readonly number[])[];
}

export interface Posterior {
  /** Rows of the table that were kept, and how much each counts. */
  readonly rows: readonly number[];
  readonly weights: readonly number[];
  /** Places of the parameters in these rows, moved. */
  readonly places: readonly (readonly number[])[];
  /** How a place moves with what is compared. */
  readonly regression: Regression;
  /** By how much each figure compared varies over the table. */
  readonly scales: readonly number[];
}

/** The draws of a table that come nearest to what was observed, moved to it. */
export function posteriorOf(
  { places, summaries }: Table,
  observed: readonly number[],
): Posterior {
  const scales = observed.map((_, i) => deviation(summaries.map((row) => row[i] ?? 0)));
  const offs = summaries.map((row) => scaledOff(row, observed, scales));
  const distances = offs.map(lengthOf);
  const order = distances.map((_, row) => row).sort((a, b) => nearer(distances, a, b));
  const rows = order.slice(0, Math.max(2, Math.round(KEPT * order.length)));
  const reach = distances[rows.at(-1) ?? 0] ?? 0;
  const weights = rows.map((row) => kernelWeight(distances[row] ?? 0, reach));
  const kept = rows.map((row) => places[row] ?? []);
  const inputs = rows.map((row) => offs[row] ?? []);
  const line = regression(inputs, kept, weights);
  return {
    rows,
    weights,
    places: kept.map((row, k) => moved(row, inputs[k] ?? [], line, -1)),
    regression: line,
    scales,
  };
}

const nearer = (distances: readonly number[], a: number, b: number): number =>
  (distances[a] ?? 0) - (distances[b] ?? 0) || a - b;

/** How far a summary is off, in standard deviations of the table. */
export const scaledOff = (
  summary: readonly number[],
  observed: readonly number[],
  scales: readonly number[],
): number[] =>
  observed.map((value, i) => {
    const scale = scales[i] ?? 0;
    return scale > 0 ? ((summary[i] ?? 0) - value) / scale : 0;
  });

const lengthOf = (off: readonly number[]): number =>
  Math.sqrt(off.reduce((sum, x) => sum + x * x, 0));

/** Epanechnikov's kernel; where all are equally near they count the same. */
const kernelWeight = (distance: number, reach: number): number =>
  reach > 0 ? Math.max(1e-6, 1 - (distance / reach) * (distance / reach)) : 1;

/** Places moved along the regression by so many times what is off, within their ranges. */
export function moved(
  places: readonly number[],
  off: readonly number[],
  { slopes }: Regression,
  times: number,
): number[] {
  return places.map((place, j) => {
    const step = off.reduce((sum, x, i) => sum + x * (slopes[i]?.[j] ?? 0), 0);
    return Math.min(1, Math.max(0, place + times * step));
  });
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return Math.sqrt(squares / values.length);
}

/** Quantile of values that count differently; between two, by linear interpolation. */
export function weightedQuantile(
  values: readonly number[],
  weights: readonly number[],
  share: number,
): number {
  const order = values
    .map((value, i) => [value, weights[i] ?? 0] as const)
    .sort(([a], [b]) => a - b);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  let last: readonly [value: number, at: number] | undefined;
  for (const [value, weight] of order) {
    const at = (below + weight / 2) / total;
    if (at >= share) {
      if (!last) return value;
      return last[0] + ((value - last[0]) * (share - last[1])) / (at - last[1]);
    }
    below += weight;
    last = [value, at];
  }
  return last?.[0] ?? NaN;
}

/**
 * Places in the list of those kept of as many draws of equal weight: at even steps of the weights added up, from the
 * middle of the first (systematic resampling), so that nothing is left to chance.
 */
export function resampled(weights: readonly number[], count = DRAWS): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chosen: number[] = [];
  let reached = 0;
  weights.forEach((weight, k) => {
    reached += weight;
    while (chosen.length < count && (chosen.length + 0.5) / count <= reached / total)
      chosen.push(k);
  });
  return chosen;
}

/**
 * How much of what was uncertain is left where the past tells most: the least ratio of the standard deviation after
 * to that before, over all combinations of the parameters. 1 if it tells nothing.
 * @param columns of the parameters to look at
 */
export function leftUncertain(
  table: Table,
  posterior: Posterior,
  columns: readonly number[],
): number {
  const before = covariance(
    select(table.places, columns),
    table.places.map(() => 1),
  );
  const after = covariance(select(posterior.places, columns), posterior.weights);
  // The least eigenvalue of after / before is the inverse of the largest of before / after.
  let direction = before.map((_, i) => [1 + i / 100]);
  let ratio = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const next = solved(after, timesVector(before, direction));
    const length = Math.sqrt(next.reduce((sum, [x = 0]) => sum + x * x, 0));
    const from = Math.sqrt(direction.reduce((sum, [x = 0]) => sum + x * x, 0));
    ratio = from / length;
    direction = next.map(([x = 0]) => [x / length]);
  }
  return Math.min(1, Math.sqrt(ratio));
}

/**
 * What `leftUncertain` comes to if a past tells nothing: of so many combinations some vary less in any sample
 * (Marchenko and Pastur 1967).
 */
export function leftByChance({ weights }: Posterior, columns: number): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return Math.max(0, 1 - Math.sqrt((columns * squares) / (sum * sum)));
}

const ROUNDS = 60;

const select = (rows: readonly (readonly number[])[], columns: readonly number[]): number[][] =>
  rows.map((row) => columns.map((column) => row[column] ?? 0));

const timesVector = (matrix: readonly (readonly number[])[], vector: readonly number[][]) =>
  matrix.map((row) => [row.reduce((sum, x, i) => sum + x * (vector[i]?.[0] ?? 0), 0)]);

/** With a trace added to the diagonal, so that a column that does not vary does no harm. */
function covariance(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
): number[][] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const width = rows[0]?.length ?? 0;
  const places = Array.from({ length: width }, (_, i) => i);
  const means = places.map(
    (i) => rows.reduce((sum, row, k) => sum + (weights[k] ?? 0) * (row[i] ?? 0), 0) / total,
  );
  const product = (i: number, j: number) =>
    rows.reduce(
      (sum, row, k) =>
        sum +
        (weights[k] ?? 0) *
          ((row[i] ?? 0) - (means[i] ?? 0)) *
          ((row[j] ?? 0) - (means[j] ?? 0)),
      0,
    ) / total;
  return places.map((i) => places.map((j) => product(i, j) + (i === j ? 1e-9 : 0)));
}

/** Median and 90 % interval of a parameter's place. */
export function placeOf(
  { places, weights }: Posterior,
  column: number,
): { value: number; low: number; high: number } {
  const values = places.map((row) => row[column] ?? 0);
  const at = (share: number) => weightedQuantile(values, weights, share);
  return { value: at(0.5), low: at(0.05), high: at(0.95) };
}
