/** Customer files in the terminal: read as they stream, put into a scenario, their everyday churn solved for. */
import firstScenario from '../../public/examples/general-price-rise.json';
import type { HazardFit } from '../assess/assessment.ts';
import { hazardsJob } from '../assess/hazard.ts';
import type { Runner } from '../assess/job.ts';
import { readCustomers } from '../data/customers.ts';
import type { CustomerFragment } from '../data/fragment.ts';
import { mergeFragment } from '../data/merge.ts';
import type { ReadingProgress } from '../data/reading/pass.ts';
import type { CustomerReport } from '../data/report.ts';
import { sentenceOfFileProblem } from '../data/sentences.ts';
import { withHazards } from '../data/solved.ts';
import { parseScenario, sentenceOf } from '../model/parse.ts';
import type { Parsed } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import { BadInput } from './badInput.ts';
import { showLine } from './crew.ts';
import { sourceOfFile } from './files.ts';
import type { OptionName, Options } from './options.ts';

/** How a customer file is to be read. */
export const CUSTOMER_OPTIONS = [
  'map',
  'encoding',
  'decimal',
  'dates',
  'by',
  'split-silent',
] as const satisfies readonly OptionName[];

type CustomerWishes = Pick<Options, (typeof CUSTOMER_OPTIONS)[number]>;

export interface Imported {
  readonly fragment: CustomerFragment;
  readonly report: CustomerReport;
  readonly fit: HazardFit;
}

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

/**
 * Reads a customer file and solves for the everyday churn of its segments.
 * @throws BadInput if the file cannot be used
 */
export async function importedFrom(
  path: string,
  wishes: CustomerWishes,
  runner: Runner,
  template: Scenario['template'] = QUIET.template,
): Promise<Imported> {
  const { fragment, report } = await readFrom(path, wishes, template);
  const scenario = taken(mergeFragment(QUIET, fragment));
  const observed = report.segments.map(({ observedMonthlyChurn }) => observedMonthlyChurn);
  return { fragment, report, fit: await runner.perform(hazardsJob, [scenario, observed]) };
}

/**
 * A scenario with the customers of a file in place of its own.
 * @throws BadInput if its decisions aim at segments that it no longer has
 */
export const withCustomers = (scenario: Scenario, { fragment, fit }: Imported): Scenario =>
  taken(mergeFragment(scenario, withHazards(fragment, fit.multipliers)));

/** The decision that customers are assessed for where no scenario says another. */
export const firstDecision = (): Scenario =>
  taken(parseScenario({ ...firstScenario, template: QUIET.template }));

async function readFrom(path: string, wishes: CustomerWishes, template: Scenario['template']) {
  const { map, encoding, decimal, dates, by } = wishes;
  const options = {
    map,
    splitSilent: wishes['split-silent'],
    file: path.replace(/^.*[\\/]/, ''),
    ...(template && { template }),
    ...(encoding && { encoding }),
    ...(decimal && { decimal }),
    ...(dates && { dates }),
    ...(by && { by }),
  };
  const read = await readCustomers(await sourceOfFile(path), options, {
    onProgress: showReading,
  });
  showLine('');
  if (!read.ok) throw new BadInput([`${path}: ${sentenceOfFileProblem(read.problem)}`]);
  return read;
}

/** How far the reading is, where a person watches. */
const showReading = ({ bytes, size, rows }: ReadingProgress): void => {
  showLine(`${Math.floor((100 * bytes) / size)} %, ${rows.toLocaleString('en-US')} rows`);
};

function taken(parsed: Parsed): Scenario {
  if (parsed.ok) return parsed.scenario;
  throw new BadInput(parsed.problems.map(sentenceOf));
}
