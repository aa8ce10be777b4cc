/** One seed of a study: the population is drawn once, and every size continues from the same state. */
import { compileLevers } from '../model/levers.ts';
import type { LeverTable } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { Ground } from './ground.ts';
import type { Kernel, Measures } from './kernel.ts';
import { marketOf } from './market.ts';
import { Reversal } from './reversal.ts';
import { keyOf } from './seed.ts';
import type { RunSeries } from './series.ts';
import type { Study } from './study.ts';
import { tripwireOf } from './tripwire.ts';
import type { WiredPilot } from './tripwire.ts';
import { leversOnceLit, watchedWeeks } from './wired-pilot.ts';

export interface SeededRun {
  /** First simulated week that is not shared by the sizes it was opened for. */
  readonly fork: number;
  /** Active customers of the do-nothing twin at the horizon. */
  readonly twinActive: number;
  /** Whether a size continues from what is shared; others work too, from the first week on. */
  shares(dose: number): boolean;
  /** Loss at a size of the selected decision: 1 - active / active of the twin, at the horizon. */
  loss(dose: number): number;
  /** The weekly figures at a size of the selected decision, with the measures it was opened for. */
  watch(dose: number): RunSeries;
  /** The same of the do-nothing twin. */
  watchTwin(): RunSeries;
  /** The decision at a size, to be gone back on in any week. */
  reversal(dose: number): Reversal;
  /** People and shared weeks, for the next seed on the same kernel if nobody else uses it in between. */
  readonly ground: Ground;
}

/**
 * Draws the seed's population and simulates the weeks that all sizes share.
 * The kernel serves this seed alone until the next call.
 * @param run number of the run within the scenario's seed
 * @param doses sizes that will be asked for; others work too, from the first week on
 * @param measures that will be looked at: the fewer, the faster
 * @param last what the kernel was opened for before, if nobody has used it since
 */
export function openSeed(
  kernel: Kernel,
  study: Study,
  run: number,
  doses: readonly number[],
  measures: Measures = 'all',
  last?: Ground,
): SeededRun {
  const { twin } = study;
  const ground = new Ground(kernel, study, run, doses, measures, last);

  const finish = (levers: LeverTable, taken: Measures): void => {
    const from = ground.before(levers);
    kernel.restore(from);
    kernel.setLevers(levers);
    kernel.run(from.week, levers.weeks, taken);
  };
  /** Tells the first week without a pilot's decision, if a tripwire ends it. */
  const simulate = (dose: number, taken: Measures): number | undefined => {
    const levers = study.levers(dose);
    const wire = tripwireOf(study.at(dose));
    if (wire) return runWithTripwire(kernel, study.at(dose), levers, wire, taken, ground);
    finish(levers, taken);
    return undefined;
  };
  return {
    ground,
    fork: ground.fork,
    get twinActive() {
      if (ground.twinActive === undefined) {
        finish(twin, 'events');
        ground.twinActive = kernel.active();
      }
      return ground.twinActive;
    },
    shares: (dose) => ground.shares(study.levers(dose)),
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
      finish(twin, measures);
      ground.twinActive = kernel.active();
      return kernel.series();
    },
    reversal(dose) {
      const tripWeek = tripwireOf(study.at(dose)) ? simulate(dose, 'events') : undefined;
      const start = ground.before(study.levers(dose));
      return new Reversal(kernel, study.goingBack(dose, tripWeek), start);
    },
  };
}

/**
 * Share of the twin's customers that are missing, 0 if it has none left either. One division of whole numbers, so that
 * a loss of just the threshold is no less than it: 1 - 400 / 500 is less than 0.2.
 */
export const lossAgainst = (twinActive: number, active: number): number =>
  twinActive > 0 ? (twinActive - active) / twinActive : 0;

/** All weekly figures of one seed of a scenario as it stands, with a decision to vary or without. */
export function openScenario(kernel: Kernel, scenario: Scenario, run: number): RunSeries {
  const levers = compileLevers(scenario);
  kernel.begin(marketOf(scenario), keyOf(scenario.seed, run), levers);
  const wire = tripwireOf(scenario);
  if (wire) runWithTripwire(kernel, scenario, levers, wire, 'all');
  else kernel.run(0, levers.weeks, 'all');
  return kernel.series();
}

/**
 * A pilot that a tripwire may stop: week by week until the wire is lit or the pilot is over, then on with
 * the levers that follow.
 * @param taken measures of the weeks in which nobody watches the wire
 * @param ground to continue from; without it the people have just been drawn
 * @returns the first week without the pilot's decision; undefined if the wire was never lit
 */
function runWithTripwire(
  kernel: Kernel,
  scenario: Scenario,
  levers: LeverTable,
  wire: WiredPilot,
  taken: Measures,
  ground?: Ground,
): number | undefined {
  const { start, end, close } = watchedWeeks(wire, levers);
  const from = ground?.before(levers);
  if (from) kernel.restore(from);
  kernel.setLevers(levers);
  const first = from?.week ?? 0;
  kernel.run(first, Math.max(first, close), taken);
  kernel.run(Math.max(first, close), start, 'all');
  for (let t = start; t < end; t++) {
    kernel.run(t, t + 1, 'all');
    const others = leversOnceLit(kernel.series(), scenario, levers, wire, t + 1);
    if (!others) continue;
    kernel.setLevers(others);
    kernel.run(t + 1, levers.weeks, taken);
    return t + 1 - levers.historyWeeks;
  }
  kernel.run(Math.max(first, end), levers.weeks, taken);
  return undefined;
}
