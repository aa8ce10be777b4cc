/** Question 4: what becomes of customers, churn and revenue, against doing nothing? */
import { selectedOf } from '../engine/selected.ts';
import { doseOf } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate } from './assessment.ts';
import { counterfactualJob } from './counterfactualRun.ts';
import type { CounterfactualRun, Course, SegmentRun } from './counterfactualRun.ts';
import { deskFigures } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Asking, Runner } from './job.ts';
import { replicate } from './job.ts';
import { presentValue } from './presentValue.ts';
import { spread } from './quantile.ts';

/** By week, from week 0 on: the median over the runs, and their 5th and 95th percentile. */
export interface Band {
  readonly typical: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A measure with the decision, without it, and the one minus the other, run by run. */
export interface Compared {
  readonly own: Band;
  readonly twin: Band;
  readonly difference: Band;
}

/** What the revenue of the horizon with the decision is worth in week 0, beyond that without it. */
export interface PresentValue {
  /** Yearly discount rate. */
  readonly rate: number;
  /** In today's list prices; of the customers simulated, as many as they are. */
  readonly difference: Estimate;
  /** As a share of what the revenue without the decision is worth. */
  readonly relative: Estimate;
  /** In money, if the scenario has a list price. */
  readonly money: Estimate | null;
}

/** Of the 5 % of customers who spend most, those past their breaking point who have never complained. */
export interface SilentVips {
  /** How many of the customers simulated, at the end of the horizon. */
  readonly customers: Estimate;
  /** Their share of what all customers spend. */
  readonly revenue: Estimate;
}

/** Some customers at the end of the horizon. */
export interface Loss {
  /** Share of them lost against doing nothing. */
  readonly lost: Estimate;
  /**
   * Revenue at stake: what those lost would pay if nothing were done, as a share of the revenue of all segments
   * then. Negative where customers were won.
   */
  readonly atStake: Estimate;
  readonly silent: SilentVips;
}

export interface SegmentLoss extends Loss {
  /** Index within the scenario. */
  readonly segment: number;
}

/**
 * Segments of which typically as large a share leaves as in a mass exit of all: few may belong to them, so that all
 * together hold. None where there is but one.
 */
export const leavingSegments = (
  { segments }: Pick<Counterfactual, 'segments'>,
  threshold: number,
): readonly SegmentLoss[] =>
  segments.length > 1 ? segments.filter(({ lost }) => lost.value >= threshold) : [];

export interface Counterfactual {
  readonly runs: number;
  /** Units as in a run's `Course`. */
  readonly measures: Readonly<Record<keyof Course, Compared>>;
  readonly presentValue: PresentValue;
  /** In the order of the scenario. */
  readonly segments: readonly SegmentLoss[];
  readonly all: Loss;
  /** The 5 % of the customers simulated who spend most at the end of the horizon: the whole of the silent VIPs. */
  readonly highValue: Estimate;
  /** What the save desk's figures show; null without one. */
  readonly desk: Desk | null;
}

export interface CounterfactualAsking extends Asking {
  /** Yearly discount rate, 0 to 1; 0.1 unless given. */
  readonly rate?: number | undefined;
}

/** Runs that are simulated for it. */
const RUNS = 20;
const DEFAULT_RATE = 0.1;
/** What a monthly run rate brings in a week. */
const WEEK_OF_A_MONTH = 12 / 52;

/**
 * The decision at its own size. Rejects with a RangeError if the rate is none, and with an Error if the scenario
 * has no decision with a size.
 */
export async function counterfactual(
  scenario: Scenario,
  runner: Runner,
  { rate = DEFAULT_RATE, ...asking }: CounterfactualAsking = {},
): Promise<Counterfactual> {
  const size = doseOf(scenario, selectedOf(scenario).index);
  const runs = await replicate(
    Math.min(scenario.runs, RUNS),
    (run) => runner.perform(counterfactualJob, [scenario, run, size], asking.signal),
    asking,
  );
  return counterfactualOf(runs, rate, scenario.listPrice);
}

/**
 * @param runs at least one
 * @param listPrice today's, in money
 */
export function counterfactualOf(
  runs: readonly CounterfactualRun[],
  rate: number,
  listPrice?: number,
): Counterfactual {
  const segments = runs[0]?.segments ?? [];
  return {
    runs: runs.length,
    measures: {
      customers: comparedIn(runs, 'customers'),
      churn: comparedIn(runs, 'churn'),
      revenue: comparedIn(runs, 'revenue'),
    },
    presentValue: valueOf(runs, rate, listPrice),
    segments: segments.map((_, segment) => ({
      segment,
      ...lossOf(runs, (run) => run.segments.slice(segment, segment + 1)),
    })),
    all: lossOf(runs, (run) => run.segments),
    highValue: spread(runs.map(({ highValue }) => highValue)),
    desk: deskFigures(runs.map(({ desk }) => desk)),
  };
}

function comparedIn(runs: readonly CounterfactualRun[], measure: keyof Course): Compared {
  return {
    own: bandOf(runs.map(({ own }) => own[measure])),
    twin: bandOf(runs.map(({ twin }) => twin[measure])),
    difference: bandOf(runs.map(({ own, twin }) => minus(own[measure], twin[measure]))),
  };
}

const minus = (own: readonly number[], twin: readonly number[]): number[] =>
  own.map((value, week) => value - (twin[week] ?? NaN));

function bandOf(courses: readonly (readonly number[])[]): Band {
  const weekly = (courses[0] ?? []).map((_, week) =>
    spread(courses.map((course) => course[week] ?? NaN)),
  );
  return {
    typical: weekly.map(({ value }) => value),
    low: weekly.map(({ low }) => low),
    high: weekly.map(({ high }) => high),
  };
}

function valueOf(
  runs: readonly CounterfactualRun[],
  rate: number,
  listPrice: number | undefined,
): PresentValue {
  const worth = ({ revenue }: Course) =>
    presentValue(
      revenue.map((monthly) => monthly * WEEK_OF_A_MONTH),
      rate,
    );
  const values = runs.map(({ own, twin }) => ({ own: worth(own), twin: worth(twin) }));
  const difference = spread(values.map(({ own, twin }) => own - twin));
  return {
    ...{ rate, difference },
    relative: spread(values.map(({ own, twin }) => share(own - twin, twin))),
    money: listPrice === undefined ? null : times(difference, listPrice),
  };
}

const times = ({ value, low, high }: Estimate, factor: number): Estimate => ({
  value: value * factor,
  low: low * factor,
  high: high * factor,
});

/** @param those the segments of a run that are meant */
function lossOf(
  runs: readonly CounterfactualRun[],
  those: (run: CounterfactualRun) => readonly SegmentRun[],
): Loss {
  const lostIn = (run: CounterfactualRun): number => {
    const sum = (name: 'customers' | 'twinCustomers') =>
      those(run).reduce((all, segment) => all + segment[name], 0);
    const twin = sum('twinCustomers');
    return share(twin - sum('customers'), twin);
  };
  const atStakeIn = (run: CounterfactualRun): number => {
    const all = run.segments.reduce((sum, { twinRevenue }) => sum + twinRevenue, 0);
    return those(run).reduce((sum, segment) => sum + share(revenueLost(segment), all), 0);
  };
  return {
    lost: spread(runs.map(lostIn)),
    atStake: spread(runs.map(atStakeIn)),
    silent: silentOf(runs, those),
  };
}

/** What those lost would pay if nothing were done. */
const revenueLost = ({ customers, twinCustomers, twinRevenue }: SegmentRun): number =>
  share(twinCustomers - customers, twinCustomers) * twinRevenue;

function silentOf(
  runs: readonly CounterfactualRun[],
  those: (run: CounterfactualRun) => readonly SegmentRun[],
): SilentVips {
  const sum = (run: CounterfactualRun, name: 'silentVips' | 'silentSpend') =>
    those(run).reduce((all, each) => all + each[name], 0);
  return {
    customers: spread(runs.map((run) => sum(run, 'silentVips'))),
    revenue: spread(runs.map((run) => share(sum(run, 'silentSpend'), run.spend))),
  };
}

/** 0 of nothing. */
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
