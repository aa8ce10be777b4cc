/** What becomes of the customers of a run week by week, as one number to compare runs by. */
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';

/** What is taken of every run, whatever else is. */
const COURSE = ['active', 'exits', 'complaints'] as const;
/** FNV-1a, 32 bits. */
const [BASIS, PRIME] = [0x811c9dc5, 0x01000193];

/** Two runs of the same length in which as many customers stay, leave and complain in every week have the same one. */
export function courseOf(series: RunSeries): number {
  let hash = BASIS;
  for (const name of COURSE)
    for (const word of new Uint32Array(seriesOf(series, name).buffer))
      hash = Math.imul(hash ^ word, PRIME);
  return hash >>> 0;
}
