/**
 * Does the fit find what is there? Parameters are planted, drawn from the ranges like everything else, a past is
 * simulated with them, and the fit to it is looked at: do its 90 % intervals hold what was planted?
 *
 * All cases have the same months, so one table serves them all.
 */
import type { Scenario } from '../../model/scenario.ts';
import { parametersOf } from '../../model/scenario.ts';
import type { FittableName } from '../../model/scenario/fitted.ts';
import { replicate } from '../job.ts';
import type { Asking, Runner } from '../job.ts';
import { quantile } from '../quantile.ts';
import { churnJob } from './churn.ts';
import { pastFor } from './fit.ts';
import { leftUncertain, placeOf, posteriorOf } from './posterior.ts';
import { drawnPasts, placesOf, priorOf } from './prior.ts';
import { booked, drawsOfRow } from './sampling.ts';
import { groupsOf, summaryOf } from './summary.ts';
import { TABLE_ROWS, simulatedTable } from './table.ts';
import type { PastMonths } from './table.ts';

/** One parameter over all cases. */
export interface Recovered {
  readonly name: FittableName;
  /** Cases whose 90 % interval holds what was planted. */
  readonly covered: number;
  /** Mean length of the interval, over that before. */
  readonly left: number;
}

export interface Recovery {
  readonly cases: number;
  readonly parameters: readonly Recovered[];
  /** Share of all intervals that hold what was planted. */
  readonly coverage: number;
  /** `left` of the best-known combination in the typical case. */
  readonly left: number;
}

/** How large a check is. */
export interface Check {
  /** Pasts to plant. */
  readonly cases: number;
  /** Rows of the table, if not as many as a fit has. */
  readonly rows?: number;
}

/** @param history its months and its number of customers; the churn in it is not looked at */
export async function recovery(
  scenario: Scenario,
  history: PastMonths,
  { cases, rows = TABLE_ROWS }: Check,
  runner: Runner,
  { signal, onProgress }: Asking = {},
): Promise<Recovery> {
  const past = pastFor(scenario, history);
  const prior = priorOf(past, parametersOf(past).h0);
  const groups = groupsOf(past, history.months);
  const planned = rows + cases;
  const table = await simulatedTable({ past, prior, history, groups, rows }, runner, {
    signal,
    onProgress: (done) => onProgress?.(done, planned),
  });
  const planted = await plantedCases(scenario, history, cases, runner, {
    signal,
    onProgress: (done) => onProgress?.(rows + done, planned),
  });
  const free = prior.names.flatMap((name, j) => (name === 'h0' ? [] : [j]));
  const found = planted.map(({ values, churn }) => {
    const posterior = posteriorOf(table, summaryOf(churn, groups));
    const truth = placesOf(values, prior);
    const intervals = prior.names.map((_, j) => placeOf(posterior, j));
    return {
      covered: intervals.map(
        ({ low, high }, j) => low <= (truth[j] ?? NaN) && (truth[j] ?? NaN) <= high,
      ),
      lengths: intervals.map(({ low, high }) => (high - low) / 0.9),
      left: leftUncertain(table, posterior, free),
    };
  });
  const parameters = prior.names.map((name, j) => ({
    name,
    covered: found.filter(({ covered }) => covered[j]).length,
    left: found.reduce((sum, { lengths }) => sum + (lengths[j] ?? 0), 0) / cases,
  }));
  const hits = parameters.reduce((sum, { covered }) => sum + covered, 0);
  return {
    cases,
    parameters,
    coverage: hits / (cases * parameters.length),
    left: quantile(
      found.map(({ left }) => left).sort((a, b) => a - b),
      0.5,
    ),
  };
}

/** Pasts with planted parameters, simulated with as many customers as the history has. */
async function plantedCases(
  scenario: Scenario,
  { months, customers }: PastMonths,
  cases: number,
  runner: Runner,
  { signal, onProgress }: Asking,
) {
  const like = pastFor(scenario, { months, customers });
  const people = Math.min(100_000, Math.ceil(customers / parametersOf(like).actShare));
  const past = { ...like, customers: Math.max(1000, people), seed: `${like.seed} planted` };
  const prior = priorOf(past, parametersOf(past).h0);
  const planted = drawnPasts(past, prior, past.seed, cases);
  const weeks = months.map(({ week }) => week);
  return replicate(
    cases,
    async (i) => {
      const { values, scenario: one } = planted[i] ?? { values: {}, scenario: past };
      const simulated = await runner.perform(churnJob, [one, i, weeks], signal);
      return { values, churn: booked(simulated, months, customers, drawsOfRow(past.seed, i)) };
    },
    { onProgress },
  );
}
