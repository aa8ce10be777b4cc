/** What a grouping of customers gives. */
import type { Tally } from './tally.ts';
import type { GroupingName } from './ways.ts';

export type Term = 'monthly' | 'annual' | 'mixed' | 'unknown';
export type Level = 'low' | 'middle' | 'high';

export interface SegmentTally extends Tally {
  readonly name: string;
  readonly term: Term;
  /** Price levels it holds, the lowest first; none if prices do not divide its terms. */
  readonly levels: readonly Level[];
  /** Whether it holds levels that were too small to stand alone. */
  readonly merged: boolean;
}

/** Terms that too few customers are on to be told apart. */
export interface RareTerm {
  readonly term: 'monthly' | 'annual';
  readonly count: number;
}

/** A smaller share might not come to one customer of the smallest market that is simulated. */
export const LEAST_SHARE = 0.01;

/** The segments that one way of grouping makes, and what is to be said about them. */
export interface Grouped {
  readonly segments: readonly SegmentTally[];
  /** Prices at which a new level begins. */
  readonly cuts: readonly number[];
  readonly rareTerm: RareTerm | undefined;
  /** Names of a column that went into `other`, and the customers there. */
  readonly others?: { readonly names: number; readonly count: number } | undefined;
  /** Groups that were too small to stand alone, and the one that each joined. */
  readonly joined?: readonly {
    readonly group: string;
    readonly into: string;
    readonly count: number;
  }[];
}

export interface Segmentation extends Grouped {
  readonly by: GroupingName;
  /** The sums over all. */
  readonly total: Tally;
  readonly silent: SilentGroup | null;
}

/** Customers who bring much and never complain: nobody hears of it before they leave. */
export interface SilentGroup {
  readonly count: number;
  /** By what they stand out, and above which amount. */
  readonly spend: 'revenue' | 'total' | 'price';
  readonly above: number;
  /** Their share of the money of all. */
  readonly share: number;
  /** Whether they are a segment of their own. */
  readonly split: boolean;
}

/** Fields that are known of the customers. */
export interface Known {
  readonly price: boolean;
  readonly contract: boolean;
}

/** A segment that neither terms nor prices made. */
export const plainSegment = (name: string, tally: Tally, known: Known): SegmentTally => ({
  ...tally,
  name,
  term: known.contract ? 'mixed' : 'unknown',
  levels: [],
  merged: false,
});
