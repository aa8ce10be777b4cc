/** One seed of a study: the population is drawn once, and every size continues from the same state. */
import { compileLevers } from '../model/levers.ts';
import type { LeverTable } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Kernel, Measures, Snapshot } from './kernel.ts';
import { marketOf } from './market.ts';
import { Reversal } from './reversal.ts';
import { keyOf } from './seed.ts';
import type { RunSeries } from './series.ts';
import type { Study } from './study.ts';
import { leversOnceLit, tripwireOf, watchedWeeks } from './wired-pilot.ts';
import type { WiredPilot } from './wired-pilot.ts';

export interface SeededRun {
  /** First simulated week that is not shared by the sizes it was opened for. */
  readonly fork: number;
  /** Active customers of the do-nothing twin at the horizon. */
  readonly twinActive: number;
  /** Loss at a size of the selected decision: 1 - active / active of the twin, at the horizon. */
  loss(dose: number): number;
  /** The weekly figures at a size of the selected decision, with the measures it was opened for. */
  watch(dose: number): RunSeries;
  /** The same of the do-nothing twin. */
  watchTwin(): RunSeries;
  /** The decision at a size, to be gone back on in any week. */
  reversal(dose: number): Reversal;
}

/**
 * Draws the seed's population and simulates the weeks that all sizes share.
 * The kernel serves this seed alone until the next call.
 * @param run number of the run within the scenario's seed
 * @param doses sizes that will be asked for; others work too, from the first week on
 * @param measures that will be looked at: the fewer, the faster
 */
export function openSeed(
  kernel: Kernel,
  study: Study,
  run: number,
  doses: readonly number[],
  measures: Measures = 'all',
): SeededRun {
  const key = keyOf(study.scenario.seed, run);
  const { twin, market } = study;
  const fork = Math.min(twin.weeks, ...doses.map((dose) => study.fork(dose)));
  kernel.begin(market, key, twin);
  kernel.run(0, fork, measures);
  const shared = kernel.snapshot(fork);
  let twinActive: number | undefined;

  const finish = (levers: LeverTable, taken: Measures, from: Snapshot): void => {
    kernel.restore(from);
    kernel.setLevers(levers);
    kernel.run(from.week, levers.weeks, taken);
  };
  /** A state that a size can be continued from. */
  const beginning = (dose: number): Snapshot => {
    if (study.fork(dose) >= fork) return shared;
    kernel.begin(market, key, study.levers(dose));
    return kernel.snapshot(0);
  };
  /** Tells the first week without a pilot's decision, if a tripwire ends it. */
  const simulate = (dose: number, taken: Measures): number | undefined => {
    const wire = tripwireOf(study.at(dose));
    if (!wire) {
      finish(study.levers(dose), taken, beginning(dose));
      return undefined;
    }
    kernel.begin(market, key, study.levers(dose));
    return runWithTripwire(kernel, study.at(dose), study.levers(dose), wire);
  };
  return {
    fork,
    get twinActive() {
      if (twinActive === undefined) {
        finish(twin, 'events', shared);
        twinActive = kernel.active();
      }
      return twinActive;
    },
    loss(dose) {
      const nothing = this.twinActive;
      simulate(dose, 'events');
      return lossAgainst(nothing, kernel.active());
    },
    watch(dose) {
      simulate(dose, measures);
      return kernel.series();
    },
    watchTwin() {
      finish(twin, measures, shared);
      twinActive = kernel.active();
      return kernel.series();
    },
    reversal(dose) {
      const tripWeek = tripwireOf(study.at(dose)) ? simulate(dose, 'all') : undefined;
      return new Reversal(kernel, study.goingBack(dose, tripWeek), beginning(dose));
    },
  };
}

/** Share of the twin's customers that are missing, 0 if it has none left either. */
export const lossAgainst = (twinActive: number, active: number): number =>
  twinActive > 0 ? 1 - active / twinActive : 0;

/** All weekly figures of one seed of a scenario as it stands, with a decision to vary or without. */
export function openScenario(kernel: Kernel, scenario: Scenario, run: number): RunSeries {
  const levers = compileLevers(scenario);
  kernel.begin(marketOf(scenario), keyOf(scenario.seed, run), levers);
  const wire = tripwireOf(scenario);
  if (wire) runWithTripwire(kernel, scenario, levers, wire);
  else kernel.run(0, levers.weeks, 'all');
  return kernel.series();
}

/**
 * A pilot that a tripwire may stop: week by week until the wire is lit or the pilot is over, then on with
 * the levers that follow.
 * @returns the first week without the pilot's decision; undefined if the wire was never lit
 */
function runWithTripwire(
  kernel: Kernel,
  scenario: Scenario,
  levers: LeverTable,
  wire: WiredPilot,
): number | undefined {
  const { start, end } = watchedWeeks(wire, levers);
  kernel.run(0, start, 'all');
  for (let t = start; t < end; t++) {
    kernel.run(t, t + 1, 'all');
    const others = leversOnceLit(kernel.series(), scenario, levers, wire, t + 1);
    if (!others) continue;
    kernel.setLevers(others);
    kernel.run(t + 1, levers.weeks, 'all');
    return t + 1 - levers.historyWeeks;
  }
  kernel.run(end, levers.weeks, 'all');
  return undefined;
}
