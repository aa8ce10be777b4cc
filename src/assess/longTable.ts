/** All weekly figures of a run as one tidy table: one row per week and series. */
import { segmentSeriesOf, seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import { SEGMENT_SERIES, SEGMENT_SERIES_NAMES, SERIES, SERIES_NAMES } from '../model/series.ts';

/** `segment` is blank for the whole base; `seen` is reported or hidden; history has negative weeks. */
export const LONG_TABLE_HEADER = [
  'run',
  'week',
  'series',
  'segment',
  'seen',
  'unit',
  'value',
] as const;

/** @param segments names, in the order of the scenario */
export function longTable(
  run: number,
  series: RunSeries,
  segments: readonly string[],
): string[][] {
  const columns = [
    ...SERIES_NAMES.map((name) => ({
      label: [name, '', ...seenAndUnit(SERIES[name])],
      values: seriesOf(series, name),
    })),
    ...segments.flatMap((segment, g) =>
      SEGMENT_SERIES_NAMES.map((name) => ({
        label: [name, segment, ...seenAndUnit(SEGMENT_SERIES[name])],
        values: segmentSeriesOf(series, g, name),
      })),
    ),
  ];
  return Array.from({ length: series.weeks }, (_, t) =>
    columns.map(({ label, values }) => [
      `${run}`,
      `${t - series.historyWeeks}`,
      ...label,
      `${values[t] ?? ''}`,
    ]),
  ).flat();
}

const seenAndUnit = ({ reported, unit }: { reported: boolean; unit: string }): string[] => [
  reported ? 'reported' : 'hidden',
  unit,
];
