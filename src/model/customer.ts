/** A customer as the equations know one: for life, at the end of a week, and what a week does (MODEL.md 2). */
import type { SegmentLever } from './levers/table.ts';
import type { Parameters } from './parameters.ts';

type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/** Of a person. `st`. */
export const ACTIVE = 0;
export const LEFT = 1;
export const PROSPECT = 2;
/** `ph` of those without an annual plan. */
export const MONTHLY = 255;

/** What stays the same for life. `ph` is the week of the year in which an annual plan renews, or MONTHLY. */
export type Traits = Numbers<
  | (
      | 'v'
      | 'a'
      | 'A'
      | 'd0'
      | 'Sd'
      | 'Sf'
      | 'Sc'
      | 'voice'
      | 'sus'
      | 'ab'
      | 'bond'
      | 'h0'
      | 'id'
    )
  | ('ph' | 'imp' | 'uF' | 'uG' | 'conc' | 'uX')
>;

/** The end of a week. `plan` is 1 on lite; `pz` weeks of pause left, below 0 until one may pause again. */
export type State = Numbers<
  | ('T' | 'r' | 'pp' | 'H' | 'Hd' | 'E' | 'V' | 'Vt' | 'nl' | 'xl' | 'dm' | 'att')
  | ('st' | 'hold' | 'plan' | 'pz')
>;

/** What holds for everybody this week; `t` counts from the first simulated week. */
export type Everybody = Numbers<'t' | 'nd' | 'nc' | 'gone' | 'bc' | 'G'>;

/** What holds for the whole run, as in the lever table. */
export interface Offers {
  readonly cutBreadth: readonly number[];
  readonly promiseShare: readonly number[];
  readonly liteValue: number | undefined;
  readonly pauseOffered: boolean;
}

/** All that the equations of one customer's week read. */
export interface Situation {
  readonly who: Traits;
  readonly was: State;
  /** The weekly scalars of this customer's segment, in the pilot or outside it. */
  readonly lever: Numbers<SegmentLever>;
  readonly par: Parameters;
  readonly all: Everybody;
  readonly offers: Offers;
}

/** The situation of one who is a customer (`on`) or not, with the exposure to what happens (`ex`). */
export interface Scene extends Situation {
  readonly on: boolean;
  readonly ex: number;
  /** Whether this is a week in which one decides anew. */
  readonly renew: boolean;
}

/** Step 2: the price, the share of it that is due, the share of losses left by an explanation, the sting. */
export type Billed = Numbers<'p' | 'bill' | 'fr' | 'gp'>;

/** Step 4: the same on the chosen plan, the share of value kept, and the loss in the week of a downgrade. */
export interface Deal extends Billed, Numbers<'plan' | 'keep' | 'dw'> {
  /** What the reference price moves towards: the price that is due or announced. */
  readonly target: number;
}

/** What changed trust; losses are negative. They add up to the change, but for the limits of trust. */
export type TrustTerms = Numbers<
  | ('reservoir' | 'repair' | 'wear' | 'price' | 'cut' | 'ads' | 'conduct' | 'overPromise')
  | ('others' | 'held' | 'bond' | 'downgrade')
>;

/** What the margin consists of, in list prices; they add up to it. */
export type MarginTerms = Numbers<
  'value' | 'bill' | 'sting' | 'trust' | 'outside' | 'switching'
>;

export interface Week {
  /** Before the events: those change st, E, Vt, hold and more. */
  readonly next: State;
  /** An exit is due, or a return, or joining. */
  readonly event: boolean;
  readonly complaint: boolean;
  /** Would leave, and waits for the renewal. */
  readonly pending: boolean;
  /** Net advantage of staying; for others, of joining. */
  readonly u: number;
  /** Distance from leaving, u + S; for others u - Sc, the advantage of joining. */
  readonly margin: number;
  /** What is paid, in list prices a month; 0 by those who are no customers. */
  readonly pay: number;
  readonly toTrust: TrustTerms;
  readonly toMargin: MarginTerms;
}
