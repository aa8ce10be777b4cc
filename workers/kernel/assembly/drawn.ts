/**
 * Draws of people and ties, four at a time: the same numbers as random.ts gives one by one. The words stand where
 * the steps of a week hand on their lines, as nobody has had a week yet.
 */
import * as at from './layout';
import { header } from './memory';
import { CH_ORDER, CH_TIE, CH_VALUE, exponentialOf, normalOf, unit } from './random';

/** Traits are drawn from this many channels, from the first one on. */
const TRAIT_CHANNELS: u32 = 16;
const ROUNDS: usize = 10;
const KEYS: usize = at.HANDED;
/** First words of the draws, second and third ones: from each of these addresses on. */
const WORD0: usize = at.HANDED + 512;
const WORD1: usize = at.HANDED + 640;
const WORD2: usize = at.HANDED + 768;

const FIRST_FACTOR: usize = memory.data<u32>(
  [0xd2511f53, 0xd2511f53, 0xd2511f53, 0xd2511f53],
  16,
);
const OTHER_FACTOR: usize = memory.data<u32>(
  [0xcd9e8d57, 0xcd9e8d57, 0xcd9e8d57, 0xcd9e8d57],
  16,
);
const LANES: usize = memory.data<u32>([0, 1, 2, 3], 16);

/** Makes the keys of the rounds, for the key in the header: before anything is drawn. */
export function spreadKeys(): void {
  let k0: u32 = header(at.H_key0);
  let k1: u32 = header(at.H_key1);
  for (let round: usize = 0; round < ROUNDS; round++) {
    v128.store(KEYS + (round << 5), i32x4.splat(k0));
    v128.store(KEYS + (round << 5), i32x4.splat(k1), 16);
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
}

/** Philox of four blocks (id, counter, channel, 0), a lane for each; `first`: number of the first of them. */
function drawFour(ids: v128, counters: v128, channels: v128, first: usize): void {
  const m0 = v128.load(FIRST_FACTOR);
  const m1 = v128.load(OTHER_FACTOR);
  let c0 = ids;
  let c1 = counters;
  let c2 = channels;
  let c3 = i32x4.splat(0);
  for (let key: usize = KEYS; key < KEYS + (ROUNDS << 5); key += 32) {
    const low0 = i64x2.extmul_low_i32x4_u(c0, m0);
    const high0 = i64x2.extmul_high_i32x4_u(c0, m0);
    const low1 = i64x2.extmul_low_i32x4_u(c2, m1);
    const high1 = i64x2.extmul_high_i32x4_u(c2, m1);
    c0 = v128.xor(v128.xor(upper(low1, high1), c1), v128.load(key));
    c1 = lower(low1, high1);
    c2 = v128.xor(v128.xor(upper(low0, high0), c3), v128.load(key, 16));
    c3 = lower(low0, high0);
  }
  v128.store(WORD0 + (first << 2), c0);
  v128.store(WORD1 + (first << 2), c1);
  v128.store(WORD2 + (first << 2), c2);
}

/** The upper and the lower halves of four products. */
function upper(low: v128, high: v128): v128 {
  return v128.shuffle<u32>(low, high, 1, 3, 5, 7);
}
function lower(low: v128, high: v128): v128 {
  return v128.shuffle<u32>(low, high, 0, 2, 4, 6);
}

/** Four numbers in a row. */
function from(first: u32): v128 {
  return i32x4.add(i32x4.splat(first), v128.load(LANES));
}

/** Draws all traits of a person. */
export function drawTraits(id: u32): void {
  const ids = i32x4.splat(id);
  for (let k: u32 = 0; k < TRAIT_CHANNELS; k += 4)
    drawFour(ids, i32x4.splat(0), from(CH_VALUE + k), CH_VALUE + k);
}

/** Draws the places in the social order of four people in a row. */
export function drawOrder(id: u32): void {
  drawFour(from(id), i32x4.splat(0), i32x4.splat(CH_ORDER), 0);
}

/** Draws four ties in a row of a person. */
export function drawTies(id: u32, tie: u32): void {
  drawFour(i32x4.splat(id), from(tie), i32x4.splat(CH_TIE), 0);
}

/** A number in (0, 1) from the first, second or third word of the draw of this number. */
export function unit0(index: u32): f64 {
  return unit(load<u32>(WORD0 + (index << 2)));
}
export function unit1(index: u32): f64 {
  return unit(load<u32>(WORD1 + (index << 2)));
}
export function unit2(index: u32): f64 {
  return unit(load<u32>(WORD2 + (index << 2)));
}

/** Standard normal, of a trait's channel. */
export function normal(channel: u32): f64 {
  return normalOf(unit0(channel), unit1(channel));
}

/** Lognormal with the given mean and log-sd. */
export function lognormal(mean: f64, logSd: f64, channel: u32): f64 {
  return mean * Math.exp(logSd * normal(channel) - 0.5 * logSd * logSd);
}

/** Gamma with shape 2 and the given mean: the mean of two exponentials. */
export function gamma2(mean: f64, channel: u32): f64 {
  return (mean * (exponentialOf(unit0(channel)) + exponentialOf(unit1(channel)))) / 2.0;
}
