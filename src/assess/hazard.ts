/** The everyday hazard at which the simulated do-nothing churn is the one observed. */
import type { Kernel } from '../engine/kernel.ts';
import { marketOf } from '../engine/market.ts';
import { keyOf } from '../engine/seed.ts';
import { segmentSeriesOf } from '../engine/series.ts';
import { compileLevers } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { segmentsOf } from '../model/scenario.ts';
import { doNothing } from '../model/twin.ts';
import type { HazardFit } from './assessment.ts';
import type { Job } from './job.ts';

const SEEDS = 4;
const PEOPLE = 20_000;
const YEAR_WEEKS = 52;
const ROUNDS = 12;
/** Relative error at which the search ends, well under the sampling error of a year's exits. */
const TOLERANCE = 0.002;

/**
 * Solves, segment by segment, for the multiplier of the everyday hazard h0. Churn is exits over
 * customer-months in a simulated year without any decision; the search multiplies by observed / simulated,
 * which converges fast, as churn is nearly proportional to h0.
 * @param observed churn per month of each segment; null where the data do not tell, and the hazard stays
 */
export function fitHazards(
  kernel: Kernel,
  scenario: Scenario,
  observed: readonly (number | null)[],
): HazardFit {
  let multipliers = segmentsOf(scenario).map(({ h0 }) => h0 ?? 1);
  let year = simulatedYear(kernel, scenario, multipliers);
  const missed = () => year.some((churn, g) => isMissed(churn, observed[g]));
  for (let round = 0; round < ROUNDS && missed(); round++) {
    multipliers = multipliers.map((h0, g) => h0 * correction(year[g], observed[g]));
    year = simulatedYear(kernel, scenario, multipliers);
  }
  return { multipliers, simulated: year.map(churnOf), met: !missed() };
}

/** Exits, and customer-months, of one segment. */
interface Churn {
  exits: number;
  months: number;
}

const churnOf = ({ exits, months }: Churn): number => exits / Math.max(1e-9, months);

/** Off by more than the tolerance and by more than one exit: exits come whole. */
function isMissed({ exits, months }: Churn, observed: number | null | undefined): boolean {
  if (observed === null || observed === undefined) return false;
  const wanted = observed * months;
  return Math.abs(exits - wanted) > Math.max(1, TOLERANCE * wanted);
}

function correction(churn: Churn | undefined, observed: number | null | undefined): number {
  if (!churn || observed === null || observed === undefined) return 1;
  const simulated = churnOf(churn);
  return simulated > 0 ? Math.min(4, Math.max(0.1, observed / simulated)) : 1;
}

/** A year of each segment without decisions, over all seeds. */
function simulatedYear(
  kernel: Kernel,
  scenario: Scenario,
  multipliers: readonly number[],
): Churn[] {
  const quiet: Scenario = { ...doNothing(scenario), customers: PEOPLE, horizon: YEAR_WEEKS };
  const market = marketOf(quiet);
  const segments = market.segments.map((segment, g) => ({ ...segment, h0: multipliers[g] }));
  const levers = compileLevers(quiet, { historyWeeks: 0 });
  const year = segments.map(() => ({ exits: 0, months: 0 }));
  for (let seed = 0; seed < SEEDS; seed++) {
    kernel.begin({ ...market, segments }, keyOf(scenario.seed, seed), levers);
    kernel.run(0, YEAR_WEEKS, 'events');
    const series = kernel.series();
    year.forEach((churn, g) => {
      const left = segmentSeriesOf(series, g, 'exits');
      const active = segmentSeriesOf(series, g, 'active');
      for (let t = 1; t < YEAR_WEEKS; t++) {
        churn.exits += left[t] ?? 0;
        churn.months += ((active[t - 1] ?? 0) * 12) / 52;
      }
    });
  }
  return year;
}

/** Everyday hazards that reproduce the observed churn per month of each segment. */
export const hazardsJob: Job<
  [scenario: Scenario, observed: readonly (number | null)[]],
  HazardFit
> = {
  name: 'hazards',
  perform: ({ kernel }, scenario, observed) => fitHazards(kernel, scenario, observed),
};
