/** When does a reported figure raise an alarm? (MODEL.md 7.7, measures of a run.) */
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import type { SeriesName } from '../model/series.ts';
import { churnByRow } from './timeline.ts';
import { bandOf, secondInRow } from './visible.ts';

/** Weeks that tell what is usual for a measure; as many are simulated before any news (MODEL.md 5.6). */
const BASE_WEEKS = 26;

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

/** Where a measure's alarm lies: beyond this value for two weeks running. */
export interface Limit {
  readonly side: 'above' | 'below';
  /** In the measure's own unit; cancel attempts per 1,000 customers a week. */
  readonly value: number;
}

/** The limit that each measure crossed at its first alarm; null if it raised none. */
export type Limits = Readonly<Record<Measure, Limit | null>>;

/**
 * The first alarm of each measure: outside mean -+ 3 standard deviations of its own 26 weeks before the first news,
 * for the second week running.
 * @param news first week in which the decisions can matter
 */
export const alarmsOf = (run: RunSeries, news: number): Alarms =>
  forEachMeasure((measure) => alarmOf(run, news, measure)?.week ?? null);

/** The limits of the same alarms. */
export const limitsOf = (run: RunSeries, news: number): Limits =>
  forEachMeasure((measure) => {
    const alarm = alarmOf(run, news, measure);
    if (!alarm) return null;
    const { side, value } = alarm.limit;
    return { side, value: measure === 'attempts' ? (1000 * value) / run.activeBefore : value };
  });

const forEachMeasure = <T>(look: (measure: Measure) => T): Record<Measure, T> =>
  Object.fromEntries(MEASURES.map((measure) => [measure, look(measure)])) as Record<Measure, T>;

function alarmOf(
  run: RunSeries,
  news: number,
  measure: Measure,
): { readonly week: number; readonly limit: Limit } | null {
  const start = news + run.historyWeeks;
  if (start < BASE_WEEKS) return null;
  const values = valuesOf(run, measure);
  const { low, high } = bandOf(values.slice(start - BASE_WEEKS, start));
  const row = secondInRow(values, start, (value) => value < low || value > high);
  if (row === null) return null;
  const isAbove = (values[row] ?? NaN) > high;
  return {
    week: row - run.historyWeeks,
    limit: isAbove ? { side: 'above', value: high } : { side: 'below', value: low },
  };
}

const valuesOf = (run: RunSeries, measure: Measure): number[] =>
  measure === 'churn' ? churnByRow(run) : [...seriesOf(run, measure)];
