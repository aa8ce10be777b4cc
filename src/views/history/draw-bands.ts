/** Bands, lines and points over months: how past churn was fitted, and what came after a launch. */
import { scaleLinear, ticks } from 'd3';
import { drawBands } from '../../charts/band.ts';
import type { Band } from '../../charts/band.ts';
import { drawGrid } from '../../charts/grid.ts';
import { layers } from '../../charts/layers.ts';
import { drawPoints } from '../../charts/points.ts';
import type { Point } from '../../charts/points.ts';
import { drawRules } from '../../charts/rule.ts';
import type { Plot } from '../../charts/scale.ts';
import { drawTickRow } from '../../charts/tick-row.ts';

export interface BandPicture {
  readonly bands: readonly Band[];
  readonly points: readonly Point[];
  /** Places of upright lines, as where something was changed. */
  readonly rules: readonly number[];
  /** Values along the axis; ticks are whole ones among them. */
  readonly from: number;
  readonly to: number;
  /** The least that the upright axis begins at, unless something lies lower. */
  readonly floor: number;
  readonly format: (value: number) => string;
  readonly at: (value: number) => string;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

const LEFT = 52;
const RIGHT = 12;
const TOP = 10;
const BELOW = 26;
const TICK_ROOM = 44;

/** Draws the picture; drawn again with other data it changes into that. */
export function drawBandPicture(
  svg: SVGSVGElement,
  picture: BandPicture,
  extent: Extent,
): void {
  const { bands, points, rules, from, to, floor, format, at } = picture;
  const plot: Plot = {
    left: LEFT,
    right: Math.max(LEFT + 1, extent.width - RIGHT),
    top: TOP,
    bottom: extent.height - BELOW,
  };
  const values = [
    ...bands.flatMap((band) => band.points.flatMap(({ low, high }) => [low, high])),
    ...points.map(({ value }) => value),
  ];
  const least = Math.min(floor, ...values);
  const most = Math.max(least + 1e-6, ...values);
  const x = scaleLinear([from, to], [plot.left + 8, plot.right - 8]);
  const y = scaleLinear([least, most], [plot.bottom, plot.top]).nice(4);
  const [first = 0, last = 1] = y.domain();
  const on = layers(svg, ['grid', 'axis', 'bands', 'rules', 'points']);
  drawGrid(on.grid, ticks(first, last, 4), {
    plot,
    y,
    label: format,
    color: 'var(--ink-2)',
    line: 'var(--ink)',
  });
  const mostTicks = Math.max(2, Math.floor((plot.right - plot.left) / TICK_ROOM));
  drawTickRow(
    on.axis,
    ticks(from, to, mostTicks).filter((tick) => Number.isInteger(tick)),
    { plot, x, y: plot.bottom + 18, label: at, color: 'var(--ink-2)' },
  );
  drawBands(on.bands, bands, { x, y });
  drawRules(
    on.rules,
    rules.map((value) => ({ key: `${value}`, value, color: 'var(--ink-2)', dashed: true })),
    { x, top: plot.top, bottom: plot.bottom },
  );
  drawPoints(on.points, points, { x, y });
}
