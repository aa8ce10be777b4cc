/**
 * What a watched week reads off the customers of a tile after its steps and before its events (MODEL.md 7.6), in
 * short steps as well; steps.ts says what the arguments are. Each adds to the sums and numbers of the segment.
 * Nothing here changes a customer: a run that is not watched gives the same exits.
 */
import * as at from './layout';
import * as hand from './lines';
import { lever, param, weekly } from './lines';
import { parameter } from './memory';
import * as use from './scalars';
import { add, atLeast, both, clamp01, either, least, less, most, mul } from './simd';
import { ones, select, splat, sub, where, without } from './simd';
import { isOn } from './steps';

// Sums of the segment: two doubles each, of lanes 0 and 2 and of lanes 1 and 3
export const Z_revenue: usize = at.SUMS;
export const Z_trust: usize = at.SUMS + 1 * 16;
export const Z_engaged: usize = at.SUMS + 2 * 16;
export const Z_exporting: usize = at.SUMS + 3 * 16;
export const Z_surveyed: usize = at.SUMS + 4 * 16;
export const Z_surveyWeight: usize = at.SUMS + 5 * 16;
export const Z_goodwill: usize = at.SUMS + 6 * 16;
export const Z_goodwillWeight: usize = at.SUMS + 7 * 16;
// Numbers of customers: one for each lane
export const C_active: usize = at.SUMS + 8 * 16;
export const C_lite: usize = at.SUMS + 9 * 16;
export const C_paused: usize = at.SUMS + 10 * 16;
export const C_pilot: usize = at.SUMS + 11 * 16;
export const C_promoters: usize = at.SUMS + 12 * 16;
export const C_detractors: usize = at.SUMS + 13 * 16;
export const C_past: usize = at.SUMS + 14 * 16;
export const C_captives: usize = at.SUMS + 15 * 16;
export const C_pending: usize = at.SUMS + 16 * 16;
export const C_stratumCaptive: usize = at.SUMS + 17 * 16;
export const C_stratumPast: usize = at.SUMS + 18 * 16;
export const C_stratumWavering: usize = at.SUMS + 19 * 16;
export const SUMS_BYTES: usize = 20 * 16;

// Of the segment at hand
let pilotShare: f32 = 0;
let revenueOfPrice: f32 = 1;
let weight: f32 = 1;
let bySurvey: bool = false;

/**
 * Sets out from nothing. `share`: of the pilot; `arpu`: revenue for a price of 1; `own`: weight in goodwill;
 * `surveys`: goodwill as surveyed.
 */
export function startSums(share: f32, arpu: f32, own: f32, surveys: bool): void {
  memory.fill(at.SUMS, 0, SUMS_BYTES);
  pilotShare = share;
  revenueOfPrice = arpu;
  weight = own;
  bySurvey = surveys;
}

/** What is paid, whose sum is the revenue; the last week of a call leaves u, margin and it to be seen. */
export function show(dr0: usize, end: usize, pause: bool, last: bool): void {
  const charged = lever(use.X_charged);
  const arpu = splat(revenueOfPrice);
  let revenue = v128.load(Z_revenue);
  for (let i: usize = 0; i < end; i += 16) {
    const p = v128.load(i, hand.N_p);
    let pay = mul(p, charged);
    if (pause) pay = select(v128.load(i, hand.N_paused), mul(p, lever(at.L_pzP)), pay);
    if (last) {
      const dr = dr0 + (i << 2);
      v128.store(dr, v128.load(i, hand.N_u), at.DR_u);
      v128.store(dr, v128.load(i, hand.N_m), at.DR_m);
      v128.store(dr, pay, at.DR_pay);
    }
    revenue = sum(revenue, where(isOn(i), mul(pay, arpu)));
  }
  v128.store(Z_revenue, revenue);
}

