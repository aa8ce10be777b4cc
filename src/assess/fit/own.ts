/** How the scenario's own parameters would have had customers leave in the past. */
import { assuming } from '../../model/assumptions.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { parametersOf } from '../../model/scenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { replicate } from '../job.ts';
import type { Asking, Runner } from '../job.ts';
import { churnJob } from './churn.ts';
import { monthsBefore } from './summary.ts';
import type { PastMonths } from './table.ts';

const RUNS = 8;
const ROUNDS = 3;
/** The everyday hazard's range in multiples; churn this far off cannot come from within it. */
const NEAR = 1.25;

export interface OwnPast {
  /** Everyday hazard at which the churn before any change is about the own one. */
  readonly h0: number;
  /** Mean churn of every month with it. */
  readonly churn: readonly number[];
}

/**
 * The past under the scenario's own parameters. Where the churn before any change is not that of the market at all,
 * the everyday hazard is brought to it first: its range is one of multiples, and says nothing of the level.
 */
export async function ownPast(
  past: Scenario,
  history: PastMonths,
  runner: Runner,
  asking: Asking = {},
): Promise<OwnPast> {
  const before = monthsBefore(past, history.months);
  const observed = meanAt(
    history.months.map(({ churn }) => churn),
    before,
  );
  let { h0 } = parametersOf(past);
  let churn = await meanChurn(past, history, runner, asking);
  const isFree = past.parameters?.h0 === undefined && before.length > 0;
  for (let round = 0; isFree && round < ROUNDS; round++) {
    const ratio = observed / meanAt(churn, before);
    if (!(ratio > NEAR || ratio < 1 / NEAR)) break;
    h0 = Math.min(PARAMETERS.h0.max, h0 * Math.min(10, Math.max(0.1, ratio)));
    churn = await meanChurn(assuming(past, { h0 }), history, runner, asking);
  }
  return { h0, churn };
}

async function meanChurn(
  past: Scenario,
  { months }: PastMonths,
  runner: Runner,
  { signal }: Asking,
): Promise<number[]> {
  const weeks = months.map(({ week }) => week);
  const runs = await replicate(RUNS, (run) =>
    runner.perform(churnJob, [past, run, weeks], signal),
  );
  return months.map(
    (_, i) => runs.reduce((sum, run) => sum + (run[i]?.churn ?? 0), 0) / runs.length,
  );
}

const meanAt = (values: readonly number[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (values[place] ?? 0), 0) / Math.max(1, places.length);
