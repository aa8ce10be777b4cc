/** Changes of a plan, tried: does the chance of a mass exit come down? */
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MassExit, Standing } from './assessment.ts';
import { withFixes, withSize } from './fixTable.ts';
import type { FixId } from './fixTable.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { massExit } from './massExit.ts';
import { lossJob } from './sweep.ts';
import { LOW_CHANCE } from './verdict.ts';

/** Runs are done so many at a time, and no more once so many have broken that the others cannot save it. */
const BATCH = 10;
/**
 * After so many runs a combination is given up if so large a share of them breaks. Were its chance 25 %, that would
 * happen in 3 of 100 cases: then a more costly one is proposed than necessary, and never one that is not enough.
 */
const SCREENED = 40;
const HOPELESS = 0.4;

/** What is changed of the plan, and how often it then ends in a mass exit. */
export interface Plan {
  readonly after: MassExit;
  /** In the order of their cost. */
  readonly fixes: readonly FixId[];
  /** The smaller size, if that is what it takes; else null. */
  readonly size: number | null;
  /** The scenario with it, to look at. */
  readonly scenario: Scenario;
}

export interface TrialsAsking extends Asking {
  /** How the decision stands; else its runs are done first. */
  readonly standing?: Standing | undefined;
}

export class Trials {
  readonly scenario: Scenario;
  readonly #runner: Runner;
  readonly #asking: TrialsAsking;
  readonly #threshold: number;
  #done = 0;

  constructor(scenario: Scenario, runner: Runner, asking: TrialsAsking) {
    this.scenario = scenario;
    this.#runner = runner;
    this.#asking = asking;
    this.#threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  }

  /** Mass exits without any fix. */
  async before(): Promise<MassExit> {
    const known = this.#asking.standing?.massExit;
    return (
      known ??
      massExit(await this.#losses(this.scenario, 0, this.scenario.runs), this.#threshold)
    );
  }

  /** The plan, if the chance with it is low; null if it is not. */
  async of(fixes: readonly FixId[], size: number | null): Promise<Plan | null> {
    const fixed = withFixes(this.scenario, fixes);
    const scenario = size === null ? fixed : withSize(fixed, size);
    const after = await this.#exits(scenario);
    return after && { after, fixes, size, scenario };
  }

  /** Mass exits with a candidate, if their chance is low; null if it is not. */
  async #exits(candidate: Scenario): Promise<MassExit | null> {
    const { runs } = this.scenario;
    const losses: number[] = [];
    const tooMany = () => {
      const { exits } = massExit(losses, this.#threshold);
      const hopeless = losses.length <= SCREENED && exits >= HOPELESS * SCREENED;
      return hopeless || exits >= LOW_CHANCE * runs;
    };
    while (losses.length < runs && !tooMany()) {
      const end = Math.min(runs, losses.length + BATCH);
      losses.push(...(await this.#losses(candidate, losses.length, end)));
    }
    this.#asking.onProgress?.(++this.#done, this.#done + 1);
    return tooMany() ? null : massExit(losses, this.#threshold);
  }

  #losses(candidate: Scenario, from: number, end: number): Promise<number[]> {
    const { signal } = this.#asking;
    return replicate(end - from, (run) =>
      this.#runner.perform(lossJob, [candidate, from + run], signal),
    );
  }
}
