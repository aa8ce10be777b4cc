/** A pilot with a tripwire: the weeks in which it may be stopped, and the levers that hold from then on. */
import { compileLevers } from '../model/levers.ts';
import type { LeverTable } from '../model/levers.ts';
import type { BufferOf, Scenario } from '../model/scenario.ts';
import { seriesOf } from './series.ts';
import type { RunSeries } from './series.ts';
import { trippedWeek } from './tripwire.ts';

export interface WiredPilot {
  readonly week: number;
  readonly widen: number;
  readonly tripwire: NonNullable<BufferOf<'pilot'>['tripwire']>;
}

/** The scenario's pilot, if it has one with a tripwire. */
export function tripwireOf({ buffers }: Scenario): WiredPilot | undefined {
  const pilot = buffers.find((buffer) => buffer.kind === 'pilot');
  if (!pilot?.tripwire) return undefined;
  return { week: pilot.week, widen: pilot.widen ?? Infinity, tripwire: pilot.tripwire };
}

/** Simulated weeks, from `start` to before `end`, at whose end the wire is looked at. */
export function watchedWeeks(
  { week, widen }: WiredPilot,
  { historyWeeks, weeks }: LeverTable,
): { start: number; end: number } {
  return {
    start: Math.max(0, week + historyWeeks),
    end: Math.min(weeks, widen + historyWeeks),
  };
}

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
  const { tripwire } = wire;
  const tripped = trippedWeek({
    complaints: seriesOf(series, 'pilotComplaints'),
    heads: seriesOf(series, 'pilotHeads'),
    start: watchedWeeks(wire, levers).start,
    done,
    times: tripwire.times,
    weeksInRow: tripwire.weeks ?? 2,
    base: tripwire.base ?? 52,
  });
  if (tripped === undefined) return undefined;
  return compileLevers(scenario, { tripWeek: tripped + 1 - levers.historyWeeks });
}
