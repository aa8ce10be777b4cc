/**
 * The steps of a week that everybody takes (MODEL.md 7.3), each for the customers of a tile, four at a time.
 * A step keeps its scalars in registers and has few values at hand, so that the processor works on several
 * groups of four at once; one long step for each four took 1.5 times as long.
 *
 * `s0`, `d0`: the static and dynamic lines of the tile; `end`: bytes of a line that have customers.
 */
import * as at from './layout';
import * as hand from './lines';
import { lever, param, weekly } from './lines';
import * as use from './scalars';
import {
  add,
  atLeast,
  both,
  clamp01,
  div,
  either,
  least,
  less,
  most,
  mul,
  negative,
} from './simd';
import { ones, select, splat, sqrt, sub, where, without } from './simd';

export function isOn(d: usize): v128 {
  return i32x4.eq(v128.load(d, at.D_st * at.LINE), i32x4.splat(at.ACTIVE));
}

export function renews(s: usize): v128 {
  const ph = v128.load(s, at.S_ph * at.LINE);
  return either(f32x4.eq(ph, weekly(use.V_monthly)), f32x4.eq(ph, weekly(use.V_week52)));
}

/** 1. Attention returns to rest; talk, letters and prices wake. */
export function attend(s0: usize, d0: usize, end: usize, wakes: bool): void {
  const one = ones();
  const abLeft = param(at.P_abLeft);
  const wakeSoc = param(at.P_wakeSoc);
  const omega = param(at.P_omega);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + i;
    const d = d0 + i;
    const on = isOn(d);
    const talk = v128.load(d, at.D_dm * at.LINE);
    const att = v128.load(d, at.D_att * at.LINE);
    const rest = select(on, v128.load(s, at.S_ab * at.LINE), abLeft);
    const woken = where(on, mul(mul(wakeSoc, talk), sub(one, att)));
    let then = add(att, add(mul(omega, sub(rest, att)), woken));
    if (wakes) then = most(then, call(s, d, on));
    v128.store(d, least(one, then), at.D_att * at.LINE);
  }
}

function call(s: usize, d: usize, on: v128): v128 {
  const pp = v128.load(d, at.D_pp * at.LINE);
  const news = where(less(lever(use.X_news), pp), lever(at.L_WL));
  return select(on, where(renews(s), lever(at.L_W)), most(news, lever(at.L_WB)));
}

/** 2. The price billed, the share of it that is due, and the sting of what exceeds the reference. */
export function bill(s0: usize, d0: usize, end: usize, eventful: bool): void {
  const one = ones();
  const zero = splat(0);
  const P = lever(at.L_P);
  const announced = lever(at.L_Pa);
  const charged = lever(use.X_charged);
  const lam = lever(at.L_lam);
  const promo = param(at.P_promo);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + i;
    const d = d0 + i;
    const on = isOn(d);
    const renew = renews(s);
    const T = v128.load(d, at.D_T * at.LINE);
    const waits = without(on, renew);
    v128.store(i, waits, hand.N_waits);
    const pp = v128.load(d, at.D_pp * at.LINE);
    let p = select(waits, pp, P);
    let moving = renew;
    if (eventful) {
      const kept = less(v128.load(s, at.S_uG * at.LINE), lever(at.L_gf));
      p = select(both(both(on, renew), kept), lever(at.L_Pold), p);
      moving = without(renew, kept);
    }
    const over = most(zero, sub(p, v128.load(d, at.D_r * at.LINE)));
    let gp = mul(mul(v128.load(s, at.S_a * at.LINE), over), lam);
    if (eventful) gp = mul(gp, unexplained(T));
    v128.store(i, p, hand.N_p);
    v128.store(d, select(on, p, pp), at.D_pp * at.LINE);
    v128.store(i, select(on, charged, sub(one, mul(promo, T))), hand.N_bill);
    v128.store(i, gp, hand.N_gp);
    v128.store(i, select(moving, most(p, announced), p), hand.N_target);
  }
}

/** The share of a loss that an explanation leaves. */
export function unexplained(T: v128): v128 {
  return sub(ones(), mul(lever(use.X_explained), T));
}

/** 3. Switching cost and value, smaller as those around are gone. */
export function weigh(s0: usize, d0: usize, end: usize, fearPow: i32, eventful: bool): void {
  const one = ones();
  const zero = splat(0);
  const weight = weekly(use.V_othersWeight);
  const gone = weekly(use.V_gone);
  const openData = lever(use.X_openData);
  const lock = lever(at.L_lock);
  const netv = param(at.P_netv);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + i;
    const d = d0 + i;
    const on = isOn(d);
    const nl = v128.load(d, at.D_nl * at.LINE);
    const n = least(most(add(mul(weight, nl), gone), zero), one);
    const staying = sub(one, n);
    let fear = v128.load(s, at.S_Sf * at.LINE);
    if (fearPow > 0) fear = mul(fear, fearPow == 2 ? mul(staying, staying) : staying);
    const Sd = mul(v128.load(s, at.S_Sd * at.LINE), openData);
    const Sc = v128.load(s, at.S_Sc * at.LINE);
    const S = add(add(add(Sd, Sc), lock), fear);
    v128.store(i, select(on, S, sub(zero, Sc)), hand.N_S);
    let worth = one;
    if (eventful) worth = worthLeft(s, i);
    worth = sub(worth, mul(netv, n));
    v128.store(i, mul(v128.load(s, at.S_v * at.LINE), worth), hand.N_benefit);
  }
}

