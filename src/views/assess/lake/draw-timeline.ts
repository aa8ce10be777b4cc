/** The timeline of the typical run: what is reported above the waterline, what is hidden below. */
import { drawBracket } from '../../../charts/bracket.ts';
import { drawDeadline } from '../../../charts/deadline.ts';
import { drawLabels } from '../../../charts/label.ts';
import { layers } from '../../../charts/layers.ts';
import { drawSeries } from '../../../charts/line.ts';
import type { SeriesLine } from '../../../charts/line.ts';
import { drawMarkers } from '../../../charts/markers.ts';
import { drawStrata } from '../../../charts/strata.ts';
import type { Stratum as Layer } from '../../../charts/strata.ts';
import { drawTickRow } from '../../../charts/tick-row.ts';
import { drawWater } from '../../../charts/water.ts';
import { STRATA } from '../../../assess/assessment.ts';
import type { Stratum, Timeline } from '../../../assess/assessment.ts';
import { headHeight, rowsUnder, weekTicks } from './panels.ts';
import { namesOf } from './timeline-names.ts';
import { PAST_COLOR, timelineScales, TRUST_COLOR, WATER_EDGE } from './timeline-picture.ts';
import type { TimelinePicture, TimelineScales } from './timeline-picture.ts';
import { calmOf } from './way-back.ts';

/** Painting order. */
const LAYERS = ['water', 'strata', 'deadline', 'series', 'axis', 'calm', 'names'] as const;
const ID = 'timeline';
const FILLS: Readonly<Record<Exclude<Stratum, 'content'>, string>> = {
  gone: 'var(--strata-gone)',
  pending: 'var(--strata-pending)',
  captive: 'var(--strata-captive)',
  past: 'var(--strata-past)',
  wavering: 'var(--strata-waver)',
};

/** Draws everything that does not move with the playhead. */
export function drawHistory(svg: SVGSVGElement, picture: TimelinePicture): void {
  const { timeline, words, numbers, horizon } = picture;
  const scales = timelineScales(picture);
  const { plot, x, share } = scales;
  const on = layers(svg, LAYERS);
  drawWater(on.water, { ...picture, id: ID });
  drawStrata(on.strata, timeline ? strataOf(timeline) : [], { x, y: share, id: ID });
  drawSeries(on.series, timeline ? seriesOf(timeline, scales) : [], x);
  drawTickRow(on.axis, weekTicks(horizon, plot.right - plot.left), {
    plot,
    x,
    y: rowsUnder(plot)[0],
    label: (week) => (week === 0 ? words.timeline.weekZero : numbers.count(week)),
  });
  drawLabels(on.names, timeline ? namesOf(picture, timeline, scales) : []);
  drawDeadline(on.deadline, picture.wayBack?.lastSafe ?? null, { plot, x });
  drawBracket(on.calm, calmOf(picture, scales));
}

/** Draws the decisions, which move under the hand. */
export function drawEvents(svg: SVGSVGElement, picture: TimelinePicture): void {
  const { plot, x } = timelineScales(picture);
  drawMarkers(
    layers(svg, ['markers']).markers,
    picture.events.map((event) => ({ ...event, x: x(event.week) })),
    { waterline: plot.top, top: headHeight(picture) + 6 },
  );
}

/** Those who are content are the open water above the others. */
const strataOf = ({ strata }: Timeline): Layer[] =>
  STRATA.filter((key) => key !== 'content').map((key) => ({
    key,
    values: strata[key],
    fill: FILLS[key],
    hatched: key === 'gone',
  }));

function seriesOf(timeline: Timeline, { share, nps, churn }: TimelineScales): SeriesLine[] {
  const reported = { color: 'var(--ink)' };
  const hidden = { y: share, edge: WATER_EDGE };
  return [
    { key: 'nps', values: timeline.nps, y: nps, ...reported },
    { key: 'churn', values: timeline.monthlyChurn, y: churn, ...reported },
    {
      key: 'past',
      values: timeline.pastBreakingPoint,
      color: PAST_COLOR,
      width: 2.6,
      ...hidden,
    },
    { key: 'trust', values: timeline.trust, color: TRUST_COLOR, width: 2, ...hidden },
  ];
}
