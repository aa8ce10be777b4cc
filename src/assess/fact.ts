/** Measuring the stylised facts. */
import type { Job } from './job.ts';

/** What one seed yields for a stylised fact; only that fact can read it. */
export const factJob: Job<[id: string, seed: string], unknown> = {
  name: 'fact',
  perform: async ({ kernel }, id, seed) => {
    // Rarely asked for: the page does not load them with the rest.
    const { factOf } = await import('./facts/index.ts');
    return factOf(id).measure(kernel, seed);
  },
};
