/** The little arithmetic that the page of equations leaves out of its way. */

/** The sum of what reaches a customer with this lot. */
export const met = (lot: number, reach: readonly number[], sizes: readonly number[]) =>
  sizes.reduce((total, size, i) => total + (lot < (reach[i] ?? 0) ? size : 0), 0);

/** x, but not below low nor above high. */
export const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));

/** The sum of all terms. */
export const sum = (terms: Readonly<Record<string, number>>) =>
  Object.values(terms).reduce((total, term) => total + term, 0);
