/** What moves the cliff, on paper: a dot and a bar for each measure on one axis. */
import { GRID, INK, INK_2, WIDTH, label, picture, rule } from './drawing.ts';
import { element } from './markup.ts';
import type { Markup } from './markup.ts';
import type { MovesFigure } from './figures.ts';

const ROW = 22;
const TOP = 6;
const PLOT = { left: 220, right: 500 };
const NEEDED = '#037465';

export function drawMoves(figure: MovesFigure, finding: string): Markup {
  const span = Math.max(1e-6, figure.most - figure.least);
  const x = (shift: number) =>
    PLOT.left + ((shift - figure.least) / span) * (PLOT.right - PLOT.left);
  const bottom = TOP + figure.rows.length * ROW;
  return picture(
    bottom + 22,
    finding,
    ...figure.rows.flatMap((_, i) => {
      const y = TOP + i * ROW + ROW;
      return i === figure.rows.length - 1 ? [] : [rule([0, y], [WIDTH, y], GRID, 0.75)];
    }),
    rule([x(0), TOP], [x(0), bottom], INK_2, 1),
    label([x(0), bottom + 15], '0', { anchor: 'middle', fill: INK_2 }),
    ...neededLine(figure, x, bottom),
    ...figure.rows.flatMap(({ name, value, low, high, text }, i) => {
      const y = TOP + i * ROW + ROW / 2;
      return [
        label([0, y + 4], name),
        rule([x(low), y], [x(high), y], '#b9c3de', 5),
        element('circle', { cx: x(value), cy: y, r: 4, fill: '#26408f' }),
        label([WIDTH, y + 4], text, { anchor: 'end', fill: INK }),
      ];
    }),
  );
}

function neededLine(
  { needed }: MovesFigure,
  x: (shift: number) => number,
  bottom: number,
): Markup[] {
  if (!needed) return [];
  const at = x(needed.at);
  return [
    rule([at, TOP], [at, bottom], NEEDED, 1.5, '4 3'),
    label([at + 6, bottom + 15], needed.text, {
      anchor: at > (PLOT.left + PLOT.right) / 2 ? 'middle' : 'start',
      fill: NEEDED,
      bold: true,
    }),
  ];
}
