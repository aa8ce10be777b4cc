/** Where jobs are done: a kernel, and what is worth remembering from one job to the next. */
import type { Kernel, Measures } from '../engine/kernel.ts';
import { openSeed } from '../engine/seeded.ts';
import type { SeededRun } from '../engine/seeded.ts';
import { studyOf } from '../engine/study.ts';
import type { Study } from '../engine/study.ts';
import type { Scenario } from '../model/scenario.ts';

/** Scenarios that are remembered: all fixes of one, each a few megabytes of levers at most. */
const STUDIES = 24;

interface Opened {
  readonly study: Study;
  readonly run: number;
  readonly measures: Measures;
  readonly open: SeededRun;
}

export class Lab {
  readonly #kernel: Kernel;
  /** The last ones used come last. */
  readonly #studies = new Map<string, Study>();
  #seed: Opened | undefined;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** The kernel, for any use: what was open on it is gone. */
  get kernel(): Kernel {
    this.#seed = undefined;
    return this.#kernel;
  }

  /** The scenario made ready. Compiled once as long as not too many others come between; scenarios arrive as clones. */
  study(scenario: Scenario): Study {
    const key = JSON.stringify(scenario);
    const study = this.#studies.get(key) ?? studyOf(scenario);
    this.#studies.delete(key);
    this.#studies.set(key, study);
    const [oldest] = this.#studies.keys();
    if (this.#studies.size > STUDIES && oldest !== undefined) this.#studies.delete(oldest);
    return study;
  }

  /**
   * A seed of a scenario, opened. It stays open for the next job as long as no other use of the kernel comes
   * between; and of another scenario with the same people only what differs is done again. Valid until the next call of anything here.
   * @param doses sizes of the selected decision that will be asked for
   * @param measures that will be looked at; there may be more
   */
  seed(
    scenario: Scenario,
    run: number,
    doses: readonly number[],
    measures: Measures = 'all',
  ): SeededRun {
    const study = this.study(scenario);
    const last = this.#seed;
    const serves = (at: Opened) =>
      (at.measures === 'all' || at.measures === measures) &&
      doses.every((dose) => at.open.shares(dose));
    if (last?.study === study && last.run === run && serves(last)) return last.open;
    this.#seed = undefined;
    const open = openSeed(this.#kernel, study, run, doses, measures, last?.open.ground);
    this.#seed = { study, run, measures, open };
    return open;
  }
}
