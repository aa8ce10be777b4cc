/**
 * One week of the kernel against the page of equations.
 *
 * The kernel computes in float32, whose rounding is 6e-8 of the larger operand; a week chains some thirty
 * operations. So two numbers agree if they differ by at most 5e-7 of what was added up to make them (not of
 * the result, which may be a small difference of large terms). A hazard passes through the sigmoid, which
 * can be as steep as 1/kappa: there the rounding of the margin is carried through.
 */
import type { DynamicField, Kernel, StaticField } from '../../src/engine/kernel.ts';
import type { Market } from '../../src/engine/market.ts';
import type { Everybody, Situation, State, Traits, Week } from '../../src/model/customer.ts';
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

export type Page = (situation: Situation) => Week;

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

/** A week of a whole market. */
export interface Staged {
  readonly cases: readonly Case[];
  /** How many wait for their renewal: the kernel only counts them. */
  readonly pending: number;
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

const EPSILON = 5e-7;
const sizeOf = (terms: Readonly<Record<string, number>>) =>
  Object.values(terms).reduce((total, term) => total + Math.abs(term), 0);

/** How far the kernel may lie from the page in each number. */
function tolerances(given: Situation, page: Week): Record<string, number> {
  const { who, was, par, all } = given;
  const T = EPSILON * (was.T + page.next.T + sizeOf(page.toTrust));
  const margin = EPSILON * (sizeOf(page.toMargin) + who.v);
  const hazard = hazardTolerance(given, page, margin);
  const cry = who.voice * par.cv * all.nc * 2 * T;
  return {
    ...{ T, u: margin, margin, pay: EPSILON * Math.abs(page.pay) },
    att: EPSILON * (1 + par.wakeSoc * was.dm),
    H: EPSILON * page.next.H + hazard,
    Hd: EPSILON * page.next.Hd + hazard,
    V: EPSILON * page.next.V + cry,
    ...{ r: EPSILON * (was.r + page.next.pp), pp: EPSILON * page.next.pp },
    ...{ xl: EPSILON * was.xl, dm: EPSILON * was.dm },
    ...{ nl: 0, E: 0, Vt: 0, st: 0, hold: 0, plan: 0, pz: 0 },
  };
}

/** What the rounding of margin and sigmoid makes of the weekly hazard. */
function hazardTolerance({ was, par, who }: Situation, page: Week, margin: number): number {
  const on = was.st === 0;
  const y = ((on ? -1 : 1) * page.margin) / par.kappa;
  const dy = (margin + EPSILON * Math.abs(page.margin)) / par.kappa;
  const squared = (at: number) => (0.5 * (1 + at / Math.sqrt(1 + at * at))) ** 2;
  const slope = Math.max(squared(y + dy) - squared(y), squared(y) - squared(y - dy));
  const rounding = slope + EPSILON * (Math.sqrt(squared(y)) + EPSILON);
  const most = on
    ? par.h1 * (1 + par.chi * was.xl * Math.min(1, par.k * who.id))
    : par.hw + par.ha * (1 + par.ref);
  return most * rounding;
}

/** Where the kernel differs from the page beyond rounding, in words; undefined if nowhere. */
export function difference({ given, made }: Case, page: Page): string | undefined {
  const expected = page(given);
  const found = differenceFrom(given, made, expected);
  if (found === undefined || isOnTheEdge(given, made, page)) return undefined;
  return found;
}

function differenceFrom(given: Situation, made: Outcome, page: Week): string | undefined {
  const limits = tolerances(given, page);
  const ours: Record<string, number> = {
    ...page.next,
    u: page.u,
    margin: page.margin,
    pay: page.pay,
  };
  const theirs: Record<string, number> = {
    ...made.next,
    u: made.u,
    margin: made.margin,
    pay: made.pay,
  };
  for (const [name, limit] of Object.entries(limits)) {
    const [mine, its] = [ours[name] ?? NaN, theirs[name] ?? NaN];
    if (!(Math.abs(mine - its) <= limit))
      return `${name}: page ${mine}, kernel ${its}, within ${limit}`;
  }
  const { H, E, V, Vt } = page.next;
  if (page.event !== made.event && Math.abs(H - E) > (limits.H ?? 0))
    return `event: page ${page.event}, kernel ${made.event}, H ${H}, E ${E}`;
  if (page.complaint !== made.complaint && Math.abs(V - Vt) > (limits.V ?? 0))
    return `complaint: page ${page.complaint}, kernel ${made.complaint}, V ${V}, Vt ${Vt}`;
  return undefined;
}

const NUDGED = ['T', 'att', 'r', 'pp'] as const;
const NUDGED_TRAITS = ['v', 'a', 'imp'] as const;

/**
 * Whether a comparison was so close that rounding decided it: then the page comes to the kernel's answer
 * from an input that is different by no more than rounding.
 */
function isOnTheEdge(given: Situation, made: Outcome, page: Page): boolean {
  return nudged(given).some(
    (situation) => differenceFrom(situation, made, page(situation)) === undefined,
  );
}

function nudged(given: Situation): Situation[] {
  const { who, was } = given;
  return [1 - EPSILON / 4, 1 + EPSILON / 4].flatMap((factor) => [
    ...NUDGED.map((name) => ({ ...given, was: { ...was, [name]: was[name] * factor } })),
    ...NUDGED_TRAITS.map((name) => ({ ...given, who: { ...who, [name]: who[name] * factor } })),
  ]);
}

/** The same for all customers of a week, and for the number of those who wait for their renewal. */
export function differenceAmong({ cases, pending }: Staged, page: Page): string | undefined {
  for (const one of cases) {
    const found = difference(one, page);
    if (found !== undefined) return `${found}\n${JSON.stringify(one.given)}`;
  }
  const waiting = cases.filter(({ given }) => page(given).pending).length;
  return waiting === pending ? undefined : `pending: page ${waiting}, kernel ${pending}`;
}
