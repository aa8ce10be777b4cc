/** What an assessment says. Every number of the page, the brief and the terminal stands here. */
import type { SizedKind } from '../model/dose.ts';

/** A value and its 90 % range. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Sizes at which a run breaks: from the first one on, to before the second; null if at all larger ones. */
export interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** One run (one seed) over all sizes of the selected decision. */
export interface CliffRun {
  readonly run: number;
  /**
   * Loss against the do-nothing twin at the horizon, for each size; 0.2 is a fifth of the twin's customers. Empty
   * if only the tip was searched for.
   */
  readonly losses: readonly number[];
  /** Smallest size at which this run ends in a mass exit; null if none up to the largest meaningful size. */
  readonly tip: number | null;
  /** All sizes at which it does, ascending: mostly every one above its tip. The first of them begins at the tip. */
  readonly breaks: readonly Span[];
  /** Whether it breaks at every size tried above its tip. If not, all sizes were tried to find the tip. */
  readonly monotone: boolean;
  /** Every size that was simulated, ascending, with its loss: the sizes asked for and those of the search. */
  readonly path: readonly { readonly dose: number; readonly loss: number }[];
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

/**
 * The size at which the chance of a mass exit is one half. At 0 the runs break without the decision as well, and it is
 * a bound: it lies at 0 or below.
 */
export interface TippingPoint extends Estimate {
  /** The range has no upper end within the sizes tried; `high` is the largest of them. */
  readonly open: boolean;
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

/** From the bed of the lake up (MODEL.md 7.6). */
export const STRATA = ['gone', 'pending', 'captive', 'past', 'wavering', 'content'] as const;
export type Stratum = (typeof STRATA)[number];

/** The selected decision and the sizes it was tried at. */
export interface DoseAxis {
  readonly kind: SizedKind;
  readonly index: number;
  /** The decision's own size, e.g. 0.18 for a rise of 18 %; how far openness is closed. */
  readonly size: number;
  /** Largest size that means something; of openness all that there is to close. */
  readonly limit: number;
  readonly doses: readonly number[];
}

/** The decision at one size, in one run, against its do-nothing twin. */
export interface DecisionRun {
  readonly run: number;
  /** Size of the selected decision. */
  readonly size: number;
  /** Loss against the do-nothing twin at the horizon. */
  readonly loss: number;
  /** Revenue over the horizon against the twin's: -0.1 is a tenth less. */
  readonly revenueChange: number;
  /** Revenue of the horizon's last month against the twin's. */
  readonly revenueAtEnd: number;
}

/** The everyday hazard that reproduces an observed churn. */
export interface HazardFit {
  /** Multiplier of the parameter h0, per segment. */
  readonly multipliers: readonly number[];
  /** Simulated churn per month with it, per segment. */
  readonly simulated: readonly number[];
  /** Every segment's churn is met within 0.2 %, or one exit in the years simulated. */
  readonly met: boolean;
}

/** Version of this form of the answer. */
export const ASSESSMENT_VERSION = 2;

/** What is known of a decision once its runs are done; answers that start from it agree with it. */
export interface Standing {
  readonly massExit: MassExit;
  readonly tippingPoint: TippingPoint | null;
  /** The runs that the tipping point was read from. */
  readonly cliffs?: readonly CliffRun[];
  /** Which of the runs that `massExit` counts end in one, ascending; absent where they are not known one by one. */
  readonly breaking?: readonly number[];
}

/** How a decision stands: the part of an assessment that every other answer leans on. */
export interface Judged {
  readonly version: typeof ASSESSMENT_VERSION;
  /** Name of the scenario. */
  readonly scenario: string;
  readonly seed: string;
  readonly modelVersion: string;
  /** SHA-256 of the scenario without its name. */
  readonly digest: string;
  readonly customers: number;
  /** Runs at the decision's size. */
  readonly runs: number;
  /** Runs over all sizes, from which the tipping point is read: as many as it took to settle it. */
  readonly cliffRuns: number;
  /** Of these, runs in which a larger size was seen to lose less, so that every size was tried. */
  readonly dented: number;
  /** Weeks from week 0. */
  readonly horizon: number;
  /** What the ranges include: chance over seeds, not ignorance of the parameters. */
  readonly uncertainty: 'seeds';
  readonly decision: {
    readonly lever: SizedKind;
    /** How far the lever is moved; of openness by how much it is closed, negative if opened. */
    readonly size: number;
    /** The level that it is counted from: openness before the decision; null for the others. */
    readonly before: number | null;
    /** Largest size that means something, up to which the tipping point was looked for. */
    readonly limit: number;
    readonly week: number;
  };
  readonly verdict: Verdict;
  readonly massExit: MassExit;
  readonly tippingPoint: (TippingPoint & { readonly lever: SizedKind }) | null;
  /**
   * Size minus tipping point, negative below it: 0.028 is 2.8 points of a price too much. Null without a tipping
   * point, and where the runs break without the decision as well.
   */
  readonly distance: number | null;
  /** Loss of customers against the do-nothing twin at the decision's size: median, 5th and 95th percentile. */
  readonly loss: Estimate;
  /** Revenue over the horizon against the twin: median, 5th and 95th percentile of the change. */
  readonly revenueChange: Estimate;
  /** The same for the last month of the horizon. */
  readonly revenueAtEnd: Estimate;
  /** Runs that were simulated at every size: those the losses of the cliff are of. Its chances are of all `cliffRuns`. */
  readonly sweptRuns: number;
  readonly cliff: readonly CliffPoint[];
}
