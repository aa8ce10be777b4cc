/** Values of several seeds in one: their mean and how well it is known. */
import { ascending, quantile } from '../quantile.ts';

export interface Summary {
  /** Seeds with a value; those without one (an event that never came) are left out. */
  readonly count: number;
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  readonly median: number;
  /** 5th and 95th percentile over the seeds. */
  readonly low: number;
  readonly high: number;
}

/** @param values one per seed; NaN for a seed without one */
export function summary(values: readonly number[]): Summary {
  const known = values.filter((value) => !Number.isNaN(value));
  const sorted = ascending(known);
  const mean = meanOf(known);
  const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const count = known.length;
  return {
    count,
    mean,
    error: count > 1 ? Math.sqrt(squares / (count - 1) / count) : NaN,
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
  };
}

/** Of one figure of every measure. */
export function over<M>(measures: readonly M[], figure: (measure: M) => number): Summary {
  return summary(measures.map(figure));
}

/** Mean of values; NaN if there are none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? NaN;
  return sum / values.length;
}

/** The figures of one case of a fact: one market, one size, one lever. */
export interface Row<F extends string> {
  readonly name: string;
  readonly figures: Readonly<Record<F, Summary>>;
}

/**
 * A row for each case of a fact that measures several.
 * @param names of the cases
 * @param measures one per seed, each with a part for every case, in the same order
 * @param figures what is read from a part
 */
export function rowsOf<P, F extends string>(
  names: readonly string[],
  measures: readonly (readonly P[])[],
  figures: Readonly<Record<F, (part: P) => number>>,
): Row<F>[] {
  return names.map((name, i) => ({
    name,
    figures: summaries(
      measures.flatMap((parts) => parts.slice(i, i + 1)),
      figures,
    ),
  }));
}

/** Every figure of all measures. */
export function summaries<M, F extends string>(
  measures: readonly M[],
  figures: Readonly<Record<F, (measure: M) => number>>,
): Record<F, Summary> {
  const entries = Object.entries<(measure: M) => number>(figures);
  return Object.fromEntries(
    entries.map(([name, figure]) => [name, over(measures, figure)]),
  ) as Record<F, Summary>;
}

/** All figures of rows in one list, by names such as `shift telco`. */
export const valuesOf = (rows: readonly Row<string>[]): Record<string, Summary> =>
  Object.fromEntries(
    rows.flatMap(({ name, figures }) =>
      Object.entries(figures).map(([figure, value]) => [`${figure} ${name}`, value]),
    ),
  );

/** A figure that is one value for all seeds. */
export const single = (value: number): Summary => ({
  count: 1,
  mean: value,
  error: NaN,
  median: value,
  low: value,
  high: value,
});
