/** `thermocline run <scenario.json> --csv`: the weekly series, one row per run, week and series. */
import { LONG_TABLE_HEADER, longTable, seriesJob } from '../assess/longTable.ts';
import { csvLine, csvLines } from '../data/csv-out.ts';
import { segmentsOf } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { readScenario } from './files.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';

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
    await print(`${csvLine(LONG_TABLE_HEADER)}\n`);
    for (let first = 0; first < runs; first += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, runs - first) }, (_, i) =>
        pool.perform(seriesJob, [scenario, first + i]),
      );
      for (const [i, series] of (await Promise.all(batch)).entries())
        await print(csvLines(longTable(first + i, series, names)));
      showProgress(Math.min(runs, first + BATCH), runs);
    }
  });
}
