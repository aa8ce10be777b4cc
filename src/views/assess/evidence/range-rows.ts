/** Rows of estimates with an axis under them. */
import { linear } from '../../../charts/linear.ts';
import type { Interval } from '../../../charts/interval.ts';
import { drawIntervals } from '../../../charts/interval.ts';
import { drawLabels, textWidth } from '../../../charts/label.ts';
import type { Label } from '../../../charts/label.ts';
import { layers } from '../../../charts/layers.ts';
import { drawRules } from '../../../charts/rule.ts';
import type { Rule } from '../../../charts/rule.ts';
import type { Estimate } from '../../../assess/assessment.ts';

export interface RangeRow {
  readonly key: string;
  readonly name: string;
  /** Null where there is nothing to draw: then `instead` stands in its place. */
  readonly estimate: Estimate | null;
  readonly hollow?: boolean;
  readonly instead?: string;
  /** The figure at the right, and its range. */
  readonly figure: string;
  readonly range?: string;
  /** What pressing the row does, in words. */
  readonly action?: string;
}

export interface AxisMark extends Rule {
  /** Written under the line. */
  readonly label: string;
  /** A tick of the axis: written, without a line. */
  readonly bare?: boolean;
}

/** Between the axis and the ends of its column, in pixels. */
const MARGIN = 8;
/** Kept free beyond the largest range, as a share of the axis. */
const SPARE = 0.04;
/** Between two labels, in pixels. */
const GAP = 6;

/** From values to pixels within a column. */
export function rangeScale(
  rows: readonly RangeRow[],
  marks: readonly { readonly value: number }[],
  width: number,
) {
  const values = [
    ...rows.flatMap(({ estimate }) => (estimate ? [estimate.low, estimate.high] : [])),
    ...marks.map(({ value }) => value),
  ];
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 0)];
  const spare = (high - low || 1) * SPARE;
  return linear([low - spare, high + spare], [MARGIN, Math.max(MARGIN + 1, width - MARGIN)]);
}

export interface RangePicture {
  readonly rows: readonly RangeRow[];
  readonly marks: readonly AxisMark[];
  readonly width: number;
  readonly rowHeight: number;
}

/** Draws the ranges and the upright lines, a row beside each name. */
export function drawRows(svg: SVGSVGElement, picture: RangePicture): void {
  const { rows, marks, width, rowHeight } = picture;
  const x = rangeScale(rows, marks, width);
  const on = layers(svg, ['rules', 'intervals']);
  const ruled = marks.filter(({ bare }) => !bare);
  drawRules(on.rules, ruled, { x, top: 0, bottom: rows.length * rowHeight });
  const intervals = rows.flatMap(({ key, estimate, hollow = false }, i): Interval[] =>
    estimate ? [{ ...estimate, key, y: (i + 0.5) * rowHeight, hollow }] : [],
  );
  drawIntervals(on.intervals, intervals, { x, from: 0, to: width });
}

/** Draws what the lines mean. */
export function drawAxis(svg: SVGSVGElement, { rows, marks, width }: RangePicture): void {
  const x = rangeScale(rows, marks, width);
  drawLabels(layers(svg, ['axis']).axis, axisLabels(marks, x, width));
}

/** Of a label, in pixels. */
const halfWidth = (text: string): number => textWidth(text) / 2;

/** Each under its line, but inside the column and not over the one before it; ticks only where they have room. */
export function axisLabels(
  marks: readonly AxisMark[],
  x: (value: number) => number,
  width: number,
): Label[] {
  const first = marks[0];
  return withRoom(marks, x).map((mark) => ({
    ...{ key: mark.key, text: mark.label, y: 14, size: 12, ...placeOf(mark, first, x, width) },
    color: mark.dashed ? mark.color : 'var(--ink-2)',
    weight: mark.dashed ? 600 : 400,
  }));
}

/** Without the ticks that would meet another label, those next to the first one kept before the others. */
function withRoom(marks: readonly AxisMark[], x: (value: number) => number): AxisMark[] {
  const distance = (one: AxisMark, other: AxisMark) => Math.abs(x(one.value) - x(other.value));
  const [first] = marks;
  const kept = marks.filter(({ bare }) => !bare);
  const ticks = marks.filter(({ bare }) => bare);
  if (first) ticks.sort((a, b) => distance(a, first) - distance(b, first));
  for (const tick of ticks) {
    const meets = (other: AxisMark) =>
      distance(tick, other) < halfWidth(tick.label) + halfWidth(other.label) + GAP;
    if (!kept.some(meets)) kept.push(tick);
  }
  return kept;
}

function placeOf(
  { key, value, label }: AxisMark,
  first: AxisMark | undefined,
  x: (value: number) => number,
  width: number,
): Pick<Label, 'x' | 'anchor'> {
  const at = x(value);
  const half = halfWidth(label);
  if (first && key !== first.key) {
    const middle = x(first.value);
    const clear = halfWidth(first.label) + GAP;
    if (Math.abs(at - middle) < half + clear)
      return at > middle
        ? { x: Math.max(at, middle + clear), anchor: 'start' }
        : { x: Math.min(at, middle - clear), anchor: 'end' };
  }
  if (at > width - half) return { x: at + Math.min(width - at, MARGIN), anchor: 'end' };
  return { x: at, anchor: at < half - MARGIN ? 'start' : 'middle' };
}
