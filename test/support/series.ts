/** Weekly figures made by hand. */
import { columnsFor } from '../../src/engine/series.ts';
import type { RunSeries } from '../../src/engine/series.ts';
import type { SeriesName } from '../../src/model/series.ts';
import * as layout from '../../workers/kernel/assembly/layout.ts';

export interface MadeSeries {
  /** Weeks before week 0. */
  readonly historyWeeks: number;
  readonly weeks: number;
  /** Values by simulated week; all else is 0, but for 1,000 active customers. */
  readonly values?: { readonly [name in SeriesName]?: (row: number) => number };
}

export function seriesMade({ historyWeeks, weeks, values = {} }: MadeSeries): RunSeries {
  const table = new Float64Array(weeks * columnsFor(0));
  const all = { active: () => 1000, ...values };
  for (const [name, valueAt] of Object.entries(all))
    for (let row = 0; row < weeks; row++)
      table[row * columnsFor(0) + layout[`R_${name as SeriesName}`]] = valueAt(row);
  return { historyWeeks, weeks, segments: 0, activeBefore: 1000, table };
}
