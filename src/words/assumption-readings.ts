/** The value of a parameter as its words take it: half-lives for rates, multiples where only those say something. */
import type { AssumedName } from '../model/assumptions.ts';
import type { Numbers } from './numbers.ts';

/** @param base what the scenario assumes */
type Reading = (value: number, base: number, numbers: Numbers) => string;

const WEEKS_A_MONTH = 52 / 12;
/** Openness without any decision on it, from which full openness is the rest of the way. */
const OPENNESS_AT_REST = 0.2;

const amount: Reading = (value, _, numbers) => numbers.decimal(value);
const percent: Reading = (value, _, numbers) => numbers.percent(value, value < 0.1 ? 1 : 0);
const points: Reading = (value, _, numbers) => numbers.decimal(100 * value, 0);
/** Of the base; a base of 0 has no multiples, and no range either. */
const multiple: Reading = (value, base, numbers) =>
  numbers.decimal(base === 0 ? 1 : value / base, value / base < 0.1 ? 2 : 1);
/** Weeks until half is left of what shrinks by a share a week. */
const halfLife: Reading = (rate, _, numbers) =>
  numbers.decimal(rate < 1 ? Math.log(0.5) / Math.log(1 - rate) : 0, 0);
/** Share of those exposed to a hazard per week to whom it happens within so many weeks. */
const within =
  (weeks: number): Reading =>
  (hazard, _, numbers) =>
    numbers.percent(1 - Math.exp(-weeks * hazard), hazard * weeks < 0.1 ? 1 : 0);
/** The phrase does without a number. */
const unsaid: Reading = () => '';

const READINGS: Readonly<Record<AssumedName, Reading>> = {
  vMean: amount,
  vCv: unsaid,
  aSd: unsaid,
  Amean: points,
  Asd: unsaid,
  Tmean: points,
  Tsd: unsaid,
  reserve: points,
  Smean: percent,
  susSd: unsaid,
  susMax: amount,
  impSd: unsaid,
  vDorm: percent,
  dorm: percent,
  abLow: percent,
  abHigh: percent,
  omega: halfLife,
  wakeMail: percent,
  wakePrice: percent,
  wakeSlope: (slope, _, numbers) => numbers.decimal(10 * slope, 0),
  wakeSoc: unsaid,
  k: amount,
  comm: amount,
  far: percent,
  hubShare: percent,
  hubFollow: percent,
  homo: unsaid,
  rho: multiple,
  beta: multiple,
  psi: (extra, _, numbers) => numbers.decimal(1 + extra),
  surprise: percent,
  eta: halfLife,
  w: percent,
  Uout: percent,
  netv: percent,
  mu: percent,
  fearPow: unsaid,
  explain: percent,
  kappa: percent,
  h0: within(WEEKS_A_MONTH),
  h1: within(1),
  h0x: (slope, base, numbers) => percent(slope * (1 - OPENNESS_AT_REST), base, numbers),
  chi: multiple,
  mem: (kept, base, numbers) => halfLife(1 - kept, base, numbers),
  hw: multiple,
  abLeft: percent,
  forget: halfLife,
  Tneu: points,
  promo: percent,
  ha: multiple,
  expo: percent,
  c0: multiple,
  cv: multiple,
  cT: points,
  push: multiple,
  bcast: multiple,
  mediaZ: multiple,
  socMax: multiple,
  cred: percent,
  trap: multiple,
  cap: amount,
  patience: amount,
  resolve: percent,
  recover: percent,
  ignore: percent,
  frt0: amount,
  deskHold: amount,
  deskE: unsaid,
  deskFriction: points,
  listenGain: percent,
  listenE: multiple,
  outGain: multiple,
  bondB: multiple,
  srvV: percent,
  adsV: percent,
  adsB: multiple,
  noise: multiple,
  noiseC: percent,
  compGain: multiple,
  apolGain: multiple,
  planAt: percent,
  stick: percent,
  down: percent,
  pauseCool: amount,
  fatUp: multiple,
  fatDown: halfLife,
  fatCap: percent,
  fatRes: percent,
  fatEmp: percent,
  hubDamp: percent,
  msgCalm: percent,
  msgExp: percent,
  refVip: amount,
};

/**
 * A value of a parameter, as the phrases for the ends of its range take it; an empty text if they take none.
 * @param base what the scenario assumes, for what is read as a multiple of it
 */
export const readingOf = (
  name: AssumedName,
  value: number,
  base: number,
  numbers: Numbers,
): string => READINGS[name](value, base, numbers);
