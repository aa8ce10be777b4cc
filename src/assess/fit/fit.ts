/** What do past changes say of the parameters? A fit of monthly churn around them, by approximate Bayesian computation. */
import { assuming } from '../../model/assumptions.ts';
import type { ParameterOverrides } from '../../model/parameters.ts';
import { MODEL_VERSION } from '../../model/version.ts';
import type { Fitted, Month, Scenario } from '../../model/scenario.ts';
import { parametersOf } from '../../model/scenario.ts';
import { FITTED_VERSION } from '../../model/scenario/fitted.ts';
import type { FittableName } from '../../model/scenario/fitted.ts';
import type { Estimate } from '../assessment.ts';
import { replicate } from '../job.ts';
import type { Asking, Runner } from '../job.ts';
import { spread } from '../quantile.ts';
import { churnJob, pastOf } from './churn.ts';
import { ownPast } from './own.ts';
import type { OwnPast } from './own.ts';
import {
  DRAWS,
  leftByChance,
  leftUncertain,
  moved,
  placeOf,
  posteriorOf,
  resampled,
  scaledOff,
} from './posterior.ts';
import type { Posterior } from './posterior.ts';
import { peopleFor, placesOf, priorOf, valueAt, valuesAt } from './prior.ts';
import type { Prior } from './prior.ts';
import { booked, drawsOfRow } from './sampling.ts';
import { groupsOf, summaryOf } from './summary.ts';
import { TABLE_ROWS, simulatedTable } from './table.ts';
import type { PastMonths, SimulatedTable } from './table.ts';

/** What is left of what was uncertain, at most, where a past is said to have narrowed it. */
const LEFT_AT_MOST = 0.85;
/** Everyday churn is told by any month; it says nothing of what people make of a change. */
const EVERYDAY: FittableName = 'h0';

/** What a past says of one parameter. */
export interface FittedParameter {
  readonly name: FittableName;
  /** 90 % interval before the past was looked at. */
  readonly prior: { readonly low: number; readonly high: number };
  readonly posterior: Estimate;
  /** Length of that interval over the one before; 1 if nothing was learned. */
  readonly left: number;
  /** What the scenario assumed, and what it assumes with the fit. */
  readonly before: number;
  readonly own: number;
}

export interface FittedMonth extends Month {
  /** Median and 90 % of what the ranges lead one to expect, before and after; chance included. */
  readonly prior: Estimate;
  readonly band: Estimate;
  /** Whether the own churn lies in the band. */
  readonly inside: boolean;
}

export interface Fit {
  /** Draws simulated, and kept. */
  readonly drawn: number;
  readonly kept: number;
  /** People simulated in each. */
  readonly people: number;
  readonly parameters: readonly FittedParameter[];
  /** What is left of the uncertainty of that combination of parameters, everyday churn aside, of which most was learned. */
  readonly left: number;
  readonly narrowed: boolean;
  readonly months: readonly FittedMonth[];
  /** Months that lie in the band. */
  readonly inside: number;
  /** To be stored in the scenario. */
  readonly fitted: Fitted;
}

export interface Fitting extends Asking {
  /** Draws from the ranges; fewer of them say less. */
  readonly rows?: number;
}

/**
 * Fits the parameters that a past can tell something about to the churn of its months.
 * The same input gives the same answer, in whatever order the runner does its jobs.
 *
 * @param scenario with the changes of the past as decisions before week 0
 * @throws RangeError if there is no such decision, or no month
 */
export async function fit(
  scenario: Scenario,
  history: PastMonths,
  runner: Runner,
  { rows = TABLE_ROWS, ...asking }: Fitting = {},
): Promise<Fit> {
  const past = pastFor(scenario, history);
  const { signal } = asking;
  const planned = rows + DRAWS;
  const own = await ownPast(past, history, runner, { signal });
  const prior = priorOf(past, own.h0);
  const groups = groupsOf(past, history.months);
  const table = await simulatedTable({ past, prior, history, groups, rows }, runner, {
    signal,
    onProgress: (done) => asking.onProgress?.(done, planned),
  });
  const observed = summaryOf(
    history.months.map(({ churn }) => churn),
    groups,
  );
  const posterior = posteriorOf(table, observed);
  const chosen = resampled(posterior.weights);
  const draws = chosen.map((k) => valuesAt(posterior.places[k] ?? [], prior));
  const churns = await replayed(past, chosen, draws, { table, posterior }, history, runner, {
    signal,
    onProgress: (done) => asking.onProgress?.(rows + done, planned),
  });
  return concluded(
    history,
    { past, own, prior, groups, observed },
    { table, posterior, draws, churns },
  );
}

