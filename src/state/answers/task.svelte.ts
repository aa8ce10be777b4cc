/** Something that takes a while: how far it is, how it is ended, and why it stopped if it did. */

export interface Progress {
  readonly done: number;
  /** 0 while that is not known yet. */
  readonly planned: number;
}

export const STARTING: Progress = { done: 0, planned: 0 };

export class Task<P extends Progress = Progress> {
  /** Null while nothing runs. */
  progress = $state.raw<P | null>(null);
  /** Why the last one stopped; null if it did not. */
  failure = $state<string | null>(null);
  private stopping = new AbortController();

  /** Ends what runs, and says nothing of it. */
  cancel(): void {
    this.stopping.abort();
    this.progress = null;
  }

  /**
   * Does work in the place of what ran before. Never rejects: what goes wrong stands in `failure`.
   *
   * @param start what is told until the work tells more
   * @param work is handed how to tell its progress; nothing of it counts once it was cancelled
   */
  async run(
    start: P,
    work: (signal: AbortSignal, tell: (progress: P) => void) => Promise<void>,
  ): Promise<void> {
    this.cancel();
    const { signal } = (this.stopping = new AbortController());
    this.failure = null;
    this.progress = start;
    try {
      await work(signal, (progress) => {
        if (!signal.aborted) this.progress = progress;
      });
    } catch (error) {
      if (signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
    }
    if (!signal.aborted) this.progress = null;
  }
}
