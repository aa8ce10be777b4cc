/** Price levels: where to cut the monthly charges into low, middle and high. */

/** A level holds at least this share of the customers. */
const LEAST_SHARE = 0.1;
/** Places where a cut is tried, at equal numbers of customers apart. */
const PLACES = 200;

/**
 * Up to two cuts: level i holds the prices from cuts[i-1] (included) to cuts[i] (excluded). Three levels where
 * the prices allow, cut so that prices differ least within a level, each cut in the widest gap nearby.
 * @param prices monthly charges, 0 or more, in any order.
 * @param leastRows customers that a level must hold, whatever their share.
 */
export function priceCuts(
  prices: Float64Array | readonly number[],
  leastRows: number,
): number[] {
  const sorted = Float64Array.from(prices).sort();
  const least = Math.max(1, leastRows, Math.ceil(sorted.length * LEAST_SHARE));
  const places = placesIn(sorted).filter((at) => at >= least && sorted.length - at >= least);
  const best = bestSplit(sorted, places, least);
  return best
    .map((at) => widestGapNear(sorted, at))
    .sort((a, b) => a - b)
    .map((at) => roundest(sorted[at - 1] ?? 0, sorted[at] ?? 0));
}

/** The level of a price: the number of cuts at or below it. */
export function levelOf(price: number, cuts: readonly number[]): number {
  let level = 0;
  for (const cut of cuts) if (price >= cut) level += 1;
  return level;
}

/** Indices at which a new price begins, near equal numbers of customers. */
function placesIn(sorted: Float64Array): number[] {
  const places = new Set<number>();
  for (let i = 1; i < PLACES; i += 1) {
    let at = Math.round((sorted.length * i) / PLACES);
    while (at > 0 && at < sorted.length && sorted[at] === sorted[at - 1]) at += 1;
    places.add(at);
  }
  return [...places].filter((at) => at > 0 && at < sorted.length);
}

/** The places of two cuts, of one where no two fit, or of none. */
function bestSplit(sorted: Float64Array, places: readonly number[], least: number): number[] {
  const spread = spreadOf(sorted);
  const n = sorted.length;
  let best: number[] = [];
  let bestSpread = Infinity;
  for (const a of places)
    for (const b of places) {
      if (b - a < least) continue;
      const total = spread(0, a) + spread(a, b) + spread(b, n);
      if (total < bestSpread) [best, bestSpread] = [[a, b], total];
    }
  if (best.length > 0) return best;
  for (const a of places) {
    const total = spread(0, a) + spread(a, n);
    if (total < bestSpread) [best, bestSpread] = [[a], total];
  }
  return best;
}

/** Sum of squared distances from their mean, of the prices from one index to another. */
function spreadOf(sorted: Float64Array): (from: number, to: number) => number {
  // A few huge charges must not decide alone where the levels lie.
  const cap = sorted[Math.floor(sorted.length * 0.99)] ?? Infinity;
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const sums = new Float64Array(sorted.length + 1);
  const squares = new Float64Array(sorted.length + 1);
  sorted.forEach((price, i) => {
    const x = Math.min(price, cap) - middle;
    sums[i + 1] = (sums[i] ?? 0) + x;
    squares[i + 1] = (squares[i] ?? 0) + x * x;
  });
  const between = (of: Float64Array, from: number, to: number) =>
    (of[to] ?? 0) - (of[from] ?? 0);
  return (from, to) => between(squares, from, to) - between(sums, from, to) ** 2 / (to - from);
}

/** The index within one place of `at` where the step to the next price is largest. */
function widestGapNear(sorted: Float64Array, at: number): number {
  const reach = Math.floor(sorted.length / PLACES);
  const gap = (i: number) => (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
  let best = at;
  for (let i = Math.max(1, at - reach); i <= Math.min(sorted.length - 1, at + reach); i += 1)
    if (gap(i) > gap(best)) best = i;
  return best;
}

/** The number with the fewest digits above `below` and up to `upTo`. */
function roundest(below: number, upTo: number): number {
  for (let digits = -9; digits <= 6; digits += 1) {
    const step = 10 ** -digits;
    const candidate = Number((Math.floor(upTo / step) * step).toFixed(Math.max(0, digits)));
    if (candidate > below && candidate <= upTo) return candidate;
  }
  return upTo;
}
