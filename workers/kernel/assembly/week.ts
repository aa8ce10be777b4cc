/**
 * One week of all customers, four at a time: the steps of MODEL.md 7.3 in their order and with
 * their symbols. src/model/week.ts is the same for one customer in plain doubles; the two agree to float32
 * rounding. Terms of levers that are all off this week would add exact zeros: leaving them out changes no bit
 * and saves a sixth of the time.
 */
import * as at from './layout';
import { complaints, dynamics, events, header, place, setHeader, statics } from './memory';
import * as use from './scalars';
import { add, atLeast, both, clamp01, either, least, less, most, mul } from './simd';
import { select, splat, sqrt, div, sub, where, without } from './simd';

// What the run uses of the levers that cost a step
let cuts: i32 = 0;
let promises: i32 = 0;
let lite: i32 = 0;
let pause: i32 = 0;
let fearPow: i32 = 0;

// What the week uses of them in the segment at hand
let wakes: bool = false;
let eventful: bool = false;

let eventEnd: usize = 0;
let complaintEnd: usize = 0;

/** Moves every customer one week on, and lists who reaches an event or a complaint, in ascending slot. */
export function pass(t: i32): void {
  cuts = header(at.H_cuts);
  promises = header(at.H_promises);
  lite = header(at.H_lite);
  pause = header(at.H_pause);
  fearPow = <i32>load<f64>(at.PARAMETERS + (at.P_fearPow << 3));
  eventEnd = events;
  complaintEnd = complaints;
  for (let g = 0, segments = header(at.H_segments); g < segments; g++) {
    use.spreadLevers(t, g);
    wakes = use.wakes(t, g);
    eventful = use.isEventful(t, g);
    segmentWeek(g);
  }
  setHeader(at.H_eventCount, <i32>((eventEnd - events) >> 2));
  setHeader(at.H_complaintCount, <i32>((complaintEnd - complaints) >> 2));
}

function segmentWeek(segment: i32): void {
  const mixed = use.isMixed(segment);
  let scalars = use.scalarsOf(segment);
  const tileEnd = place(segment, at.Q_tileEnd);
  for (let tile = place(segment, at.Q_tileStart); tile < tileEnd; tile++) {
    const s = statics + <usize>tile * (at.STATIC_FIELDS * at.LINE);
    const d = dynamics + <usize>tile * (at.DYNAMIC_FIELDS * at.LINE);
    for (let lane: usize = 0; lane < 16; lane += 4) {
      if (mixed) scalars = use.mixScalars(s + (lane << 2), segment);
      fourCustomers(s + (lane << 2), d + (lane << 2), scalars, (tile << 4) + <i32>lane);
    }
  }
}

