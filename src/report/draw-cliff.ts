/** The cliff on paper. */
import type { CliffFigure } from './figures.ts';
import { DEEP, GRID, INK, INK_2, PAST, WATER, WIDTH } from './drawing.ts';
import { label, picture, polyline, rule, widthOf } from './drawing.ts';
import type { Plot, Point } from './drawing.ts';
import { element } from './markup.ts';
import type { Markup } from './markup.ts';

const HEIGHT = 202;
const PLOT: Plot = { left: 48, right: WIDTH - 8, top: 36, bottom: 178 };
const GAP = 6;

interface Scales {
  readonly x: (size: number) => number;
  readonly y: (loss: number) => number;
}

export function drawCliff(figure: CliffFigure, finding: string): Markup {
  const { left, right, top, bottom } = PLOT;
  const scales: Scales = {
    x: (size) => left + (size / figure.reach) * (right - left),
    y: (loss) =>
      top + (Math.min(figure.depth, Math.max(0, loss)) / figure.depth) * (bottom - top),
  };
  const points = (line: CliffFigure['typical']): Point[] =>
    line
      .filter(([size]) => size <= figure.reach)
      .map(([size, loss]) => [scales.x(size), scales.y(loss)]);
  return picture(
    HEIGHT,
    finding,
    element('rect', {
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      fill: WATER,
    }),
    ...tippingBand(figure, scales),
    ...axes(figure, scales),
    ...figure.runs.map((run) =>
      polyline(points(run), { stroke: INK_2, 'stroke-width': 0.5, 'stroke-opacity': 0.45 }),
    ),
    ...forecast(figure, points),
    polyline(points(figure.typical), { stroke: DEEP, 'stroke-width': 3 }),
    rule([left, top], [right, top], INK_2, 1.25),
    ...tippingLine(figure, scales),
    ...proposed(figure, scales),
  );
}

/** Its label stands below its end, and above it where there is no room. */
function forecast(
  { forecast: told }: CliffFigure,
  points: (line: CliffFigure['typical']) => Point[],
): Markup[] {
  if (!told) return [];
  const line = points(told.line);
  const [right, low] = line.at(-1) ?? [PLOT.right, PLOT.top];
  const y = low + 16 < PLOT.bottom ? low + 16 : low - GAP;
  return [
    polyline(line, { stroke: INK, 'stroke-width': 1.25, 'stroke-dasharray': '2 3' }),
    label([right, y], told.label, { anchor: 'end', fill: INK_2 }),
  ];
}

function axes({ sizeTicks, lossTicks }: CliffFigure, { x, y }: Scales): Markup[] {
  const { left, right, bottom } = PLOT;
  return [
    ...lossTicks.flatMap(({ at, text }) => [
      rule([left, y(at)], [right, y(at)], GRID),
      label([left - GAP, y(at) + 4], text, { anchor: 'end', fill: INK_2 }),
    ]),
    ...sizeTicks.map(({ at, text }, i) =>
      label([x(at), bottom + 17], text, {
        anchor: i === 0 ? 'start' : x(at) > right - 20 ? 'end' : 'middle',
        fill: INK_2,
      }),
    ),
  ];
}

function tippingBand({ tipping, reach }: CliffFigure, { x }: Scales): Markup[] {
  if (!tipping || tipping.low > reach) return [];
  const { top, bottom } = PLOT;
  const from = x(tipping.low);
  const width = Math.max(1, x(Math.min(reach, tipping.high)) - from);
  return [element('rect', { x: from, y: top, width, height: bottom - top, fill: '#f0d3d8' })];
}

/** Its label stands on the side away from the decision; without room there, in a row above the decision's. */
function tippingLine({ tipping, proposed: { size }, reach }: CliffFigure, { x }: Scales) {
  if (!tipping || tipping.value > reach) return [];
  const { top, bottom, left, right } = PLOT;
  const at = x(tipping.value);
  const width = widthOf(tipping.label) + 2 * GAP;
  const wanted = size >= tipping.value ? 'end' : 'start';
  const fits = wanted === 'end' ? at - width > left - 40 : at + width < right;
  const anchor = fits ? wanted : wanted === 'end' ? 'start' : 'end';
  const side = anchor === 'end' ? -GAP : GAP;
  return [
    rule([at, top], [at, bottom], PAST, 1.5, '4 3'),
    label([at + side, top - (anchor === wanted ? 9 : 23)], tipping.label, {
      anchor,
      fill: PAST,
      bold: true,
    }),
  ];
}

function proposed({ proposed: told, tipping }: CliffFigure, { x, y }: Scales): Markup[] {
  const { top, bottom, left, right } = PLOT;
  const [at, depth] = [x(told.size), y(told.loss)];
  const wanted = tipping && told.size < tipping.value ? 'end' : 'start';
  const room = Math.max(widthOf(told.label), widthOf(told.lossLabel)) + 2 * GAP;
  const fits = wanted === 'end' ? at - room > left : at + room < right;
  const anchor = fits ? wanted : wanted === 'end' ? 'start' : 'end';
  const side = anchor === 'end' ? -2 * GAP : 2 * GAP;
  const below = anchor === 'end' && depth + 18 <= bottom;
  return [
    rule([at, top], [at, bottom], INK, 1.25),
    element('circle', { cx: at, cy: top, r: 5 }),
    element('circle', {
      cx: at,
      cy: depth,
      r: 4,
      fill: '#ffffff',
      stroke: INK,
      'stroke-width': 1.5,
    }),
    label([at + side, top - 9], told.label, { anchor, bold: true }),
    label([at + side, below ? depth + 16 : Math.max(top + 16, depth - 9)], told.lossLabel, {
      anchor,
      bold: true,
    }),
  ];
}
