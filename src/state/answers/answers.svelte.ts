/** The slower questions about a scenario, asked one after the other once the reader has been quiet for a while. */
import type { Answers, QuestionName } from '../../assess/answers.ts';
import type { Standing } from '../../assess/assessment.ts';
import type { Runner } from '../../assess/job.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Turnstile } from './turnstile.ts';

/** In the order in which the page shows their answers. */
const ASKED: readonly QuestionName[] = [
  'wayBack',
  'shape',
  'counterfactual',
  'fixes',
  'smallestFix',
  'warning',
  'assumed',
];
/** Since the last edit. */
const QUIET_MS = 600;

/** An answer as it is to be shown. */
export interface Answer<T> {
  /** Undefined before the first one; null where there is no answer. */
  readonly value: T | undefined;
  /** It belongs to an earlier scenario or size. */
  readonly stale: boolean;
  /** How far it has come while it is worked on. */
  readonly progress: Progress | null;
  /** It stopped, and is not there for the scenario as it is. */
  readonly failed: boolean;
}

export interface Progress {
  readonly done: number;
  /** 0 while it is not known. */
  readonly planned: number;
}

/** A value and the round of questions that it comes from. */
interface Kept<T> {
  readonly value: T;
  readonly round: number;
}

/** What the questions are about. */
interface Asked {
  readonly scenario: Scenario;
  readonly standing: Standing | null;
}

type KeptAnswers = { readonly [N in QuestionName]?: Kept<Answers[N]> };

export class Questions {
  private readonly runner: Runner;
  private readonly onError: (error: unknown) => void;
  private wanted: readonly QuestionName[];
  private kept = $state.raw<KeptAnswers>({});
  private failed = $state.raw<readonly QuestionName[]>([]);
  private running = $state.raw<(Progress & { readonly name: QuestionName }) | null>(null);
  /** Counts the edits: an answer of an earlier round is stale. */
  private round = $state(0);
  private quiet: Promise<void> = Promise.resolve();
  private asking = new AbortController();
  private asked: Asked | null = null;

  /**
   * @param runner shared with others, who come first
   * @param atOnce jobs that it does at the same time
   * @param onError told when one of them stops; the others go on
   * @param wanted what is asked, in this order; `want` adds to it
   */
  constructor(
    runner: Runner,
    atOnce: number,
    onError: (error: unknown) => void,
    wanted = ASKED,
  ) {
    this.runner = new Turnstile(runner, atOnce);
    this.onError = onError;
    this.wanted = wanted;
  }

  /** The answer as it stands. */
  of<N extends QuestionName>(name: N): Answer<Answers[N]> {
    const kept = this.kept[name];
    return {
      value: kept?.value,
      stale: kept !== undefined && kept.round !== this.round,
      progress: this.running?.name === name ? this.running : null,
      failed: this.failed.includes(name),
    };
  }

  /** Asks for more than before, for the scenario as it is and all that follow. */
  want(...names: readonly QuestionName[]): void {
    this.wanted = [...this.wanted, ...names];
    if (this.asked && !this.running) void this.answerAll(this.asked, this.asking.signal);
  }

  /** Something was edited: what is being asked is withdrawn at once, and what was answered is stale. */
  outdate(): void {
    this.asking.abort();
    this.round++;
    this.running = null;
    this.asked = null;
    this.failed = [];
    this.quiet = new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }

  /**
   * Asks all that is wanted about a scenario, from when on the reader has been quiet.
   * @param standing how the decision stands by all its runs, so that no answer contradicts the verdict
   */
  ask(scenario: Scenario, standing: Standing | null = null): void {
    this.asking.abort();
    const { signal } = (this.asking = new AbortController());
    void this.quiet.then(() => {
      if (signal.aborted) return;
      this.asked = { scenario, standing };
      return this.answerAll(this.asked, signal);
    });
  }

  private async answerAll(asked: Asked, signal: AbortSignal): Promise<void> {
    let name = this.next();
    while (name && !signal.aborted) {
      await this.answer(name, asked, signal);
      name = this.next();
    }
  }

  /** The first that is wanted and neither answered nor stopped in this round. */
  private next(): QuestionName | undefined {
    return this.wanted.find(
      (name) => this.kept[name]?.round !== this.round && !this.failed.includes(name),
    );
  }

  private async answer<N extends QuestionName>(
    name: N,
    { scenario, standing }: Asked,
    signal: AbortSignal,
  ): Promise<void> {
    const onProgress = (done: number, planned: number) => {
      if (!signal.aborted) this.running = { name, done, planned };
    };
    onProgress(0, 0);
    try {
      const { answer } = await import('../../assess/answers.ts');
      const known = this.known();
      const asking = { known, standing: standing ?? undefined, signal, onProgress };
      const { [name]: value } = await answer(scenario, this.runner, [name], asking);
      if (signal.aborted) return;
      this.kept = { ...this.kept, [name]: { value, round: this.round } };
    } catch (error) {
      if (signal.aborted) return;
      this.failed = [...this.failed, name];
      this.onError(error);
    }
    this.running = null;
  }

  /** The answers to the scenario as it is now; what later questions build on. */
  known(): Partial<Answers> {
    const fresh = Object.entries(this.kept).filter(([, { round }]) => round === this.round);
    return Object.fromEntries(fresh.map(([name, { value }]) => [name, value]));
  }
}
