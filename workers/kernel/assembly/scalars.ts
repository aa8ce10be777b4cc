/**
 * The week's scalars as vectors, where the pass can load them: parameters once per run, levers per segment
 * and week. A run with a pilot selects, lane by lane, between the scalars outside and in the pilot.
 */
import * as at from './layout';
import { header, parameter, segmentField, segmentLevers, staticRareAt } from './memory';
import { less, select, splat } from './simd';

/** Scalars derived from levers and parameters, behind those of the table. */
export const X_openData = at.SEGMENT_LEVERS;
export const X_credible = at.SEGMENT_LEVERS + 1;
export const X_everyday = at.SEGMENT_LEVERS + 2;
export const X_charged = at.SEGMENT_LEVERS + 3;
export const X_explained = at.SEGMENT_LEVERS + 4;
export const X_serviceValue = at.SEGMENT_LEVERS + 5;
export const X_adsValue = at.SEGMENT_LEVERS + 6;
export const X_adsLoss = at.SEGMENT_LEVERS + 7;
export const X_damage = at.SEGMENT_LEVERS + 8;
export const X_trap = at.SEGMENT_LEVERS + 9;
export const X_bond = at.SEGMENT_LEVERS + 10;
export const X_outreach = at.SEGMENT_LEVERS + 11;
export const X_news = at.SEGMENT_LEVERS + 12;
export const X_exporting = at.SEGMENT_LEVERS + 13;
const SET_BYTES = (at.SEGMENT_LEVERS + 14) * 16;

/** Where the steps of a week find the scalars that hold; and those of either side of a pilot. */
export const SCALARS: usize = at.SET_VECTORS;
const OUTSIDE: usize = SCALARS + SET_BYTES;
const INSIDE: usize = OUTSIDE + SET_BYTES;

// The week's scalars for everybody
export const V_t = 0;
export const V_week52 = 1;
export const V_wear = 2;
export const V_complaining = 3;
export const V_gone = 4;
export const V_broadcast = 5;
export const V_joining = 6;
export const V_sharpness = 7;
export const V_othersWeight = 8;
// A quarter of h1, hw and the rate of joining: what they multiply is the square of a half of something.
export const V_leavingQuarter = 9;
export const V_returningQuarter = 10;
export const V_joiningQuarter = 11;
// Numbers of the equations
export const V_monthly = 12;
export const V_leastTrust = 13;
export const V_mostTrust = 14;
export const V_voiceAtRest = 15;
export const V_voiceAwake = 16;
export const V_nearBreaking = 17;
export const V_fifth = 18;
export const V_quarter = 19;
export const V_twoFifths = 20;
export const V_threeFifths = 21;
export const V_detracting = 22;
export const V_four = 23;

/** Writes the parameters as vectors. */
export function spreadParameters(): void {
  for (let p = 0; p < at.PARAMETER_COUNT; p++)
    v128.store(at.PARAMETER_VECTORS + (p << 4), splat(<f32>parameter(p)));
  setWeekly(V_sharpness, <f32>1 / <f32>parameter(at.P_kappa));
  setWeekly(V_othersWeight, <f32>1 - <f32>parameter(at.P_mu));
  setWeekly(V_leavingQuarter, <f32>0.25 * <f32>parameter(at.P_h1));
  setWeekly(V_returningQuarter, <f32>0.25 * <f32>parameter(at.P_hw));
  setWeekly(V_monthly, 255);
  setWeekly(V_leastTrust, 0.001);
  setWeekly(V_mostTrust, 0.995);
  setWeekly(V_voiceAtRest, 0.3);
  setWeekly(V_voiceAwake, 0.7);
  setWeekly(V_nearBreaking, 0.15);
  setWeekly(V_fifth, 0.2);
  setWeekly(V_quarter, 0.25);
  setWeekly(V_twoFifths, 0.4);
  setWeekly(V_threeFifths, 0.6);
  setWeekly(V_detracting, 0.85);
  setWeekly(V_four, 4);
}

export function setWeekly(index: i32, value: f32): void {
  v128.store(at.WEEK_VECTORS + (index << 4), splat(value));
}

/** Writes the vectors of a segment's week; in a mixed one, those of both sides of the pilot. */
export function spreadLevers(t: i32, segment: i32): void {
  if (isMixed(segment)) {
    spreadSet(segmentLevers(t, segment, 0), OUTSIDE);
    spreadSet(segmentLevers(t, segment, 1), INSIDE);
  } else {
    const inPilot = i32(segmentField(segment, at.G_pilotShare) >= 1);
    spreadSet(segmentLevers(t, segment, inPilot), SCALARS);
  }
}

