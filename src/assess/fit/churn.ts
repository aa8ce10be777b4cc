/** Monthly churn of a simulated past, as a company would have booked it. */
import { keyOf } from '../../engine/seed.ts';
import { marketOf } from '../../engine/market.ts';
import { seriesOf } from '../../engine/series.ts';
import type { RunSeries } from '../../engine/series.ts';
import { compileLevers } from '../../model/levers.ts';
import type { LeverTable } from '../../model/levers.ts';
import type { Scenario } from '../../model/scenario.ts';
import { doNothing } from '../../model/twin.ts';
import type { Job } from '../job.ts';

export const MONTH_WEEKS = 52 / 12;
const HALF_YEAR = 26;
/** The shortest horizon that a scenario may have; none of it is simulated. */
const HORIZON = 4;

/** A month of one run. */
export interface SimulatedMonth {
  /** Customers at its start. */
  readonly customers: number;
  /** Customers who left in it, as a share of them; 0 if there were none. */
  readonly churn: number;
}

/**
 * What a scenario says of the past alone: its history and the policies that stand, no decision from week 0 on.
 * @param people to simulate, customers or not
 */
export const pastOf = (scenario: Scenario, people: number): Scenario => {
  const { fitted: _fitted, ...past } = doNothing(scenario);
  return { ...past, customers: people, horizon: HORIZON, runs: 1 };
};

/**
 * Churn month by month in one run of a past.
 * @param past as `pastOf` gives it
 * @param weeks in which the months begin, below 0, in any order
 */
export const churnJob: Job<
  [past: Scenario, run: number, weeks: readonly number[]],
  SimulatedMonth[]
> = {
  name: 'pastChurn',
  perform({ kernel }, past, run, weeks) {
    const levers = leversFrom(past, Math.min(0, ...weeks));
    kernel.begin(marketOf(past), keyOf(past.seed, run), levers);
    const before = kernel.active();
    kernel.run(0, levers.historyWeeks, 'events');
    return monthsOf(kernel.series(), before, weeks);
  },
};

/** Levers from the first month on, if that is earlier than a scenario would begin. */
function leversFrom(past: Scenario, earliest: number): LeverTable {
  const usual = compileLevers(past);
  const needed = HALF_YEAR * Math.ceil(-earliest / HALF_YEAR);
  return needed <= usual.historyWeeks ? usual : compileLevers(past, { historyWeeks: needed });
}

function monthsOf(
  series: RunSeries,
  before: number,
  weeks: readonly number[],
): SimulatedMonth[] {
  const exits = seriesOf(series, 'exits');
  const active = seriesOf(series, 'active');
  return weeks.map((week) => {
    const start = week + series.historyWeeks;
    const first = Math.floor(start);
    const customers = first === 0 ? before : (active[first - 1] ?? 0);
    const left = sumBetween(exits, start, Math.min(start + MONTH_WEEKS, series.historyWeeks));
    return { customers, churn: customers > 0 ? Math.min(1, left / customers) : 0 };
  });
}

/** The sum of weekly figures between two points in time; of a week cut in two its part. */
function sumBetween(weekly: ArrayLike<number>, start: number, end: number): number {
  let sum = 0;
  for (let t = Math.floor(start); t < end; t++)
    sum += (weekly[t] ?? 0) * (Math.min(end, t + 1) - Math.max(start, t));
  return sum;
}
