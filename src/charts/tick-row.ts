/** A row of values under a chart: an axis without a line, or a second row that follows it. */
import type { Group } from './layers.ts';
import type { Plot, Scale } from './scale.ts';
import { px } from './scale.ts';

export interface TickRowOptions {
  readonly plot: Plot;
  readonly x: Scale;
  /** Baseline of the row in pixels. */
  readonly y: number;
  readonly label: (value: number) => string;
  /** Name of the row, set to the left of the plot. */
  readonly name?: string;
  readonly color?: string;
  /** Pixels to the right of the plot that a label may use; default 0. */
  readonly spare?: number;
}

interface Tick {
  readonly value: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const EDGE = 14;

/**
 * The first tick starts at the left edge and the last ends at the right one, unless `spare` pixels beyond it
 * let it be centred like the others.
 */
export function tickAnchors(
  values: readonly number[],
  x: Scale,
  plot: Plot,
  spare = 0,
): Tick[] {
  return values.map((value) => {
    if (x(value) - plot.left < EDGE) return { value, anchor: 'start' };
    const room = plot.right - x(value) + spare;
    return { value, anchor: room < EDGE ? 'end' : 'middle' };
  });
}

/** Draws the row. */
export function drawTickRow(
  group: Group,
  values: readonly number[],
  options: TickRowOptions,
): void {
  const { plot, x, y, label, name, color = 'var(--on-water)', spare } = options;
  group
    .selectAll<SVGTextElement, Tick>('text.tick')
    .data(tickAnchors(values, x, plot, spare), (tick) => tick.value)
    .join('text')
    .attr('class', 'tick')
    .attr('fill', color)
    .attr('font-size', 12)
    .attr('text-anchor', (tick) => tick.anchor)
    .attr('x', (tick) => px(x(tick.value)))
    .attr('y', y)
    .text((tick) => label(tick.value));
  group
    .selectAll('text.name')
    .data(name === undefined ? [] : [name])
    .join('text')
    .attr('class', 'name')
    .attr('fill', color)
    .attr('font-size', 12)
    .attr('x', 14)
    .attr('y', y)
    .text((text) => text);
}
