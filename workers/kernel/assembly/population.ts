/** Draws every customer's traits and starting state (MODEL.md 5). */
import * as at from './layout';
import {
  dynamicAt,
  dynamicRareAt,
  endSlot,
  firstSlot,
  header,
  parameter,
  place,
  queue,
  segmentField,
  setGlobal,
  setHeader,
  state,
  staticAt,
  staticRareAt,
  statics,
} from './memory';
import { countHubs, degree, isHub } from './network';
import * as drawn from './drawn';
import * as random from './random';

/** Draws all people of all segments; the network must exist. */
export function population(): void {
  countHubs();
  drawn.spreadKeys();
  memory.fill(statics, 0, state - statics);
  memory.fill(state, 0, queue - state);
  let active = 0;
  for (let g = 0, segments = header(at.H_segments); g < segments; g++) {
    const first = place(g, at.Q_idStart);
    const slotStart = firstSlot(g);
    const slotEnd = endSlot(g);
    const people = place(g, at.Q_idEnd) - first;
    for (let slot = slotStart; slot < slotEnd; slot++) {
      const lane = slot - slotStart;
      if (lane < people) active += person(first + lane, slot, g);
      else padding(slot);
    }
  }
  setGlobal(at.B_active, <f64>active);
  setGlobal(at.B_active0, <f64>active);
  setGlobal(at.B_G, 1);
  setHeader(at.H_stateUsed, <i32>(header(at.H_queue) - header(at.H_state)));
}

/** A lane without a customer: nothing ever happens to it. */
function padding(slot: i32): void {
  const d = dynamicAt(slot);
  store<i32>(d, at.PADDING, at.D_st);
  store<f32>(d, Infinity, at.D_E);
  store<f32>(d, Infinity, at.D_Vt);
}

/** Draws one person; returns 1 if an active customer. */
function person(id: i32, slot: i32, g: i32): i32 {
  const s = staticAt(slot);
  const d = dynamicAt(slot);
  drawn.drawTraits(id);
  const dormant =
    drawn.unit0(random.CH_DORMANT) <
    Math.min(1, parameter(at.P_dorm) * segmentField(g, at.G_dorm));
  const trust = drawTrust(s, g);
  const switching = drawSwitchingCost(s, g);
  const value = drawWeeklyTraits(s, g, dormant);
  drawRareTraits(id, slot, g);
  drawTerms(s, d, g);

  const margin =
    value - 1 + parameter(at.P_w) * (2 * trust - 1) - parameter(at.P_Uout) + switching;
  const status = drawStatus(dormant || margin >= parameter(at.P_kappa));
  const attention = dormant ? parameter(at.P_abLow) : parameter(at.P_abHigh);
  store<f32>(s, <f32>attention, at.S_ab);
  startState(id, slot, g, <f32>trust, status, <f32>attention);
  return i32(status == at.ACTIVE);
}

/** Breaking point, resting trust and the everyday wear that makes it one. */
function drawTrust(s: usize, g: i32): f64 {
  const drawnA =
    parameter(at.P_Amean) +
    segmentField(g, at.G_A) +
    parameter(at.P_Asd) * drawn.normal(random.CH_BREAKING_POINT);
  const A = Math.min(0.75, Math.max(0.05, drawnA));
  const drawnT =
    parameter(at.P_Tmean) +
    segmentField(g, at.G_T0) +
    parameter(at.P_Tsd) * drawn.normal(random.CH_TRUST);
  const T = Math.min(0.98, Math.max((1 + A) / 2 + parameter(at.P_reserve), drawnT));
  store<f32>(s, <f32>A, at.S_A);
  store<f32>(s, <f32>(parameter(at.P_rho) * (T - A) * (1 - T)), at.S_d0);
  return T;
}

function drawSwitchingCost(s: usize, g: i32): f64 {
  const S = drawn.gamma2(
    parameter(at.P_Smean) * segmentField(g, at.G_S),
    random.CH_SWITCHING_COST,
  );
  store<f32>(s, <f32>(S * segmentField(g, at.G_data)), at.S_Sd);
  store<f32>(s, <f32>(S * segmentField(g, at.G_fear)), at.S_Sf);
  store<f32>(s, <f32>(S * segmentField(g, at.G_contract)), at.S_Sc);
  return S;
}

