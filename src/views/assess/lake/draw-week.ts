/** The week under the eye: a line through the timeline, with the values of that week. */
import { drawLabels, spread } from '../../../charts/label.ts';
import type { Label } from '../../../charts/label.ts';
import { layers } from '../../../charts/layers.ts';
import { drawPlayhead } from '../../../charts/playhead.ts';
import type { Plot } from '../../../charts/scale.ts';
import type { Timeline } from '../../../assess/assessment.ts';
import { headHeight } from './panels.ts';
import {
  LINE_HEIGHT,
  PAST_COLOR,
  timelineScales,
  TRUST_COLOR,
  WATER_EDGE,
} from './timeline-picture.ts';
import type { TimelinePicture, TimelineScales } from './timeline-picture.ts';
import { calmOf, clearOfCalm, wayBackLabels } from './way-back.ts';

/** A value on a line, where the playhead crosses it. */
interface Reading {
  readonly key: string;
  readonly y: number;
  readonly text: string;
  readonly color: string;
  readonly halo: string;
}

/** Painting order. */
const LAYERS = ['playhead', 'way-back', 'values'] as const;
const BESIDE = 8;
/** From the line up to the baseline of its value. */
const ABOVE = 6;
const ROOM_FOR_VALUE = 52;

/** Draws the playhead and its values, and what is said of the way back, with its halo, over its line. */
export function drawWeek(svg: SVGSVGElement, picture: TimelinePicture, week: number): void {
  const { timeline } = picture;
  const scales = timelineScales(picture);
  const { plot } = scales;
  const on = layers(svg, LAYERS);
  const x = scales.x(week);
  const head = headHeight(picture);
  const sky = timeline ? reported(picture, timeline, week, scales) : [];
  const water = timeline ? hidden(picture, timeline, week, scales) : [];
  drawPlayhead(on.playhead, { plot, x, top: head - 2, rings: [...sky, ...water] });
  drawLabels(on['way-back'], wayBackLabels(picture, scales, calmOf(picture, scales)));
  const besideSky = beside(sky, x, plot, head + 4, plot.top);
  drawLabels(on.values, [
    ...clearOfCalm(besideSky, picture, scales, ROOM_FOR_VALUE),
    ...beside(water, x, plot, plot.top + LINE_HEIGHT, plot.bottom + BESIDE),
  ]);
}

/** What the playhead says of its week, in words. `returns`: what going back then would bring, or nothing. */
export function summaryOf(
  { words, numbers }: Pick<TimelinePicture, 'words' | 'numbers'>,
  timeline: Timeline,
  week: number,
  returns: string,
): string {
  return words.timeline.summary(
    numbers.percent(timeline.strata.gone[week] ?? 0),
    numbers.percent(timeline.pastBreakingPoint[week] ?? 0),
    returns,
  );
}

function reported(
  { numbers }: TimelinePicture,
  timeline: Timeline,
  week: number,
  scales: TimelineScales,
): Reading[] {
  const [nps, churn] = [timeline.nps[week] ?? 0, timeline.monthlyChurn[week] ?? 0];
  const look = { color: 'var(--ink)', halo: 'var(--sky)' };
  return [
    { key: 'nps', y: scales.nps(nps), text: numbers.decimal(nps, 0), ...look },
    { key: 'churn', y: scales.churn(churn), text: numbers.rate(churn), ...look },
  ];
}

function hidden(
  { numbers }: TimelinePicture,
  timeline: Timeline,
  week: number,
  { share }: TimelineScales,
): Reading[] {
  const trust = timeline.trust[week] ?? 0;
  const past = timeline.pastBreakingPoint[week] ?? 0;
  const look = { halo: WATER_EDGE };
  return [
    {
      key: 'trust',
      y: share(trust),
      text: numbers.decimal(trust * 100, 0),
      color: TRUST_COLOR,
      ...look,
    },
    { key: 'past', y: share(past), text: numbers.percent(past), color: PAST_COLOR, ...look },
  ];
}

/** Values to the right of the playhead, or to its left near the end, none over another. */
function beside(
  readings: readonly Reading[],
  x: number,
  plot: Plot,
  low: number,
  high: number,
): Label[] {
  const right = plot.right - x >= ROOM_FOR_VALUE;
  const blocks = readings.map(({ y }) => ({ at: y - ABOVE, size: LINE_HEIGHT }));
  const heights = spread(blocks, low, high);
  return readings.map((reading, i) => ({
    ...reading,
    x: x + (right ? BESIDE : -BESIDE),
    y: heights[i] ?? 0,
    anchor: right ? 'start' : 'end',
  }));
}
