/** A value that is known within a range: a dashed line down the water and a shaded column about it. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot } from './scale.ts';

export interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ThresholdOptions {
  readonly plot: Plot;
  /** Name of the line among the parts of the group. */
  readonly name: string;
  readonly opacity: number;
  /** Width of the column at least, in pixels. */
  readonly narrowest: number;
}

/** Draws the line and its column at places on the screen, in pixels. */
export function drawThreshold(
  group: Group,
  { value, low, high }: Range,
  { plot, name, opacity, narrowest }: ThresholdOptions,
): void {
  only(group, 'rect', 'column')
    .attr('x', low)
    .attr('y', plot.top)
    .attr('width', Math.max(narrowest, high - low))
    .attr('height', plot.bottom - plot.top)
    .attr('fill', 'var(--past-on-water)')
    .attr('fill-opacity', opacity);
  only(group, 'line', name)
    .attr('x1', value)
    .attr('x2', value)
    .attr('y1', plot.top)
    .attr('y2', plot.bottom)
    .attr('stroke', 'var(--past-on-water)')
    .attr('stroke-width', 1.8)
    .attr('stroke-dasharray', '5 4');
}
