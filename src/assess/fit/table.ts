/** The table of simulated pasts that a fit draws its conclusion from. */
import type { Month, Scenario } from '../../model/scenario.ts';
import { replicate } from '../job.ts';
import type { Asking, Runner } from '../job.ts';
import { churnJob } from './churn.ts';
import type { Table } from './posterior.ts';
import { drawnPasts, placesOf } from './prior.ts';
import type { Prior } from './prior.ts';
import { booked, drawsOfRow } from './sampling.ts';
import { summaryOf } from './summary.ts';

/** Draws from the ranges. */
export const TABLE_ROWS = 2400;

/** The months of an own past, and how many customers they are about. */
export interface PastMonths {
  readonly months: readonly Month[];
  /** Customers, where a month says none. */
  readonly customers: number;
}

/** With the churn of every month, and the scenario that it comes from. */
export interface SimulatedTable extends Table {
  readonly churns: readonly (readonly number[])[];
  readonly scenarios: readonly Scenario[];
}

/** What a table is made of. */
export interface TablePlan {
  /** As `pastOf` gives it. */
  readonly past: Scenario;
  readonly prior: Prior;
  readonly history: PastMonths;
  readonly groups: readonly (readonly number[])[];
  readonly rows?: number;
}

/** One row for each draw, of one run each: a real past is a single run as well, with the chance of a single one. */
export async function simulatedTable(
  { past, prior, history: { months, customers }, groups, rows = TABLE_ROWS }: TablePlan,
  runner: Runner,
  { signal, onProgress }: Asking = {},
): Promise<SimulatedTable> {
  const weeks = months.map(({ week }) => week);
  const draws = drawnPasts(past, prior, past.seed, rows);
  const scenarios = draws.map(({ scenario }) => scenario);
  const churns = await replicate(
    scenarios.length,
    async (row) => {
      const args = [scenarios[row] ?? past, row, weeks] as const;
      const simulated = await runner.perform(churnJob, [...args], signal);
      return booked(simulated, months, customers, drawsOfRow(past.seed, row));
    },
    { onProgress },
  );
  return {
    places: draws.map(({ values }) => placesOf(values, prior)),
    summaries: churns.map((churn) => summaryOf(churn, groups)),
    churns,
    scenarios,
  };
}
