/** `thermocline import <customers.csv>`: segments out of a customer file, as a scenario fragment. */
import { mergeFragment } from '../data/merge.ts';
import { readCustomers } from '../data/customers.ts';
import type { ReadingProgress } from '../data/reading/pass.ts';
import type { CustomerReport } from '../data/report.ts';
import {
  sentenceOfFileProblem,
  sentenceOfNote,
  sentenceOfRowProblem,
} from '../data/sentences.ts';
import { withHazards } from '../data/solved.ts';
import { sentenceOf } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import type { HazardFit } from '../assess/assessment.ts';
import { hazardsJob } from '../assess/hazard.ts';
import { BadInput } from './badInput.ts';
import { showLine, withPool } from './crew.ts';
import { sourceOfFile } from './files.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';

/** Lines about single rows that are printed; the rest is counted. */
const PROBLEMS_PRINTED = 20;

/** A market without decisions, in which the everyday churn is solved for. */
const QUIET: Scenario = {
  version: 1,
  name: 'import',
  seed: 'import',
  horizon: 52,
  customers: 20_000,
  runs: 1,
  template: 'telco',
  decisions: [],
  buffers: [],
};

export async function importCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, ['map', 'workers']);
  const source = await sourceOfFile(options.file);
  const read = await readCustomers(source, { map: options.map }, { onProgress: showReading });
  showLine('');
  if (!read.ok) throw new BadInput([`${options.file}: ${sentenceOfFileProblem(read.problem)}`]);
  const { fragment, report } = read;
  const merged = mergeFragment(QUIET, fragment);
  if (!merged.ok) throw new BadInput(merged.problems.map(sentenceOf));
  const observed = report.segments.map(({ observedMonthlyChurn }) => observedMonthlyChurn);
  const fit = await withPool(options.workers, (pool) =>
    pool.perform(hazardsJob, [merged.scenario, observed]),
  );
  process.stderr.write(reportText(report, fit));
  await print(`${JSON.stringify(withHazards(fragment, fit.multipliers), null, 2)}\n`);
}

/** How far the reading is, where a person watches. */
const showReading = ({ bytes, size, rows }: ReadingProgress): void => {
  showLine(`${Math.floor((100 * bytes) / size)} %, ${rows.toLocaleString('en-US')} rows`);
};

function reportText(report: CustomerReport, fit: HazardFit): string {
  const printed = report.problems.slice(0, PROBLEMS_PRINTED).map(sentenceOfRowProblem);
  const total = report.problemCounts.reduce((sum, { count }) => sum + count, 0);
  const more = total - printed.length;
  return [
    `${report.rows.toLocaleString('en-US')} customers in ${report.segments.length} segments; ${report.leftOut} rows left out`,
    ...report.segments.map(segmentLine(fit)),
    ...(fit.met
      ? []
      : ['The simulated churn could not be brought to the observed one everywhere.']),
    ...report.notes.map(sentenceOfNote),
    ...printed,
    ...(more > 0 ? [`… and ${more} more problems`] : []),
    '',
  ].join('\n');
}

const segmentLine =
  (fit: HazardFit) =>
  (
    { name, count, meanPrice, observedMonthlyChurn }: CustomerReport['segments'][number],
    g: number,
  ) =>
    `  ${name.padEnd(16)} ${`${count}`.padStart(8)}  mean charge ${meanPrice?.toFixed(2) ?? 'unknown'}  churn per month observed ${percent(observedMonthlyChurn)}, simulated ${percent(fit.simulated[g])}`;

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? 'unknown' : `${(share * 100).toFixed(2)} %`;
