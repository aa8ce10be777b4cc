/** One customer through a run: what the equations read of them in a week, and how they came out of it. */
import type { Offers, Situation, State, Traits } from '../model/customer.ts';
import { LEVER_SETS, SEGMENT_LEVER_NAMES, segmentEnds } from '../model/levers.ts';
import type { LeverTable, SegmentLever } from '../model/levers.ts';
import { PARAMETER_NAMES, parametersWith } from '../model/parameters.ts';
import type { Parameters } from '../model/parameters.ts';
import type { DynamicField, Kernel, StaticField } from './kernel.ts';
import type { Market } from './market.ts';
import type { Walk } from './walk.ts';

type Numbers<Name extends string> = Readonly<Record<Name, number>>;

const TRAITS = [
  ...(['v', 'a', 'A', 'd0', 'Sd', 'Sf', 'Sc', 'voice', 'sus', 'ab', 'bond', 'h0'] as const),
  ...(['id', 'ph', 'imp', 'uF', 'uG', 'conc', 'uX'] as const),
] satisfies (StaticField & keyof Traits)[];
const STATES = [
  ...(['T', 'r', 'pp', 'H', 'Hd', 'E', 'V', 'Vt', 'nl', 'xl', 'dm', 'att'] as const),
  ...(['st', 'hold', 'plan', 'pz'] as const),
] satisfies (DynamicField & keyof State)[];
/** What events leave behind: attempts and spells, complaints, whether one was held up, why one left last. */
const TALLIES = ['nE', 'nV', 'blocked', 'reason'] as const satisfies DynamicField[];

/** Who somebody is, for life. */
export interface Person {
  readonly id: number;
  /** Index of the segment. */
  readonly segment: number;
  readonly traits: Traits;
  /** Revenue per unit of the list price. */
  readonly arpu: number;
  readonly inPilot: boolean;
  /** Ids at the other end of the ties, each once. */
  readonly ties: readonly number[];
}

/** Somebody between two weeks. */
export interface Moment extends Numbers<(typeof TALLIES)[number]> {
  readonly state: State;
  /** Simulated weeks of the complaints that wait for an answer, oldest first. */
  readonly waiting: readonly number[];
}

export interface FollowedWeek {
  /** Counted from the first simulated one. */
  readonly t: number;
  /** What the page of equations reads. */
  readonly given: Situation;
  /** After the week's events. */
  readonly after: Moment;
}

function personOf(
  kernel: Kernel,
  { segments, customers }: Market,
  { pilotShare }: LeverTable,
  id: number,
): Person {
  const read = (name: StaticField) => kernel.traits(name, [id])[0] ?? NaN;
  const traits = each(TRAITS, read);
  const segment = segmentEnds(segments, customers).findIndex((end) => id < end);
  return {
    ...{ id, segment, traits, arpu: read('arpu'), ties: [...new Set(kernel.neighbours(id))] },
    inPilot: read('uP') < Math.fround(pilotShare[segment] ?? 0),
  };
}

function momentOf(kernel: Kernel, id: number): Moment {
  const read = (name: DynamicField) => kernel.states(name, [id])[0] ?? NaN;
  return { ...each(TALLIES, read), state: each(STATES, read), waiting: kernel.waiting(id) };
}

/** Follows somebody along a walk. */
export class Follower {
  readonly person: Person;
  readonly #kernel: Kernel;
  readonly #market: Market;
  readonly #walk: Walk;
  #terms: Terms;

  /** @throws RangeError if nobody has the id */
  constructor(kernel: Kernel, market: Market, walk: Walk, id: number) {
    this.person = personOf(kernel, market, walk.levers, id);
    this.#kernel = kernel;
    this.#market = market;
    this.#walk = walk;
    this.#terms = termsOf(market, walk.levers);
  }

  /** Somebody as they are now. */
  moment(): Moment {
    return momentOf(this.#kernel, this.person.id);
  }

  /** Takes the walk one week on, and tells what that was. */
  step(): FollowedWeek {
    const [walk, kernel] = [this.#walk, this.#kernel];
    const { done: t, levers } = walk;
    const was = this.moment().state;
    const active = kernel.global('active') / Math.max(1, kernel.global('active0'));
    const G = kernel.global('G');
    if (this.#terms.levers !== levers) this.#terms = termsOf(this.#market, levers);
    const { par, offers } = this.#terms;
    walk.step();
    const { wear, complaining, broadcast } = kernel.weekly();
    const given = {
      ...{ who: this.person.traits, was, par, offers, lever: leverOf(levers, t, this.person) },
      all: { t, nd: wear, nc: complaining, gone: Math.max(0, 1 - active), bc: broadcast, G },
    };
    return { t, given, after: this.moment() };
  }
}

/** What holds in all weeks of a lever table. */
interface Terms extends Pick<Situation, 'par' | 'offers'> {
  readonly levers: LeverTable;
}

const termsOf = (market: Market, levers: LeverTable): Terms => ({
  levers,
  par: parametersOf(market, levers),
  offers: offersOf(levers),
});

/** The kernel's pass reads all of these in single precision. */
function parametersOf(market: Market, { parameters }: LeverTable): Parameters {
  const values = parametersWith(market.parameters, parameters);
  return each(PARAMETER_NAMES, (name) => Math.fround(values[name]));
}

function offersOf({ cutBreadth, promiseShare, liteValue, pauseOffered }: LeverTable): Offers {
  return {
    cutBreadth: cutBreadth.map(Math.fround),
    promiseShare: promiseShare.map(Math.fround),
    liteValue: liteValue === undefined ? undefined : Math.fround(liteValue),
    pauseOffered,
  };
}

/** The weekly scalars of somebody's segment, in the pilot or outside it. */
function leverOf(
  { blocks, segments }: LeverTable,
  t: number,
  { segment, inPilot }: Person,
): Numbers<SegmentLever> {
  const block = (t * segments + segment) * LEVER_SETS + (inPilot ? 1 : 0);
  const first = block * SEGMENT_LEVER_NAMES.length;
  const at = new Map(SEGMENT_LEVER_NAMES.map((name, i) => [name, blocks[first + i] ?? NaN]));
  return each(SEGMENT_LEVER_NAMES, (name) => at.get(name) ?? NaN);
}

function each<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, number>;
}
