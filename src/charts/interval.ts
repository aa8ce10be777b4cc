/** Estimates on one axis: a dot on a bar from the lower to the upper end of its range. */
import type { Group } from './layers.ts';
import { px } from './scale.ts';
import type { Scale } from './scale.ts';

export interface Interval {
  readonly key: string;
  /** Height of the row's middle in pixels. */
  readonly y: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Drawn as a ring without a bar: something to compare with. */
  readonly hollow?: boolean;
}

export interface IntervalsOptions {
  readonly x: Scale;
  /** Ends of the axis in pixels: what lies beyond is cut off there. */
  readonly from: number;
  readonly to: number;
}

const HEIGHT = 5;
const RADIUS = 4.5;
/** A range of no width is still seen to be there. */
const LEAST_WIDTH = HEIGHT;

/** Left end and width of a bar in pixels, within the axis. */
export function barOf(
  { low, high }: Pick<Interval, 'low' | 'high'>,
  { x, from, to }: IntervalsOptions,
): { readonly left: number; readonly width: number } {
  const within = (value: number) => Math.min(to, Math.max(from, x(value)));
  const [left, right] = [within(low), within(high)];
  const missing = Math.max(0, LEAST_WIDTH - (right - left));
  return { left: px(left - missing / 2), width: px(right - left + missing) };
}

/** Draws the intervals. */
export function drawIntervals(
  group: Group,
  intervals: readonly Interval[],
  options: IntervalsOptions,
): void {
  const { x, from, to } = options;
  group
    .selectAll<SVGRectElement, Interval>('rect')
    .data(
      intervals.filter(({ hollow }) => !hollow),
      ({ key }) => key,
    )
    .join('rect')
    .attr('x', (interval) => barOf(interval, options).left)
    .attr('width', (interval) => barOf(interval, options).width)
    .attr('y', ({ y }) => px(y - HEIGHT / 2))
    .attr('height', HEIGHT)
    .attr('rx', HEIGHT / 2)
    .attr('fill', 'var(--series-1)')
    .attr('fill-opacity', 0.3);
  group
    .selectAll<SVGCircleElement, Interval>('circle')
    .data(intervals, ({ key }) => key)
    .join('circle')
    .attr('cx', ({ value }) => px(Math.min(to, Math.max(from, x(value)))))
    .attr('cy', ({ y }) => px(y))
    .attr('r', ({ hollow }) => (hollow ? RADIUS - 0.75 : RADIUS))
    .attr('fill', ({ hollow }) => (hollow ? 'var(--panel)' : 'var(--series-1)'))
    .attr('stroke', ({ hollow }) => (hollow ? 'var(--series-1)' : null))
    .attr('stroke-width', 1.5);
}
