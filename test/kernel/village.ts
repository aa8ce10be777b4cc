/** A handful of customers with ties of their own, to see what one event does. */
import { expect } from 'vitest';
import type { Kernel } from '../../src/engine/kernel.ts';
import { seriesOf } from '../../src/engine/series.ts';
import type { State, Traits } from '../../src/model/customer.ts';
import type { LeverTable } from '../../src/model/levers.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import type { SeriesName } from '../../src/model/series.ts';
import { leverTable, setGlobals } from '../support/kernel.ts';
import type { TableOptions } from '../support/kernel.ts';

/** Purposes of draws, as the kernel numbers its channels. */
export const CHANNEL = {
  resistance: 19,
  complaint: 20,
  desk: 21,
  deskResistance: 22,
  reason: 23,
  public: 24,
  answer: 25,
  capacity: 27,
} as const;

type Traited = Partial<Record<keyof Traits | 'hub' | 'uP', number>>;
type Stated = Partial<Record<keyof State | 'nE' | 'nV' | 'blocked' | 'reason', number>>;
export type Villager = Traited & Stated;

export interface VillageOptions extends TableOptions {
  readonly people: readonly Villager[];
  /** Pairs of ids. */
  readonly ties?: readonly (readonly [number, number])[];
  readonly parameters?: ParameterOverrides;
  readonly weeks?: number;
  readonly B?: number;
  readonly F?: number;
}

/** Calm people: nobody does anything by themselves. */
const CALM: Villager = {
  ...{ v: 2.4, a: 1, A: 0.38, d0: 0, Sd: 0, Sf: 0, Sc: 0, voice: 1, sus: 0, ab: 0.7, bond: 0 },
  ...{ h0: 0, ph: 255, imp: 1, uF: 0.5, uG: 0.5, conc: 1, uX: 0.5, hub: 0, uP: 0.5 },
  ...{ T: 0.8, r: 1, pp: 1, H: 0, Hd: 0, E: 10, V: 0, Vt: 10, nl: 0, xl: 0, dm: 0, att: 0.7 },
  ...{ st: 0, hold: -1, plan: 0, pz: 0, nE: 0, nV: 0, blocked: 0, reason: 0 },
};
const TRAITS = [
  ...['v', 'a', 'A', 'd0', 'Sd', 'Sf', 'Sc', 'voice', 'sus', 'ab', 'bond', 'h0', 'ph', 'imp'],
  ...['uF', 'uG', 'conc', 'uX', 'hub', 'uP'],
] as const;
const STATES = [
  ...['T', 'r', 'pp', 'H', 'Hd', 'E', 'V', 'Vt', 'nl', 'xl', 'dm', 'att', 'st', 'hold', 'plan'],
  ...['pz', 'nE', 'nV', 'blocked', 'reason'],
] as const;

export class Village {
  readonly kernel: Kernel;
  readonly table: LeverTable;
  readonly size: number;

  constructor(kernel: Kernel, options: VillageOptions) {
    const { people, ties = [], parameters = {}, weeks = 12, B = 0, F = 0, ...rest } = options;
    this.kernel = kernel;
    this.size = people.length;
    this.table = leverTable(weeks, 1, rest);
    const segments = [{ name: 'village', share: 1 }];
    const all = parametersWith({ noise: 0, noiseC: 0 }, parameters);
    const market = { customers: this.size, segments, parameters: all };
    kernel.begin(market, [3, 4], this.table, Int32Array.from(ties.flat()));
    for (const name of TRAITS)
      kernel.setTraits(
        name,
        people.map((one) => one[name] ?? CALM[name] ?? NaN),
      );
    this.set(people);
    const active = people.filter(({ st = 0 }) => st === 0).length;
    setGlobals(kernel, { active, active0: active, B, F });
  }

  /** Overwrites the state of everybody. */
  set(people: readonly Villager[]): void {
    for (const name of STATES)
      this.kernel.setStates(
        name,
        people.map((one) => one[name] ?? CALM[name] ?? NaN),
      );
  }

  /**
   * Carries out the events of week t for the people as given: those with H >= E, and complaints of those
   * with V >= Vt. The pass only lists them; what it did to their state is undone.
   */
  events(people: readonly Villager[], t = 0): void {
    this.set(people);
    this.kernel.passOnly(t);
    this.set(people);
    this.kernel.eventsOnly(t);
  }

  /** A week as in any run, without the measures. */
  week(t: number): void {
    this.kernel.passOnly(t);
    this.kernel.eventsOnly(t);
  }

  state(name: (typeof STATES)[number]): number[] {
    return [...this.kernel.states(name)];
  }

  series(name: SeriesName, t = 0): number {
    return seriesOf(this.kernel.series(), name)[t] ?? NaN;
  }

  exponential(id: number, counter: number, channel: keyof typeof CHANNEL): number {
    return -Math.log(1 - this.uniform(id, counter, channel));
  }

  uniform(id: number, counter: number, channel: keyof typeof CHANNEL): number {
    return this.kernel.uniform(id, counter, CHANNEL[channel]);
  }
}

/** One number a customer, to float32 rounding. */
export function expectClose(received: readonly number[], expected: readonly number[]): void {
  expect(received.length).toBe(expected.length);
  received.forEach((value, id) =>
    expect(value, `of ${id}`).toBeCloseTo(expected[id] ?? NaN, 6),
  );
}
