/** How long customers stay: out of a file (Kaplan and Meier 1958), and in the simulated market. */
import { marketOf } from '../engine/market.ts';
import { keyOf } from '../engine/seed.ts';
import { compileLevers, segmentEnds } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { doNothing } from '../model/twin.ts';
import type { Job } from './job.ts';

/**
 * Customers by months: those who were no longer there after 0, 1, 2, … of them, and those still there, by the whole
 * months that they had been.
 */
export interface Lifetimes {
  readonly left: readonly number[];
  readonly stayed: readonly number[];
}

/** One month of a survival curve. */
export interface SurvivalPoint {
  readonly month: number;
  /** Customers who had been there at least as long. */
  readonly atRisk: number;
  readonly left: number;
  /** Share still there after the month, with Greenwood's 90 % interval, within 0..1. */
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.645;

/**
 * The product-limit estimate, with a point for each month in which somebody left. Who was still there when the file
 * was made counts as long as they were; who is as old as somebody who left counts at that month.
 */
export function kaplanMeier({ left, stayed }: Lifetimes): SurvivalPoint[] {
  const months = Math.max(left.length, stayed.length);
  const gone = (month: number) => (left[month] ?? 0) + (stayed[month] ?? 0);
  let atRisk = 0;
  for (let month = 0; month < months; month++) atRisk += gone(month);
  let [survival, variance] = [1, 0];
  const points: SurvivalPoint[] = [];
  for (let month = 0; month < months; atRisk -= gone(month), month++) {
    const exits = left[month] ?? 0;
    if (exits === 0) continue;
    survival *= 1 - exits / atRisk;
    variance += atRisk > exits ? exits / (atRisk * (atRisk - exits)) : 0;
    const half = Z95 * survival * Math.sqrt(variance);
    points.push({
      month,
      atRisk,
      left: exits,
      survival,
      low: Math.max(0, survival - half),
      high: Math.min(1, survival + half),
    });
  }
  return points;
}

/** The curve at a month; null beyond the last customer of the file. */
export function survivalAt(
  { left, stayed }: Lifetimes,
  month: number,
): Pick<SurvivalPoint, 'survival' | 'low' | 'high'> | null {
  if (month >= Math.max(left.length, stayed.length)) return null;
  const last = kaplanMeier({ left, stayed }).findLast((point) => point.month <= month);
  return last ?? { survival: 1, low: 1, high: 1 };
}

const SEEDS = 2;
const PEOPLE = 20_000;
const MONTH_WEEKS = 52 / 12;

/**
 * Share of the customers of each segment who have not left since the beginning, after 0, 1, … months in which nothing
 * is decided. Who left and came back has left.
 */
export const survivalJob: Job<[scenario: Scenario, months: number], number[][]> = {
  name: 'survival',
  perform({ kernel }, scenario, months) {
    const weeks = Math.round(months * MONTH_WEEKS);
    const { origin: _origin, ...rest } = doNothing(scenario);
    const quiet = { ...rest, customers: PEOPLE, horizon: Math.max(4, weeks) };
    const market = marketOf(quiet);
    const levers = compileLevers(quiet, { historyWeeks: 0 });
    const ends = segmentEnds(market.segments, PEOPLE);
    const stay = ends.map(() => Array.from({ length: months + 1 }, () => 0));
    for (let seed = 0; seed < SEEDS; seed++) {
      kernel.begin(market, keyOf(scenario.seed, seed), levers);
      const first = kernel.states('nE');
      let week = 0;
      for (let month = 0; month <= months; month++) {
        const until = Math.round(month * MONTH_WEEKS);
        kernel.run(week, until, 'events');
        week = until;
        const [status, events] = [kernel.states('st'), kernel.states('nE')];
        status.forEach((st, id) => {
          if (st !== 0 || events[id] !== first[id]) return;
          const row = stay[ends.findIndex((end) => id < end)];
          if (row) row[month] = (row[month] ?? 0) + 1;
        });
      }
    }
    return stay.map((row) => row.map((count) => count / Math.max(1, row[0] ?? 0)));
  },
};
