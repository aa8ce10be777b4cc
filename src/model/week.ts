/**
 * The page of equations: one customer, one week, in the symbols and the order of MODEL.md, section 7.3.
 *
 * It computes in double precision what the kernel computes for all customers in single precision: the two
 * agree to float32 rounding, and a comparison may fall differently where its sides are equal to rounding.
 * Money is in list prices of the segment, trust in 0..1, hazards per week.
 */
import { clamp, met, sum } from './arithmetic.ts';
import { pause, planned } from './choices.ts';
import { ACTIVE, LEFT, MONTHLY } from './customer.ts';
import type { Billed, Deal, MarginTerms, Scene } from './customer.ts';
import type { Situation, TrustTerms, Week } from './customer.ts';

/** One week of one customer, before the events. */
export function week(situation: Situation): Week {
  const { who, was, par, all, lever } = situation;
  const on = was.st === ACTIVE;
  const renew = who.ph === MONTHLY || who.ph === all.t % 52;
  const scene = { ...situation, on, ex: on ? 1 : par.expo, renew };
  const att = attention(scene);
  const { S, val } = worth(scene);
  const deal = planned(scene, att, val, billed(scene));
  const toMargin = advantage(scene, val, deal, on ? S : -who.Sc);
  const margin = sum(toMargin);
  const u = margin - toMargin.switching;
  const { pz, end } = pause(scene, att, val, deal);
  const paused = pz > 0;
  const toTrust = trusting(scene, deal, paused, att * Math.max(0, -u));
  const T = clamp(was.T + sum(toTrust), 0.001, 0.995);
  const { Hd, V, ...run } = paused ? was : hazards(scene, att, margin, T);
  const H = end && margin < 0 ? Math.max(run.H, was.E) : run.H;
  const { p, bill, target, plan } = deal;
  const r = was.r + par.eta * (target - was.r);
  const pp = on ? p : was.pp;
  const xl = was.xl * par.mem;
  const dm = was.dm * par.mem;
  const due = H >= was.E && !paused;
  const now = !on || renew || end;
  return {
    next: { ...was, T, r, pp, H, Hd, V, xl, dm, att, plan, pz },
    event: due && now,
    complaint: on && V >= was.Vt,
    pending: due && !now,
    pay: on ? p * (paused ? lever.pzP : bill) : 0,
    ...{ u, margin, toTrust, toMargin },
  };
}

/** 1. Attention returns to rest; talk along ties, letters, prices and campaigns wake. */
function attention({ who, was, lever, par, on, renew }: Scene): number {
  const rest = on ? who.ab : par.abLeft;
  const talk = on ? par.wakeSoc * was.dm * (1 - was.att) : 0;
  const news = was.pp > 1.005 * lever.P ? lever.WL : 0;
  const call = on ? (renew ? lever.W : 0) : Math.max(news, lever.WB);
  return Math.min(1, Math.max(was.att + par.omega * (rest - was.att) + talk, call));
}

/** 2. The price billed, the share of it that is due, and the sting of what exceeds the reference. */
function billed({ who, was, lever, par, on, renew }: Scene): Billed {
  const list = on && who.uG < lever.gf ? lever.Pold : lever.P;
  const p = on && !renew ? was.pp : list;
  const bill = on ? 1 - lever.credit : 1 - par.promo * was.T;
  const fr = 1 - par.explain * lever.e * was.T;
  return { p, bill, fr, gp: who.a * Math.max(0, p - was.r) * lever.lam * fr };
}

/** 3. Switching cost and value, smaller as those around are gone. */
function worth({ who, was, lever, par, all, offers }: Scene) {
  const n = clamp((1 - par.mu) * was.nl + par.mu * all.gone, 0, 1);
  const fear = par.fearPow === 2 ? (1 - n) * (1 - n) : par.fearPow === 1 ? 1 - n : 1;
  const S = who.Sd * (1 - 0.8 * lever.x) + who.Sc + lever.lock + who.Sf * fear;
  const q = met(who.uF, offers.cutBreadth, [lever.q0, lever.q1, lever.q2, lever.q3]);
  const cut = 0.5 * Math.min(1, who.imp * Math.min(1, q));
  const service = par.srvV * lever.s * (1 + who.bond);
  return { S, val: who.v * (1 - cut - service - par.adsV * lever.ads - par.netv * n) };
}

/** 5. What speaks for staying (for others: for joining), and the cost of switching. */
function advantage(scene: Scene, val: number, deal: Deal, switching: number): MarginTerms {
  const { was, par } = scene;
  return {
    value: val * deal.keep,
    bill: -deal.p * deal.bill,
    sting: -par.psi * deal.gp,
    trust: par.w * (2 * was.T - 1),
    outside: -par.Uout,
    switching,
  };
}

/** 7. Felt loss and social pressure, 8. damage, 9. repair: 10. what each does to trust. */
function trusting(scene: Scene, deal: Deal, paused: boolean, captivity: number): TrustTerms {
  const { who, was, lever, par, all, offers, on, ex } = scene;
  const { T } = was;
  const heard = (1 - par.cred * lever.x) * ex;
  const felt = -T * par.beta * heard;
  const cut = met(who.uF, offers.cutBreadth, [lever.qg0, lever.qg1, lever.qg2, lever.qg3]);
  const og = met(who.uX, offers.promiseShare, [lever.og0, lever.og1, lever.og2, lever.og3]);
  const soc = who.sus * Math.min(par.socMax, was.dm + all.bc) * heard;
  const risk = clamp(5 * (who.A + 0.2 - T), 0, 1);
  const rp = on ? lever.rep + par.outGain * lever.o * risk : 0.5 * lever.rep;
  const refill = par.rho * T * (T - who.A) * (1 - T);
  return {
    reservoir: on ? refill : par.forget * Math.max(0, par.Tneu - T),
    repair: rp * (1 - T),
    wear: on ? -T * (who.d0 + all.nd) : 0,
    price: paused ? 0 : felt * deal.gp,
    cut: felt * who.imp * Math.min(1, cut) * deal.fr,
    ads: felt * par.adsB * lever.adg * deal.fr,
    conduct: felt * who.conc * lever.z,
    overPromise: felt * og * deal.fr,
    others: -T * soc * (1 - T) * (1 - T),
    held: on && !paused ? -T * par.trap * (1 - lever.x) * captivity : 0,
    bond: -T * par.bondB * who.bond * lever.s * ex,
    downgrade: -T * par.down * deal.dw,
  };
}

/** 11. How clear the wish to leave or to join is, 12. and what it adds to the cumulative hazards. */
function hazards(scene: Scene, att: number, margin: number, T: number) {
  const { who, was, lever, par, all, on } = scene;
  const y = (on ? -margin : margin) / par.kappa;
  const s = 0.5 * (1 + y / Math.sqrt(1 + y * y));
  const s2 = s * s;
  const joining = par.ha * (1 - all.gone) * (1 - par.ref + par.ref * all.G);
  if (!on) return { ...was, H: was.H + (was.st === LEFT ? par.hw * att : joining) * s2 };
  const k = was.hold > all.t ? 0 : 1 + par.chi * was.xl * Math.min(1, par.k * who.id);
  const hd = att * par.h1 * s2 * k;
  const trouble = par.c0 + par.cv * Math.max(0, par.cT - T) * T;
  return {
    H: was.H + who.h0 * (1 + par.h0x * (lever.x - 0.2)) * k + hd,
    Hd: was.Hd + hd,
    V: was.V + who.voice * (0.3 + 0.7 * att) * trouble * all.nc,
  };
}