/** Share of the value that cuts, service and ads leave. */
function worthLeft(s: usize, i: usize): v128 {
  const one = ones();
  const cut = mul(v128.load(s, at.S_imp * at.LINE), v128.load(i, hand.N_cut));
  const served = sub(one, mul(splat(0.5), least(one, cut)));
  const bond = add(one, v128.load(s, at.S_bond * at.LINE));
  const worth = sub(served, mul(lever(use.X_serviceValue), bond));
  return sub(worth, lever(use.X_adsValue));
}

/** 5. The reference price follows; net advantage of staying, or of joining, and the margin with its cost. */
export function settle(d0: usize, end: usize): void {
  const one = ones();
  const eta = param(at.P_eta);
  const psi = param(at.P_psi);
  const w = param(at.P_w);
  const Uout = param(at.P_Uout);
  for (let i: usize = 0; i < end; i += 16) {
    const d = d0 + i;
    const r = v128.load(d, at.D_r * at.LINE);
    const step = mul(eta, sub(v128.load(i, hand.N_target), r));
    v128.store(d, add(r, step), at.D_r * at.LINE);
    const due = mul(v128.load(i, hand.N_p), v128.load(i, hand.N_bill));
    const sting = mul(psi, v128.load(i, hand.N_gp));
    const T = v128.load(d, at.D_T * at.LINE);
    let u = sub(sub(v128.load(i, hand.N_benefit), due), sting);
    u = add(u, mul(w, sub(add(T, T), one)));
    u = sub(u, Uout);
    v128.store(i, u, hand.N_u);
    v128.store(i, add(u, v128.load(i, hand.N_S)), hand.N_m);
  }
}

/** What a week that is watched shows of its steps: u, margin, and what is paid. */
export function show(d0: usize, end: usize, pause: bool): void {
  for (let i: usize = 0; i < end; i += 16) {
    const d = d0 + i;
    v128.store(d, v128.load(i, hand.N_u), at.D_u * at.LINE);
    v128.store(d, v128.load(i, hand.N_m), at.D_m * at.LINE);
    const p = v128.load(i, hand.N_p);
    let pay = mul(p, lever(use.X_charged));
    if (pause) pay = select(v128.load(i, hand.N_paused), mul(p, lever(at.L_pzP)), pay);
    v128.store(d, pay, at.D_pay * at.LINE);
  }
}

/** 7. to 10. Felt loss, social pressure, damage and repair, and what they do to trust. */
export function trust(
  s0: usize,
  d0: usize,
  end: usize,
  eventful: bool,
  lite: bool,
  pause: bool,
): void {
  const one = ones();
  const zero = splat(0);
  const socMax = param(at.P_socMax);
  const broadcast = weekly(use.V_broadcast);
  const credible = lever(use.X_credible);
  const expo = param(at.P_expo);
  const trap = lever(use.X_trap);
  const wear = weekly(use.V_wear);
  const damage = lever(use.X_damage);
  const mem = param(at.P_mem);
  const rho = param(at.P_rho);
  const forget = param(at.P_forget);
  const Tneu = param(at.P_Tneu);
  const low = weekly(use.V_leastTrust);
  const high = weekly(use.V_mostTrust);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + i;
    const d = d0 + i;
    const on = isOn(d);
    const T = v128.load(d, at.D_T * at.LINE);
    const doubt = sub(one, T);
    const ex = select(on, one, expo);
    let L = v128.load(i, hand.N_gp);
    let free = on;
    if (pause) {
      const paused = v128.load(i, hand.N_paused);
      L = without(L, paused);
      free = without(on, paused);
    }
    if (eventful) L = add(L, feltBesidesPrice(s, i, T));
    const talk = v128.load(d, at.D_dm * at.LINE);
    v128.store(d, mul(talk, mem), at.D_dm * at.LINE);
    const heard = mul(v128.load(s, at.S_sus * at.LINE), least(socMax, add(talk, broadcast)));
    const soc = mul(mul(heard, credible), ex);
    const wanting = least(zero, v128.load(i, hand.N_u));
    const held = mul(mul(v128.load(d, at.D_att * at.LINE), trap), wanting);
    let dmg = where(on, add(v128.load(s, at.S_d0 * at.LINE), wear));
    dmg = add(dmg, mul(mul(damage, L), ex));
    dmg = add(dmg, mul(soc, mul(doubt, doubt)));
    dmg = sub(dmg, where(free, held));
    if (eventful)
      dmg = add(dmg, mul(mul(lever(use.X_bond), v128.load(s, at.S_bond * at.LINE)), ex));
    if (lite) dmg = add(dmg, mul(param(at.P_down), v128.load(i, hand.N_lost)));
    const A = v128.load(s, at.S_A * at.LINE);
    const refill = mul(mul(mul(rho, T), sub(T, A)), doubt);
    const forgotten = mul(forget, most(zero, sub(Tneu, T)));
    let then = add(T, select(on, refill, forgotten));
    if (eventful) then = add(then, mul(repair(A, T, on), doubt));
    then = least(most(sub(then, mul(dmg, T)), low), high);
    v128.store(d, then, at.D_T * at.LINE);
  }
}

