/** What the drawings of the timeline share: the data, the scales, the colours. */
import { linear } from '../../../charts/linear.ts';
import type { Plot, Scale } from '../../../charts/scale.ts';
import type { Range } from '../../../charts/threshold.ts';
import type { Timeline } from '../../../assess/assessment.ts';
import type { Words } from '../../../words/language.ts';
import type { Numbers } from '../../../words/numbers.ts';
import type { DatedEvent } from './events.ts';
import { headHeight, timelinePlot } from './panels.ts';
import type { Size } from './panels.ts';

export const PAST_COLOR = 'var(--temp-4)';
export const TRUST_COLOR = 'var(--temp-0)';
/** Keeps a line apart from what it crosses. */
export const WATER_EDGE = 'var(--water-bed)';
/** Between the baselines of two labels. */
export const LINE_HEIGHT = 16;
/** Swings of the score smaller than this many points look as calm as they are. */
const LEAST_NPS_SPAN = 40;
const LEAST_CHURN = 0.05;
const LEAST_SKY = 20;
/** Room for the markers on the waterline. */
const ABOVE_WATER = 13;

export interface TimelinePicture extends Size {
  readonly words: Words;
  readonly numbers: Numbers;
  /** Weeks on the axis. */
  readonly horizon: number;
  /** Null before the first run. */
  readonly timeline: Timeline | null;
  readonly events: readonly DatedEvent[];
  /** How long there is a way back; null while that is not known. */
  readonly wayBack: WayBackMarks | null;
  /** Whether the week under the eye lies before these two, so that what is said of them makes way. */
  readonly playheadBefore: { readonly lastSafe: boolean; readonly visibleRise: boolean };
}

/** The way back as the timeline marks it. Weeks; null where there is none. */
export interface WayBackMarks {
  /** Last week in which taking the decision back avoids the mass exit. */
  readonly lastSafe: Range | null;
  /** First week in which the rise of churn can be seen. */
  readonly firstVisible: Range | null;
  /** Weeks between the two. */
  readonly calmWeeks: Range | null;
}

export interface TimelineScales {
  readonly plot: Plot;
  /** Weeks. */
  readonly x: Scale & { invert(pixels: number): number };
  /** Shares of the customers, and trust, from the bed to the waterline. */
  readonly share: Scale;
  /** The upper part of the sky. */
  readonly nps: Scale;
  /** The lower part of the sky. */
  readonly churn: Scale;
}

export function timelineScales({
  timeline,
  horizon,
  ...size
}: TimelinePicture): TimelineScales {
  const plot = timelinePlot(size);
  const head = headHeight(size);
  const sky = Math.max(LEAST_SKY, plot.top - head);
  const nps = timeline?.nps ?? [0];
  const [lowest, highest] = [Math.min(...nps), Math.max(...nps)];
  const spare = Math.max(0, LEAST_NPS_SPAN - (highest - lowest)) / 2;
  const most = Math.max(LEAST_CHURN, ...(timeline?.monthlyChurn ?? []));
  return {
    plot,
    x: linear([0, horizon], [plot.left, plot.right]),
    share: linear([0, 1], [plot.bottom, plot.top]),
    // The calm weeks are told between the two.
    nps: linear([lowest - spare, highest + spare], [head + sky * 0.35, head]),
    churn: linear([0, most], [plot.top - ABOVE_WATER, head + sky * 0.57]),
  };
}
