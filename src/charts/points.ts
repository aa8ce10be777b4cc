/** Single measured values: filled where they are as expected, ringed where not. */
import type { Group } from './layers.ts';
import { px } from './scale.ts';
import type { Scale } from './scale.ts';

export interface Point {
  readonly at: number;
  readonly value: number;
  /** As expected. */
  readonly inside: boolean;
}

export interface PointsOptions {
  readonly x: Scale;
  readonly y: Scale;
}

const RADIUS = 4;

/** Draws the points: one that is not as expected differs in form, not by its colour alone. */
export function drawPoints(
  group: Group,
  points: readonly Point[],
  options: PointsOptions,
): void {
  const { x, y } = options;
  group
    .selectAll<SVGCircleElement, Point>('circle')
    .data(points, ({ at }) => at)
    .join('circle')
    .attr('cx', ({ at }) => px(x(at)))
    .attr('cy', ({ value }) => px(y(value)))
    .attr('r', ({ inside }) => (inside ? RADIUS : RADIUS + 1))
    .attr('fill', ({ inside }) => (inside ? 'var(--ink)' : 'var(--panel)'))
    .attr('stroke', ({ inside }) => (inside ? 'var(--panel)' : 'var(--past)'))
    .attr('stroke-width', ({ inside }) => (inside ? 1 : 2.5));
}
