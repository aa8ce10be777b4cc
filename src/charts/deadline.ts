/** A deadline with its range: a dashed line down the water and a shaded column about it. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot, Scale } from './scale.ts';
import { px } from './scale.ts';
import type { Range } from './tipping.ts';

export interface DeadlineOptions {
  readonly plot: Plot;
  readonly x: Scale;
}

/** Draws the deadline, or removes it when there is none. */
export function drawDeadline(
  group: Group,
  range: Range | null,
  { plot, x }: DeadlineOptions,
): void {
  group.attr('display', range ? null : 'none');
  if (!range) return;
  const [low, value, high] = [px(x(range.low)), px(x(range.value)), px(x(range.high))];
  only(group, 'rect', 'column')
    .attr('x', low)
    .attr('y', plot.top)
    .attr('width', Math.max(0, high - low))
    .attr('height', plot.bottom - plot.top)
    .attr('fill', 'var(--past-on-water)')
    .attr('fill-opacity', 0.12);
  only(group, 'line', 'deadline')
    .attr('x1', value)
    .attr('x2', value)
    .attr('y1', plot.top)
    .attr('y2', plot.bottom)
    .attr('stroke', 'var(--past-on-water)')
    .attr('stroke-width', 1.8)
    .attr('stroke-dasharray', '5 4');
}
