/** What an assessment says. Every number of the page, the brief and the terminal stands here. */
import type { Decision } from '../model/scenario.ts';

/** A value and its 90 % range. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One run (one seed) over all sizes of the selected decision. */
export interface CliffRun {
  readonly run: number;
  /** Loss against the do-nothing twin at the horizon, for each size; 0.2 is a fifth of the twin's customers. */
  readonly losses: readonly number[];
  /** Smallest size at which this run ends in a mass exit; null if none up to the largest size. */
  readonly tip: number | null;
}

/** One size of the decision over all runs. */
export interface CliffPoint {
  readonly dose: number;
  /** Median loss. */
  readonly typical: number;
  /** 5th and 95th percentile of the loss over the runs. */
  readonly low: number;
  readonly high: number;
  /** Share of runs with a mass exit. */
  readonly chance: number;
}

export type Verdict = 'counting' | 'above' | 'near' | 'past';

/** Mass exit at one size of the decision. */
export interface MassExit extends Omit<Estimate, 'value'> {
  /** Share of runs that end in a mass exit, with its 90 % interval. */
  readonly chance: number;
  readonly exits: number;
  readonly runs: number;
  /** Loss that counts as a mass exit. */
  readonly threshold: number;
}

/** Weekly figures of one run, weeks 0 to horizon - 1, ready to draw. Shares are of the customers before week 0. */
export interface Timeline {
  readonly run: number;
  readonly weeks: number;
  /** Reported: net promoter score, points. */
  readonly nps: readonly number[];
  /** Reported: exits of the last four weeks, as a share of the customers at their start. */
  readonly monthlyChurn: readonly number[];
  /** Reported: monthly revenue relative to the week before week 0. */
  readonly revenue: readonly number[];
  /** Hidden, disjoint, adding up to 1 with `joined` as the surplus: gone, pending, captive, past, wavering, content. */
  readonly strata: Readonly<Record<Stratum, readonly number[]>>;
  /** Hidden: share of today's customers whose trust is below their breaking point. */
  readonly pastBreakingPoint: readonly number[];
  /** Hidden: mean trust of the active, 0..1. */
  readonly trust: readonly number[];
}

/** From the bed of the lake up (MODEL.md 12.19). */
export const STRATA = ['gone', 'pending', 'captive', 'past', 'wavering', 'content'] as const;
export type Stratum = (typeof STRATA)[number];

/** The selected decision and the sizes it was tried at. */
export interface DoseAxis {
  readonly kind: Decision['kind'];
  readonly index: number;
  /** The decision's own size, e.g. 0.18 for a rise of 18 %. */
  readonly size: number;
  readonly doses: readonly number[];
}
