/** What can be told of a customer's run. Weeks count from week 0; trust is in 0..1; words are chosen elsewhere. */
import type { MarginTerms } from '../../model/customer.ts';
import type { Answer, Reason, TrustCause } from './diary.ts';

/** The share of a change of trust that is put down to a cause. */
export interface Part {
  readonly cause: TrustCause;
  readonly share: number;
}

/** Trust moved, from the start of one week to the end of another. */
export interface Moved {
  readonly week: number;
  readonly until: number;
  readonly from: number;
  readonly to: number;
  /** At most two, the larger one first, each a fifth of what moved trust that way or more. */
  readonly causes: readonly Part[];
}

export interface TrustFell extends Moved {
  readonly kind: 'trustFell';
  /** It fell below the breaking point in week `until`. */
  readonly broke: boolean;
  /** How far the price billed rose from week 0 on, if it did and is among the causes; else null. */
  readonly priceChange: number | null;
}

export interface TrustRose extends Moved {
  readonly kind: 'trustRose';
}

export interface Complained {
  readonly kind: 'complained';
  readonly week: number;
  /** Null if there was no answer before the customer left or the run ended. */
  readonly answer: Answer | null;
  /** Week of the answer, or of giving up on one. */
  readonly settled: number | null;
}

/** By this week so many of the friends who were customers in week 0 had left. */
export interface FriendsLeft {
  readonly kind: 'friendsLeft';
  readonly week: number;
  readonly gone: number;
  readonly friends: number;
}

/** Data that would be lost, fear of the unknown, contract and hassle, what the company added. */
export type SwitchingCost = 'data' | 'unknown' | 'hassle' | 'lockIn';

/** From this week on it was no longer worth it, and the cost of switching kept the customer. */
export interface Captive {
  readonly kind: 'captive';
  readonly week: number;
  /** The largest part of that cost. */
  readonly cost: SwitchingCost;
}

/** Something happened for the first time: waiting for a renewal in order to leave, a lite plan, a pause. */
export interface First {
  readonly kind: 'waited' | 'tookLite' | 'paused';
  readonly week: number;
}

/** What the save desk made of an attempt to cancel. */
export interface AtTheDesk {
  readonly kind: 'heldUp' | 'listened';
  readonly week: number;
}

export interface Left {
  readonly kind: 'left';
  readonly week: number;
  readonly reason: Reason;
  /** Which term of the margin had lost most since week 0; null for everyday reasons. */
  readonly most: keyof MarginTerms | null;
  /** Weeks in a row, this one included, in which the customer had rather left. */
  readonly wanting: number;
}

/** What keeps a customer: a term of the margin; a plan that has not ended; or not having got round to it. */
export type Hold = 'value' | 'trust' | SwitchingCost | 'contract' | 'undecided';

export interface Stayed {
  readonly kind: 'stayed';
  /** The last week of the run. */
  readonly week: number;
  readonly because: Hold;
}

export interface Returned {
  readonly kind: 'returned';
  readonly week: number;
}

export type Ending = Left | Stayed | Returned;

export type TurningPoint =
  (TrustFell | TrustRose) | (Complained | FriendsLeft | Captive | First | AtTheDesk) | Ending;
