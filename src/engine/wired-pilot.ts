/** A pilot with a tripwire: the weeks in which it may be stopped, and the levers that hold from then on. */
import { compileLevers } from '../model/levers.ts';
import type { LeverTable } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { seriesOf } from './series.ts';
import type { RunSeries } from './series.ts';
import { trippedWeek } from './tripwire.ts';
import type { WiredPilot } from './tripwire.ts';

/**
 * Simulated weeks, from `start` to before `end`, at whose end the wire is looked at; from `close` on everything that
 * it is compared with has to be taken.
 */
export function watchedWeeks(
  { week, widen, tripwire }: WiredPilot,
  { historyWeeks, weeks }: Pick<LeverTable, 'historyWeeks' | 'weeks'>,
): { start: number; end: number; close: number } {
  const start = Math.max(0, week + historyWeeks);
  return {
    start,
    end: Math.min(weeks, widen + historyWeeks),
    close: Math.max(0, start - (tripwire.base ?? BASE_WEEKS)),
  };
}

/** How a pilot's tripwire is set where the scenario does not say: weeks in a row, and weeks of the base. */
export const WEEKS_IN_ROW = 2;
export const BASE_WEEKS = 52;

/**
 * The simulated week in which the wire is lit; undefined if it is not.
 * @param series of the run so far, all weeks observed
 * @param done simulated weeks so far
 */
export function litWeek(
  series: RunSeries,
  { week, tripwire }: Pick<WiredPilot, 'week' | 'tripwire'>,
  done: number,
): number | undefined {
  return trippedWeek({
    complaints: seriesOf(series, 'pilotComplaints'),
    heads: seriesOf(series, 'pilotHeads'),
    start: Math.max(0, week + series.historyWeeks),
    done,
    times: tripwire.times,
    weeksInRow: tripwire.weeks ?? WEEKS_IN_ROW,
    base: tripwire.base ?? BASE_WEEKS,
  });
}

/** Whether the wire was lit in a run that is done, and so its pilot stopped. */
export const isLit = (series: RunSeries, wire: WiredPilot): boolean =>
  litWeek(series, wire, watchedWeeks(wire, series).end) !== undefined;

/**
 * The levers that hold from the next week on if the wire is lit by now; undefined if it is not.
 * @param series of the run so far, all weeks observed
 * @param done simulated weeks so far
 */
export function leversOnceLit(
  series: RunSeries,
  scenario: Scenario,
  levers: LeverTable,
  wire: WiredPilot,
  done: number,
): LeverTable | undefined {
  const tripped = litWeek(series, wire, done);
  if (tripped === undefined) return undefined;
  return compileLevers(scenario, { tripWeek: tripped + 1 - levers.historyWeeks });
}
