/**
 * The sizes at which a run ends in a mass exit. Mostly that is every size above one of them; but what answers to
 * the customers' reaction, as a pilot's tripwire does, can save a run at a larger size that breaks at a smaller one.
 */
import type { CliffRun, Span } from './assessment.ts';

/** A size that was simulated, and what the run loses at it. */
interface Tried {
  readonly dose: number;
  readonly loss: number;
}

/** Above this share of the runs it is no chance that larger sizes lose less (at most 1 of 120 in the examples). */
const NOTICEABLE = 0.1;

/**
 * Where a run breaks, as far as the sizes tried tell. Between two of them of which one breaks, it begins or ceases
 * to break in the middle; at 0 it is taken to hold where that was not tried, and beyond the largest to go on.
 * @param path ascending, the sizes on both sides of each change as close as it is to be known
 */
export function spansOf(path: readonly Tried[], threshold: number): Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  path.forEach(({ dose, loss }, i) => {
    const breaks = loss >= threshold;
    if (breaks === (from !== null)) return;
    const edge = ((path[i - 1]?.dose ?? 0) + dose) / 2;
    if (from !== null) spans.push({ from, to: edge });
    from = breaks ? edge : null;
  });
  return from === null ? spans : [...spans, { from, to: null }];
}

/** Whether a run ends in a mass exit at a size. */
export const breaksAt = ({ breaks }: Pick<CliffRun, 'breaks'>, size: number): boolean =>
  breaks.some(({ from, to }) => from <= size && (to === null || size < to));

/** Share of the runs that end in a mass exit at a size. */
export const chanceAt = (runs: readonly CliffRun[], size: number): number =>
  runs.filter((run) => breaksAt(run, size)).length / Math.max(1, runs.length);

/**
 * The smallest size at which at least 1, 2, … of the runs break; null where there is none. Where no run holds again
 * at a larger size, these are the runs' tips in their order.
 */
export function firstSizes(runs: readonly Pick<CliffRun, 'breaks'>[]): (number | null)[] {
  const turns = runs
    .flatMap(({ breaks }) => breaks.flatMap(turnsOf))
    .sort((a, b) => a.size - b.size || a.by - b.by);
  const firsts: number[] = [];
  let breaking = 0;
  for (const { size, by } of turns) {
    breaking += by;
    if (breaking > firsts.length) firsts.push(size);
  }
  return runs.map((_, i) => firsts[i] ?? null);
}

const turnsOf = ({ from, to }: Span): { size: number; by: 1 | -1 }[] => [
  { size: from, by: 1 },
  ...(to === null ? [] : [{ size: to, by: -1 as const }]),
];

/** Runs of which a larger size than one that breaks was seen to hold. */
export const dentedOf = (runs: readonly CliffRun[]): number =>
  runs.filter(({ monotone }) => !monotone).length;

/** Whether so many of the runs are dented that it has to be said, and that no run may be searched by halving. */
export const isNoticeable = (dented: number, runs: number): boolean =>
  dented > NOTICEABLE * runs;
