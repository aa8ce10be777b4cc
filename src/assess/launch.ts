/**
 * The band that is registered when a decision is launched: what its runs lead one to expect of the monthly figures,
 * and beyond what a figure is a tripwire that is lit.
 */
import { lossAgainst } from '../engine/seeded.ts';
import { activeAtEnd, seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { LAUNCH_MEASURES, LAUNCH_VERSION } from '../model/scenario/launch.ts';
import type { Launch, LaunchBand, LaunchMeasure } from '../model/scenario/launch.ts';
import { firstNews } from '../model/twin.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { inputDigest } from './digest.ts';
import { MONTH_WEEKS } from './fit/churn.ts';
import { replicate } from './job.ts';
import type { Asking, Job, Runner } from './job.ts';
import { spread } from './quantile.ts';
import { bandOf } from './visible.ts';
import type { Band } from './visible.ts';
import { warning } from './warning.ts';

/** Runs at most, and how many must hold for the band to be theirs alone. */
const RUNS = 80;
const HOLDING_AT_LEAST = 10;
/** Half-years before week 0 from which the usual level of a figure is known. */
const USUAL_MONTHS = 6;

/** One run, month by month from `first` on; month 0 begins in week 0. */
export interface LaunchRun {
  readonly breaks: boolean;
  readonly first: number;
  readonly months: readonly Readonly<Record<LaunchMeasure, number>>[];
}

/** All monthly figures of one seed at the decision's size. */
export const launchJob: Job<[scenario: Scenario, run: number], LaunchRun> = {
  name: 'launch',
  perform(lab, scenario, run) {
    const { size } = lab.study(scenario);
    const seeded = lab.seed(scenario, run, [size]);
    const series = seeded.watch(size);
    const loss = lossAgainst(seeded.twinActive, activeAtEnd(series));
    const first = -Math.floor(series.historyWeeks / MONTH_WEEKS);
    const count = Math.floor((series.weeks - series.historyWeeks) / MONTH_WEEKS) - first;
    return {
      breaks: loss >= (scenario.threshold ?? DEFAULT_THRESHOLD),
      first,
      months: Array.from({ length: count }, (_, i) => monthOf(series, first + i)),
    };
  },
};

/** Weekly figures that are averaged; complaints are counted over the month. */
const MEANS = ['publicShare', 'firstResponse', 'logins', 'nps', 'dataExports'] as const;

function monthOf(series: RunSeries, month: number): Record<LaunchMeasure, number> {
  const start = series.historyWeeks + month * MONTH_WEEKS;
  const [from, to] = [Math.max(0, Math.round(start)), Math.round(start + MONTH_WEEKS)];
  const read = (name: Parameters<typeof seriesOf>[1]) => seriesOf(series, name).slice(from, to);
  const total = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0);
  const active = seriesOf(series, 'active');
  const before = from === 0 ? (active[0] ?? NaN) : (active[from - 1] ?? NaN);
  // A month has 52/12 weeks, the slice 4 or 5 of them.
  const whole = MONTH_WEEKS / (to - from);
  const means = MEANS.map((name) => [name, total(read(name)) / (to - from)] as const);
  return {
    ...(Object.fromEntries(means) as Record<(typeof MEANS)[number], number>),
    churn: (total(read('exits')) * whole) / before,
    attempts: (total(read('attempts')) * whole) / before,
    customers: (active[to - 1] ?? NaN) / series.activeBefore,
    complaints: total(read('complaints')) * whole,
  };
}

/**
 * The band of a scenario's decision: over the runs that hold if at least ten do, as nobody launches what is expected
 * to break; over all of them otherwise.
 * @throws Error if no decision of the scenario has a size
 */
export async function registered(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress }: Asking = {},
): Promise<Launch> {
  const count = Math.min(RUNS, scenario.runs);
  const runs = await replicate(
    count,
    (run) => runner.perform(launchJob, [scenario, run], signal),
    { onProgress },
  );
  const { measures } = await warning(scenario, runner, { signal });
  const claims = new Map<string, (typeof measures)[number]['claim']>(
    measures.map(({ measure, claim }) => [measure, claim]),
  );
  const holding = runs.filter(({ breaks }) => !breaks);
  const of = holding.length >= HOLDING_AT_LEAST ? 'holding' : 'all';
  const counted = of === 'holding' ? holding : runs;
  const usually = usualOf(runs, firstNews(scenario) / MONTH_WEEKS);
  return {
    version: LAUNCH_VERSION,
    modelVersion: MODEL_VERSION,
    digest: inputDigest(scenario),
    runs: counted.length,
    of,
    bands: Object.fromEntries(LAUNCH_MEASURES.map((name) => [name, bandsOf(counted, name)])),
    tripwires: LAUNCH_MEASURES.flatMap((measure) => {
      const band = usually(measure);
      if (measure === 'customers' || !band) return [];
      const claim = claims.get(measure) ?? 'unknown';
      const { low, high } = possible(measure, band);
      const usual = tidy((band.low + band.high) / 2);
      return [{ measure, usual, low: tidy(low), high: tidy(high), claim }];
    }),
    actuals: [],
  };
}

function bandsOf(runs: readonly LaunchRun[], measure: LaunchMeasure): LaunchBand {
  const from = -(runs[0]?.first ?? 0);
  const length = (runs[0]?.months.length ?? 0) - from;
  const months = Array.from({ length }, (_, i) =>
    spread(runs.map(({ months: all }) => all[from + i]?.[measure] ?? 0)),
  );
  return {
    low: months.map(({ low }) => tidy(low)),
    typical: months.map(({ value }) => tidy(value)),
    high: months.map(({ high }) => tidy(high)),
  };
}

/** The part of a range that a figure can lie in: only the promoter score goes below 0. */
export const possible = (measure: LaunchMeasure, { low, high }: Band): Band => ({
  low: measure === 'nps' ? low : Math.max(0, low),
  high,
});

/** Mean -+ 3 standard deviations of the six months before the news, over all runs; null if there are not as many. */
function usualOf(runs: readonly LaunchRun[], news: number) {
  const first = runs[0]?.first ?? 0;
  const end = Math.floor(news) - first;
  return (measure: LaunchMeasure) => {
    if (end < USUAL_MONTHS) return null;
    const values = runs.flatMap(({ months }) =>
      months.slice(end - USUAL_MONTHS, end).map((month) => month[measure]),
    );
    return bandOf(values);
  };
}

/** Four digits that count: more are not known, and a stored band stays short. */
const tidy = (value: number): number => Number(value.toPrecision(4));
