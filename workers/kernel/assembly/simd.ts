/** Four customers at a time: short names for the vector operations that the week is written in. */

export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}
export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}
export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}
export function div(a: v128, b: v128): v128 {
  return f32x4.div(a, b);
}
export function sqrt(a: v128): v128 {
  return f32x4.sqrt(a);
}
/** b < a ? b : a */
export function least(a: v128, b: v128): v128 {
  return f32x4.pmin(a, b);
}
/** a < b ? b : a */
export function most(a: v128, b: v128): v128 {
  return f32x4.pmax(a, b);
}
export function less(a: v128, b: v128): v128 {
  return f32x4.lt(a, b);
}
export function atLeast(a: v128, b: v128): v128 {
  return f32x4.ge(a, b);
}
/** Lanes of a where the mask is set, of b elsewhere. */
export function select(mask: v128, a: v128, b: v128): v128 {
  return v128.bitselect(a, b, mask);
}
/** Lanes of a where the mask is set, 0 elsewhere. */
export function where(mask: v128, a: v128): v128 {
  return v128.and(mask, a);
}
export function both(a: v128, b: v128): v128 {
  return v128.and(a, b);
}
export function either(a: v128, b: v128): v128 {
  return v128.or(a, b);
}
/** Lanes of a that are not in b. */
export function without(a: v128, b: v128): v128 {
  return v128.andnot(a, b);
}
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}
export function clamp01(a: v128): v128 {
  return least(most(a, splat(0)), splat(1));
}

// A constant vector costs an engine three instructions wherever it is used, and a load costs one.
const ONE: usize = memory.data<f32>([1, 1, 1, 1], 16);
const SIGN: usize = memory.data<u32>([0x80000000, 0x80000000, 0x80000000, 0x80000000], 16);

export function ones(): v128 {
  return v128.load(ONE);
}
/** -a where the mask is set, a elsewhere. */
export function negative(mask: v128, a: v128): v128 {
  return v128.xor(a, v128.and(mask, v128.load(SIGN)));
}
