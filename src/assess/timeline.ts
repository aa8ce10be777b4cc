/** What the timeline shows of one run. */
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import type { SeriesName } from '../model/series.ts';
import type { Timeline } from './assessment.ts';

/** Weekly figures from week 0 on, relative to the customers before week 0. */
export function timelineOf(run: number, series: RunSeries): Timeline {
  const { historyWeeks, weeks, activeBefore } = series;
  const read = (name: SeriesName): number[] => [...seriesOf(series, name)].slice(historyWeeks);
  const active = seriesOf(series, 'active');
  // Shares are over those active at the start of the week.
  const atStart = Array.from({ length: weeks - historyWeeks }, (_, i) => {
    const t = i + historyWeeks;
    return (t === historyWeeks ? activeBefore : (active[t - 1] ?? NaN)) / activeBefore;
  });
  const ofAll = (name: SeriesName): number[] =>
    read(name).map((share, i) => share * (atStart[i] ?? NaN));
  return {
    run,
    weeks: weeks - historyWeeks,
    nps: read('nps'),
    monthlyChurn: monthlyChurn(series),
    revenue: relativeRevenue(series),
    strata: {
      gone: atStart.map((share) => Math.max(0, 1 - share)),
      pending: ofAll('stratumPending'),
      captive: ofAll('stratumCaptive'),
      past: ofAll('stratumPast'),
      wavering: ofAll('stratumWavering'),
      content: ofAll('stratumContent'),
    },
    pastBreakingPoint: read('pastBreakingPoint'),
    trust: read('trust'),
  };
}

/** Exits of the last four weeks over the customers at their start, from week 0 on. */
export const monthlyChurn = (series: RunSeries): number[] =>
  churnByRow(series).slice(series.historyWeeks);

/** The same from the first simulated week on. */
export function churnByRow(series: RunSeries): number[] {
  const exits = seriesOf(series, 'exits');
  const active = seriesOf(series, 'active');
  const atFirst = activeAtFirst(series);
  return Array.from({ length: series.weeks }, (_, t) => {
    const first = Math.max(0, t - 3);
    let sum = 0;
    for (let k = first; k <= t; k++) sum += exits[k] ?? 0;
    const customers = first === 0 ? atFirst : (active[first - 1] ?? NaN);
    // The first weeks of a run have fewer than four behind them.
    return ((sum / customers) * 4) / (t - first + 1);
  });
}

/** Active customers before the first simulated week. */
function activeAtFirst(series: RunSeries): number {
  if (series.historyWeeks === 0) return series.activeBefore;
  const first = (name: SeriesName): number => seriesOf(series, name)[0] ?? NaN;
  return first('active') + first('exits') - first('joins') - first('returns');
}

/** Revenue of the weeks from week 0 on, in list prices; a month's run rate counts 12/52 a week. */
export function revenueOver(series: RunSeries): number {
  const revenue = seriesOf(series, 'revenue');
  let sum = 0;
  for (let t = series.historyWeeks; t < series.weeks; t++)
    sum += ((revenue[t] ?? NaN) * 12) / 52;
  return sum;
}

/** Revenue of the last four weeks, as a mean of their monthly run rates. */
export function revenueAtEnd(series: RunSeries): number {
  const last = [...seriesOf(series, 'revenue')].slice(-4);
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}

function relativeRevenue(series: RunSeries): number[] {
  const revenue = seriesOf(series, 'revenue');
  const base = revenue[Math.max(0, series.historyWeeks - 1)] ?? NaN;
  return [...revenue].slice(series.historyWeeks).map((value) => value / base);
}
