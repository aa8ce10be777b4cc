import { Kernel } from '../src/engine/kernel.ts';
import { jobNamed } from '../src/assess/jobs.ts';
import { Lab } from '../src/assess/lab.ts';
import type { SimulationApi } from './api.ts';

/** The worker's end: the kernel is loaded once, at the first job. */
export function simulation(): SimulationApi {
  const lab = Kernel.load().then((kernel) => new Lab(kernel));
  return {
    perform: async (job, args) => jobNamed(job).perform(await lab, ...args),
  };
}
