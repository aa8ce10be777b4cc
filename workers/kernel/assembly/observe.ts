/**
 * The measures of a week (MODEL.md 7.6): the sums of its segments, taken by measures.ts, added up and written.
 */
import * as at from './layout';
import * as taken from './measures';
import { globalOf, header, parameter, segmentField, seriesAt, setGlobal } from './memory';

// Sums over the segments done so far
let heads: f64 = 0;
let trust: f64 = 0;
let engagement: f64 = 0;
let exporting: f64 = 0;
let surveyed: f64 = 0;
let surveyWeight: f64 = 0;
let goodwill: f64 = 0;
let goodwillWeight: f64 = 0;
let revenue: f64 = 0;
let surveyedAll: i32 = 0;
let past: i32 = 0;
let captives: i32 = 0;
let pending: i32 = 0;
let lite: i32 = 0;
let paused: i32 = 0;
let pilotHeads: i32 = 0;
let stratumCaptive: i32 = 0;
let stratumPast: i32 = 0;
let stratumWavering: i32 = 0;

/** Whether all measures are taken: because they are asked for, or because joining depends on one. */
export function watchesAll(): bool {
  return header(at.H_watch) == at.WATCH_ALL || parameter(at.P_ref) > 0;
}

/** Writes the observed series of week t. */
export function observe(t: i32): void {
  const row = seriesAt(t);
  if (watchesAll()) {
    write(row);
    updateGoodwill();
  } else if (header(at.H_watch) == at.WATCH_REVENUE) put(row, at.R_revenue, revenue);
}

/** Before a segment's customers are looked at. */
export function openSegment(segment: i32): void {
  const pilotShare = <f32>segmentField(segment, at.G_pilotShare);
  const arpu = <f32>segmentField(segment, at.G_arpu);
  taken.startSums(pilotShare, arpu, weightOf(segment), goodwillIsSurveyed());
}

/** Weight of a segment's customers in goodwill. */
function weightOf(segment: i32): f32 {
  const more = <f32>(parameter(at.P_refVip) - 1);
  return <f32>1 + more * <f32>segmentField(segment, at.G_bond);
}

function goodwillIsSurveyed(): bool {
  return parameter(at.P_refMode) == 1;
}

/** Adds up what was taken of a segment, and writes its revenue for week t. */
export function closeSegment(segment: i32, t: i32): void {
  const before = revenue;
  revenue += total(taken.Z_revenue);
  put(seriesAt(t), at.SERIES + segment * at.SEGMENT_SERIES + 2, revenue - before);
  if (watchesAll()) addSegment(segment);
}

function addSegment(segment: i32): void {
  heads += <f64>number(taken.C_active);
  trust += total(taken.Z_trust);
  engagement += total(taken.Z_engaged);
  exporting += total(taken.Z_exporting);
  surveyed += total(taken.Z_surveyed);
  surveyWeight += total(taken.Z_surveyWeight);
  surveyedAll += number(taken.C_promoters) - number(taken.C_detractors);
  past += number(taken.C_past);
  captives += number(taken.C_captives);
  pending += number(taken.C_pending);
  lite += number(taken.C_lite);
  paused += number(taken.C_paused);
  pilotHeads += number(taken.C_pilot);
  stratumCaptive += number(taken.C_stratumCaptive);
  stratumPast += number(taken.C_stratumPast);
  stratumWavering += number(taken.C_stratumWavering);
  addGoodwill(weightOf(segment));
}

/** Where every customer has weight 1, the sums without weights are the same. */
function addGoodwill(weight: f32): void {
  if (goodwillIsSurveyed()) {
    goodwill += total(weight == 1 ? taken.Z_surveyed : taken.Z_goodwill);
    goodwillWeight += total(weight == 1 ? taken.Z_surveyWeight : taken.Z_goodwillWeight);
  } else {
    goodwill += total(weight == 1 ? taken.Z_trust : taken.Z_goodwill);
    goodwillWeight += <f64>weight * <f64>number(taken.C_active);
  }
}

/** A sum of measures.ts. */
function total(place: usize): f64 {
  return load<f64>(place) + load<f64>(place, 8);
}

/** A number of customers of measures.ts. */
function number(place: usize): i32 {
  return load<i32>(place) + load<i32>(place, 4) + load<i32>(place, 8) + load<i32>(place, 12);
}

/** Columns that only an observed week has are not a number in the others. */
export function leaveUnobserved(t: i32): void {
  const row = seriesAt(t);
  const columns = at.SERIES + at.SEGMENT_SERIES * header(at.H_segments);
  for (let column = 0; column < columns; column++) store<f64>(row + (column << 3), NaN);
}

/** Before a week is looked at. */
export function clear(): void {
  heads = trust = engagement = exporting = revenue = 0;
  surveyed = surveyWeight = goodwill = goodwillWeight = 0;
  surveyedAll = past = captives = pending = lite = paused = pilotHeads = 0;
  stratumCaptive = stratumPast = stratumWavering = 0;
}

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + (column << 3), value);
}

function write(row: usize): void {
  const each = 1 / Math.max(1, heads);
  const content = heads - <f64>(pending + stratumCaptive + stratumPast + stratumWavering);
  smooth(at.B_npsSum, surveyed);
  smooth(at.B_npsWeight, surveyWeight);
  put(row, at.R_revenue, revenue);
  put(row, at.R_nps, score(globalOf(at.B_npsSum), globalOf(at.B_npsWeight)));
  put(row, at.R_npsAll, score(<f64>surveyedAll, heads));
  put(row, at.R_logins, engagement * each);
  put(row, at.R_dataExports, 1000 * exporting * each);
  put(row, at.R_trust, trust * each);
  put(row, at.R_onLite, <f64>lite * each);
  put(row, at.R_paused, <f64>paused * each);
  put(row, at.R_pilotHeads, <f64>pilotHeads);
  put(row, at.R_pastBreakingPoint, <f64>past * each);
  put(row, at.R_captives, <f64>captives * each);
  put(row, at.R_pending, <f64>pending * each);
  put(row, at.R_stratumPending, <f64>pending * each);
  put(row, at.R_stratumCaptive, <f64>stratumCaptive * each);
  put(row, at.R_stratumPast, <f64>stratumPast * each);
  put(row, at.R_stratumWavering, <f64>stratumWavering * each);
  put(row, at.R_stratumContent, content * each);
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
  const value = goodwillIsSurveyed() ? surveyedGoodwill() : trustedGoodwill();
  if (globalOf(at.B_goodwill0) == 0) setGlobal(at.B_goodwill0, value);
  const base = globalOf(at.B_goodwill0);
  setGlobal(at.B_G, base > 0 ? Math.min(1.5, value / base) : 1);
}

function trustedGoodwill(): f64 {
  return goodwillWeight > 0 ? goodwill / goodwillWeight : 0;
}

function surveyedGoodwill(): f64 {
  smooth(at.B_goodwillSum, goodwill);
  smooth(at.B_goodwillWeight, goodwillWeight);
  return 1 + score(globalOf(at.B_goodwillSum), globalOf(at.B_goodwillWeight)) / 100;
}
