/** `thermocline run <scenario.json> --csv`: the weekly series, one row per run, week and series. */
import { csvFormatRow } from 'd3-dsv';
import { segmentSeriesOf, seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import { segmentsOf } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { SEGMENT_SERIES, SEGMENT_SERIES_NAMES, SERIES, SERIES_NAMES } from '../model/series.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { readScenario } from './files.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';

const HEADER = ['run', 'week', 'series', 'segment', 'seen', 'unit', 'value'];
/** Runs whose series are held at a time. */
const BATCH = 8;

export async function runCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, ['csv', 'runs', 'seed', 'workers']);
  if (!options.csv) throw new BadInput(['run: expected --csv, the one form of its output']);
  const file = await readScenario(options.file);
  const scenario: Scenario = { ...file, seed: options.seed ?? file.seed };
  const runs = options.runs ?? scenario.runs;
  const names = segmentsOf(scenario).map(({ name }) => name);
  await withPool(options.workers, async (pool) => {
    await print(`${csvFormatRow(HEADER)}\n`);
    for (let first = 0; first < runs; first += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, runs - first) }, (_, i) =>
        pool.series(scenario, first + i),
      );
      for (const [i, series] of (await Promise.all(batch)).entries())
        await print(rowsOf(first + i, series, names));
      showProgress(Math.min(runs, first + BATCH), runs);
    }
  });
}

/** All rows of one run, ending in a line break. */
function rowsOf(run: number, series: RunSeries, segments: readonly string[]): string {
  const columns = [
    ...SERIES_NAMES.map((name) => ({
      name,
      segment: '',
      spec: SERIES[name],
      values: seriesOf(series, name),
    })),
    ...segments.flatMap((segment, g) =>
      SEGMENT_SERIES_NAMES.map((name) => ({
        name,
        segment,
        spec: SEGMENT_SERIES[name],
        values: segmentSeriesOf(series, g, name),
      })),
    ),
  ];
  const rows: string[] = [];
  for (let t = 0; t < series.weeks; t++)
    for (const { name, segment, spec, values } of columns)
      rows.push(
        csvFormatRow([
          `${run}`,
          `${t - series.historyWeeks}`,
          name,
          segment,
          spec.reported ? 'reported' : 'hidden',
          spec.unit,
          `${values[t] ?? ''}`,
        ]),
      );
  return `${rows.join('\n')}\n`;
}
