/** All weekly figures of a run as one tidy table: one row per week and series. */
import { openScenario } from '../engine/seeded.ts';
import { segmentSeriesOf, seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import type { Scenario } from '../model/scenario.ts';
import { SEGMENT_SERIES, SEGMENT_SERIES_NAMES, SERIES, SERIES_NAMES } from '../model/series.ts';
import type { Job } from './job.ts';

/** All weekly figures of one seed, decision and buffers as they are in the scenario. */
export const seriesJob: Job<[scenario: Scenario, run: number], RunSeries> = {
  name: 'series',
  perform: ({ kernel }, scenario, run) => openScenario(kernel, scenario, run),
};

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
): (string | number)[][] {
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
      run,
      t - series.historyWeeks,
      ...label,
      values[t] ?? '',
    ]),
  ).flat();
}

const seenAndUnit = ({ reported, unit }: { reported: boolean; unit: string }): string[] => [
  reported ? 'reported' : 'hidden',
  unit,
];
