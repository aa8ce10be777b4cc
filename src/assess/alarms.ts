/** When does a reported figure raise an alarm? (MODEL.md 7.7, measures of a run.) */
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import type { SeriesName } from '../model/series.ts';
import { churnByRow } from './timeline.ts';
import { bandOf, secondInRow } from './visible.ts';

/** Weeks that tell what is usual for a measure. */
export const BASE_WEEKS = 26;

/** What a company sees; churn of four weeks comes last, as the comparison. */
export const MEASURES = [
  'complaints',
  'publicShare',
  'firstResponse',
  'logins',
  'nps',
  'attempts',
  'dataExports',
  'churn',
] as const satisfies readonly (SeriesName | 'churn')[];
export type Measure = (typeof MEASURES)[number];

/** The week of the first alarm of each measure; null if there is none. */
export type Alarms = Readonly<Record<Measure, number | null>>;

/**
 * The first alarm of each measure: outside mean -+ 3 standard deviations of its own 26 weeks before the first news,
 * for the second week running.
 * @param news first week in which the decisions can matter
 */
export function alarmsOf(run: RunSeries, news: number): Alarms {
  const start = news + run.historyWeeks;
  const alarm = (measure: Measure): number | null => {
    if (start < BASE_WEEKS) return null;
    const values = valuesOf(run, measure);
    const { low, high } = bandOf(values.slice(start - BASE_WEEKS, start));
    const row = secondInRow(values, start, (value) => value < low || value > high);
    return row === null ? null : row - run.historyWeeks;
  };
  return Object.fromEntries(MEASURES.map((measure) => [measure, alarm(measure)])) as Alarms;
}

const valuesOf = (run: RunSeries, measure: Measure): number[] =>
  measure === 'churn' ? churnByRow(run) : [...seriesOf(run, measure)];
