/**
 * Counter-based draws: Philox 4x32 with ten rounds (Salmon, Moraes, Dror, Shaw 2011, "Parallel random
 * numbers: as easy as 1, 2, 3"). A draw depends on (seed, id, counter, channel) alone, so that a scenario
 * which causes one more event for one customer leaves all other draws as they were.
 */
import * as at from './layout';
import { header } from './memory';

// One channel per purpose.
export const CH_VALUE: u32 = 1;
export const CH_PRICE_SENSITIVITY: u32 = 2;
export const CH_BREAKING_POINT: u32 = 3;
export const CH_TRUST: u32 = 4;
export const CH_SWITCHING_COST: u32 = 5;
export const CH_VOICE: u32 = 6;
export const CH_IMPORTANCE: u32 = 7;
export const CH_FEATURES: u32 = 8;
export const CH_LENIENCY: u32 = 9;
export const CH_CONCERN: u32 = 10;
export const CH_SUSCEPTIBILITY: u32 = 11;
export const CH_DORMANT: u32 = 12;
export const CH_PILOT: u32 = 13;
export const CH_PROMISE: u32 = 14;
export const CH_ANNUAL: u32 = 15;
export const CH_STATUS: u32 = 16;
export const CH_ORDER: u32 = 17;
export const CH_TIE: u32 = 18;
export const CH_RESISTANCE: u32 = 19;
export const CH_COMPLAINT: u32 = 20;
export const CH_DESK: u32 = 21;
export const CH_DESK_RESISTANCE: u32 = 22;
export const CH_REASON: u32 = 23;
export const CH_PUBLIC: u32 = 24;
export const CH_ANSWER: u32 = 25;
export const CH_NOISE: u32 = 26;
export const CH_CAPACITY: u32 = 27;

/** The four words of the last `draw`. */
export let word0: u32 = 0;
export let word1: u32 = 0;
export let word2: u32 = 0;
export let word3: u32 = 0;

/** Philox 4x32-10 of the counter (c0, c1, c2, c3) under the key (k0, k1), into word0 to word3. */
export function philox(c0: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32): void {
  for (let round = 0; round < 10; round++) {
    const p0 = <u64>0xd2511f53 * <u64>c0;
    const p1 = <u64>0xcd9e8d57 * <u64>c2;
    c0 = (<u32>(p1 >> 32)) ^ c1 ^ k0;
    c1 = <u32>p1;
    c2 = (<u32>(p0 >> 32)) ^ c3 ^ k1;
    c3 = <u32>p0;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  word0 = c0;
  word1 = c1;
  word2 = c2;
  word3 = c3;
}

export function draw(id: u32, counter: u32, channel: u32): void {
  philox(id, counter, channel, 0, header(at.H_key0), header(at.H_key1));
}

/** A word as a number in (0, 1): the middle of one of 2^23 equal intervals, never 0 or 1 in float32. */
export function unit(word: u32): f64 {
  return (<f64>(word >>> 9) + 0.5) / 8388608.0;
}

export function uniform(id: u32, counter: u32, channel: u32): f64 {
  draw(id, counter, channel);
  return unit(word0);
}

/** Exp(1). */
export function exponential(id: u32, counter: u32, channel: u32): f64 {
  return exponentialOf(uniform(id, counter, channel));
}

/** Standard normal (Box and Muller 1958). */
export function normal(id: u32, counter: u32, channel: u32): f64 {
  draw(id, counter, channel);
  return normalOf(unit(word0), unit(word1));
}

/** Exp(1) from a number in (0, 1). */
export function exponentialOf(u: f64): f64 {
  return -Math.log(1.0 - u);
}

/** Standard normal from two numbers in (0, 1). */
export function normalOf(u: f64, v: f64): f64 {
  return Math.sqrt(-2.0 * Math.log(u)) * Math.cos(2.0 * Math.PI * v);
}
