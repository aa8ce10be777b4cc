/** The answers beyond the standing: asked one after the other when the reader is quiet, and kept until newer ones come. */
import { answer } from '../assess/answers.ts';
import type { Answers, QuestionName } from '../assess/answers.ts';
import type { Runner } from '../assess/job.ts';
import type { Scenario } from '../model/scenario.ts';

/** In the order in which the page shows their answers. */
const ASKED: readonly QuestionName[] = [
  'wayBack',
  'fixes',
  'smallestFix',
  'warning',
  'assumed',
];
/** Questions wait until nothing was edited for so long. */
const QUIET_MS = 600;

export interface Progress {
  readonly name: QuestionName;
  readonly done: number;
  readonly planned: number;
}

export class Questions {
  /** What is known so far; of an earlier scenario where `isFresh` says no. */
  values = $state.raw<Partial<Answers>>({});
  /** The question that is being worked on. */
  progress = $state.raw<Progress | null>(null);
  private fresh = $state.raw<readonly QuestionName[]>([]);

  private readonly runner: Runner;
  private readonly onError: (error: unknown) => void;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asking = new AbortController();

  /** @param onError told of each question that could not be answered; the others are asked all the same */
  constructor(runner: Runner, onError: (error: unknown) => void) {
    this.runner = runner;
    this.onError = onError;
  }

  /** Whether the answer is one to the scenario as it is now. */
  isFresh(name: QuestionName): boolean {
    return this.fresh.includes(name);
  }

  /** The scenario has changed: nothing more is asked of the earlier one, and its answers are out of date. */
  outdate(): void {
    clearTimeout(this.waiting);
    this.asking.abort();
    this.progress = null;
    if (this.fresh.length > 0) this.fresh = [];
  }

  /** Asks all questions of a scenario, soon. */
  ask(scenario: Scenario): void {
    this.outdate();
    this.waiting = setTimeout(() => void this.askAll(scenario), QUIET_MS);
  }

  private async askAll(scenario: Scenario): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    let known: Partial<Answers> = {};
    for (const name of ASKED) {
      try {
        known = await answer(scenario, this.runner, [name], {
          signal: asking.signal,
          known,
          onProgress: (done, planned) => {
            if (!asking.signal.aborted) this.progress = { name, done, planned };
          },
        });
        if (asking.signal.aborted) return;
        this.values = { ...this.values, ...known };
        this.fresh = [...this.fresh, name];
      } catch (error) {
        if (asking.signal.aborted) return;
        this.onError(error);
      }
    }
    this.progress = null;
  }
}