/**
 * The past that is simulated for a history.
 * @throws RangeError if there is nothing to fit to
 */
export function pastFor(scenario: Scenario, { months, customers }: PastMonths): Scenario {
  const past = pastOf(scenario, scenario.customers);
  if (past.decisions.length === 0)
    throw new RangeError(
      'decisions: received none before week 0, expected the past change that the months are about',
    );
  if (months.length === 0)
    throw new RangeError('months: received none, expected monthly churn around a past change');
  return pastOf(scenario, peopleFor(customers, past));
}

/** The past again, as the draws that stand for the fit would have it: with all else that they were drawn with. */
async function replayed(
  past: Scenario,
  chosen: readonly number[],
  draws: readonly ParameterOverrides[],
  { table, posterior }: { table: SimulatedTable; posterior: Posterior },
  { months, customers }: PastMonths,
  runner: Runner,
  { signal, onProgress }: Asking,
): Promise<number[][]> {
  const weeks = months.map(({ week }) => week);
  return replicate(
    draws.length,
    async (i) => {
      const row = posterior.rows[chosen[i] ?? 0] ?? 0;
      const scenario = assuming(table.scenarios[row] ?? past, draws[i] ?? {});
      const run = table.places.length + i;
      const simulated = await runner.perform(churnJob, [scenario, run, weeks], signal);
      return booked(simulated, months, customers, drawsOfRow(past.seed, run));
    },
    { onProgress },
  );
}

interface Asked {
  readonly past: Scenario;
  readonly own: OwnPast;
  readonly prior: Prior;
  readonly groups: readonly (readonly number[])[];
  readonly observed: readonly number[];
}

interface Found {
  readonly table: SimulatedTable;
  readonly posterior: Posterior;
  readonly draws: readonly ParameterOverrides[];
  readonly churns: readonly (readonly number[])[];
}

function concluded(history: PastMonths, asked: Asked, found: Found): Fit {
  const { past, prior } = asked;
  const { table, posterior, draws, churns } = found;
  const own = ownValues(asked, posterior);
  const parameters = parametersIn(past, prior, posterior, own);
  const sensitivities = prior.names.flatMap((name, j) => (name === EVERYDAY ? [] : [j]));
  const left = leftUncertain(table, posterior, sensitivities);
  const narrowed =
    left < LEFT_AT_MOST * leftByChance(posterior, sensitivities.length) ||
    parameters.some((one) => one.name !== EVERYDAY && one.left < LEFT_AT_MOST);
  const months = history.months.map((month, i) => {
    const at = (all: readonly (readonly number[])[]) =>
      spread(all.map((churn) => churn[i] ?? 0));
    const band = at(churns);
    const inside = month.churn >= band.low && month.churn <= band.high;
    return { ...month, prior: at(table.churns), band, inside };
  });
  return {
    drawn: table.places.length,
    kept: posterior.rows.length,
    people: past.customers,
    parameters,
    left,
    narrowed,
    months,
    inside: months.filter(({ inside }) => inside).length,
    fitted: {
      version: FITTED_VERSION,
      modelVersion: MODEL_VERSION,
      customers: history.customers,
      months: [...history.months],
      narrowed,
      own,
      draws: Object.fromEntries(
        prior.names.map((name) => [name, draws.map((draw) => draw[name] ?? 0)]),
      ),
    },
  };
}

/**
 * The scenario's own values, moved along the regression by as much as their own past is off: where that is not off,
 * they stay.
 */
function ownValues(
  { past, own, prior, groups, observed }: Asked,
  { scales, regression }: Posterior,
): ParameterOverrides {
  const start = placesOf({ ...parametersOf(past), h0: own.h0 }, prior);
  const off = scaledOff(summaryOf(own.churn, groups), observed, scales);
  return valuesAt(moved(start, off, regression, -1), prior);
}

function parametersIn(
  past: Scenario,
  { names, ranges }: Prior,
  posterior: Posterior,
  own: ParameterOverrides,
): FittedParameter[] {
  const before = parametersOf(past);
  return names.map((name, j) => {
    const places = placeOf(posterior, j);
    const at = (place: number) => valueAt(place, ranges[j]);
    return {
      name,
      prior: { low: at(0.05), high: at(0.95) },
      posterior: { value: at(places.value), low: at(places.low), high: at(places.high) },
      left: (places.high - places.low) / 0.9,
      before: before[name],
      own: own[name] ?? before[name],
    };
  });
}
