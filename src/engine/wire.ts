/** Whether a pilot can be stopped; apart from how it is, so that whoever only asks needs no levers. */
import type { BufferOf, Scenario } from '../model/scenario.ts';

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
