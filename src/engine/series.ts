import * as layout from '../../workers/kernel/assembly/layout.ts';
import { SEGMENT_SERIES_NAMES } from '../model/series.ts';
import type { SegmentSeriesName, SeriesName } from '../model/series.ts';

/** All weekly figures of one run: rows are weeks, columns the series and then those of each segment. */
export interface RunSeries {
  /** Rows before week 0. */
  readonly historyWeeks: number;
  readonly weeks: number;
  readonly segments: number;
  /** Active customers before week 0. */
  readonly activeBefore: number;
  /** Row-major, weeks x (SERIES + segments x SEGMENT_SERIES). */
  readonly table: Float64Array;
}

/** Columns per row for a number of segments. */
export const columnsFor = (segments: number): number =>
  layout.SERIES + segments * layout.SEGMENT_SERIES;

/** One series over all weeks, history included. NaN where a week was not watched. */
export function seriesOf(run: RunSeries, name: SeriesName): Float64Array {
  return column(run, layout[`R_${name}`]);
}

/** One series of one segment over all weeks, history included. */
export function segmentSeriesOf(
  run: RunSeries,
  segment: number,
  name: SegmentSeriesName,
): Float64Array {
  const offset = SEGMENT_SERIES_NAMES.indexOf(name);
  return column(run, layout.SERIES + segment * layout.SEGMENT_SERIES + offset);
}

/** Active customers at the end of the last week. */
export function activeAtEnd(run: RunSeries): number {
  const row = (run.weeks - 1) * columnsFor(run.segments);
  return run.table[row + layout.R_active] ?? NaN;
}

function column({ table, weeks, segments }: RunSeries, index: number): Float64Array {
  const columns = columnsFor(segments);
  return Float64Array.from({ length: weeks }, (_, t) => table[t * columns + index] ?? NaN);
}
