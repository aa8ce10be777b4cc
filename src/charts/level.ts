/** A dashed level across the water, named at its left end. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot } from './scale.ts';
import { px } from './scale.ts';

export interface LevelOptions {
  readonly plot: Plot;
  /** Height in pixels. */
  readonly y: number;
}

/** Draws the level. */
export function drawLevel(group: Group, { plot, y }: LevelOptions): void {
  only(group, 'line', 'level')
    .attr('x1', plot.left)
    .attr('x2', plot.right)
    .attr('y1', px(y))
    .attr('y2', px(y))
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-opacity', 0.5)
    .attr('stroke-dasharray', '2 4');
}
