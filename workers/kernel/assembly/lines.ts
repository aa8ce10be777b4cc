/**
 * What the steps of a week hand on to each other, of the tile at hand: lines at fixed addresses, which stay in
 * the nearest cache. And the week's scalars, as the steps take them.
 */
import * as at from './layout';
import * as use from './scalars';

/** Price billed. */
export const N_p: usize = at.HANDED + 0 * at.LINE;
/** Share of the price that is due. */
export const N_bill: usize = at.HANDED + 1 * at.LINE;
/** Sting of a price above the reference. */
export const N_gp: usize = at.HANDED + 2 * at.LINE;
/** What the reference price moves towards. */
export const N_target: usize = at.HANDED + 3 * at.LINE;
/** Whether a customer is bound until the renewal (mask). */
export const N_waits: usize = at.HANDED + 4 * at.LINE;
/** Value on the plan at hand. */
export const N_benefit: usize = at.HANDED + 5 * at.LINE;
/** Switching cost; of those who are no customers, less what joining costs. */
export const N_S: usize = at.HANDED + 6 * at.LINE;
/** Net advantage of staying. */
export const N_u: usize = at.HANDED + 7 * at.LINE;
/** Margin: u with the switching cost. */
export const N_m: usize = at.HANDED + 8 * at.LINE;
/** Depths of the feature cuts that hit each customer: in value, and as loss felt. */
export const N_cut: usize = at.HANDED + 9 * at.LINE;
export const N_missed: usize = at.HANDED + 10 * at.LINE;
/** Over-promise felt. */
export const N_promised: usize = at.HANDED + 11 * at.LINE;
/** Share of value lost in the week of a change to the lite plan. */
export const N_lost: usize = at.HANDED + 12 * at.LINE;
/** Whether in a pause, and whether it ends this week (masks). */
export const N_paused: usize = at.HANDED + 13 * at.LINE;
export const N_ends: usize = at.HANDED + 14 * at.LINE;

/** How clear the wish to leave is: the square of twice its share (a watched week). */
export const N_clear: usize = at.HANDED + 15 * at.LINE;
/** Engagement (a watched week). */
export const N_engaged: usize = at.HANDED + 16 * at.LINE;

/** Whether an active customer (mask); nobody's status changes before the events. */
export const N_on: usize = at.HANDED + 17 * at.LINE;

/** A parameter. */
export function param(index: i32): v128 {
  return v128.load(at.PARAMETER_VECTORS + (index << 4));
}

/** One of the week's scalars for everybody. */
export function weekly(index: i32): v128 {
  return v128.load(at.WEEK_VECTORS + (index << 4));
}

/** One of the segment's scalars. */
export function lever(index: i32): v128 {
  return v128.load(use.SCALARS + (index << 4));
}
