/**
 * What can be read off the customers after the pass and before the events of a week (MODEL.md 7.6).
 * Nothing here changes a customer: a run that is not watched gives the same exits.
 */
import * as at from './layout';
import {
  bytesUsed,
  dynamics,
  globalOf,
  header,
  parameter,
  place,
  segmentField,
} from './memory';
import { seriesAt, setGlobal, statics } from './memory';
import { lever, param, weekly } from './lines';
import * as use from './scalars';
import { add, both, clamp01, either, least, less, most, mul, select } from './simd';
import { atLeast, div, splat, sqrt, sub, where, without } from './simd';

// Sums over the segments done so far
let heads: f64 = 0;
let trust: f64 = 0;
let engagement: f64 = 0;
let exporting: f64 = 0;
let surveyed: f64 = 0;
let surveyWeight: f64 = 0;
let surveyedAll: f64 = 0;
let goodwill: f64 = 0;
let goodwillWeight: f64 = 0;
let goodwillSurveyed: f64 = 0;
let goodwillSurveyWeight: f64 = 0;
let revenue: f64 = 0;
let past: i32 = 0;
let captives: i32 = 0;
let pending: i32 = 0;
let lite: i32 = 0;
let paused: i32 = 0;
let pilotHeads: i32 = 0;
let inStratum1: i32 = 0;
let inStratum2: i32 = 0;
let inStratum3: i32 = 0;
let inStratum4: i32 = 0;
let inStratum5: i32 = 0;

/** Reads all customers and writes the observed series of week t. */
export function observe(t: i32): void {
  clear();
  const row = seriesAt(t);
  for (let g = 0, segments = header(at.H_segments); g < segments; g++) {
    const before = revenue;
    use.spreadLevers(t, g);
    observeSegment(g);
    putRevenueOf(g, revenue - before, row);
  }
  write(row);
  updateGoodwill();
}

/** Reads only what customers pay, and writes it for week t: the same sums as with everything else. */
export function observeRevenue(t: i32): void {
  const row = seriesAt(t);
  revenue = 0;
  for (let g = 0, segments = header(at.H_segments); g < segments; g++) {
    const before = revenue;
    revenue += total(paidIn(g));
    putRevenueOf(g, revenue - before, row);
  }
  put(row, at.R_revenue, revenue);
}

function putRevenueOf(segment: i32, value: f64, row: usize): void {
  put(row, at.SERIES + segment * at.SEGMENT_SERIES + 2, value);
}

function paidIn(segment: i32): v128 {
  let paid = splat(0);
  const tileEnd = place(segment, at.Q_tileEnd);
  for (let tile = place(segment, at.Q_tileStart); tile < tileEnd; tile++) {
    const tileS = statics + <usize>tile * (at.STATIC_FIELDS * at.LINE);
    const tileD = dynamics + <usize>tile * (at.DYNAMIC_FIELDS * at.LINE);
    const end = bytesUsed(tile, segment);
    for (let lane: usize = 0; lane < end; lane += 16)
      paid = sum(paid, owed(tileS + lane, tileD + lane));
  }
  return paid;
}

/** What the active of four customers pay a month. */
function owed(s: usize, d: usize): v128 {
  const on = i32x4.eq(v128.load(d, at.D_st * at.LINE), i32x4.splat(at.ACTIVE));
  return where(on, mul(v128.load(d, at.D_pay * at.LINE), v128.load(s, at.S_arpu * at.LINE)));
}

/** Columns that only an observed week has are not a number in the others. */
export function leaveUnobserved(t: i32): void {
  const row = seriesAt(t);
  const columns = at.SERIES + at.SEGMENT_SERIES * header(at.H_segments);
  for (let column = 0; column < columns; column++) store<f64>(row + (column << 3), NaN);
}

function clear(): void {
  heads = trust = engagement = exporting = revenue = 0;
  surveyed = surveyWeight = surveyedAll = 0;
  goodwill = goodwillWeight = goodwillSurveyed = goodwillSurveyWeight = 0;
  past = captives = pending = lite = paused = pilotHeads = 0;
  inStratum1 = inStratum2 = inStratum3 = inStratum4 = inStratum5 = 0;
}

