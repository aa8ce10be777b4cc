/** How long customers stay in the simulated market. */
import { marketOf } from '../engine/market.ts';
import { keyOf } from '../engine/seed.ts';
import { compileLevers, segmentEnds } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { doNothing } from '../model/twin.ts';
import type { Job } from './job.ts';

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
