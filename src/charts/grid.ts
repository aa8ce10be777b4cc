/** Horizontal grid lines under water, each with its value to the left. */
import type { Group } from './layers.ts';
import type { Plot, Scale } from './scale.ts';
import { px } from './scale.ts';

export interface GridOptions {
  readonly plot: Plot;
  readonly y: Scale;
  readonly label: (value: number) => string;
  /** Of the values, and of the lines; those of water by default. */
  readonly color?: string;
  readonly line?: string;
}

const GAP = 8;
const OPACITY = 0.13;

/** Draws one line for each value. */
export function drawGrid(group: Group, values: readonly number[], options: GridOptions): void {
  const {
    plot,
    y,
    label,
    color = 'var(--on-water-2)',
    line: stroke = 'var(--on-water)',
  } = options;
  const lines = group
    .selectAll<SVGGElement, number>('g')
    .data(values, (value) => value)
    .join((enter) => {
      const line = enter.append('g');
      line.append('line').attr('stroke', stroke).attr('stroke-opacity', OPACITY);
      line
        .append('text')
        .attr('fill', color)
        .attr('font-size', 12)
        .attr('text-anchor', 'end')
        .attr('dy', '0.32em');
      return line;
    })
    .attr('transform', (value) => `translate(0,${px(y(value))})`);
  lines.select('line').attr('x1', plot.left).attr('x2', plot.right);
  lines
    .select('text')
    .attr('x', plot.left - GAP)
    .text((value) => label(value));
}
