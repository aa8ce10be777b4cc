/** The loss over the size of a rise, and its shape. */
import { DECISION_WEEK, NOTHING, risePlan } from './people.ts';
import type { People } from './people.ts';
import { meanOf } from './summary.ts';

/** Evenly from 0 to `last`, both included. */
export const sizesTo = (last: number, step: number): number[] =>
  Array.from(
    { length: Math.round(last / step) + 1 },
    (_, i) => Math.round(i * step * 1e6) / 1e6,
  );

/** Loss against doing nothing at each size, some weeks after the rise. */
export function lossCurve(people: People, sizes: readonly number[], after = 104): number[] {
  const week = DECISION_WEEK + after;
  const twin = people.active(NOTHING, week);
  return sizes.map((size) => 1 - people.active(risePlan(size), week) / twin);
}

/** The mean of curves, point by point. */
export const meanCurve = (curves: readonly (readonly number[])[]): number[] =>
  (curves[0] ?? []).map((_, i) => meanOf(curves.map((curve) => curve[i] ?? NaN)));

/** The size at which a curve first reaches a level, between its points by a straight line; NaN if never. */
export function reaches(
  sizes: readonly number[],
  losses: readonly number[],
  level: number,
): number {
  const i = losses.findIndex((loss) => loss >= level);
  const [to = NaN, above = NaN] = [sizes[i], losses[i]];
  const [from = NaN, below = NaN] = [sizes[i - 1], losses[i - 1]];
  return i === 0 ? to : from + ((level - below) / (above - below)) * (to - from);
}

/** From a tenth to nine tenths of the largest loss. */
export function width(sizes: readonly number[], losses: readonly number[]) {
  const most = Math.max(...losses);
  const from = reaches(sizes, losses, 0.1 * most);
  const to = reaches(sizes, losses, 0.9 * most);
  return { from, to, width: to - from };
}

/** Share of the variance of a curve that the best straight line explains. */
export function straightness(sizes: readonly number[], losses: readonly number[]): number {
  const [x0, y0] = [meanOf(sizes), meanOf(losses)];
  let [xx, xy, yy] = [0, 0, 0];
  sizes.forEach((x, i) => {
    const [dx, dy] = [x - x0, (losses[i] ?? NaN) - y0];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  });
  return (xy * xy) / (xx * yy);
}

/** The steepest step of a curve over its mean step. */
export function steepest(losses: readonly number[]): number {
  const steps = losses.slice(1).map((loss, i) => loss - (losses[i] ?? NaN));
  return Math.max(...steps) / meanOf(steps);
}