/** Felt loss from cuts, ads, conduct and over-promises. */
function feltBesidesPrice(s: usize, i: usize, T: v128): v128 {
  const fr = unexplained(T);
  const missed = mul(v128.load(s, at.S_imp * at.LINE), v128.load(i, hand.N_missed));
  const concern = mul(v128.load(s, at.S_conc * at.LINE), lever(at.L_z));
  const felt = add(mul(add(missed, lever(use.X_adsLoss)), fr), concern);
  return add(felt, mul(v128.load(i, hand.N_promised), fr));
}

/** Repair of trust per week: apology, compensation and early outreach. */
function repair(A: v128, T: v128, on: v128): v128 {
  const risk = clamp01(mul(splat(5), sub(add(A, splat(0.2)), T)));
  const rep = lever(at.L_rep);
  return select(on, add(rep, mul(lever(use.X_outreach), risk)), mul(splat(0.5), rep));
}

/**
 * 11. How clear the wish to leave or to join is, and 12. what it adds to the cumulative hazards.
 * @returns a bit for each customer who has reached an exit, a return or joining
 */
export function hazards(s0: usize, d0: usize, end: usize, pause: bool): u64 {
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
    const s = s0 + i;
    const d = d0 + i;
    const st = v128.load(d, at.D_st * at.LINE);
    const on = i32x4.eq(st, i32x4.splat(at.ACTIVE));
    const left = i32x4.eq(st, i32x4.splat(at.LEFT));
    const prospect = i32x4.eq(st, i32x4.splat(at.PROSPECT));
    const m = v128.load(i, hand.N_m);
    const y = mul(negative(on, m), sharpness);
    const twice = add(one, div(y, sqrt(add(one, mul(y, y)))));
    const att = v128.load(d, at.D_att * at.LINE);
    const alert = mul(att, either(where(on, leaving), where(left, returning)));
    const wish = mul(either(alert, where(prospect, joining)), mul(twice, twice));
    const xl = v128.load(d, at.D_xl * at.LINE);
    v128.store(d, mul(xl, mem), at.D_xl * at.LINE);
    const near = least(one, mul(k, v128.load(s, at.S_id * at.LINE)));
    const hold = i32x4.gt_s(v128.load(d, at.D_hold * at.LINE), week);
    const pull = without(add(one, mul(mul(chi, xl), near)), hold);
    const hd = mul(wish, pull);
    const everyday = mul(mul(v128.load(s, at.S_h0 * at.LINE), open), pull);
    let leaves = add(everyday, hd);
    let waits = v128.load(i, hand.N_waits);
    let runs = on;
    if (pause) {
      const paused = v128.load(i, hand.N_paused);
      runs = without(on, paused);
      leaves = without(leaves, paused);
      waits = either(without(waits, v128.load(i, hand.N_ends)), paused);
    }
    const E = v128.load(d, at.D_E * at.LINE);
    let H = add(v128.load(d, at.D_H * at.LINE), select(on, leaves, wish));
    // Whoever would leave at the end of a pause does so, whatever the renewal week.
    if (pause) H = select(both(v128.load(i, hand.N_ends), less(m, zero)), most(H, E), H);
    v128.store(d, H, at.D_H * at.LINE);
    const Hd = v128.load(d, at.D_Hd * at.LINE);
    v128.store(d, add(Hd, where(runs, hd)), at.D_Hd * at.LINE);
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
    const s = s0 + i;
    const d = d0 + i;
    const on = isOn(d);
    const T = v128.load(d, at.D_T * at.LINE);
    const deficit = mul(mul(cv, most(zero, sub(cT, T))), T);
    const att = v128.load(d, at.D_att * at.LINE);
    const loud = mul(v128.load(s, at.S_voice * at.LINE), add(atRest, mul(awake, att)));
    const cry = mul(mul(loud, add(c0, deficit)), noise);
    const runs = pause ? without(on, v128.load(i, hand.N_paused)) : on;
    const V = add(v128.load(d, at.D_V * at.LINE), where(runs, cry));
    v128.store(d, V, at.D_V * at.LINE);
    reached = next(reached, both(atLeast(V, v128.load(d, at.D_Vt * at.LINE)), on));
  }
  return reached >> (64 - ((<u64>end) >> 2));
}

/** Takes the bits of four more customers in at the upper end. */
function next(reached: u64, mask: v128): u64 {
  return (reached >> 4) | ((<u64>i32x4.bitmask(mask)) << 60);
}