/** Four customers, one week. `s`, `d`: their static and dynamic lines; `k`: their scalars; slot: the first. */
function fourCustomers(s: usize, d: usize, k: usize, slot: i32): void {
  const zero = splat(0);
  const one = splat(1);
  const T = v128.load(d, at.D_T * at.LINE);
  const st = v128.load(d, at.D_st * at.LINE);
  const on = i32x4.eq(st, i32x4.splat(at.ACTIVE));
  const ex = select(on, one, param(at.P_expo));
  const ph = v128.load(s, at.S_ph * at.LINE);
  const renew = either(f32x4.eq(ph, splat(255)), f32x4.eq(ph, weekly(use.V_week52)));
  const due = either(renew, v128.not(on));
  const x0 = v128.load(d, at.D_xl * at.LINE);

  // 1. Talk fades, attention returns to rest, prices and talk wake.
  const talk = v128.load(d, at.D_dm * at.LINE);
  v128.store(d, mul(talk, param(at.P_mem)), at.D_dm * at.LINE);
  const att0 = v128.load(d, at.D_att * at.LINE);
  const rest = select(on, v128.load(s, at.S_ab * at.LINE), param(at.P_abLeft));
  const woken = where(on, mul(mul(param(at.P_wakeSoc), talk), sub(one, att0)));
  const drift = add(mul(param(at.P_omega), sub(rest, att0)), woken);
  const pp = v128.load(d, at.D_pp * at.LINE);
  let att = add(att0, drift);
  if (wakes) {
    const news = where(less(lever(k, use.X_news), pp), lever(k, at.L_WL));
    const call = select(on, where(renew, lever(k, at.L_W)), most(news, lever(k, at.L_WB)));
    att = most(att, call);
  }
  att = least(one, att);
  v128.store(d, att, at.D_att * at.LINE);

  // 2. Price billed, and the sting of a price above the reference.
  let p = select(without(on, renew), pp, lever(k, at.L_P));
  let kept = zero;
  let fr = one;
  if (eventful) {
    kept = less(v128.load(s, at.S_uG * at.LINE), lever(k, at.L_gf));
    p = select(both(both(on, renew), kept), lever(k, at.L_Pold), p);
    fr = sub(one, mul(lever(k, use.X_explained), T));
  }
  const bill = select(on, lever(k, use.X_charged), sub(one, mul(param(at.P_promo), T)));
  const a = v128.load(s, at.S_a * at.LINE);
  const r = v128.load(d, at.D_r * at.LINE);
  const lam = lever(k, at.L_lam);
  let gp = mul(mul(mul(a, most(zero, sub(p, r))), lam), fr);

  // 3. Those gone around, switching cost, value.
  const nl = v128.load(d, at.D_nl * at.LINE);
  const n = clamp01(add(mul(weekly(use.V_othersWeight), nl), weekly(use.V_gone)));
  const Sc = v128.load(s, at.S_Sc * at.LINE);
  const fear = mul(v128.load(s, at.S_Sf * at.LINE), fearOf(sub(one, n)));
  const Sd = mul(v128.load(s, at.S_Sd * at.LINE), lever(k, use.X_openData));
  const S = add(add(add(Sd, Sc), lever(k, at.L_lock)), fear);
  let worth = one;
  if (eventful) worth = worthLeft(s, k);
  worth = sub(worth, mul(param(at.P_netv), n));
  const val = mul(v128.load(s, at.S_v * at.LINE), worth);

  // 4. Full or lite plan.
  let benefit = val;
  let lost = zero;
  let announced = lever(k, at.L_Pa);
  if (lite) {
    const ls = liteLoss(s);
    const PL = lever(k, at.L_PL);
    const gpL = mul(mul(mul(a, most(zero, sub(PL, r))), lam), fr);
    const was = v128.load(d, at.D_plan * at.LINE);
    const plan = choosePlan(k, val, ls, p, PL, gp, gpL, bill, att, was, on, renew);
    v128.store(d, plan, at.D_plan * at.LINE);
    const onLite = i32x4.eq(plan, i32x4.splat(1));
    benefit = mul(val, select(onLite, sub(one, ls), one));
    p = select(both(onLite, due), PL, p);
    gp = select(both(onLite, due), gpL, gp);
    announced = select(onLite, lever(k, at.L_PLa), announced);
    lost = where(both(on, without(onLite, i32x4.eq(was, i32x4.splat(1)))), ls);
  }

  // 5. The reference price follows; net advantage of staying, or of joining.
  const target = select(without(renew, kept), most(p, announced), p);
  v128.store(d, add(r, mul(param(at.P_eta), sub(target, r))), at.D_r * at.LINE);
  let u = sub(sub(benefit, mul(p, bill)), mul(param(at.P_psi), gp));
  u = add(u, mul(param(at.P_w), sub(mul(splat(2), T), one)));
  u = sub(u, param(at.P_Uout));
  v128.store(d, select(on, p, pp), at.D_pp * at.LINE);
  v128.store(d, u, at.D_u * at.LINE);
  let pay = mul(p, lever(k, use.X_charged));

  // 6. Pause.
  let paused = zero;
  let ends = zero;
  if (pause) {
    const was = v128.load(d, at.D_pz * at.LINE);
    const using = sub(benefit, mul(p, sub(bill, lever(k, at.L_pzP))));
    const worse = add(sub(using, mul(param(at.P_psi), gp)), param(at.P_stick));
    const compares = both(both(on, renew), less(param(at.P_planAt), att));
    const pz = pauseWeeks(k, was, both(compares, less(worse, zero)), on);
    v128.store(d, pz, at.D_pz * at.LINE);
    paused = i32x4.gt_s(pz, i32x4.splat(0));
    ends = both(on, i32x4.eq(was, i32x4.splat(1)));
    gp = without(gp, paused);
    pay = select(paused, mul(p, lever(k, at.L_pzP)), pay);
  }
  v128.store(d, pay, at.D_pay * at.LINE);

  // 7. Felt loss, social pressure.
  let L = gp;
  if (eventful) L = add(gp, feltBesidesPrice(s, k, fr));
  const heard = least(param(at.P_socMax), add(talk, weekly(use.V_broadcast)));
  const soc = mul(
    mul(mul(v128.load(s, at.S_sus * at.LINE), heard), lever(k, use.X_credible)),
    ex,
  );

  // 8. Damage.
  const doubt = sub(one, T);
  const held = mul(mul(att, lever(k, use.X_trap)), most(zero, sub(zero, u)));
  let dmg = where(on, add(v128.load(s, at.S_d0 * at.LINE), weekly(use.V_wear)));
  dmg = add(dmg, mul(mul(lever(k, use.X_damage), L), ex));
  dmg = add(dmg, mul(soc, mul(doubt, doubt)));
  dmg = add(dmg, where(without(on, paused), held));
  if (eventful) dmg = add(dmg, mul(mul(lever(k, use.X_bond), bondOf(s)), ex));
  if (lite) dmg = add(dmg, mul(param(at.P_down), lost));

  // 9. and 10. Repair, trust.
  const A = v128.load(s, at.S_A * at.LINE);
  const refill = mul(mul(mul(param(at.P_rho), T), sub(T, A)), doubt);
  const forgotten = mul(param(at.P_forget), most(zero, sub(param(at.P_Tneu), T)));
  let T1 = add(T, select(on, refill, forgotten));
  if (eventful) T1 = add(T1, mul(repair(k, A, T, on), doubt));
  T1 = least(most(sub(T1, mul(dmg, T)), splat(0.001)), splat(0.995));
  v128.store(d, T1, at.D_T * at.LINE);

  // 11. How much the balance speaks for the change.
  const m = select(on, add(u, S), sub(u, Sc));
  v128.store(d, m, at.D_m * at.LINE);
  const y = mul(select(on, sub(zero, m), m), weekly(use.V_sharpness));
  const half = mul(splat(0.5), add(one, div(y, sqrt(add(one, mul(y, y))))));
  const s2 = mul(half, half);

  // 12. Hazards of leaving, complaining, coming back, joining.
  const near = least(one, mul(param(at.P_k), v128.load(s, at.S_id * at.LINE)));
  const hold = i32x4.gt_s(v128.load(d, at.D_hold * at.LINE), weekly(use.V_t));
  const pull = without(add(one, mul(mul(param(at.P_chi), x0), near)), hold);
  const hd = mul(mul(mul(att, param(at.P_h1)), s2), pull);
  const everyday = mul(mul(v128.load(s, at.S_h0 * at.LINE), lever(k, use.X_everyday)), pull);
  const comes = select(
    i32x4.eq(st, i32x4.splat(at.LEFT)),
    mul(mul(param(at.P_hw), att), s2),
    where(i32x4.eq(st, i32x4.splat(at.PROSPECT)), mul(weekly(use.V_joining), s2)),
  );
  const E = v128.load(d, at.D_E * at.LINE);
  const runs = without(on, paused);
  const H0 = v128.load(d, at.D_H * at.LINE);
  let H = add(H0, select(on, where(runs, add(everyday, hd)), comes));
  if (pause) {
    // Whoever would leave at the end of a pause does so, whatever the renewal week.
    H = select(both(ends, less(m, zero)), most(H, E), H);
  }
  v128.store(d, H, at.D_H * at.LINE);
  const Hd = v128.load(d, at.D_Hd * at.LINE);
  v128.store(d, add(Hd, where(runs, hd)), at.D_Hd * at.LINE);
  const deficit = mul(mul(param(at.P_cv), most(zero, sub(param(at.P_cT), T1))), T1);
  const loud = mul(v128.load(s, at.S_voice * at.LINE), add(splat(0.3), mul(splat(0.7), att)));
  const cry = mul(mul(loud, add(param(at.P_c0), deficit)), weekly(use.V_complaining));
  const V = add(v128.load(d, at.D_V * at.LINE), where(runs, cry));
  v128.store(d, V, at.D_V * at.LINE);

  // 13. Departures nearby fade; who has reached an event or a complaint.
  v128.store(d, mul(x0, param(at.P_mem)), at.D_xl * at.LINE);
  const free = without(either(due, ends), paused);
  const leaving = i32x4.bitmask(both(atLeast(H, E), free));
  if (leaving) eventEnd = append(eventEnd, leaving, slot);
  const Vt = v128.load(d, at.D_Vt * at.LINE);
  const complaining = i32x4.bitmask(both(atLeast(V, Vt), on));
  if (complaining) complaintEnd = append(complaintEnd, complaining, slot);
}

