/** Where jobs are done: a kernel, and what is worth remembering from one job to the next. */
import type { Kernel } from '../engine/kernel.ts';
import { openSeed } from '../engine/seeded.ts';
import type { SeededRun } from '../engine/seeded.ts';
import { studyOf } from '../engine/study.ts';
import type { Study } from '../engine/study.ts';
import type { Scenario } from '../model/scenario.ts';

export class Lab {
  readonly #kernel: Kernel;
  #key: string | undefined;
  #study: Study | undefined;
  #seed: { readonly study: Study; readonly run: number; readonly open: SeededRun } | undefined;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** The kernel, for any use: what was open on it is gone. */
  get kernel(): Kernel {
    this.#seed = undefined;
    return this.#kernel;
  }

  /** The scenario made ready. Compiled once as long as no other comes between; scenarios arrive as clones. */
  study(scenario: Scenario): Study {
    const key = JSON.stringify(scenario);
    if (!this.#study || key !== this.#key) [this.#key, this.#study] = [key, studyOf(scenario)];
    return this.#study;
  }

  /**
   * A seed of a scenario, opened. It stays open for the next job as long as no other use of the kernel comes
   * between. Valid until the next call of anything here.
   * @param doses sizes of the selected decision that will be asked for
   */
  seed(scenario: Scenario, run: number, doses: readonly number[]): SeededRun {
    const study = this.study(scenario);
    const last = this.#seed;
    const serves = (open: SeededRun) => doses.every((dose) => study.fork(dose) >= open.fork);
    if (last?.study === study && last.run === run && serves(last.open)) return last.open;
    const open = openSeed(this.kernel, study, run, doses);
    this.#seed = { study, run, open };
    return open;
  }
}
