/** Where things lie in the two panels of the lake, in pixels. */
import { ticks } from 'd3';
import { linear } from '../../../charts/linear.ts';
import type { Plot } from '../../../charts/scale.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Height of the sky: the waterline is the same in every panel. */
  readonly waterline: number;
  /** The form for a phone: less text, no second row under the axis. */
  readonly compact: boolean;
}

/** The panels of the lake. */
export const LAKE_PANELS = ['cliff', 'timeline', 'column'] as const;
export type LakePanel = (typeof LAKE_PANELS)[number];

/** Sides of the cliff's plot; the slider under it on a phone keeps to them. */
export const CLIFF_SIDES = { left: 54, right: 24 } as const;
/** Sky that the title of a panel takes up. */
const HEAD_HEIGHT = 62;
const COMPACT_HEAD_HEIGHT = 12;
export const headHeight = ({ compact }: Size): number =>
  compact ? COMPACT_HEAD_HEIGHT : HEAD_HEIGHT;
const TIMELINE_SIDES = { left: 20, right: 116 } as const;
/** Room under the water for one row of values or two. */
const ONE_ROW = 30;
const TWO_ROWS = 62;
const DEPTH_STEP = 0.05;
const LEAST_DEPTH = 0.25;
const EMPTY_DEPTH = 0.5;

const plotOf = (size: Size, sides: { left: number; right: number }, below: number): Plot => ({
  left: sides.left,
  right: Math.max(sides.left + 1, size.width - sides.right),
  top: size.waterline,
  bottom: Math.max(size.waterline + 1, size.height - below),
});

export const cliffPlot = (size: Size): Plot =>
  plotOf(size, CLIFF_SIDES, size.compact ? ONE_ROW : TWO_ROWS);

export const timelinePlot = (size: Size): Plot => plotOf(size, TIMELINE_SIDES, TWO_ROWS);

const COLUMN_SIDES = { left: 16, right: 14 } as const;
export const columnPlot = (size: Size): Plot => plotOf(size, COLUMN_SIDES, TWO_ROWS);

/** Baselines of the rows of values under a plot. */
export const rowsUnder = (plot: Plot): readonly [number, number] => [
  plot.bottom + 19,
  plot.bottom + 47,
];

/** Losses from 0 at the waterline to just past the largest one at the bed; to the middle without any. */
export function depthScale(losses: readonly number[], plot: Plot) {
  const largest = losses.reduce((most, loss) => Math.max(most, loss), 0);
  const most =
    losses.length > 0 ? Math.max(LEAST_DEPTH, largest + DEPTH_STEP / 4) : EMPTY_DEPTH;
  const depth = Math.min(1, Math.ceil(most / DEPTH_STEP - 1e-9) * DEPTH_STEP);
  return linear([0, depth], [plot.top, plot.bottom]);
}

/** Grid lines of a depth: four to seven of them, the waterline not among them. */
export const depthTicks = (depth: number): number[] =>
  ticks(0, depth, depth > 0.45 ? 5 : 4).filter((tick) => tick > 0);

export const sizeScale = (reach: number, plot: Plot) =>
  linear([0, reach || 1], [plot.left, plot.right]);

const WEEK_STEPS = [1, 2, 4, 8, 13, 26, 52, 104];
const WEEK_ROOM = 46;
const MOST_WEEKS = 9;
/** The first label carries a word and is longer. */
const FIRST_WEEK_ROOM = 58;

/** Weeks to print under an axis: the finest round step that has room, and the last week that fits it. */
export function weekTicks(weeks: number, width: number): number[] {
  const most = Math.min(MOST_WEEKS, Math.max(1, Math.floor(width / WEEK_ROOM)));
  const step = WEEK_STEPS.find((each) => weeks / each <= most) ?? weeks;
  const all = Array.from({ length: Math.floor(weeks / step) + 1 }, (_, i) => i * step);
  return (step / weeks) * width < FIRST_WEEK_ROOM ? all.filter((_, i) => i !== 1) : all;
}
