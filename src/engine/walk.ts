/** One seed at one size, week by week: to look at customers between the weeks. */
import type { LeverTable } from '../model/levers.ts';
import type { Kernel } from './kernel.ts';
import { keyOf } from './seed.ts';
import type { Study } from './study.ts';
import { tripwireOf } from './tripwire.ts';
import { leversOnceLit, watchedWeeks } from './wired-pilot.ts';

/**
 * The same run, to the bit, as `SeededRun` gives at that size. The kernel serves it alone until its last week.
 */
export class Walk {
  /** Simulated weeks done, history included. */
  done = 0;
  /** What holds in the next week. */
  levers: LeverTable;
  readonly #kernel: Kernel;
  /** What to do at the end of a week, after which other levers may hold. */
  readonly #leversAfter: (done: number) => LeverTable | undefined;

  /** @param dose size of the selected decision */
  constructor(kernel: Kernel, study: Study, run: number, dose: number) {
    this.#kernel = kernel;
    this.levers = study.levers(dose);
    this.#leversAfter = wireOf(kernel, study, dose);
    kernel.begin(study.market, keyOf(study.scenario.seed, run), this.levers);
  }

  get weeks(): number {
    return this.levers.weeks;
  }

  get historyWeeks(): number {
    return this.levers.historyWeeks;
  }

  /** Simulates the next week. */
  step(): void {
    this.#kernel.run(this.done, this.done + 1, 'all');
    this.done++;
    const others = this.#leversAfter(this.done);
    if (!others) return;
    this.levers = others;
    this.#kernel.setLevers(others);
  }
}

function wireOf(
  kernel: Kernel,
  study: Study,
  dose: number,
): (done: number) => LeverTable | undefined {
  const scenario = study.at(dose);
  const levers = study.levers(dose);
  const wire = tripwireOf(scenario);
  if (!wire) return () => undefined;
  const { start, end } = watchedWeeks(wire, levers);
  let lit = false;
  return (done) => {
    if (lit || done <= start || done > end) return undefined;
    const others = leversOnceLit(kernel.series(), scenario, levers, wire, done);
    lit = others !== undefined;
    return others;
  };
}