/** The other traits of every week; returns the value of the service to this person. */
function drawWeeklyTraits(s: usize, g: i32, dormant: bool): f64 {
  let v = drawn.lognormal(
    parameter(at.P_vMean) * segmentField(g, at.G_v),
    parameter(at.P_vCv),
    random.CH_VALUE,
  );
  if (dormant) v *= parameter(at.P_vDorm);
  store<f32>(s, <f32>v, at.S_v);
  const a = drawn.lognormal(
    segmentField(g, at.G_a),
    parameter(at.P_aSd),
    random.CH_PRICE_SENSITIVITY,
  );
  store<f32>(s, <f32>a, at.S_a);
  const loudness = Math.exp(-0.32 + 0.8 * drawn.normal(random.CH_VOICE));
  store<f32>(s, <f32>(segmentField(g, at.G_voice) * loudness), at.S_voice);
  const sus = drawn.lognormal(1, parameter(at.P_susSd), random.CH_SUSCEPTIBILITY);
  store<f32>(s, <f32>Math.min(parameter(at.P_susMax), sus), at.S_sus);
  return v;
}

/** Traits that most weeks do not need, and the share of one neighbour. */
function drawRareTraits(id: i32, slot: i32, g: i32): void {
  const s = staticRareAt(slot);
  const importance = drawn.lognormal(1, parameter(at.P_impSd), random.CH_IMPORTANCE);
  store<f32>(s, <f32>importance, at.SR_imp);
  store<f32>(s, <f32>drawn.unit0(random.CH_FEATURES), at.SR_uF);
  store<f32>(s, <f32>drawn.unit0(random.CH_LENIENCY), at.SR_uG);
  const concern = Math.exp(-0.18 + 0.6 * drawn.normal(random.CH_CONCERN));
  store<f32>(s, <f32>concern, at.SR_conc);
  store<f32>(s, <f32>drawn.unit0(random.CH_PILOT), at.SR_uP);
  store<f32>(s, <f32>drawn.unit0(random.CH_PROMISE), at.SR_uX);
  store<f32>(s, <f32>segmentField(g, at.G_bond), at.SR_bond);
  store<f32>(s, <f32>segmentField(g, at.G_arpu), at.SR_arpu);
  store<i32>(s, i32(isHub(id)), at.SR_hub);
  store<f32>(dynamicAt(slot), <f32>(1.0 / <f64>max(1, degree(slot))), at.D_id);
}

/** Everyday hazard, and the renewal week of those on annual terms with what they have gathered since. */
function drawTerms(s: usize, d: usize, g: i32): void {
  const h0 = parameter(at.P_h0) * segmentField(g, at.G_h0);
  store<f32>(s, <f32>h0, at.S_h0);
  const annual = Math.min(
    1,
    Math.max(0, parameter(at.P_annual) + segmentField(g, at.G_annual)),
  );
  let renewal = 255;
  if (drawn.unit0(random.CH_ANNUAL) < annual) {
    renewal = <i32>Math.floor(52 * drawn.unit1(random.CH_ANNUAL));
    store<f32>(d, <f32>(h0 * <f64>((52 - renewal) % 52)), at.D_H);
  }
  store<f32>(s, <f32>renewal, at.S_ph);
}

function drawStatus(stays: bool): i32 {
  const u = drawn.unit0(random.CH_STATUS);
  const active = parameter(at.P_actShare);
  if (u < active) return stays ? at.ACTIVE : at.PROSPECT;
  return u < active + parameter(at.P_leftShare) ? at.LEFT : at.PROSPECT;
}

function startState(id: i32, slot: i32, g: i32, trust: f32, status: i32, attention: f32): void {
  const d = dynamicAt(slot);
  const spell = i32(status == at.LEFT);
  const price = <f32>segmentField(g, at.G_startPrice);
  store<f32>(d, trust, at.D_T);
  store<f32>(d, price, at.D_r);
  store<f32>(d, price, at.D_pp);
  store<f32>(d, <f32>random.exponential(id, spell, random.CH_RESISTANCE), at.D_E);
  store<f32>(d, <f32>random.exponential(id, 0, random.CH_COMPLAINT), at.D_Vt);
  const rest = status == at.ACTIVE ? attention : <f32>parameter(at.P_abLeft);
  store<f32>(d, rest, at.D_att);
  store<i32>(d, status, at.D_st);
  store<i32>(d, -1, at.D_hold);
  store<i32>(dynamicRareAt(slot), spell, at.DR_nE);
}
