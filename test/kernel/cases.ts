/** The week of each customer: what was given to the kernel, and what it made of it. */
import type { DynamicField, Kernel, StaticField } from '../../src/engine/kernel.ts';
import type { Market } from '../../src/engine/market.ts';
import type { Everybody, Situation, State, Traits } from '../../src/model/customer.ts';
import { LEVER_SETS, SEGMENT_LEVER_NAMES, segmentEnds } from '../../src/model/levers.ts';
import type { LeverTable } from '../../src/model/levers.ts';
import { PARAMETER_NAMES, parametersWith } from '../../src/model/parameters.ts';
import type { Parameters } from '../../src/model/parameters.ts';
import { globalOf } from '../support/kernel.ts';
import type { Levers } from '../support/kernel.ts';

export const TRAITS = [
  ...([
    'v',
    'a',
    'A',
    'd0',
    'Sd',
    'Sf',
    'Sc',
    'voice',
    'sus',
    'ab',
    'bond',
    'h0',
    'id',
  ] as const),
  ...(['ph', 'imp', 'uF', 'uG', 'conc', 'uX'] as const),
] satisfies (StaticField & keyof Traits)[];
export const STATES = [
  ...(['T', 'r', 'pp', 'H', 'Hd', 'E', 'V', 'Vt', 'nl', 'xl', 'dm', 'att'] as const),
  ...(['st', 'hold', 'plan', 'pz'] as const),
] satisfies (DynamicField & keyof State)[];

/** What the kernel made of a customer's week. */
export interface Outcome {
  readonly next: State;
  readonly event: boolean;
  readonly complaint: boolean;
  readonly u: number;
  readonly margin: number;
  readonly pay: number;
}

/** A customer's week: what was given to both, and what the kernel made of it. */
export interface Case {
  readonly given: Situation;
  readonly made: Outcome;
}

const f32 = Math.fround;

/** The parameters as the kernel's vectors hold them. */
function parametersOf(market: Market, table: LeverTable): Parameters {
  const values = parametersWith(market.parameters, table.parameters);
  for (const name of PARAMETER_NAMES) values[name] = f32(values[name]);
  return values;
}

/** All people, each with all fields of a kind. */
function people<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => Float64Array,
): Record<Name, number>[] {
  const columns = names.map((name) => [name, read(name)] as const);
  const rows = Array.from(columns[0]?.[1] ?? [], () => ({}) as Record<Name, number>);
  for (const [name, values] of columns)
    rows.forEach((row, id) => {
      row[name] = values[id] ?? NaN;
    });
  return rows;
}

export const traitsOf = (kernel: Kernel): Traits[] =>
  people(TRAITS, (name) => kernel.traits(name));
export const statesOf = (kernel: Kernel): State[] =>
  people(STATES, (name) => kernel.states(name));

/** The levers of week t that hold for each customer, by id. */
function leversFor(kernel: Kernel, market: Market, table: LeverTable, t: number): Levers[] {
  const width = SEGMENT_LEVER_NAMES.length;
  const block = (g: number, set: number): Levers => {
    const at = ((t * table.segments + g) * LEVER_SETS + set) * width;
    const entries = SEGMENT_LEVER_NAMES.map((name, i) => [name, table.blocks[at + i] ?? NaN]);
    return Object.fromEntries(entries) as Levers;
  };
  const blocks = market.segments.map((_, g) => [block(g, 0), block(g, 1)] as const);
  const ends = segmentEnds(market.segments, market.customers);
  return Array.from(kernel.traits('uP'), (uP, id) => {
    const g = ends.findIndex((end) => id < end);
    const [outside, inside] = blocks[g] ?? [];
    const levers = uP < f32(table.pilotShare[g] ?? 0) ? inside : outside;
    if (!levers) throw new Error(`Customer ${id} is in no segment.`);
    return levers;
  });
}

/** Moves the kernel through the pass of week t, and returns each customer's week. */
export function passCases(
  kernel: Kernel,
  market: Market,
  table: LeverTable,
  t: number,
): Case[] {
  const who = traitsOf(kernel);
  const was = statesOf(kernel);
  const shared = passShared(kernel, market, table, t);
  return outcomesOf(kernel).map((made, id) => ({
    given: situationOf(id, who, was, shared),
    made,
  }));
}

/** What a week gives to all customers: the kernel moves through its pass to find out. */
export interface Shared extends Pick<Situation, 'par' | 'all' | 'offers'> {
  readonly levers: readonly Levers[];
}

export function passShared(
  kernel: Kernel,
  market: Market,
  table: LeverTable,
  t: number,
): Shared {
  const levers = leversFor(kernel, market, table, t);
  const par = parametersOf(market, table);
  const offers = {
    cutBreadth: table.cutBreadth.map(f32),
    promiseShare: table.promiseShare.map(f32),
    liteValue: table.liteValue === undefined ? undefined : f32(table.liteValue),
    pauseOffered: table.pauseOffered,
  };
  const [active, active0] = [globalOf(kernel, 'active'), globalOf(kernel, 'active0')];
  const [B, G] = [globalOf(kernel, 'B'), globalOf(kernel, 'G')];
  kernel.passOnly(t);
  return {
    levers,
    par,
    offers,
    all: everybody(kernel, par, table, t, { active, active0, B, G }),
  };
}

export function situationOf(
  id: number,
  who: readonly Traits[],
  was: readonly State[],
  { levers, ...shared }: Shared,
): Situation {
  const [traits, state, lever] = [who[id], was[id], levers[id]];
  if (!traits || !state || !lever) throw new Error(`Customer ${id} is incomplete.`);
  return { who: traits, was: state, lever, ...shared };
}

type Globals = Record<'active' | 'active0' | 'B' | 'G', number>;

/** What holds for everybody, from the state before the week; only the noise is the kernel's own draw. */
function everybody(
  kernel: Kernel,
  par: Parameters,
  { globals }: LeverTable,
  t: number,
  { active, active0, B, G }: Globals,
): Everybody {
  const [z = NaN, calm = NaN] = globals.subarray(t * 5);
  const { wear, complaining } = kernel.weekly();
  return {
    t,
    nd: wear,
    nc: complaining,
    gone: Math.max(0, 1 - active / active0),
    bc: (B + par.mediaZ * z) * par.bcast * calm,
    G,
  };
}

function outcomesOf(kernel: Kernel): Outcome[] {
  const next = statesOf(kernel);
  const [u, m, pay] = [kernel.states('u'), kernel.states('m'), kernel.states('pay')];
  const { events, complaints } = kernel.listed();
  const [eventful, complaining] = [new Set(events), new Set(complaints)];
  return next.map((state, id) => ({
    next: state,
    event: eventful.has(id),
    complaint: complaining.has(id),
    u: u[id] ?? NaN,
    margin: m[id] ?? NaN,
    pay: state.st === 0 ? (pay[id] ?? NaN) : 0,
  }));
}
