/**
 * Runs streams of short jobs side by side. A stream is a number of runs that answer one question; starting
 * it again cancels what is left of the earlier question. Few jobs are handed out at a time, so that a newer
 * question never waits behind an older one, and the stream that is furthest behind goes first.
 */
export interface Question<T> {
  /** At most; the first ones, as many as it takes, if the question says when it is enough. */
  readonly runs: number;
  readonly job: (run: number, signal: AbortSignal) => Promise<T>;
  readonly enough?: Enough<T>;
  /** All results so far, in the order of their runs; not more often than every `EVERY_MS`, and at the end. */
  readonly onResults: (results: readonly T[], done: boolean) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * When to stop: looked at after the first runs and then after each batch, in the order of the runs, so that it
 * does not depend on who was faster. No run of a batch begins before the one before it was looked at.
 */
export interface Enough<T> {
  readonly first: number;
  readonly batch: number;
  readonly isEnough: (results: readonly T[]) => boolean;
}

interface Stream {
  readonly abort: AbortController;
  /** Runs that may begin. */
  runs: number;
  started: number;
  finished: number;
  readonly begin: (run: number) => Promise<void>;
}

/** Often enough to see the numbers narrow, seldom enough to leave the page's thread alone. */
const EVERY_MS = 120;
/** Jobs waiting at each worker while it works. */
const AHEAD = 2;

export class Streams {
  private readonly streams = new Map<string, Stream>();
  private readonly atOnce: number;
  private inFlight = 0;

  /** `size` is the number of jobs that run at the same time. */
  constructor(size: number) {
    this.atOnce = size * AHEAD;
  }

  /** Asks a question under a name; what was asked under the same name before is cancelled. */
  ask<T>(name: string, question: Question<T>): void {
    this.cancel(name);
    this.streams.set(name, streamOf(question));
    this.fill();
  }

  cancel(name: string): void {
    this.streams.get(name)?.abort.abort();
    this.streams.delete(name);
  }

  /** Hands out jobs while there is room. */
  private fill(): void {
    while (this.inFlight < this.atOnce) {
      const stream = this.next();
      if (!stream) return;
      this.inFlight++;
      void stream.begin(stream.started++).finally(() => {
        this.inFlight--;
        this.fill();
      });
    }
  }

  private next(): Stream | undefined {
    let best: Stream | undefined;
    for (const stream of this.streams.values()) {
      if (stream.started >= stream.runs || stream.abort.signal.aborted) continue;
      if (!best || stream.started < best.started) best = stream;
    }
    return best;
  }
}

function streamOf<T>({ runs, job, enough, onResults, onError }: Question<T>): Stream {
  const abort = new AbortController();
  const { signal } = abort;
  const results = new Array<T | undefined>(runs).fill(undefined);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const known = () => results.filter((result): result is T => result !== undefined);
  const report = (done: boolean) => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!signal.aborted) onResults(known(), done);
  };
  const isDone = (): boolean => {
    if (stream.finished < stream.runs) return false;
    if (stream.runs === runs || !enough || enough.isEnough(known())) return true;
    stream.runs = Math.min(runs, stream.runs + enough.batch);
    return false;
  };
  const stream: Stream = {
    abort,
    runs: Math.min(runs, enough?.first ?? runs),
    started: 0,
    finished: 0,
    begin: async (run) => {
      try {
        results[run] = await job(run, signal);
        stream.finished++;
        if (!signal.aborted && isDone()) report(true);
        else
          waiting ??= setTimeout(() => {
            report(false);
          }, EVERY_MS);
      } catch (error) {
        if (signal.aborted) return;
        abort.abort();
        onError(error);
      }
    },
  };
  return stream;
}