function observeSegment(segment: i32): void {
  const mixed = use.isMixed(segment);
  const zero = splat(0);
  const one = splat(1);
  const vipWeight = splat(<f32>(parameter(at.P_refVip) - 1));
  const cool = i32x4.splat(-(<i32>parameter(at.P_pauseCool)));
  const usesPause = header(at.H_pause);
  const pilot = segmentField(segment, at.G_pilotShare) > 0;
  let sumTrust = zero;
  let sumEngagement = zero;
  let sumExports = zero;
  let sumRevenue = zero;
  let sumSurveyed = zero;
  let sumWeight = zero;
  let sumAll = zero;
  let sumGoodwill = zero;
  let sumGoodwillWeight = zero;
  let sumGoodwillSurveyed = zero;
  let sumGoodwillSurveyWeight = zero;
  let active = 0;

  const tileEnd = place(segment, at.Q_tileEnd);
  for (let tile = place(segment, at.Q_tileStart); tile < tileEnd; tile++) {
    const tileS = statics + <usize>tile * (at.STATIC_FIELDS * at.LINE);
    const tileD = dynamics + <usize>tile * (at.DYNAMIC_FIELDS * at.LINE);
    const end = bytesUsed(tile, segment);
    for (let lane: usize = 0; lane < end; lane += 16) {
      const s = tileS + lane;
      const d = tileD + lane;
      if (mixed) use.mixScalars(s, segment);
      const on = i32x4.eq(v128.load(d, at.D_st * at.LINE), i32x4.splat(at.ACTIVE));
      const T = v128.load(d, at.D_T * at.LINE);
      const A = v128.load(s, at.S_A * at.LINE);
      const u = v128.load(d, at.D_u * at.LINE);
      const m = v128.load(d, at.D_m * at.LINE);
      const bond = v128.load(s, at.S_bond * at.LINE);
      active += bits(on);
      sumTrust = sum(sumTrust, where(on, T));
      sumRevenue = sum(sumRevenue, owed(s, d));

      // Engagement, and those who look at leaving
      const mood = add(
        add(splat(0.2), mul(splat(0.6), T)),
        mul(splat(0.25), least(most(u, splat(-1)), one)),
      );
      const habit = add(splat(0.4), mul(splat(0.6), v128.load(s, at.S_ab * at.LINE)));
      const e = where(on, mul(clamp01(mood), habit));
      sumEngagement = sum(sumEngagement, e);
      const y = mul(sub(zero, m), weekly(use.V_sharpness));
      const half = mul(splat(0.5), add(one, div(y, sqrt(add(one, mul(y, y))))));
      const looks = mul(
        mul(v128.load(d, at.D_att * at.LINE), mul(half, half)),
        lever(use.X_exporting),
      );
      sumExports = sum(sumExports, where(on, looks));

      // Survey
      const q = clamp01(mul(splat(4), sub(T, A)));
      const uG = v128.load(s, at.S_uG * at.LINE);
      const promoter = less(sub(one, mul(splat(0.6), q)), uG);
      const detractor = less(uG, sub(one, mul(splat(0.85), q)));
      const score = sub(where(promoter, one), where(detractor, one));
      const answers = mul(q, e);
      sumSurveyed = sum(sumSurveyed, mul(answers, score));
      sumWeight = sum(sumWeight, answers);
      sumAll = sum(sumAll, where(on, score));

      // Goodwill
      const counts = where(on, add(one, mul(vipWeight, bond)));
      sumGoodwill = sum(sumGoodwill, mul(counts, T));
      sumGoodwillWeight = sum(sumGoodwillWeight, counts);
      const answersWeighted = mul(counts, answers);
      sumGoodwillSurveyed = sum(sumGoodwillSurveyed, mul(answersWeighted, score));
      sumGoodwillSurveyWeight = sum(sumGoodwillSurveyWeight, answersWeighted);

      // Strata, the first that applies
      const ph = v128.load(s, at.S_ph * at.LINE);
      const week52 = weekly(use.V_week52);
      const renew = either(f32x4.eq(ph, splat(255)), f32x4.eq(ph, week52));
      let waits = without(on, renew);
      if (usesPause) {
        const pz = v128.load(d, at.D_pz * at.LINE);
        const pausing = i32x4.gt_s(pz, i32x4.splat(0));
        paused += bits(both(on, pausing));
        waits = without(waits, either(pausing, i32x4.eq(pz, cool)));
      }
      const H = v128.load(d, at.D_H * at.LINE);
      const isPending = both(waits, atLeast(H, v128.load(d, at.D_E * at.LINE)));
      const below = both(on, less(T, A));
      const wanting = both(on, less(u, zero));
      past += bits(below);
      captives += bits(both(wanting, less(zero, m)));
      pending += bits(isPending);
      inStratum1 += bits(isPending);
      let rest = without(on, isPending);
      const isCaptive = both(rest, both(wanting, atLeast(m, zero)));
      inStratum2 += bits(isCaptive);
      rest = without(rest, isCaptive);
      const isPast = both(rest, below);
      inStratum3 += bits(isPast);
      rest = without(rest, isPast);
      const width = param(at.P_kappa);
      const close = either(less(T, add(A, splat(0.15))), less(m, mul(splat(2), width)));
      const wavers = both(rest, close);
      inStratum4 += bits(wavers);
      inStratum5 += bits(without(rest, wavers));
      const onLite = i32x4.eq(v128.load(d, at.D_plan * at.LINE), i32x4.splat(1));
      lite += bits(both(on, onLite));
      if (pilot) pilotHeads += bits(both(on, use.pilotMask(s, segment)));
    }
  }
  heads += <f64>active;
  trust += total(sumTrust);
  engagement += total(sumEngagement);
  exporting += total(sumExports);
  revenue += total(sumRevenue);
  surveyed += total(sumSurveyed);
  surveyWeight += total(sumWeight);
  surveyedAll += total(sumAll);
  goodwill += total(sumGoodwill);
  goodwillWeight += total(sumGoodwillWeight);
  goodwillSurveyed += total(sumGoodwillSurveyed);
  goodwillSurveyWeight += total(sumGoodwillSurveyWeight);
}

