/**
 * Steps 4 and 6 of a customer's week: what one may choose where the company offers a lite plan or a pause.
 * Without an offer both leave everything as it is.
 */
import type { Billed, Deal, Scene } from './customer.ts';

/** 4. Full plan or lite, and what that makes of price and value. */
export function planned(scene: Scene, att: number, val: number, full: Billed): Deal {
  const { who, was, lever, par, on, renew } = scene;
  const known = (p: number, announced: number) =>
    renew && who.uG >= lever.gf ? Math.max(p, announced) : p;
  const onFull = { ...full, plan: 0, keep: 1, dw: 0, target: known(full.p, lever.Pa) };
  if (scene.offers.liteValue === undefined) return onFull;
  const ls = Math.min(1, 2 * (1 - scene.offers.liteValue) * (1 - who.uF));
  const gpL = who.a * Math.max(0, lever.PL - was.r) * lever.lam * full.fr;
  const vl = val * ls;
  const df = vl - (full.p - lever.PL) * full.bill - par.psi * (full.gp - gpL);
  if (!choosesLite(scene, att > par.planAt, df, df + par.psi * vl)) return onFull;
  const price = renew || !on ? { ...full, p: lever.PL, gp: gpL } : full;
  const dw = on && was.plan === 0 ? ls : 0;
  return { ...price, plan: 1, keep: 1 - ls, dw, target: known(price.p, lever.PLa) };
}

/** @param df full minus lite; @param giveUp the same with the loss of features weighed like one of money */
function choosesLite(scene: Scene, aware: boolean, df: number, giveUp: number) {
  const { was, lever, par, on, renew } = scene;
  const onLite = was.plan === 1;
  if (lever.lite === 0) return onLite && on && !renew;
  if (!on) return df < 0;
  if (!renew || !aware) return onLite;
  return onLite ? df <= par.stick : giveUp + par.stick < 0;
}

/** 6. Weeks left of a pause; below 0, weeks until one may pause again. */
export function pause(scene: Scene, att: number, val: number, { p, bill, keep, gp }: Deal) {
  const { was, lever, par, on, renew } = scene;
  if (!scene.offers.pauseOffered || !on) return { pz: 0, end: false };
  if (was.pz === 1) return { pz: 0 - par.pauseCool, end: true };
  if (was.pz !== 0) return { pz: was.pz - Math.sign(was.pz), end: false };
  const using = val * keep - p * (bill - lever.pzP) - par.psi * gp;
  const takes = renew && att > par.planAt && using + par.stick < 0;
  return { pz: takes ? lever.pzW : 0, end: false };
}
