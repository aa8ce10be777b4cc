/** What a worker can be asked to do, and who can be asked. */
import type { Lab } from './lab.ts';

/**
 * A piece of work, a few milliseconds to seconds long: everything that a question needs of one seed. Its arguments
 * and its result are plain data, as both may cross from thread to thread; the same arguments give the same result,
 * whoever does it and whatever was done before.
 */
export interface Job<Args extends readonly unknown[], Result> {
  /** How a worker finds it in its list of jobs. */
  readonly name: string;
  /** Does it here. */
  readonly perform: (lab: Lab, ...args: Args) => Result | Promise<Result>;
}

/**
 * A job as it is asked for: by its name. It may come without the work itself, where others do that; the page is
 * spared the engine that way.
 */
export type JobAsked<Args extends readonly unknown[], Result> = Pick<
  Job<Args, Result>,
  'name'
> &
  Partial<Pick<Job<Args, Result>, 'perform'>>;

/** Who does the work: this thread, or a pool of workers. The results are the same. */
export interface Runner {
  /** @throws what the job threw; or the signal's reason, if that is aborted before the job is done */
  perform<Args extends readonly unknown[], Result>(
    job: JobAsked<Args, Result>,
    args: Args,
    signal?: AbortSignal,
  ): Promise<Result>;
}

/** How a question is asked. */
export interface Asking {
  readonly signal?: AbortSignal | undefined;
  /** Told after each run how many are done. */
  readonly onProgress?: ((done: number, planned: number) => void) | undefined;
}

/**
 * One result for each of the runs 0 to `runs` - 1, in their order, whatever the order in which they are done.
 */
export async function replicate<Result>(
  runs: number,
  job: (run: number) => Promise<Result>,
  { onProgress }: Asking = {},
): Promise<Result[]> {
  let done = 0;
  return Promise.all(
    Array.from({ length: runs }, async (_, run) => {
      const result = await job(run);
      onProgress?.(++done, runs);
      return result;
    }),
  );
}