function spreadSet(row: usize, to: usize): void {
  for (let lever = 0; lever < at.SEGMENT_LEVERS; lever++)
    v128.store(to + (lever << 4), splat(load<f32>(row + (lever << 2))));
  derive(row, to);
}

function derive(row: usize, to: usize): void {
  const x = load<f32>(row, at.L_x << 2);
  const s = load<f32>(row, at.L_s << 2);
  const credible = <f32>1 - p32(at.P_cred) * x;
  put(to, X_openData, <f32>1 - <f32>0.8 * x);
  put(to, X_credible, credible);
  put(to, X_everyday, <f32>1 + p32(at.P_h0x) * (x - <f32>0.2));
  put(to, X_charged, <f32>1 - load<f32>(row, at.L_credit << 2));
  put(to, X_explained, p32(at.P_explain) * load<f32>(row, at.L_e << 2));
  put(to, X_serviceValue, p32(at.P_srvV) * s);
  put(to, X_adsValue, p32(at.P_adsV) * load<f32>(row, at.L_ads << 2));
  put(to, X_adsLoss, p32(at.P_adsB) * load<f32>(row, at.L_adg << 2));
  put(to, X_damage, p32(at.P_beta) * credible);
  put(to, X_trap, p32(at.P_trap) * (<f32>1 - x));
  put(to, X_bond, p32(at.P_bondB) * s);
  put(to, X_outreach, p32(at.P_outGain) * load<f32>(row, at.L_o << 2));
  put(to, X_news, <f32>1.005 * load<f32>(row, at.L_P << 2));
  put(to, X_exporting, <f32>0.2 + <f32>0.8 * x);
}

function p32(index: i32): f32 {
  return <f32>parameter(index);
}

function put(to: usize, index: i32, value: f32): void {
  v128.store(to + (index << 4), splat(value));
}

/** Whether anything wakes customers of a segment this week, or former ones. */
export function wakes(t: i32, segment: i32): bool {
  return isSet(t, segment, at.L_W) || isSet(t, segment, at.L_WL) || isSet(t, segment, at.L_WB);
}

/** Whether anything but prices, credits and lock-in acts on a segment this week. */
export function isEventful(t: i32, segment: i32): bool {
  for (let cut = 0; cut < at.IMPULSES; cut++) {
    if (isSet(t, segment, at.L_q0 + cut) || isSet(t, segment, at.L_qg0 + cut)) return true;
    if (isSet(t, segment, at.L_og0 + cut)) return true;
  }
  return (
    isSet(t, segment, at.L_gf) ||
    isSet(t, segment, at.L_e) ||
    isSet(t, segment, at.L_s) ||
    isSet(t, segment, at.L_ads) ||
    isSet(t, segment, at.L_adg) ||
    isSet(t, segment, at.L_z) ||
    isSet(t, segment, at.L_rep) ||
    isSet(t, segment, at.L_o)
  );
}

/** Whether a lever is on, outside the pilot or in it. */
function isSet(t: i32, segment: i32, lever: i32): bool {
  const outside = load<f32>(segmentLevers(t, segment, 0) + (lever << 2));
  return outside != 0 || load<f32>(segmentLevers(t, segment, 1) + (lever << 2)) != 0;
}

/** Whether the two sets of a segment must be mixed lane by lane. */
export function isMixed(segment: i32): bool {
  const share = segmentField(segment, at.G_pilotShare);
  return share > 0 && share < 1;
}

/** Makes the scalars of four customers those that hold, each of the own side of the pilot. */
export function mixScalars(rare: usize, segment: i32): void {
  const inPilot = pilotMask(rare, segment);
  for (let k = 0; k < SET_BYTES; k += 16)
    v128.store(SCALARS + k, select(inPilot, v128.load(INSIDE + k), v128.load(OUTSIDE + k)));
}

/** Lanes that are in the pilot. */
export function pilotMask(rare: usize, segment: i32): v128 {
  const share = splat(<f32>segmentField(segment, at.G_pilotShare));
  return less(v128.load(rare, at.SR_uP), share);
}

/** Address of the levers that hold for one customer in week t. */
export function leversOf(t: i32, segment: i32, slot: i32): usize {
  if (!header(at.H_pilot)) return segmentLevers(t, segment, 0);
  const share = <f32>segmentField(segment, at.G_pilotShare);
  return segmentLevers(t, segment, i32(load<f32>(staticRareAt(slot), at.SR_uP) < share));
}
