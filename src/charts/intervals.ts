/** Values with their ranges, one a row: a dot on a bar. */
import type { ScaleLinear } from 'd3';
import type { Group } from './layers.ts';
import { px } from './scale.ts';

export interface Interval {
  readonly key: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Drawn hollow: it says nothing. */
  readonly weak?: boolean;
}

export interface IntervalsOptions {
  readonly x: ScaleLinear<number, number>;
  /** Pixels from row to row; the first row's middle lies at half of it. */
  readonly rowHeight: number;
}

const THICKNESS = 6;
const RADIUS = 4;

/** Draws the rows from the top down; a range that reaches beyond the scale ends at its edge. */
export function drawIntervals(
  group: Group,
  intervals: readonly Interval[],
  { x, rowHeight }: IntervalsOptions,
): void {
  const [least = 0, most = 0] = x.domain();
  const at = (value: number) => px(x(Math.min(most, Math.max(least, value))));
  const items = group
    .selectAll<SVGGElement, Interval>('g')
    .data(intervals, (interval) => interval.key)
    .join((enter) => {
      const item = enter.append('g');
      item
        .append('rect')
        .attr('height', THICKNESS)
        .attr('rx', THICKNESS / 2);
      item.append('circle').attr('r', RADIUS).attr('stroke-width', 1.5);
      return item;
    })
    .attr('transform', (_, row) => `translate(0,${px((row + 0.5) * rowHeight)})`);
  items
    .select('rect')
    .attr('x', ({ low }) => at(low))
    .attr('width', ({ low, high }) => Math.max(1, at(high) - at(low)))
    .attr('y', -THICKNESS / 2)
    .attr('fill', 'var(--series-1)')
    .attr('fill-opacity', ({ weak }) => (weak ? 0.12 : 0.28));
  items
    .select('circle')
    .attr('cx', ({ value }) => at(value))
    .attr('fill', ({ weak }) => (weak ? 'var(--panel)' : 'var(--series-1)'))
    .attr('stroke', 'var(--series-1)');
}
