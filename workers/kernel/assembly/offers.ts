/** Steps of a week that only some runs or weeks need: cuts and over-promises, the lite plan, the pause. */
import * as at from './layout';
import * as hand from './lines';
import { lever, param } from './lines';
import * as use from './scalars';
import { isOn, renews, unexplained } from './steps';
import { add, both, either, least, less, most, mul } from './simd';
import { ones, select, splat, sub, where, without } from './simd';

/** How deep the feature cuts and over-promises of this week hit each customer. */
export function hit(sr0: usize, end: usize, cuts: i32, promises: i32): void {
  sumMet(sr0 + at.SR_uF, end, hand.N_cut, at.H_cutBreadth, at.L_q0, cuts);
  sumMet(sr0 + at.SR_uF, end, hand.N_missed, at.H_cutBreadth, at.L_qg0, cuts);
  sumMet(sr0 + at.SR_uX, end, hand.N_promised, at.H_promiseShare, at.L_og0, promises);
  for (let i: usize = 0; i < end; i += 16) {
    v128.store(i, least(ones(), v128.load(i, hand.N_cut)), hand.N_cut);
    v128.store(i, least(ones(), v128.load(i, hand.N_missed)), hand.N_missed);
  }
}

/** Sum of the levers from `first` on, of those impulses whose reach is above the customer's own number. */
function sumMet(own: usize, end: usize, line: usize, reach: i32, first: i32, count: i32): void {
  memory.fill(line, 0, end);
  for (let one = 0; one < count; one++) {
    const limit = v128.load32_splat(at.HEADER + ((reach + one) << 2));
    const depth = lever(first + one);
    for (let i: usize = 0; i < end; i += 16) {
      const met = where(less(v128.load(own + (i << 2)), limit), depth);
      v128.store(line + i, add(v128.load(line + i), met));
    }
  }
}

/** 4. Full or lite plan. */
export function plan(s0: usize, sr0: usize, d0: usize, end: usize): void {
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const sr = sr0 + (i << 2);
    const on = isOn(i);
    const renew = renews(s);
    const due = either(renew, v128.not(on));
    const kept = less(v128.load(sr, at.SR_uG), lever(at.L_gf));
    const PL = lever(at.L_PL);
    const over = most(splat(0), sub(PL, v128.load(d, at.D_r)));
    const felt = mul(mul(v128.load(s, at.S_a), over), lever(at.L_lam));
    const gpL = mul(felt, unexplained(v128.load(d, at.D_T)));
    const ls = liteLoss(sr);
    const was = v128.load(d, at.D_plan);
    const chosen = choosePlan(d, i, ls, gpL, was, on, renew);
    v128.store(d, chosen, at.D_plan);
    const onLite = i32x4.eq(chosen, i32x4.splat(1));
    const cheaper = both(onLite, due);
    const keep = select(onLite, sub(ones(), ls), ones());
    v128.store(i, mul(v128.load(i, hand.N_benefit), keep), hand.N_benefit);
    const p = select(cheaper, PL, v128.load(i, hand.N_p));
    v128.store(i, p, hand.N_p);
    const pp = v128.load(d, at.D_pp);
    v128.store(d, select(on, p, pp), at.D_pp);
    v128.store(i, select(cheaper, gpL, v128.load(i, hand.N_gp)), hand.N_gp);
    const announced = select(onLite, lever(at.L_PLa), lever(at.L_Pa));
    v128.store(i, select(without(renew, kept), most(p, announced), p), hand.N_target);
    const wasLite = i32x4.eq(was, i32x4.splat(1));
    v128.store(i, where(both(on, without(onLite, wasLite)), ls), hand.N_lost);
  }
}

/** Share of value that each customer would lose on the lite plan. */
function liteLoss(sr: usize): v128 {
  const mean = v128.load32_splat(at.HEADER + (at.H_liteValue << 2));
  const doubled = mul(splat(2), sub(ones(), mean));
  return least(ones(), mul(doubled, sub(ones(), v128.load(sr, at.SR_uF))));
}

/** The plan after this week's comparison: 1 lite, 0 full. Losing features is weighed like losing money. */
function choosePlan(
  d: usize,
  i: usize,
  ls: v128,
  gpL: v128,
  was: v128,
  on: v128,
  renew: v128,
): v128 {
  const zero = splat(0);
  const psi = param(at.P_psi);
  const stick = param(at.P_stick);
  const vl = mul(v128.load(i, hand.N_benefit), ls);
  const cheaper = mul(sub(v128.load(i, hand.N_p), lever(at.L_PL)), v128.load(i, hand.N_bill));
  const df = sub(sub(vl, cheaper), mul(psi, sub(v128.load(i, hand.N_gp), gpL)));
  const offered = less(zero, lever(at.L_lite));
  const compares = both(both(on, renew), looks(d));
  const wasLite = i32x4.eq(was, i32x4.splat(1));
  const down = without(less(add(add(df, mul(psi, vl)), stick), zero), wasLite);
  const stays = without(wasLite, less(stick, df));
  const chosen = select(compares, either(down, stays), wasLite);
  const ifOffered = select(on, chosen, less(df, zero));
  const ifNot = both(wasLite, without(on, renew));
  return where(select(offered, ifOffered, ifNot), i32x4.splat(1));
}

/** Whether attention is high enough to compare plans. */
function looks(d: usize): v128 {
  return less(param(at.P_planAt), v128.load(d, at.D_att));
}

/** 6. Pause. */
export function rest(s0: usize, d0: usize, dr0: usize, end: usize): void {
  const pzP = lever(at.L_pzP);
  for (let i: usize = 0; i < end; i += 16) {
    const d = d0 + (i << 2);
    const on = isOn(i);
    const was = v128.load(dr0 + (i << 2), at.DR_pz);
    const p = v128.load(i, hand.N_p);
    const saved = mul(p, sub(v128.load(i, hand.N_bill), pzP));
    const using = sub(v128.load(i, hand.N_benefit), saved);
    const sting = mul(param(at.P_psi), v128.load(i, hand.N_gp));
    const worse = less(add(sub(using, sting), param(at.P_stick)), splat(0));
    const compares = both(both(on, renews(s0 + (i << 2))), looks(d));
    const pz = pauseWeeks(was, both(compares, worse), on);
    v128.store(dr0 + (i << 2), pz, at.DR_pz);
    const paused = i32x4.gt_s(pz, i32x4.splat(0));
    v128.store(i, paused, hand.N_paused);
    v128.store(i, both(on, i32x4.eq(was, i32x4.splat(1))), hand.N_ends);
  }
}

/** Weeks of pause left (positive), or until the next one may begin (negative). */
function pauseWeeks(was: v128, begins: v128, on: v128): v128 {
  const none = i32x4.splat(0);
  const one = i32x4.splat(1);
  const left = i32x4.sub(was, one);
  const cool = i32x4.trunc_sat_f32x4_s(sub(splat(0), param(at.P_pauseCool)));
  const pausing = select(i32x4.eq(left, none), cool, left);
  const offered = i32x4.trunc_sat_f32x4_s(lever(at.L_pzW));
  const resting = select(i32x4.lt_s(was, none), i32x4.add(was, one), where(begins, offered));
  return where(on, select(i32x4.gt_s(was, none), pausing, resting));
}
