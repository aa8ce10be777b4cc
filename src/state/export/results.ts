/** The results as one long table, run by run, and a table that says what its columns and series mean. */
import { LONG_TABLE_HEADER, longTable, seriesJob } from '../../assess/longTable.ts';
import type { Asking, Runner } from '../../assess/job.ts';
import { csvLine, csvLines } from '../../data/csv-out.ts';
import { compileLevers } from '../../model/levers.ts';
import { segmentsOf } from '../../model/scenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { SEGMENT_SERIES_NAMES, SERIES, SERIES_NAMES } from '../../model/series.ts';
import type { Provenance } from './provenance.ts';

/** What a spreadsheet opens below the header; the terminal writes them all. */
export const ROWS_AT_MOST = 1_048_575;
/** Runs whose series are held at a time. */
const BATCH = 4;

/** Told as the comment of a column. */
const COLUMNS: Readonly<Record<(typeof LONG_TABLE_HEADER)[number], string>> = {
  run: 'number of the run, from 0; each has a seed of its own',
  week: 'week of the scenario; week 0 is its first, earlier ones are negative',
  series: 'what is measured',
  segment: 'segment that it is measured in; blank for all customers',
  seen: 'reported: a company can see it; hidden: only the model knows it',
  unit: 'unit of the value',
  value: 'the value; blank where there is none',
};

/** Runs of a scenario whose rows a spreadsheet has room for; at least the first. */
export function runsWritten(scenario: Scenario): number {
  const { weeks } = compileLevers(scenario);
  const rows =
    weeks * (SERIES_NAMES.length + segmentsOf(scenario).length * SEGMENT_SERIES_NAMES.length);
  return Math.min(scenario.runs, Math.max(1, Math.floor(ROWS_AT_MOST / rows)));
}

/**
 * The lines of the table, as many at a time as are there. Rejects with the signal's reason if that is aborted.
 *
 * @param onProgress runs that are written, of those that will be
 */
export async function* resultLines(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress }: Asking,
): AsyncGenerator<string> {
  const names = segmentsOf(scenario).map(({ name }) => name);
  const planned = runsWritten(scenario);
  yield `${csvLine(LONG_TABLE_HEADER)}\n`;
  for (let first = 0; first < planned; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, planned - first) }, (_, i) =>
      runner.perform(seriesJob, [scenario, first + i], signal),
    );
    for (const [i, series] of (await Promise.all(batch)).entries()) {
      yield csvLines(longTable(first + i, series, names));
      onProgress?.(first + i + 1, planned);
      // A line for every week and series takes a while to write: the page goes on in between.
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
  }
}

/** What the columns and the series of the table mean, and where its numbers come from. */
export function unitsText(provenance: Provenance): string {
  return csvLines([
    ['kind', 'name', 'unit', 'seen', 'meaning'],
    ...Object.entries(provenance).map(([name, value]) => [
      ...['provenance', name, '', ''],
      value as string | number,
    ]),
    ...LONG_TABLE_HEADER.map((name) => ['column', name, '', '', COLUMNS[name]]),
    ...SERIES_NAMES.map((name) => {
      const { unit, reported, meaning } = SERIES[name];
      return ['series', name, unit, reported ? 'reported' : 'hidden', meaning];
    }),
    ...SEGMENT_SERIES_NAMES.map((name) => [
      ...['segment series', name, SERIES[name].unit, 'reported'],
      `${SERIES[name].meaning}, in each segment`,
    ]),
  ]);
}
