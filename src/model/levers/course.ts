/** Weekly values over the course of a simulation: levels, ramps, habituation, fading. */
import { inForce } from './entries.ts';
import type { Entry, Timed } from './entries.ts';

/** The simulated weeks: row 0 is week `first`. */
export interface Course {
  readonly first: number;
  readonly weeks: number;
}

/** One value a week. */
export type Weekly = Float64Array;

export function weekly({ first, weeks }: Course, value: (week: number) => number): Weekly {
  const values = new Float64Array(weeks);
  for (let row = 0; row < weeks; row++) values[row] = value(first + row);
  return values;
}

/** A lever that holds at a level, reached at once or in equal weekly parts. */
interface Level extends Pick<Timed, 'from' | 'until' | 'undone'> {
  readonly size: number;
  readonly ramp: number;
}

export function levels<E extends Entry>(
  entries: readonly Timed<E>[],
  size: (entry: E) => number,
  ramp: (entry: E) => number | undefined = () => undefined,
): Level[] {
  return entries.map(({ entry, from, until, undone }) => ({
    from,
    until,
    undone,
    size: size(entry),
    ramp: ramp(entry) ?? 0,
  }));
}

/**
 * The level in a week: the latest entry in force replaces the earlier ones, from `rest` without any. A ramp
 * starts from the level that it replaces.
 */
export function levelAt(entries: readonly Level[], rest: number, week: number): number {
  let level = rest;
  for (const entry of entries) {
    if (week < entry.from || week >= entry.until || week >= entry.undone) continue;
    const reached = entry.ramp > 0 ? Math.min(1, (week - entry.from) / entry.ramp) : 1;
    level = reached === 1 ? entry.size : level + (entry.size - level) * reached;
  }
  return level;
}

export function weeklyLevel(course: Course, entries: readonly Level[], rest: number): Weekly {
  return weekly(course, (week) => levelAt(entries, rest, week));
}

/** The sum of what is in force. */
export function weeklySum<E extends Entry>(
  course: Course,
  entries: readonly Timed<E>[],
  size: (entry: E) => number,
): Weekly {
  return weekly(course, (week) => {
    let sum = 0;
    for (const timed of entries) if (inForce(timed, week)) sum += size(timed.entry);
    return sum;
  });
}

/** What of a level is felt: the part one has not got used to yet, at the rate `eta` a week. */
export function notUsedTo(level: Weekly, eta: number): Weekly {
  let usedTo = 0;
  return level.map((value) => {
    const felt = Math.max(0, value - usedTo);
    usedTo += eta * (value - usedTo);
    return felt;
  });
}

const LEFT_AFTER_A_WEEK = 0.7;

/** What is left of a shock `weeks` weeks later: multiplied week by week, so that every engine agrees. */
export function fading(weeks: number): number {
  let left = 1;
  for (let week = 0; week < weeks; week++) left *= LEFT_AFTER_A_WEEK;
  return left;
}
