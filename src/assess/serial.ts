/** Does the work of an assessment in this thread, job by job. */
import { Kernel } from '../engine/kernel.ts';
import type { Job, JobAsked, Runner } from './job.ts';
import { jobNamed } from './jobs.ts';
import { Lab } from './lab.ts';

/** Loads a kernel and does jobs on it, one after the other. A job that fails is a rejected promise. */
export async function serialRunner(): Promise<Runner> {
  const lab = new Lab(await Kernel.load());
  return {
    perform: async (job, args, signal) => {
      signal?.throwIfAborted();
      return performOf(job)(lab, ...args);
    },
  };
}

const performOf = <Args extends readonly unknown[], Result>({
  name,
  perform,
}: JobAsked<Args, Result>): Job<Args, Result>['perform'] =>
  perform ?? (jobNamed(name) as unknown as Job<Args, Result>).perform;
