/** Weighted linear regression of several answers on the same inputs, small enough to be solved directly. */

/** Added to the squares of standardised inputs, so that inputs that say the same do no harm. */
const RIDGE = 1e-3;

export interface Regression {
  /** Answers at inputs of 0. */
  readonly at0: readonly number[];
  /** `slopes[input][answer]`. */
  readonly slopes: readonly (readonly number[])[];
}

/**
 * @param inputs rows of standardised inputs
 * @param answers rows of as many answers each
 * @param weights one per row, not all 0
 */
export function regression(
  inputs: readonly (readonly number[])[],
  answers: readonly (readonly number[])[],
  weights: readonly number[],
): Regression {
  const rows = inputs.map((row) => [1, ...row]);
  const size = rows[0]?.length ?? 1;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = products(rows, rows, weights);
  for (let i = 1; i < size; i++) add(squares, i, RIDGE * total);
  const [at0 = [], ...slopes] = solved(squares, products(rows, answers, weights));
  return { at0, slopes };
}

function add(matrix: number[][], i: number, value: number): void {
  const row = matrix[i];
  if (row) row[i] = (row[i] ?? 0) + value;
}

/** The transpose of a, times the weights, times b. */
function products(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  weights: readonly number[],
): number[][] {
  const width = b[0]?.length ?? 0;
  const result = (a[0] ?? []).map(() => Array.from({ length: width }, () => 0));
  a.forEach((row, k) => {
    const weight = weights[k] ?? 0;
    const right = b[k] ?? [];
    row.forEach((value, i) => {
      const into = result[i];
      if (into) right.forEach((x, j) => (into[j] = (into[j] ?? 0) + weight * value * x));
    });
  });
  return result;
}

/**
 * Solves `matrix` x = `right` by Cholesky's decomposition, for every column of `right`.
 * @param matrix symmetric and positive definite
 */
export function solved(
  matrix: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
): number[][] {
  const lower = choleskyOf(matrix);
  const n = lower.length;
  const at = (i: number, j: number) => lower[i]?.[j] ?? 0;
  const x = right.map((row) => [...row]);
  const eliminate = (i: number, j: number, factor: number) =>
    x[i]?.forEach((value, c, row) => (row[c] = value - factor * (x[j]?.[c] ?? 0)));
  const divide = (i: number) => x[i]?.forEach((value, c, row) => (row[c] = value / at(i, i)));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) eliminate(i, j, at(i, j));
    divide(i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) eliminate(i, j, at(j, i));
    divide(i);
  }
  return x;
}

function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (lower[j] ?? []);
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0);
      own.push(i === j ? Math.sqrt(rest) : rest / (other[j] ?? NaN));
    }
    lower.push(own);
  });
  return lower;
}
