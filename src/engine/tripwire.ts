/** A pilot's tripwire: which a scenario has, and when it lights. MODEL.md 7.1. */
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

/** A tripwire and what it watches. */
export interface Tripwire {
  /** Weekly complaints of the pilot group, by simulated week. */
  readonly complaints: ArrayLike<number>;
  /** Its active customers, by simulated week. */
  readonly heads: ArrayLike<number>;
  /** Simulated week in which the pilot begins. */
  readonly start: number;
  /** Simulated weeks done so far. */
  readonly done: number;
  /** Complaints per head that light it, as a multiple of the base weeks'. */
  readonly times: number;
  /** Consecutive weeks above it. */
  readonly weeksInRow: number;
  /** Weeks before the pilot that are the base, as far as they exist. */
  readonly base: number;
}

/** Half a complaint stands for none in the base weeks, or the first complaint would light the wire. */
const COMPLAINTS_AT_LEAST = 0.5;

/** The simulated week in which the wire is lit, or undefined. */
export function trippedWeek(wire: Tripwire): number | undefined {
  const limit = wire.times * baseRate(wire);
  let inRow = 0;
  for (let t = wire.start; t < wire.done; t++) {
    const heads = wire.heads[t] ?? 0;
    const above = heads > 0 && (wire.complaints[t] ?? 0) / heads > limit;
    inRow = above ? inRow + 1 : 0;
    if (inRow >= wire.weeksInRow) return t;
  }
  return undefined;
}

function baseRate({ complaints, heads, start, base }: Tripwire): number {
  let [sum, customers] = [0, 0];
  for (let t = Math.max(0, start - base); t < start; t++) {
    sum += complaints[t] ?? 0;
    customers += heads[t] ?? 0;
  }
  if (customers === 0) return Infinity;
  return Math.max(sum, COMPLAINTS_AT_LEAST) / customers;
}