/** Takes all measures of the customers of a tile but the revenue. */
export function measure(
  s: usize,
  sr: usize,
  d: usize,
  dr: usize,
  end: usize,
  lite: bool,
  pause: bool,
): void {
  engage(s, d, end);
  survey(s, sr, d, end);
  if (weight != 1 && !bySurvey) trustWeighted(d, end);
  if (lite) countLite(d, end);
  if (pause) rested(dr, end);
  stratify(s, d, end);
  if (pilotShare > 0) count(sr, end);
}

/** Trust, engagement, and those who look at leaving. */
function engage(s0: usize, d0: usize, end: usize): void {
  const one = ones();
  const low = splat(-1);
  const fifth = weekly(use.V_fifth);
  const quarter = weekly(use.V_quarter);
  const twoFifths = weekly(use.V_twoFifths);
  const threeFifths = weekly(use.V_threeFifths);
  const open = lever(use.X_exporting);
  let trust = v128.load(Z_trust);
  let engaged = v128.load(Z_engaged);
  let exporting = v128.load(Z_exporting);
  let active = v128.load(C_active);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const on = isOn(i);
    active = i32x4.sub(active, on);
    const T = v128.load(d, at.D_T);
    trust = sum(trust, where(on, T));
    const u = least(most(v128.load(i, hand.N_u), low), one);
    const mood = add(add(fifth, mul(threeFifths, T)), mul(quarter, u));
    const habit = add(twoFifths, mul(threeFifths, v128.load(s, at.S_ab)));
    const e = where(on, mul(clamp01(mood), habit));
    v128.store(i, e, hand.N_engaged);
    engaged = sum(engaged, e);
    const clear = mul(quarter, v128.load(i, hand.N_clear));
    const looks = mul(mul(v128.load(d, at.D_att), clear), open);
    exporting = sum(exporting, where(on, looks));
  }
  v128.store(Z_trust, trust);
  v128.store(Z_engaged, engaged);
  v128.store(Z_exporting, exporting);
  v128.store(C_active, active);
}

/** The survey, and goodwill if it is what the survey says. */
function survey(s0: usize, sr0: usize, d0: usize, end: usize): void {
  const one = ones();
  const four = weekly(use.V_four);
  const easy = weekly(use.V_threeFifths);
  const hard = weekly(use.V_detracting);
  const weighted = bySurvey && weight != 1;
  let surveyed = v128.load(Z_surveyed);
  let answered = v128.load(Z_surveyWeight);
  let promoters = v128.load(C_promoters);
  let detractors = v128.load(C_detractors);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const on = isOn(i);
    const T = v128.load(d, at.D_T);
    const q = clamp01(mul(four, sub(T, v128.load(s, at.S_A))));
    const uG = v128.load(sr0 + (i << 2), at.SR_uG);
    const promoter = less(sub(one, mul(easy, q)), uG);
    const detractor = less(uG, sub(one, mul(hard, q)));
    promoters = i32x4.sub(promoters, both(on, promoter));
    detractors = i32x4.sub(detractors, both(on, detractor));
    const answers = mul(q, v128.load(i, hand.N_engaged));
    const balance = sub(where(promoter, answers), where(detractor, answers));
    surveyed = sum(surveyed, balance);
    answered = sum(answered, answers);
    if (weighted) addWeighted(balance, answers);
  }
  v128.store(Z_surveyed, surveyed);
  v128.store(Z_surveyWeight, answered);
  v128.store(C_promoters, promoters);
  v128.store(C_detractors, detractors);
}

function addWeighted(balance: v128, answers: v128): void {
  const own = splat(weight);
  v128.store(Z_goodwill, sum(v128.load(Z_goodwill), mul(own, balance)));
  v128.store(Z_goodwillWeight, sum(v128.load(Z_goodwillWeight), mul(own, answers)));
}

/** Goodwill where customers count for more than one. */
function trustWeighted(d0: usize, end: usize): void {
  const own = splat(weight);
  let goodwill = v128.load(Z_goodwill);
  for (let i: usize = 0; i < end; i += 16) {
    const d = d0 + (i << 2);
    const T = v128.load(d, at.D_T);
    goodwill = sum(goodwill, where(isOn(i), mul(own, T)));
  }
  v128.store(Z_goodwill, goodwill);
}

