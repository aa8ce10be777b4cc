/** The normal distribution, for the comparison with figures that were published. */

/** Cumulative standard normal, by its series around 0; good to 1e-14 for |z| up to 6. */
export function normalShare(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-17; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The value below which a share of a standard normal lies, by halving. */
export function normalQuantile(share: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Where the share of thresholds at most r first equals r, in percent. */
export function lowEquilibrium(mean: number, sd: number): number {
  let r = 0;
  for (let step = 0; step < 100_000; step++) {
    const next = 100 * normalShare((r - mean) / sd);
    if (Math.abs(next - r) < 1e-12) return next;
    r = next;
  }
  return r;
}
