/** The cliff: how many customers are lost at each size of the decision. */
import { drawLine } from '../../../charts/curve.ts';
import { drawGrid } from '../../../charts/grid.ts';
import { layers } from '../../../charts/layers.ts';
import type { Group } from '../../../charts/layers.ts';
import { drawLevel } from '../../../charts/level.ts';
import { drawRuns } from '../../../charts/runs.ts';
import type { RunLine } from '../../../charts/runs.ts';
import { drawSpan } from '../../../charts/span.ts';
import { drawTemperatureLine } from '../../../charts/temperature.ts';
import { drawTickRow } from '../../../charts/tick-row.ts';
import { drawTipping } from '../../../charts/tipping.ts';
import { drawWater } from '../../../charts/water.ts';
import type { CliffRun } from '../../../assess/assessment.ts';
import { chanceShown, cliffScales, rangeShown, skyOf, typicalLine } from './cliff-picture.ts';
import type { CliffPicture, Point } from './cliff-picture.ts';
import { CLIFF_SIDES, depthTicks, rowsUnder } from './panels.ts';

/** Painting order. */
const LAYERS = [
  'water',
  'grid',
  'level',
  'runs',
  'tipping',
  'assumed',
  'naive',
  'preview',
  'typical',
  'axis',
  'chance',
] as const;
const ID = 'cliff';
const TICKS = 6;

/** Draws everything that does not move with the decision. */
export function drawCurve(svg: SVGSVGElement, picture: CliffPicture): void {
  const { curve, numbers, reach } = picture;
  const { plot, x, y } = cliffScales(picture);
  const on = layers(svg, LAYERS);
  drawWater(on.water, { ...picture, id: ID });
  drawGrid(on.grid, depthTicks(y.domain()[1] ?? 0), {
    plot,
    y,
    label: (loss) => numbers.change(-loss, 0),
  });
  drawLevel(on.level, { plot, y: y(picture.threshold) });
  // The others only searched for their tip: between the few sizes they tried there is no line.
  const swept = curve?.runs.filter(({ losses }) => losses.length > 0) ?? [];
  drawRuns(
    on.runs,
    swept.map((run) => runLine(run, reach)),
    { x, y },
  );
  drawLine(on.naive, within(picture.naive, reach), { x, y, dotted: true });
  drawLine(on.preview, within(picture.preview, reach), { x, y });
  drawTemperatureLine(on.typical, typicalLine(curve), { plot, x, y, id: ID });
  const bracket = plot.top - skyOf(picture).bracket;
  drawTipping(on.tipping, rangeShown(curve), { plot, x, bracket });
  const { assumed } = picture;
  drawSpan(on.assumed, assumed?.tippingPoint ?? null, {
    plot,
    x,
    y: plot.top - skyOf(picture).span,
  });
  drawRows(on.axis, on.chance, picture);
}

/** The part of a line that the axis shows; gains would lie in the sky. */
const within = (points: readonly Point[] | null, reach: number): Point[] | null =>
  points &&
  points
    .filter(([size]) => size <= reach)
    .map(([size, loss]) => [size, Math.max(0, loss)] as const);

/** The sizes, and under them how likely a mass exit is at each; a phone has room for the first row only. */
function drawRows(axis: Group, chance: Group, picture: CliffPicture): void {
  const { curve, words, numbers, sizes, compact, sizeName } = picture;
  const { plot, x } = cliffScales(picture);
  const [first, second] = rowsUnder(plot);
  const ticks = x.ticks(TICKS).filter((size) => compact || size > 0);
  const place = { plot, x, spare: CLIFF_SIDES.right };
  drawTickRow(axis, ticks, {
    ...place,
    y: first,
    label: sizes.tick,
    ...(compact ? {} : { name: sizeName }),
  });
  drawTickRow(chance, curve && !compact ? ticks : [], {
    ...place,
    y: second,
    label: (size) => (curve ? numbers.chance(chanceShown(picture, curve, size)) : ''),
    color: 'var(--on-water-2)',
    ...(compact ? {} : { name: words.cliff.chance }),
  });
}

/** A run over all sizes it was simulated at, the finer steps of the search for its tip included. */
export const runLine = (run: CliffRun, reach: number): RunLine => ({
  key: run.run,
  points: run.path
    .filter(({ dose }) => dose <= reach)
    .map(({ dose, loss }) => [dose, Math.max(0, loss)] as const),
});