function bits(mask: v128): i32 {
  return popcnt(i32x4.bitmask(mask));
}

/** Adds four float32 lanes to two double sums. */
function sum(so: v128, lanes: v128): v128 {
  const low = f64x2.promote_low_f32x4(lanes);
  const high = f64x2.promote_low_f32x4(v128.shuffle<u64>(lanes, lanes, 1, 0));
  return f64x2.add(f64x2.add(so, low), high);
}

function total(sums: v128): f64 {
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + (column << 3), value);
}

function write(row: usize): void {
  const each = 1 / Math.max(1, heads);
  smooth(at.B_npsSum, surveyed);
  smooth(at.B_npsWeight, surveyWeight);
  put(row, at.R_revenue, revenue);
  put(row, at.R_nps, score(globalOf(at.B_npsSum), globalOf(at.B_npsWeight)));
  put(row, at.R_npsAll, score(surveyedAll, heads));
  put(row, at.R_logins, engagement * each);
  put(row, at.R_dataExports, 1000 * exporting * each);
  put(row, at.R_trust, trust * each);
  put(row, at.R_onLite, <f64>lite * each);
  put(row, at.R_paused, <f64>paused * each);
  put(row, at.R_pilotHeads, <f64>pilotHeads);
  put(row, at.R_pastBreakingPoint, <f64>past * each);
  put(row, at.R_captives, <f64>captives * each);
  put(row, at.R_pending, <f64>pending * each);
  put(row, at.R_stratumPending, <f64>inStratum1 * each);
  put(row, at.R_stratumCaptive, <f64>inStratum2 * each);
  put(row, at.R_stratumPast, <f64>inStratum3 * each);
  put(row, at.R_stratumWavering, <f64>inStratum4 * each);
  put(row, at.R_stratumContent, <f64>inStratum5 * each);
}

/** A rolling quarter: 13 weeks of exponential memory. */
function smooth(index: i32, thisWeek: f64): void {
  setGlobal(index, (12.0 / 13.0) * globalOf(index) + thisWeek);
}

function score(balance: f64, weight: f64): f64 {
  return weight > 0 ? (100 * balance) / weight : 0;
}

/** Goodwill relative to the first week; what it does to joining takes effect a week later. */
function updateGoodwill(): void {
  smooth(at.B_goodwillSum, goodwillSurveyed);
  smooth(at.B_goodwillWeight, goodwillSurveyWeight);
  const surveyedScore = score(globalOf(at.B_goodwillSum), globalOf(at.B_goodwillWeight));
  const trusted = goodwillWeight > 0 ? goodwill / goodwillWeight : 0;
  const value = parameter(at.P_refMode) == 1 ? 1 + surveyedScore / 100 : trusted;
  if (globalOf(at.B_goodwill0) == 0) setGlobal(at.B_goodwill0, value);
  const base = globalOf(at.B_goodwill0);
  setGlobal(at.B_G, base > 0 ? Math.min(1.5, value / base) : 1);
}
