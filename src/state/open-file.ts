/** A file from the reader's disk: customers to put into the scenario, or another scenario. */
import type { HazardFit } from '../assess/assessment.ts';
import type { CustomerImport, ImportOptions } from '../data/customers.ts';
import { mergeFragment } from '../data/merge.ts';
import { withHazards } from '../data/solved.ts';
import { parseScenarioText, sentenceOf } from '../model/parse.ts';
import type { Parsed } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Notice } from './notice.ts';

export interface Opened {
  /** Absent if the file was refused: nothing changes then. */
  readonly scenario?: Scenario;
  readonly notice: Notice | null;
}

/** Who does the long work: workers, or a substitute in tests. */
export interface Hands {
  read(file: Blob, options: ImportOptions): Promise<CustomerImport>;
  /** Finds the everyday hazards at which the simulated churn of each segment is the one observed. */
  solve(scenario: Scenario, observed: readonly (number | null)[]): Promise<HazardFit>;
}

/** Reads the file. Never throws for what stands in it: a file that cannot be used is answered with a notice. */
export async function openFile(file: File, current: Scenario, hands: Hands): Promise<Opened> {
  if (/\.json$/i.test(file.name)) return openScenario(file);
  return openCustomers(file, current, hands);
}

async function openScenario(file: File): Promise<Opened> {
  try {
    return answer(file.name, parseScenarioText(await file.text()), null);
  } catch {
    return { notice: { kind: 'unreadableFile', file: file.name } };
  }
}

async function openCustomers(file: File, current: Scenario, hands: Hands): Promise<Opened> {
  const { name } = file;
  const options = current.template ? { template: current.template } : {};
  const read = await hands.read(file, options);
  if (!read.ok) {
    const { problem } = read;
    if (problem.code === 'notCsv' && problem.looksLike === 'json') return openScenario(file);
    if (problem.code === 'unreadable')
      return { notice: { kind: 'unreadableFile', file: name } };
    return { notice: { kind: 'refusedFile', file: name, problem } };
  }
  const { fragment, report } = read;
  const merged = mergeFragment(current, fragment);
  if (!merged.ok) return answer(name, merged, null);
  const observed = report.segments.map(({ observedMonthlyChurn }) => observedMonthlyChurn);
  const fit = await hands.solve(quiet(merged.scenario), observed);
  const solved = mergeFragment(current, withHazards(fragment, fit.multipliers));
  return answer(name, solved, { kind: 'imported', file: name, report, met: fit.met });
}

/** The market alone: what has been decided in it must not change how its everyday churn is solved for. */
const quiet = (scenario: Scenario): Scenario => ({
  ...scenario,
  seed: 'import',
  decisions: [],
  buffers: [],
});

function answer(file: string, parsed: Parsed, notice: Notice | null): Opened {
  if (parsed.ok) return { scenario: parsed.scenario, notice };
  const problems = parsed.problems.map(sentenceOf);
  return { notice: { kind: 'refusedScenario', file, problems } };
}
