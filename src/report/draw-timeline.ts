/** The timeline on paper: churn above the line, the strata below it, in light tints and hatches. */
import type { Stratum } from '../assess/assessment.ts';
import { DEEP, GOLD, GRID, INK, INK_2, PAST, WATER } from './drawing.ts';
import { area, label, picture, polyline, rule, widthOf } from './drawing.ts';
import type { Plot, Point } from './drawing.ts';
import { element } from './markup.ts';
import type { Markup } from './markup.ts';
import type { TimelineFigure } from './figures.ts';

const HEIGHT = 214;
/** The line of churn keeps below the row of its label. */
const SKY = 21;
const LABEL_ROW = 12;
const PLOT: Plot = { left: 8, right: 516, top: 62, bottom: 192 };
const BESIDE = 8;
const LINE_HEIGHT = 15;
const HATCH = 'gone-hatch';

const TINTS: Readonly<Record<Stratum, string>> = {
  gone: `url(#${HATCH})`,
  pending: '#7f92c4',
  captive: '#a9bdd8',
  past: '#bcd3e0',
  wavering: '#d4e5e6',
  content: WATER,
};

interface Scales {
  readonly x: (week: number) => number;
  /** Of a share, from the bed up. */
  readonly y: (share: number) => number;
}

export function drawTimeline(figure: TimelineFigure, finding: string): Markup {
  const { left, right, top, bottom } = PLOT;
  const scales: Scales = {
    x: (week) => left + (week / Math.max(1, figure.weeks - 1)) * (right - left),
    y: (share) => bottom - Math.min(1, Math.max(0, share)) * (bottom - top),
  };
  return picture(
    HEIGHT,
    finding,
    hatch(),
    element('rect', {
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      fill: WATER,
    }),
    ...strata(figure, scales),
    ...weeks(figure, scales),
    polyline(line(figure.trust, scales), { stroke: GOLD, 'stroke-width': 1.75 }),
    rule([left, top], [right, top], INK_2, 1.25),
    churnLine(figure, scales),
    ...markers(figure, scales),
    ...labels(figure, scales),
  );
}

const line = (values: readonly number[], { x, y }: Scales): Point[] =>
  values.map((value, week) => [x(week), y(value)]);

function strata(figure: TimelineFigure, scales: Scales): Markup[] {
  let floor: readonly Point[] = line(figure.strata[0]?.top.map(() => 0) ?? [], scales);
  const areas = figure.strata.map(({ name, top }) => {
    const upper = line(top, scales);
    const shape = area(upper, floor, TINTS[name]);
    floor = upper;
    return shape;
  });
  const past = polyline(line(figure.past, scales), { stroke: DEEP, 'stroke-width': 2.25 });
  return [...areas, past];
}

/** Churn has no axis; its highest week reaches the top of the sky, as far as it is more than noise. */
function churnLine({ churn }: TimelineFigure, { x }: Scales): Markup {
  const most = churn.reduce((a, b) => Math.max(a, b), 0.05);
  const base = PLOT.top - 8;
  const points = churn.map((share, week): Point => [
    x(week),
    base - (share / most) * (base - SKY),
  ]);
  return polyline(points, { stroke: INK, 'stroke-width': 1.5 });
}

const weeks = ({ weekTicks }: TimelineFigure, { x }: Scales): Markup[] =>
  weekTicks.flatMap(({ at, text }, i) => [
    rule([x(at), PLOT.top], [x(at), PLOT.bottom], GRID, 0.75),
    label([x(at), PLOT.bottom + 17], text, {
      anchor: i === 0 ? 'start' : 'middle',
      fill: INK_2,
    }),
  ]);

function markers({ decisions, lastSafe, visible }: TimelineFigure, { x }: Scales): Markup[] {
  const { top, bottom, right } = PLOT;
  const safe = lastSafe
    ? [
        rule([x(lastSafe.at), top], [x(lastSafe.at), bottom], PAST, 1.5, '4 3'),
        label(beside(x(lastSafe.at), lastSafe.text, right, top + 15), lastSafe.text, {
          fill: PAST,
          bold: true,
          anchor: anchorOf(x(lastSafe.at), lastSafe.text, right),
        }),
      ]
    : [];
  const seen = visible
    ? [
        rule([x(visible.at), LABEL_ROW - 9], [x(visible.at), top], INK_2, 1),
        label(beside(x(visible.at), visible.text, right, LABEL_ROW), visible.text, {
          anchor: anchorOf(x(visible.at), visible.text, right),
        }),
      ]
    : [];
  return [
    ...decisions.map((week) =>
      element('rect', { x: x(week) - 3.5, y: top - 3.5, width: 7, height: 7, fill: INK }),
    ),
    ...safe,
    ...seen,
  ];
}

const anchorOf = (at: number, text: string, right: number): 'start' | 'end' =>
  at + widthOf(text) + BESIDE < right ? 'start' : 'end';

const beside = (at: number, text: string, right: number, y: number): Point => [
  at + (anchorOf(at, text, right) === 'start' ? BESIDE : -BESIDE),
  y,
];

/** At the ends of their lines, and far enough apart. */
function labels(figure: TimelineFigure, { y }: Scales): Markup[] {
  const { labels: told, strata: all, trust, past } = figure;
  const last = figure.weeks - 1;
  const top = (name: Stratum) =>
    y(all.find((stratum) => stratum.name === name)?.top[last] ?? 0);
  const wanted = [
    { text: told.past, y: y(past[last] ?? 0), fill: DEEP, bold: true },
    { text: told.captive, y: (top('captive') + top('pending')) / 2, fill: INK, bold: false },
    { text: told.trust, y: y(trust[last] ?? 0), fill: GOLD, bold: true },
    { text: told.gone, y: (top('gone') + PLOT.bottom) / 2, fill: INK, bold: true },
  ].sort((a, b) => a.y - b.y);
  const places = spaced(
    wanted.map((each) => each.y),
    PLOT.top + 6,
    PLOT.bottom,
  );
  return [
    label([PLOT.right + BESIDE, PLOT.top - 12], told.churn, { bold: true }),
    ...wanted.map(({ text, fill, bold }, i) =>
      label([PLOT.right + BESIDE, (places[i] ?? 0) + 4], text, { fill, bold }),
    ),
  ];
}

/** Moves ascending places apart, down first and then up from the end. */
function spaced(wanted: readonly number[], least: number, most: number): number[] {
  const places: number[] = [];
  for (const y of wanted)
    places.push(Math.max(y, least, (places.at(-1) ?? -Infinity) + LINE_HEIGHT));
  let end = most;
  return places
    .toReversed()
    .map((y) => {
      const place = Math.min(y, end);
      end = place - LINE_HEIGHT;
      return place;
    })
    .toReversed();
}

const hatch = (): Markup =>
  element(
    'defs',
    {},
    element(
      'pattern',
      {
        id: HATCH,
        width: 5,
        height: 5,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      element('rect', { width: 5, height: 5, fill: '#e3e6ea' }),
      element('rect', { width: 1.4, height: 5, fill: '#a9b0ba' }),
    ),
  );
