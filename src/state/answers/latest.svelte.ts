/** The latest answer of one job, for what follows the reader's hand: a few answers may be skipped, none is waited for. */
import type { JobAsked, Runner } from '../../assess/job.ts';

interface Asking<Args> {
  readonly args: Args;
  readonly key: string;
}

export class Latest<Args extends readonly unknown[], Result> {
  /** What is shown; null before the first answer. */
  value = $state.raw<Result | null>(null);

  /** A newer one is on its way, or about to be. */
  busy = $state(false);

  private wanted: Asking<Args> | null = null;
  private asked: string | null = null;
  private underway = new AbortController();
  private isUnderway = false;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param rest milliseconds for which a question must have stood before it is asked
   * @param onError told when the job stopped
   */
  constructor(
    private readonly runner: Runner,
    private readonly job: JobAsked<Args, Result>,
    private readonly rest: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Asks, after what is on its way; what waits behind that is dropped. What is shown stays until then. */
  ask(args: Args): void {
    const key = JSON.stringify(args);
    if (key === (this.wanted?.key ?? this.asked)) return;
    clearTimeout(this.resting);
    this.wanted = { args, key };
    this.busy = true;
    this.resting = setTimeout(() => {
      if (!this.isUnderway) this.begin();
    }, this.rest);
  }

  /** Withdraws what was asked for last. */
  withdraw(): void {
    clearTimeout(this.resting);
    this.underway.abort();
    this.isUnderway = false;
    this.wanted = this.asked = null;
    this.busy = false;
  }

  private begin(): void {
    if (!this.wanted) return;
    const { args, key } = this.wanted;
    this.wanted = null;
    this.asked = key;
    this.isUnderway = true;
    const { signal } = (this.underway = new AbortController());
    this.runner.perform(this.job, args, signal).then(
      (value) => {
        if (signal.aborted) return;
        this.value = value;
        this.ended();
      },
      (error: unknown) => {
        if (signal.aborted) return;
        this.onError(error);
        this.ended();
      },
    );
  }

  private ended(): void {
    this.isUnderway = false;
    this.busy = this.wanted !== null;
    this.begin();
  }
}