function param(index: i32): v128 {
  return v128.load(at.PARAMETER_VECTORS + (index << 4));
}

function weekly(index: i32): v128 {
  return v128.load(at.WEEK_VECTORS + (index << 4));
}

function lever(scalars: usize, index: i32): v128 {
  return v128.load(scalars + (index << 4));
}

function fearOf(staying: v128): v128 {
  if (fearPow == 2) return mul(staying, staying);
  return fearPow == 1 ? staying : splat(1);
}

/** Share of the value that cuts, service and ads leave. */
function worthLeft(s: usize, k: usize): v128 {
  const one = splat(1);
  let worth = one;
  if (cuts > 0)
    worth = sub(one, mul(splat(0.5), least(one, mul(importance(s), cutDepth(s, k, at.L_q0)))));
  worth = sub(worth, mul(lever(k, use.X_serviceValue), add(one, bondOf(s))));
  return sub(worth, lever(k, use.X_adsValue));
}

/** Felt loss from cuts, ads, conduct and over-promises. */
function feltBesidesPrice(s: usize, k: usize, fr: v128): v128 {
  const missed = cuts > 0 ? mul(importance(s), cutDepth(s, k, at.L_qg0)) : splat(0);
  const concern = mul(v128.load(s, at.S_conc * at.LINE), lever(k, at.L_z));
  const felt = add(mul(add(missed, lever(k, use.X_adsLoss)), fr), concern);
  return promises > 0 ? add(felt, mul(overPromised(s, k), fr)) : felt;
}

