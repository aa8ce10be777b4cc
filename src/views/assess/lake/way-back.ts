/** The way back on the timeline: the last safe week in the water, the calm weeks after it in the sky. */
import type { Bracket } from '../../../charts/bracket.ts';
import { textWidth } from '../../../charts/label.ts';
import type { Label } from '../../../charts/label.ts';
import { flagWidth, sideWithRoom } from '../../../charts/flag.ts';
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
/** Nearer to the waterline stand the markers. */
const ABOVE_WATERLINE = 6;

/** What the answer marks on the timeline. */
export function marksOf({ deadline, visibleRise, calmWeeks }: WayBack): WayBackMarks {
  const lastSafe = deadline.kind === 'week' ? deadline : null;
  return { lastSafe, firstVisible: visibleRise, calmWeeks };
}

/**
 * Share of the loss that returns if the decision is gone back on in this week, 0..1: the median over the runs,
 * between the weeks that were tried on the line through their values, and from the last of them on that to the end,
 * where nothing returns any more; null before the decision, or where no week was tried.
 * @param horizon weeks after which the loss is counted
 */
export function returnsAt(
  { curve, decisionWeek }: WayBack,
  week: number,
  horizon: number,
): number | null {
  const [first] = curve;
  if (!first || week < decisionWeek) return null;
  const tried = curve.map((point) => ({ week: point.week, share: point.regained.value }));
  const end = { week: horizon, share: 0 };
  const after = tried.find((point) => point.week >= week) ?? end;
  const before = tried.findLast((point) => point.week <= week) ?? after;
  const span = after.week - before.week;
  const along = span > 0 ? (week - before.week) / span : 0;
  return Math.min(1, Math.max(0, before.share + along * (after.share - before.share)));
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
function calmBox(
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

/** Labels that would lie on the sentence about the calm weeks stand below it, or above it near the waterline. */
export function clearOfCalm(
  labels: readonly Label[],
  picture: TimelinePicture,
  scales: TimelineScales,
  width: number,
): Label[] {
  const box = calmBox(picture, scales);
  if (!box) return [...labels];
  const below = box.baseline + LINE_HEIGHT;
  const y = below < scales.plot.top - ABOVE_WATERLINE ? below : box.baseline - LINE_HEIGHT;
  return labels.map((label) => {
    const [from, to] =
      label.anchor === 'end' ? [label.x - width, label.x] : [label.x, label.x + width];
    const over =
      from < box.to && to > box.from && Math.abs(label.y - box.baseline) < LINE_HEIGHT;
    return over ? { ...label, y } : label;
  });
}

/** On the side of the line where the playhead is not, if there is room; drawn anew only when it changes sides. */
function deadlineLabels(
  { wayBack, words, numbers, playheadBefore }: TimelinePicture,
  { plot, x }: TimelineScales,
): Label[] {
  const lastSafe = wayBack?.lastSafe;
  if (!lastSafe) return [];
  const lines = [
    words.lake.lastSafe,
    words.rail.weekOf(numbers.count(Math.round(lastSafe.value))),
  ];
  const at = x(lastSafe.value);
  const room = Math.max(...lines.map(flagWidth));
  const side = sideWithRoom(
    playheadBefore.lastSafe ? 'right' : 'left',
    at,
    room,
    plot.left,
    plot.right,
  );
  const left = side === 'left';
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

/** On the side of the bracket where the playhead is not, if there is room. */
function calmLabel(
  { wayBack, words, numbers, width, playheadBefore }: TimelinePicture,
  { from, to, y }: Bracket,
): Label {
  const weeks = Math.round(wayBack?.calmWeeks?.value ?? 0);
  const text = words.lake.calmWeeks(weeks, numbers.count(weeks));
  const room = flagWidth(text);
  const right = playheadBefore.visibleRise ? width - to >= room : from < room;
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
