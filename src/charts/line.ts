/** One measured or modelled series as a line. */
import { curveLinear, line } from 'd3';
import type { Group } from './layers.ts';
import type { Scale } from './scale.ts';

export interface SeriesLine {
  readonly key: string;
  readonly values: readonly number[];
  readonly y: Scale;
  readonly color: string;
  /** Pixels; default 1.6, the width of what is measured. */
  readonly width?: number;
  /** A dark edge that keeps the line apart from what it crosses. */
  readonly edge?: string;
}

/** The path of a series; position i of the scale is the i-th value. */
export function seriesPath(values: readonly number[], x: Scale, y: Scale): string {
  return (
    line<number>()
      .x((_, i) => x(i))
      .y((value) => y(value))
      .curve(curveLinear)
      .digits(1)(values) ?? ''
  );
}

/** Draws the series in their order. */
export function drawSeries(group: Group, series: readonly SeriesLine[], x: Scale): void {
  const strokes = series.flatMap((one) => {
    const d = seriesPath(one.values, x, one.y);
    const width = one.width ?? 1.6;
    const stroke = { key: one.key, d, color: one.color, width };
    return one.edge
      ? [{ key: `${one.key}-edge`, d, color: one.edge, width: width + 3 }, stroke]
      : [stroke];
  });
  group
    .attr('fill', 'none')
    .attr('stroke-linejoin', 'round')
    .selectAll<SVGPathElement, (typeof strokes)[number]>('path')
    .data(strokes, (stroke) => stroke.key)
    .join('path')
    .attr('d', (stroke) => stroke.d)
    .attr('stroke', (stroke) => stroke.color)
    .attr('stroke-width', (stroke) => stroke.width);
}
