/** The way back on the timeline: the last safe week in the water, the calm weeks after it in the sky. */
import type { Bracket } from '../../../charts/bracket.ts';
import { textWidth } from '../../../charts/label.ts';
import type { Label } from '../../../charts/label.ts';
import { flagWidth } from '../../../charts/flag.ts';
import type { WayBack } from '../../../assess/wayBack.ts';
import { headHeight } from './panels.ts';
import { LINE_HEIGHT } from './timeline-picture.ts';
import type { TimelinePicture, TimelineScales, WayBackMarks } from './timeline-picture.ts';

/** Fewer calm weeks are no story. */
const CALM_AT_LEAST = 2;
/** Between the two curves of the sky. */
const CALM_HEIGHT = 0.43;
const BESIDE = 7;
const FIRST_LINE = 30;

/** What the answer marks on the timeline. */
export function marksOf({ deadline, visibleRise, calmWeeks }: WayBack): WayBackMarks {
  const lastSafe = deadline.kind === 'week' ? deadline : null;
  return { lastSafe, firstVisible: visibleRise, calmWeeks };
}

/**
 * Share of the loss that returns if the decision is gone back on in this week, 0..1: the median over the runs,
 * between the weeks that were tried on the line through their values; null before the decision, or where no week was.
 */
export function returnsAt({ curve, decisionWeek }: WayBack, week: number): number | null {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last || week < decisionWeek) return null;
  const after = curve.find((point) => point.week >= week) ?? last;
  const before = curve.findLast((point) => point.week <= week) ?? first;
  const span = after.week - before.week;
  const along = span > 0 ? (week - before.week) / span : 0;
  const from = before.regained.value;
  return Math.min(1, Math.max(0, from + along * (after.regained.value - from)));
}

/** From the last safe week to the first visible rise in churn; null if there are hardly any weeks between. */
export function calmOf(picture: TimelinePicture, { plot, x }: TimelineScales): Bracket | null {
  const { lastSafe, firstVisible, calmWeeks } = picture.wayBack ?? {};
  if (!lastSafe || !firstVisible || !calmWeeks || calmWeeks.value < CALM_AT_LEAST) return null;
  const head = headHeight(picture);
  return {
    from: x(lastSafe.value),
    to: x(firstVisible.value),
    y: head + (plot.top - head) * CALM_HEIGHT,
  };
}

/** What the deadline and the bracket say, where they have room for it. */
export function wayBackLabels(
  picture: TimelinePicture,
  scales: TimelineScales,
  calm: Bracket | null,
): Label[] {
  return [...deadlineLabels(picture, scales), ...(calm ? [calmLabel(picture, calm)] : [])];
}

/** The part of the sky that the sentence on the calm weeks takes up, in pixels; null where there is none. */
export function calmBox(
  picture: TimelinePicture,
  scales: TimelineScales,
): { readonly from: number; readonly to: number; readonly baseline: number } | null {
  const calm = calmOf(picture, scales);
  if (!calm) return null;
  const { x, y, text, anchor } = calmLabel(picture, calm);
  const width = textWidth(text);
  const from = anchor === 'end' ? x - width : x;
  return { from, to: from + width, baseline: y };
}

function deadlineLabels(
  { wayBack, words, numbers }: TimelinePicture,
  { plot, x }: TimelineScales,
): Label[] {
  const lastSafe = wayBack?.lastSafe;
  if (!lastSafe) return [];
  const lines = [
    words.lake.lastSafe,
    words.rail.weekOf(numbers.count(Math.round(lastSafe.value))),
  ];
  const at = x(lastSafe.value);
  const left = at - plot.left >= Math.max(...lines.map(flagWidth));
  return lines.map((text, i) => ({
    key: `deadline-${i}`,
    x: at + (left ? -BESIDE : BESIDE),
    y: plot.top + FIRST_LINE + i * LINE_HEIGHT,
    text,
    color: 'var(--past-on-water)',
    anchor: left ? ('end' as const) : ('start' as const),
    halo: 'var(--water-mid)',
  }));
}

/** To the right of the bracket, or to its left where the picture ends. */
function calmLabel(
  { wayBack, words, numbers, width }: TimelinePicture,
  { from, to, y }: Bracket,
): Label {
  const weeks = Math.round(wayBack?.calmWeeks?.value ?? 0);
  const text = words.lake.calmWeeks(weeks, numbers.count(weeks));
  const right = width - to >= flagWidth(text);
  return {
    key: 'calm',
    x: right ? to + BESIDE : from - BESIDE,
    y: y + 4.5,
    text,
    color: 'var(--past)',
    anchor: right ? 'start' : 'end',
    halo: 'var(--sky)',
  };
}

/** The same in a sentence; null where there is no story. */
export function calmSentence(
  { words, numbers }: Pick<TimelinePicture, 'words' | 'numbers'>,
  { lastSafe, calmWeeks }: WayBackMarks,
): string | null {
  if (!lastSafe || !calmWeeks || calmWeeks.value < CALM_AT_LEAST) return null;
  const weeks = Math.round(calmWeeks.value);
  const last = words.rail.weekOf(numbers.count(Math.round(lastSafe.value)));
  return words.lake.calmFinding(last, weeks, numbers.count(weeks));
}
