/** Steps 7 to 10 of a week: what happens to trust. steps.ts says what the arguments are. */
import * as at from './layout';
import * as hand from './lines';
import { lever, param, weekly } from './lines';
import * as use from './scalars';
import { add, clamp01, least, most, mul, ones } from './simd';
import { select, splat, sub, where, without } from './simd';
import { isOn, unexplained } from './steps';

/** 7. to 10. Felt loss, social pressure, damage and repair, and what they do to trust. */
export function trust(
  s0: usize,
  sr0: usize,
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
    const s = s0 + (i << 2);
    const sr = sr0 + (i << 2);
    const d = d0 + (i << 2);
    const on = isOn(i);
    const T = v128.load(d, at.D_T);
    const doubt = sub(one, T);
    const ex = select(on, one, expo);
    let L = v128.load(i, hand.N_gp);
    let free = on;
    if (pause) {
      const paused = v128.load(i, hand.N_paused);
      L = without(L, paused);
      free = without(on, paused);
    }
    if (eventful) L = add(L, feltBesidesPrice(sr, i, T));
    const talk = v128.load(d, at.D_dm);
    v128.store(d, mul(talk, mem), at.D_dm);
    const heard = mul(v128.load(s, at.S_sus), least(socMax, add(talk, broadcast)));
    const soc = mul(mul(heard, credible), ex);
    const wanting = least(zero, v128.load(i, hand.N_u));
    const held = mul(mul(v128.load(d, at.D_att), trap), wanting);
    let dmg = where(on, add(v128.load(s, at.S_d0), wear));
    dmg = add(dmg, mul(mul(damage, L), ex));
    dmg = add(dmg, mul(soc, mul(doubt, doubt)));
    dmg = sub(dmg, where(free, held));
    if (eventful) dmg = add(dmg, mul(mul(lever(use.X_bond), v128.load(sr, at.SR_bond)), ex));
    if (lite) dmg = add(dmg, mul(param(at.P_down), v128.load(i, hand.N_lost)));
    const A = v128.load(s, at.S_A);
    const refill = mul(mul(mul(rho, T), sub(T, A)), doubt);
    const forgotten = mul(forget, most(zero, sub(Tneu, T)));
    let then = add(T, select(on, refill, forgotten));
    if (eventful) then = add(then, mul(repair(A, T, on), doubt));
    then = least(most(sub(then, mul(dmg, T)), low), high);
    v128.store(d, then, at.D_T);
  }
}

/** Felt loss from cuts, ads, conduct and over-promises. */
function feltBesidesPrice(sr: usize, i: usize, T: v128): v128 {
  const fr = unexplained(T);
  const missed = mul(v128.load(sr, at.SR_imp), v128.load(i, hand.N_missed));
  const concern = mul(v128.load(sr, at.SR_conc), lever(at.L_z));
  const felt = add(mul(add(missed, lever(use.X_adsLoss)), fr), concern);
  return add(felt, mul(v128.load(i, hand.N_promised), fr));
}

/** Repair of trust per week: apology, compensation and early outreach. */
function repair(A: v128, T: v128, on: v128): v128 {
  const risk = clamp01(mul(splat(5), sub(add(A, splat(0.2)), T)));
  const rep = lever(at.L_rep);
  return select(on, add(rep, mul(lever(use.X_outreach), risk)), mul(splat(0.5), rep));
}