/** Repair of trust per week: apology, compensation and early outreach. */
function repair(k: usize, A: v128, T: v128, on: v128): v128 {
  const risk = clamp01(mul(splat(5), sub(add(A, splat(0.2)), T)));
  const rep = lever(k, at.L_rep);
  return select(on, add(rep, mul(lever(k, use.X_outreach), risk)), mul(splat(0.5), rep));
}

function bondOf(s: usize): v128 {
  return v128.load(s, at.S_bond * at.LINE);
}

function importance(s: usize): v128 {
  return v128.load(s, at.S_imp * at.LINE);
}

/** Sum of the depths of the feature cuts that hit each customer, at most 1 for the depths in force. */
function cutDepth(s: usize, k: usize, first: i32): v128 {
  const uF = v128.load(s, at.S_uF * at.LINE);
  let sum = splat(0);
  for (let cut = 0; cut < cuts; cut++) {
    const breadth = v128.load32_splat(at.HEADER + ((at.H_cutBreadth + cut) << 2));
    sum = add(sum, where(less(uF, breadth), lever(k, first + cut)));
  }
  return least(splat(1), sum);
}

/** Over-promise felt by each customer. */
function overPromised(s: usize, k: usize): v128 {
  const uX = v128.load(s, at.S_uX * at.LINE);
  let sum = splat(0);
  for (let promise = 0; promise < promises; promise++) {
    const reach = v128.load32_splat(at.HEADER + ((at.H_promiseShare + promise) << 2));
    sum = add(sum, where(less(uX, reach), lever(k, at.L_og0 + promise)));
  }
  return sum;
}

/** Share of value that each customer would lose on the lite plan. */
function liteLoss(s: usize): v128 {
  const mean = v128.load32_splat(at.HEADER + (at.H_liteValue << 2));
  const doubled = mul(splat(2), sub(splat(1), mean));
  return least(splat(1), mul(doubled, sub(splat(1), v128.load(s, at.S_uF * at.LINE))));
}

/** The plan after this week's comparison: 1 lite, 0 full. Losing features is weighed like losing money. */
function choosePlan(
  k: usize,
  val: v128,
  ls: v128,
  p: v128,
  PL: v128,
  gp: v128,
  gpL: v128,
  bill: v128,
  att: v128,
  was: v128,
  on: v128,
  renew: v128,
): v128 {
  const zero = splat(0);
  const psi = param(at.P_psi);
  const stick = param(at.P_stick);
  const vl = mul(val, ls);
  const df = sub(sub(vl, mul(sub(p, PL), bill)), mul(psi, sub(gp, gpL)));
  const offered = less(zero, lever(k, at.L_lite));
  const compares = both(both(on, renew), less(param(at.P_planAt), att));
  const wasLite = i32x4.eq(was, i32x4.splat(1));
  const down = without(less(add(add(df, mul(psi, vl)), stick), zero), wasLite);
  const stays = without(wasLite, less(stick, df));
  const chosen = select(compares, either(down, stays), wasLite);
  const ifOffered = select(on, chosen, less(df, zero));
  const ifNot = both(wasLite, without(on, renew));
  return where(select(offered, ifOffered, ifNot), i32x4.splat(1));
}

/** Weeks of pause left (positive), or until the next one may begin (negative). */
function pauseWeeks(k: usize, was: v128, begins: v128, on: v128): v128 {
  const none = i32x4.splat(0);
  const one = i32x4.splat(1);
  const left = i32x4.sub(was, one);
  const cool = i32x4.trunc_sat_f32x4_s(sub(splat(0), param(at.P_pauseCool)));
  const pausing = select(i32x4.eq(left, none), cool, left);
  const offered = i32x4.trunc_sat_f32x4_s(lever(k, at.L_pzW));
  const resting = select(i32x4.lt_s(was, none), i32x4.add(was, one), where(begins, offered));
  return where(on, select(i32x4.gt_s(was, none), pausing, resting));
}

/** Writes the slots of the set bits behind `end` and returns the new end. */
function append(end: usize, lanes: i32, slot: i32): usize {
  while (lanes) {
    store<i32>(end, slot + ctz(lanes));
    end += 4;
    lanes &= lanes - 1;
  }
  return end;
}
