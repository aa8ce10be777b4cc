/** Lets few jobs at a time through to a runner, so that whoever asks it directly never waits behind many. */
import type { JobAsked, Runner } from '../../assess/job.ts';

/** @param atOnce jobs that are with the runner at the same time, at least 1 */
export class Turnstile implements Runner {
  private readonly runner: Runner;
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(runner: Runner, atOnce: number) {
    this.runner = runner;
    this.free = Math.max(1, atOnce);
  }

  async perform<Args extends readonly unknown[], Result>(
    job: JobAsked<Args, Result>,
    args: Args,
    signal?: AbortSignal,
  ): Promise<Result> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      signal?.throwIfAborted();
      return await this.runner.perform(job, args, signal);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}
