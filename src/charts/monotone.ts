/**
 * The height of a monotone cubic through points, at any x: the same curve as D3's curveMonotoneX draws, so
 * that a ring sits on the line (Steffen 1990, as in d3-shape).
 */
type Point = readonly [number, number];

/** Height at `x`; outside the points that of the nearest one. `points` ascend in x and are not empty. */
export function heightAt(points: readonly Point[], x: number): number {
  const i = points.findIndex(([at]) => at >= x);
  const right = points[i];
  const left = points[i - 1];
  if (!right) return points.at(-1)?.[1] ?? 0;
  if (!left || right[0] === x) return right[1];
  const width = right[0] - left[0];
  const t = (x - left[0]) / width;
  const [from, to] = slopes(points, i);
  return (
    (1 + 2 * t) * (1 - t) ** 2 * left[1] +
    t * (1 - t) ** 2 * width * from +
    t * t * (3 - 2 * t) * right[1] +
    t * t * (t - 1) * width * to
  );
}

/** Slopes at both ends of the piece that ends at point i. */
function slopes(points: readonly Point[], i: number): [number, number] {
  const before = points[i - 2];
  const left = points[i - 1] as Point;
  const right = points[i] as Point;
  const after = points[i + 1];
  const own = secant(left, right);
  const from = before ? inner(before, left, right) : null;
  const to = after ? inner(left, right, after) : null;
  return [from ?? edge(own, to ?? own), to ?? edge(own, from ?? own)];
}

const secant = (a: Point, b: Point): number => (b[1] - a[1]) / (b[0] - a[0] || 1);
const edge = (own: number, other: number): number => (3 * own - other) / 2;

function inner(a: Point, b: Point, c: Point): number {
  const [s0, s1] = [secant(a, b), secant(b, c)];
  const [h0, h1] = [b[0] - a[0], c[0] - b[0]];
  const parabola = (s0 * h1 + s1 * h0) / (h0 + h1);
  const least = Math.min(Math.abs(s0), Math.abs(s1), Math.abs(parabola) / 2);
  return (Math.sign(s0) + Math.sign(s1)) * least || 0;
}