/** Customers on the lite plan. */
function countLite(d0: usize, end: usize): void {
  let lite = v128.load(C_lite);
  for (let i: usize = 0; i < end; i += 16) {
    const onLite = i32x4.eq(v128.load(d0 + (i << 2), at.D_plan), i32x4.splat(1));
    lite = i32x4.sub(lite, both(isOn(i), onLite));
  }
  v128.store(C_lite, lite);
}

/** Those in a pause; whoever is in one or just was does not wait for the renewal. */
function rested(dr0: usize, end: usize): void {
  const cool = i32x4.splat(-(<i32>parameter(at.P_pauseCool)));
  let paused = v128.load(C_paused);
  for (let i: usize = 0; i < end; i += 16) {
    const pz = v128.load(dr0 + (i << 2), at.DR_pz);
    const pausing = i32x4.gt_s(pz, i32x4.splat(0));
    paused = i32x4.sub(paused, both(isOn(i), pausing));
    const free = either(pausing, i32x4.eq(pz, cool));
    v128.store(i, without(v128.load(i, hand.N_waits), free), hand.N_waits);
  }
  v128.store(C_paused, paused);
}

/** Strata, the first that applies; past the breaking point, captives. */
function stratify(s0: usize, d0: usize, end: usize): void {
  const zero = splat(0);
  const near = weekly(use.V_nearBreaking);
  const kappa = param(at.P_kappa);
  const width = add(kappa, kappa);
  let past = v128.load(C_past);
  let captives = v128.load(C_captives);
  let pending = v128.load(C_pending);
  let stratumCaptive = v128.load(C_stratumCaptive);
  let stratumPast = v128.load(C_stratumPast);
  let stratumWavering = v128.load(C_stratumWavering);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const on = isOn(i);
    const m = v128.load(i, hand.N_m);
    const reached = atLeast(v128.load(d, at.D_H), v128.load(d, at.D_E));
    const isPending = both(v128.load(i, hand.N_waits), reached);
    pending = i32x4.sub(pending, isPending);
    const wanting = both(on, less(v128.load(i, hand.N_u), zero));
    captives = i32x4.sub(captives, both(wanting, less(zero, m)));
    const isCaptive = without(both(wanting, atLeast(m, zero)), isPending);
    stratumCaptive = i32x4.sub(stratumCaptive, isCaptive);
    const T = v128.load(d, at.D_T);
    const A = v128.load(s, at.S_A);
    const below = both(on, less(T, A));
    past = i32x4.sub(past, below);
    let rest = without(without(on, isPending), isCaptive);
    const isPast = both(rest, below);
    stratumPast = i32x4.sub(stratumPast, isPast);
    rest = without(rest, isPast);
    const close = either(less(T, add(A, near)), less(m, width));
    stratumWavering = i32x4.sub(stratumWavering, both(rest, close));
  }
  v128.store(C_past, past);
  v128.store(C_captives, captives);
  v128.store(C_pending, pending);
  v128.store(C_stratumCaptive, stratumCaptive);
  v128.store(C_stratumPast, stratumPast);
  v128.store(C_stratumWavering, stratumWavering);
}

/** Customers in the pilot. */
function count(sr0: usize, end: usize): void {
  const share = splat(pilotShare);
  let pilot = v128.load(C_pilot);
  for (let i: usize = 0; i < end; i += 16) {
    const inPilot = less(v128.load(sr0 + (i << 2), at.SR_uP), share);
    pilot = i32x4.sub(pilot, both(isOn(i), inPilot));
  }
  v128.store(C_pilot, pilot);
}

/** Adds four float32 lanes to two double sums. */
function sum(so: v128, lanes: v128): v128 {
  const low = f64x2.promote_low_f32x4(lanes);
  const high = f64x2.promote_low_f32x4(v128.shuffle<u64>(lanes, lanes, 1, 0));
  return f64x2.add(f64x2.add(so, low), high);
}
