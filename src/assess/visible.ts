/** What of a decision shows in the reported figures, and from when on (MODEL.md 7.7, measures of a run). */
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import { churnByRow } from './timeline.ts';

/** Standard deviations from the mean at which a value stands out. */
const STANDARD_DEVIATIONS = 3;
/** A wave has at least this many times the twin's exits. */
const WAVE = 2;
const WAVE_WEEKS = 4;

/** What is usual: values within it do not stand out. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Mean -+ three standard deviations (of a sample) of at least two values; of equal values exactly those. */
export function bandOf(values: readonly number[]): Band {
  const [first = NaN] = values;
  // Around the first value, so that rounding does not make equal values unequal to their mean.
  const mean = first + values.reduce((sum, value) => sum + value - first, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const half = STANDARD_DEVIATIONS * Math.sqrt(squares / (values.length - 1));
  return { low: mean - half, high: mean + half };
}

/**
 * The second of the first two neighbouring places at which something holds: only then is it seen.
 * @param from place of the first value that counts
 */
export function secondInRow(
  values: readonly number[],
  from: number,
  holds: (value: number) => boolean,
): number | null {
  const place = values.findIndex(
    (value, i) => i > from && holds(value) && holds(values[i - 1] ?? NaN),
  );
  return place < 0 ? null : place;
}

/**
 * The week in which the rise of the four-week churn is first seen: it is above the twin's mean plus three standard
 * deviations for the second week running. Null if that never happens.
 * @param from week from which on the two runs may differ
 */
export function visibleRise(run: RunSeries, twin: RunSeries, from: number): number | null {
  const { historyWeeks } = run;
  const { high } = bandOf(churnByRow(twin).slice(twin.historyWeeks));
  const row = secondInRow(churnByRow(run), from + historyWeeks, (churn) => churn > high);
  return row === null ? null : row - historyWeeks;
}

/**
 * The week that ends the four with the most exits, the first of several such; null if these are fewer than twice
 * the twin's mean.
 * @param from week from which on the two runs may differ
 */
export function waveWeek(run: RunSeries, twin: RunSeries, from: number): number | null {
  const usual = exitsOfFourWeeks(twin, 0);
  const least = (WAVE * usual.reduce((sum, exits) => sum + exits, 0)) / usual.length;
  const first = Math.max(from, -run.historyWeeks);
  const exits = exitsOfFourWeeks(run, first);
  const most = Math.max(...exits);
  return most >= least && most > 0 ? first + exits.indexOf(most) : null;
}

/** Exits of each week and the three before it, as far as they were simulated; from a week on. */
function exitsOfFourWeeks(run: RunSeries, from: number): number[] {
  const exits = seriesOf(run, 'exits');
  const first = from + run.historyWeeks;
  return Array.from({ length: run.weeks - first }, (_, i) => {
    const end = first + i + 1;
    return exits.slice(Math.max(0, end - WAVE_WEEKS), end).reduce((sum, each) => sum + each, 0);
  });
}
