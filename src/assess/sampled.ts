/** What the water column is drawn from, and how it is read. */
import { STRATA } from './assessment.ts';
import type { Stratum } from './assessment.ts';

/**
 * A sample of the customers of one run at one size, from week 0 on. Those who join later are not in it.
 *
 * Weekly values lie week by week: those of customer i in week w stand at [w * count + i]. They are the week's
 * last ones of whoever was a customer at its start, as in the timeline: who leaves in week w is gone from week
 * w + 1 on.
 */
export interface Column {
  readonly run: number;
  /** Size of the selected decision. */
  readonly size: number;
  readonly weeks: number;
  /** Customers at the start of week 0, and how many of them are in the sample. */
  readonly customers: number;
  readonly count: number;
  /** Ascending, and therefore segment by segment. */
  readonly ids: Int32Array;
  /** Index of the segment within the scenario. */
  readonly segments: Uint8Array;
  /** Monthly revenue at the start of week 0, in today's list prices. */
  readonly spend: Float32Array;
  /**
   * Depth: the margin to leaving, u + S of the equations (the advantage of staying and the cost of switching), in
   * thousandths of today's list price, at most 32.767 of them. Below 0 the customer would rather leave. Of those
   * who are gone it is the last one that they had as customers.
   */
  readonly margin: Int16Array;
  /** Trust: 0 to 255 stands for 0 to 1. */
  readonly trust: Uint8Array;
  /** Read by `stratumOf` and `isReturned`. */
  readonly status: Uint8Array;
  /** Margin below which customers waver, in list prices: the thermocline reaches from here down to 0. */
  readonly thermocline: number;
}

/** Units of `margin` in a list price. */
export const MARGIN_SCALE = 1000;
export const TRUST_SCALE = 255;

/** Added to the number of the stratum once a customer has left. */
export const RETURNED = 16;

/** The stratum of the timeline that a customer is in. */
export const stratumOf = (status: number): Stratum => STRATA[status % RETURNED] ?? 'gone';

/** Whether somebody is a customer again after having left since week 0. */
export const isReturned = (status: number): boolean =>
  status >= RETURNED && stratumOf(status) !== 'gone';
