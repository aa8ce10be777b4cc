/** One seed with the decision and without it, side by side. */
import type { Kernel } from '../engine/kernel.ts';
import { segmentSeriesOf, seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import { segmentEnds } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Job } from './job.ts';
import { deskRun } from './desk.ts';
import type { DeskRun } from './desk.ts';
import { highValueCount, silentVips, spendersOf } from './silent.ts';
import { monthlyChurn } from './timeline.ts';

/** By week, from week 0 on. */
export interface Course {
  /** Customers at the end of the week, as a share of those before week 0. */
  readonly customers: readonly number[];
  /** Exits of the last four weeks, as a share of the customers at their start. */
  readonly churn: readonly number[];
  /** Monthly run rate of revenue, in today's list prices. */
  readonly revenue: readonly number[];
}

/** A segment at the end of the horizon. Revenue is monthly, in today's list prices. */
export interface SegmentRun {
  readonly customers: number;
  readonly twinCustomers: number;
  readonly twinRevenue: number;
  readonly silentVips: number;
  /** What the silent VIPs spend. */
  readonly silentSpend: number;
}

export interface CounterfactualRun {
  readonly run: number;
  readonly own: Course;
  readonly twin: Course;
  /** In the order of the scenario. */
  readonly segments: readonly SegmentRun[];
  /** What all customers spend a month at the end of the horizon, in today's list prices. */
  readonly spend: number;
  /** How many customers are of high value then: silent VIPs are some of them. */
  readonly highValue: number;
  /** Null without a save desk. */
  readonly desk: DeskRun | null;
}

/** One seed at one size. */
export const counterfactualJob: Job<
  [scenario: Scenario, run: number, size: number],
  CounterfactualRun
> = {
  name: 'counterfactual',
  perform(lab, scenario, run, size) {
    const seeded = lab.seed(scenario, run, [size]);
    const twin = seeded.watchTwin();
    const own = seeded.watch(size);
    const ends = segmentEnds(lab.study(scenario).market.segments, scenario.customers);
    return {
      ...{ run, own: courseOf(own), twin: courseOf(twin) },
      ...segmentRuns(own, twin, lab.kernel, ends),
      desk: deskRun(scenario, own),
    };
  },
};

function courseOf(series: RunSeries): Course {
  const { historyWeeks, activeBefore } = series;
  const active = seriesOf(series, 'active').subarray(historyWeeks);
  return {
    customers: Array.from(active, (count) => count / Math.max(1, activeBefore)),
    // Where nobody is left there is no rate.
    churn: monthlyChurn(series).map((rate) => (Number.isFinite(rate) ? rate : 0)),
    revenue: [...seriesOf(series, 'revenue').subarray(historyWeeks)],
  };
}

/** @param kernel at the end of the run with the decision; @param ends first id after each segment */
function segmentRuns(
  own: RunSeries,
  twin: RunSeries,
  kernel: Kernel,
  ends: readonly number[],
): Pick<CounterfactualRun, 'segments' | 'spend' | 'highValue'> {
  const spenders = spendersOf(kernel);
  const silent = silentVips(spenders);
  const last = (series: RunSeries, segment: number, name: 'active' | 'revenue') =>
    segmentSeriesOf(series, segment, name).at(-1) ?? NaN;
  const segments = ends.map((end, segment) => {
    const start = ends[segment - 1] ?? 0;
    const those = silent.filter(({ id }) => id >= start && id < end);
    return {
      customers: last(own, segment, 'active'),
      twinCustomers: last(twin, segment, 'active'),
      twinRevenue: last(twin, segment, 'revenue'),
      silentVips: those.length,
      silentSpend: total(those),
    };
  });
  return { segments, spend: total(spenders), highValue: highValueCount(spenders.length) };
}

const total = (spenders: readonly { readonly spend: number }[]): number =>
  spenders.reduce((sum, { spend }) => sum + spend, 0);
