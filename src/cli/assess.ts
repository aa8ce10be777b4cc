/** `thermocline assess <scenario.json>`, also with the customers of a file in place of the scenario's */
import { QUESTION_NAMES, USUAL_QUESTIONS } from '../assess/answers.ts';
import { assess } from '../assess/assess.ts';
import type { Assessment } from '../assess/assess.ts';
import type { Runner } from '../assess/job.ts';
import { RUNS_AT_LEAST } from '../assess/verdict.ts';
import { selectedDecision, withDose } from '../model/dose.ts';
import { parseScenario, sentenceOf } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';
import { BadInput } from './badInput.ts';
import { showProgress, withPool } from './crew.ts';
import { CUSTOMER_OPTIONS, firstDecision, importedFrom, withCustomers } from './customers.ts';
import { customersText } from './customersText.ts';
import { readDecision } from './files.ts';
import { optionsOf } from './options.ts';
import type { Options } from './options.ts';
import { print } from './print.ts';
import { assessmentText } from './text.ts';

/** A tipping point alone does not say whether there is a cliff. */
const QUICK = ['shape'] as const;

export async function assessCommand(args: readonly string[]): Promise<void | 'gateExceeded'> {
  const options = optionsOf(args, [
    'json',
    'size',
    'runs',
    'seed',
    'threshold',
    'gate',
    'quick',
    'screen',
    'workers',
    'customer',
    'customers',
    ...CUSTOMER_OPTIONS,
  ]);
  if (options.quick && options.screen)
    throw new BadInput(['--quick: received --screen as well, expected one of them']);
  const own = options.file === '' ? firstDecision() : await readDecision(options.file);
  const assessment = await withPool(options.workers, async (pool) => {
    const scenario = adjusted(await withCustomersOf(own, options, pool), options);
    return assess(scenario, pool, {
      onProgress: showProgress,
      questions: options.screen ? QUESTION_NAMES : options.quick ? QUICK : USUAL_QUESTIONS,
      customer: options.customer,
    }).catch(refused);
  });
  await print(
    options.json ? `${JSON.stringify(assessment, null, 2)}\n` : assessmentText(assessment),
  );
  return heldTo(options.gate, assessment);
}

/** That somebody is no customer is known only once there are people. */
function refused(error: unknown): never {
  if (error instanceof Error && error.name === 'RangeError' && error.message.startsWith('id: '))
    throw new BadInput([error.message.replace('id: ', '--customer: ')]);
  throw error;
}

/** The scenario, with the customers of a file if one is given; what was found in it is said on stderr. */
async function withCustomersOf(
  scenario: Scenario,
  options: Options,
  runner: Runner,
): Promise<Scenario> {
  if (options.customers === undefined) return scenario;
  const imported = await importedFrom(options.customers, options, runner, scenario.template);
  process.stderr.write(customersText(imported.report, imported.fit));
  return withCustomers(scenario, imported);
}

/**
 * A chance above the gate is said on stderr, so that stdout stays what it is.
 * @throws BadInput if there are too few runs to tell: what is not decided passes no gate
 */
function heldTo(
  gate: number | undefined,
  { verdict, massExit: { chance, runs } }: Assessment,
): void | 'gateExceeded' {
  if (gate === undefined) return;
  if (verdict === 'counting')
    throw new BadInput([
      `--gate: received ${runs} ${runs === 1 ? 'run' : 'runs'} to decide by, expected at least ${RUNS_AT_LEAST}; see --runs`,
    ]);
  if (chance <= gate) return;
  process.stderr.write(
    `gate: the chance of a mass exit is ${chance}, expected at most ${gate}\n`,
  );
  return 'gateExceeded';
}

/**
 * The scenario with what the command line sets over it, checked again.
 * @throws BadInput if that is not a scenario with a decision to assess
 */
function adjusted(scenario: Scenario, { size, runs, seed, threshold }: Options): Scenario {
  const index = selectedDecision(scenario);
  if (typeof index !== 'number') throw new BadInput([sentenceOf(index)]);
  const parsed = parseScenario({
    ...(size === undefined ? scenario : withDose(scenario, index, size)),
    ...(runs !== undefined && { runs }),
    ...(seed !== undefined && { seed }),
    ...(threshold !== undefined && { threshold }),
  });
  if (parsed.ok) return parsed.scenario;
  throw new BadInput(parsed.problems.map(sentenceOf));
}
