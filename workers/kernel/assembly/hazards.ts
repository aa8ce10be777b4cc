/** Steps 11 and 12 of a week: who leaves, joins or complains. steps.ts says what the arguments are. */
import * as at from './layout';
import * as hand from './lines';
import { lever, param, weekly } from './lines';
import * as use from './scalars';
import { add, atLeast, both, div, either, least, less, most, mul } from './simd';
import { negative, ones, select, splat, sqrt, sub, where, without } from './simd';
import { isOn } from './steps';

/**
 * 11. How clear the wish to leave or to join is, and 12. what it adds to the cumulative hazards.
 * @returns a bit for each customer who has reached an exit, a return or joining
 */
export function hazards(s0: usize, d0: usize, end: usize, pause: bool, watched: bool): u64 {
  const one = ones();
  const zero = splat(0);
  const sharpness = weekly(use.V_sharpness);
  const week = weekly(use.V_t);
  const k = param(at.P_k);
  const chi = param(at.P_chi);
  const mem = param(at.P_mem);
  const open = lever(use.X_everyday);
  const leaving = weekly(use.V_leavingQuarter);
  const returning = weekly(use.V_returningQuarter);
  const joining = weekly(use.V_joiningQuarter);
  let reached: u64 = 0;
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const st = v128.load(d, at.D_st);
    const on = isOn(i);
    const left = i32x4.eq(st, i32x4.splat(at.LEFT));
    const prospect = i32x4.eq(st, i32x4.splat(at.PROSPECT));
    const m = v128.load(i, hand.N_m);
    const y = mul(negative(on, m), sharpness);
    const twice = add(one, div(y, sqrt(add(one, mul(y, y)))));
    const att = v128.load(d, at.D_att);
    const alert = mul(att, either(where(on, leaving), where(left, returning)));
    const clear = mul(twice, twice);
    if (watched) v128.store(i, clear, hand.N_clear);
    const wish = mul(either(alert, where(prospect, joining)), clear);
    const xl = v128.load(d, at.D_xl);
    v128.store(d, mul(xl, mem), at.D_xl);
    const near = least(one, mul(k, v128.load(d, at.D_id)));
    const hold = i32x4.gt_s(v128.load(d, at.D_hold), week);
    const pull = without(add(one, mul(mul(chi, xl), near)), hold);
    const hd = mul(wish, pull);
    const everyday = mul(mul(v128.load(s, at.S_h0), open), pull);
    let leaves = add(everyday, hd);
    let waits = v128.load(i, hand.N_waits);
    let runs = on;
    if (pause) {
      const paused = v128.load(i, hand.N_paused);
      runs = without(on, paused);
      leaves = without(leaves, paused);
      waits = either(without(waits, v128.load(i, hand.N_ends)), paused);
    }
    const E = v128.load(d, at.D_E);
    let H = add(v128.load(d, at.D_H), select(on, leaves, wish));
    // Whoever would leave at the end of a pause does so, whatever the renewal week.
    if (pause) H = select(both(v128.load(i, hand.N_ends), less(m, zero)), most(H, E), H);
    v128.store(d, H, at.D_H);
    const Hd = v128.load(d, at.D_Hd);
    v128.store(d, add(Hd, where(runs, hd)), at.D_Hd);
    reached = next(reached, without(atLeast(H, E), waits));
  }
  return reached >> (64 - ((<u64>end) >> 2));
}

/**
 * 12. What adds to the cumulative hazard of complaining.
 * @returns a bit for each customer who complains
 */
export function complain(s0: usize, d0: usize, end: usize, pause: bool): u64 {
  const zero = splat(0);
  const cv = param(at.P_cv);
  const cT = param(at.P_cT);
  const c0 = param(at.P_c0);
  const noise = weekly(use.V_complaining);
  const atRest = weekly(use.V_voiceAtRest);
  const awake = weekly(use.V_voiceAwake);
  let reached: u64 = 0;
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const on = isOn(i);
    const T = v128.load(d, at.D_T);
    const deficit = mul(mul(cv, most(zero, sub(cT, T))), T);
    const att = v128.load(d, at.D_att);
    const loud = mul(v128.load(s, at.S_voice), add(atRest, mul(awake, att)));
    const cry = mul(mul(loud, add(c0, deficit)), noise);
    const runs = pause ? without(on, v128.load(i, hand.N_paused)) : on;
    const V = add(v128.load(d, at.D_V), where(runs, cry));
    v128.store(d, V, at.D_V);
    reached = next(reached, both(atLeast(V, v128.load(d, at.D_Vt)), on));
  }
  return reached >> (64 - ((<u64>end) >> 2));
}

/** Takes the bits of four more customers in at the upper end. */
function next(reached: u64, mask: v128): u64 {
  return (reached >> 4) | ((<u64>i32x4.bitmask(mask)) << 60);
}
