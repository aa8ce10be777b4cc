/**
 * The steps of a week that everybody takes (MODEL.md 7.3), each for the customers of a tile, four at a time.
 * A step keeps its scalars in registers and has few values at hand, so that the processor works on several
 * groups of four at once; one long step for each four took 1.4 times as long.
 *
 * `s0`, `d0`: the static and dynamic tile; `sr0`, `dr0`: their rare ones; `end`: bytes of a handed-on line that have customers. Four bytes of such
 * a line are sixteen of a tile, which has four fields side by side.
 */
import * as at from './layout';
import * as hand from './lines';
import { lever, param, weekly } from './lines';
import * as use from './scalars';
import { add, both, either, least, less, most, mul } from './simd';
import { ones, select, splat, sub, where, without } from './simd';

/** Active customers (mask), of the line that `attend` hands on. */
export function isOn(i: usize): v128 {
  return v128.load(i, hand.N_on);
}

export function renews(s: usize): v128 {
  const ph = v128.load(s, at.S_ph);
  return either(f32x4.eq(ph, weekly(use.V_monthly)), f32x4.eq(ph, weekly(use.V_week52)));
}

/** 1. Attention returns to rest; talk, letters and prices wake. */
export function attend(s0: usize, d0: usize, end: usize, wakes: bool): void {
  const one = ones();
  const abLeft = param(at.P_abLeft);
  const wakeSoc = param(at.P_wakeSoc);
  const omega = param(at.P_omega);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const on = i32x4.eq(v128.load(d, at.D_st), i32x4.splat(at.ACTIVE));
    v128.store(i, on, hand.N_on);
    const talk = v128.load(d, at.D_dm);
    const att = v128.load(d, at.D_att);
    const rest = select(on, v128.load(s, at.S_ab), abLeft);
    const woken = where(on, mul(mul(wakeSoc, talk), sub(one, att)));
    let then = add(att, add(mul(omega, sub(rest, att)), woken));
    if (wakes) then = most(then, call(s, d, on));
    v128.store(d, least(one, then), at.D_att);
  }
}

function call(s: usize, d: usize, on: v128): v128 {
  const pp = v128.load(d, at.D_pp);
  const news = where(less(lever(use.X_news), pp), lever(at.L_WL));
  return select(on, where(renews(s), lever(at.L_W)), most(news, lever(at.L_WB)));
}

/** 2. The price billed, the share of it that is due, and the sting of what exceeds the reference. */
export function bill(s0: usize, sr0: usize, d0: usize, end: usize, eventful: bool): void {
  const one = ones();
  const zero = splat(0);
  const P = lever(at.L_P);
  const announced = lever(at.L_Pa);
  const charged = lever(use.X_charged);
  const lam = lever(at.L_lam);
  const promo = param(at.P_promo);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const on = isOn(i);
    const renew = renews(s);
    const T = v128.load(d, at.D_T);
    const waits = without(on, renew);
    v128.store(i, waits, hand.N_waits);
    const pp = v128.load(d, at.D_pp);
    let p = select(waits, pp, P);
    let moving = renew;
    if (eventful) {
      const kept = less(v128.load(sr0 + (i << 2), at.SR_uG), lever(at.L_gf));
      p = select(both(both(on, renew), kept), lever(at.L_Pold), p);
      moving = without(renew, kept);
    }
    const over = most(zero, sub(p, v128.load(d, at.D_r)));
    let gp = mul(mul(v128.load(s, at.S_a), over), lam);
    if (eventful) gp = mul(gp, unexplained(T));
    v128.store(i, p, hand.N_p);
    v128.store(d, select(on, p, pp), at.D_pp);
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
export function weigh(
  s0: usize,
  sr0: usize,
  d0: usize,
  end: usize,
  fearPow: i32,
  eventful: bool,
): void {
  const one = ones();
  const zero = splat(0);
  const weight = weekly(use.V_othersWeight);
  const gone = weekly(use.V_gone);
  const openData = lever(use.X_openData);
  const lock = lever(at.L_lock);
  const netv = param(at.P_netv);
  for (let i: usize = 0; i < end; i += 16) {
    const s = s0 + (i << 2);
    const d = d0 + (i << 2);
    const on = isOn(i);
    const nl = v128.load(d, at.D_nl);
    const n = least(most(add(mul(weight, nl), gone), zero), one);
    const staying = sub(one, n);
    let fear = v128.load(s, at.S_Sf);
    if (fearPow > 0) fear = mul(fear, fearPow == 2 ? mul(staying, staying) : staying);
    const Sd = mul(v128.load(s, at.S_Sd), openData);
    const Sc = v128.load(s, at.S_Sc);
    const S = add(add(add(Sd, Sc), lock), fear);
    v128.store(i, select(on, S, sub(zero, Sc)), hand.N_S);
    let worth = one;
    if (eventful) worth = worthLeft(sr0 + (i << 2), i);
    worth = sub(worth, mul(netv, n));
    v128.store(i, mul(v128.load(s, at.S_v), worth), hand.N_benefit);
  }
}

/** Share of the value that cuts, service and ads leave. */
function worthLeft(sr: usize, i: usize): v128 {
  const one = ones();
  const cut = mul(v128.load(sr, at.SR_imp), v128.load(i, hand.N_cut));
  const served = sub(one, mul(splat(0.5), least(one, cut)));
  const bond = add(one, v128.load(sr, at.SR_bond));
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
    const d = d0 + (i << 2);
    const r = v128.load(d, at.D_r);
    const step = mul(eta, sub(v128.load(i, hand.N_target), r));
    v128.store(d, add(r, step), at.D_r);
    const due = mul(v128.load(i, hand.N_p), v128.load(i, hand.N_bill));
    const sting = mul(psi, v128.load(i, hand.N_gp));
    const T = v128.load(d, at.D_T);
    let u = sub(sub(v128.load(i, hand.N_benefit), due), sting);
    u = add(u, mul(w, sub(add(T, T), one)));
    u = sub(u, Uout);
    v128.store(i, u, hand.N_u);
    v128.store(i, add(u, v128.load(i, hand.N_S)), hand.N_m);
  }
}
