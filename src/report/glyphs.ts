/** The signs of the verdict: a dot at the waterline, and twenty runs above and below it. */
import type { Verdict } from '../assess/assessment.ts';
import { INK, PAST } from './drawing.ts';
import { element } from './markup.ts';
import type { Markup } from './markup.ts';

const LEVEL: Readonly<Record<Verdict, { readonly y: number; readonly fill: string }>> = {
  above: { y: 5, fill: '#037465' },
  near: { y: 11, fill: '#8a5a00' },
  past: { y: 17, fill: PAST },
  counting: { y: 11, fill: '#ffffff' },
};

export function verdictGlyph(verdict: Verdict): Markup {
  const { y, fill } = LEVEL[verdict];
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 26 22', 'aria-hidden': 'true' },
    element('path', {
      d: 'M1 11H25',
      stroke: verdict === 'counting' ? INK : fill,
      'stroke-width': 2,
    }),
    element('circle', {
      cx: 13,
      cy: y,
      r: 4.5,
      fill,
      stroke: verdict === 'counting' ? INK : 'none',
    }),
  );
}

const DOTS = 20;
const PER_ROW = 7;
const STEP = 20;
const WIDTH = 148;

/** @param sinking runs of twenty that end in a mass exit */
export function pictogram(sinking: number, text: string): Markup {
  const [above, below] = [rowsOf(DOTS - sinking), rowsOf(sinking)];
  const waterline = Math.max(1, above.length) * STEP;
  const height = waterline + Math.max(1, below.length) * STEP + 4;
  const dots = (rows: readonly number[], y: (row: number) => number, fill: string) =>
    rows.flatMap((count, row) =>
      Array.from({ length: count }, (_, i) =>
        element('circle', {
          cx: WIDTH / 2 + (i - (count - 1) / 2) * STEP,
          cy: y(row),
          r: 6.5,
          fill,
          stroke: INK,
          'stroke-width': 1.2,
        }),
      ),
    );
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'aria-label': text,
    },
    dots(above, (row) => waterline - 11 - row * STEP, '#ffffff'),
    element('path', { d: `M0 ${waterline}H${WIDTH}`, stroke: INK, 'stroke-width': 1.2 }),
    dots(below, (row) => waterline + 12 + row * STEP, '#26408f'),
  );
}

/** As few rows as possible, of nearly the same length. */
function rowsOf(count: number): number[] {
  const rows = Math.ceil(count / PER_ROW);
  return Array.from(
    { length: rows },
    (_, row) => Math.floor(count / rows) + (row < count % rows ? 1 : 0),
  );
}
