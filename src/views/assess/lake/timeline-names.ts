/** What the lines and bands of the timeline are called, set where they end or where they have room. */
import { spread } from '../../../charts/label.ts';
import type { Label } from '../../../charts/label.ts';
import { stacked } from '../../../charts/strata.ts';
import type { Layer } from '../../../charts/strata.ts';
import { STRATA } from '../../../assess/assessment.ts';
import type { Stratum, Timeline } from '../../../assess/assessment.ts';
import { LINE_HEIGHT, PAST_COLOR, TRUST_COLOR } from './timeline-picture.ts';
import type { TimelinePicture, TimelineScales } from './timeline-picture.ts';
import { clearOfCalm } from './way-back.ts';

const BESIDE = 8;
/** From the middle of a line of text down to its baseline. */
const TO_BASELINE = 4;
const BLOCK_GAP = 3;
/** A band this thick, in pixels, can carry its name. */
const ROOM_FOR_NAME = 22;
/** Of the name of a reported figure with its value, in pixels, about. */
const ROOM_FOR_END = 70;
/** Bands thinner than this at the end have no name there. */
const LEAST_SHARE = 0.005;

/** A name with its last value. */
interface End {
  readonly key: string;
  readonly lines: readonly string[];
  readonly value: string;
  /** Height in pixels that it belongs to. */
  readonly at: number;
  readonly color: string;
}

const last = (values: readonly number[]): number => values.at(-1) ?? 0;

/** Labels of everything on the timeline. */
export function namesOf(
  picture: TimelinePicture,
  timeline: Timeline,
  scales: TimelineScales,
): Label[] {
  const bands = stacked(STRATA.map((key) => ({ key, values: timeline.strata[key] })));
  const { plot } = scales;
  const ends = reportedEnds(picture, timeline, scales);
  const reported = setApart(ends, 0, plot.top, plot.right + BESIDE);
  return [
    ...clearOfCalm(reported, picture, scales, ROOM_FOR_END),
    ...setApart(
      [...hiddenEnds(picture, timeline, scales), ...bandEnds(picture, timeline, scales, bands)],
      plot.top + LINE_HEIGHT,
      plot.bottom + LINE_HEIGHT + BLOCK_GAP,
      plot.right + BESIDE,
    ),
    ...bandNames(picture, scales, bands),
  ];
}

function reportedEnds(
  { words, numbers }: TimelinePicture,
  timeline: Timeline,
  scales: TimelineScales,
): End[] {
  const [nps, churn] = [last(timeline.nps), last(timeline.monthlyChurn)];
  const color = 'var(--ink)';
  return [
    {
      key: 'nps',
      lines: [words.timeline.nps],
      value: numbers.decimal(nps, 0),
      at: scales.nps(nps),
      color,
    },
    {
      key: 'churn',
      lines: [words.timeline.churn],
      value: numbers.rate(churn),
      at: scales.churn(churn),
      color,
    },
  ];
}

function hiddenEnds(
  { words, numbers }: TimelinePicture,
  timeline: Timeline,
  { share }: TimelineScales,
): End[] {
  const [past, trust] = [last(timeline.pastBreakingPoint), last(timeline.trust)];
  return [
    {
      key: 'past',
      lines: words.timeline.pastLines,
      value: numbers.percent(past),
      at: share(past),
      color: PAST_COLOR,
    },
    {
      key: 'trust',
      lines: [words.timeline.trust],
      value: numbers.decimal(trust * 100, 0),
      at: share(trust),
      color: TRUST_COLOR,
    },
  ];
}

function bandEnds(
  { words, numbers }: TimelinePicture,
  { strata }: Timeline,
  { share }: TimelineScales,
  bands: readonly Layer[],
): End[] {
  return (['captive', 'pending', 'gone'] as const)
    .filter((key) => last(strata[key]) >= LEAST_SHARE)
    .map((key) => ({
      key,
      lines: [words.timeline[key]],
      value: numbers.percent(last(strata[key])),
      at: share(middle(bands, key)),
      color: 'var(--on-water)',
    }));
}

function middle(bands: readonly Layer[], key: Stratum): number {
  const [low, high] = bands.find((band) => band.key === key)?.edges.at(-1) ?? [0, 0];
  return (low + high) / 2;
}

/** Names one below the other, none over another; the value follows the last line. */
function setApart(ends: readonly End[], low: number, high: number, x: number): Label[] {
  const blocks = ends.map(({ at, lines }) => ({
    at: at + TO_BASELINE,
    size: lines.length * LINE_HEIGHT + BLOCK_GAP,
  }));
  const heights = spread(blocks, low, high);
  return ends.flatMap(({ key, lines, value, color }, k) =>
    lines.map((text, i) => ({
      key: `${key}-${i}`,
      x,
      y: (heights[k] ?? 0) + i * LINE_HEIGHT,
      text,
      color,
      ...(i === lines.length - 1 ? { tail: value } : {}),
    })),
  );
}

/** `still content` and `wavering` stand on their own bands, where these are thickest. */
function bandNames(
  { words }: TimelinePicture,
  { x, share }: TimelineScales,
  bands: readonly Layer[],
): Label[] {
  return (['wavering', 'content'] as const).flatMap((key) => {
    const edges = bands.find((band) => band.key === key)?.edges ?? [];
    const week = thickest(edges);
    const [low, high] = edges[week] ?? [0, 0];
    if (share(low) - share(high) < ROOM_FOR_NAME) return [];
    return {
      key: `band-${key}`,
      x: x(week),
      y: (share(low) + share(high)) / 2 + TO_BASELINE,
      text: words.timeline[key],
      weight: 400,
      anchor: 'middle' as const,
    };
  });
}

/** Index of the largest difference between the edges, away from both ends of the plot. */
function thickest(edges: Layer['edges']): number {
  const [from, to] = [Math.floor(edges.length * 0.2), Math.ceil(edges.length * 0.8)];
  let best = from;
  const thickness = (i: number) => (edges[i]?.[1] ?? 0) - (edges[i]?.[0] ?? 0);
  for (let i = from; i < to; i++) if (thickness(i) > thickness(best)) best = i;
  return best;
}
