/** From a scenario to its assessment: plans the jobs, hands them to a runner, and reads the answer off. */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, doseRange } from '../model/dose.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { answer } from './answers.ts';
import type { Answers, QuestionName } from './answers.ts';
import { ASSESSMENT_VERSION } from './assessment.ts';
import type { CliffRun, DecisionRun, DoseAxis, Judged } from './assessment.ts';
import { planAxis } from './axis.ts';
import { cliffPoints } from './cliff.ts';
import { decisionJob } from './decision.ts';
import { inputDigest } from './digest.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { massExit } from './massExit.ts';
import { naiveForecast } from './naive.ts';
import type { NaiveForecast } from './naive.ts';
import { spread } from './quantile.ts';
import { BATCH, RUNS_SWEPT, isSettled } from './settled.ts';
import { cliffJob, tippingPoint } from './tipping.ts';
import { verdict } from './verdict.ts';

/** The whole answer, as `thermocline assess --json` prints it. */
export interface Assessment extends Judged {
  /** What a constant elasticity would say; null if no run was simulated at small sizes. */
  readonly naive: NaiveForecast | null;
  readonly answers: Partial<Answers>;
}

export interface AssessOptions extends Asking {
  /** What else is asked; nothing by default. */
  readonly questions?: readonly QuestionName[];
  /** Every run is simulated at every size, without any search or early end: slow, to check the rest against. */
  readonly exhaustive?: boolean;
}

/** The runs that an assessment rests on. */
export interface Simulated {
  readonly axis: DoseAxis;
  /** Over all sizes. */
  readonly cliffs: readonly CliffRun[];
  /** At the decision's size. */
  readonly decisions: readonly DecisionRun[];
}

/**
 * Assesses a scenario: as many runs as it asks for at the decision's size, and as many of them over the other
 * sizes as it takes to settle the tipping point and the verdict.
 * The answer does not depend on the order in which the runner finishes its jobs.
 */
export async function assess(
  scenario: Scenario,
  runner: Runner,
  options: AssessOptions = {},
): Promise<Assessment> {
  const { questions = [], signal } = options;
  const { axis, cliffs, decisions } = await simulate(scenario, runner, options);
  const answers = await answer(scenario, runner, questions, { signal });
  return {
    ...conclude(scenario, axis, cliffs, decisions),
    naive: naiveForecast(axis, cliffs),
    answers,
  };
}

/** The runs of an assessment, for those who draw them as well. */
export async function simulate(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress, exhaustive = false }: Omit<AssessOptions, 'questions'> = {},
): Promise<Simulated> {
  const axis = await planAxis(scenario, runner, signal);
  const [cliffs, decisions] = await Promise.all([
    cliffRuns(scenario, axis, runner, { signal, exhaustive }),
    replicate(
      scenario.runs,
      (run) => runner.perform(decisionJob, [scenario, run, axis.size], signal),
      { onProgress },
    ),
  ]);
  return { axis, cliffs, decisions };
}

/** Runs over all sizes, batch by batch until they settle the matter or there are as many as the scenario allows. */
async function cliffRuns(
  scenario: Scenario,
  axis: DoseAxis,
  runner: Runner,
  { signal, exhaustive }: AssessOptions,
): Promise<CliffRun[]> {
  const runs: CliffRun[] = [];
  while (runs.length < scenario.runs) {
    if (!exhaustive && isSettled(runs, doseRange(axis.kind), axis.size)) break;
    const first = runs.length;
    const most = exhaustive ? scenario.runs : first === 0 ? RUNS_SWEPT : BATCH;
    const batch = await replicate(Math.min(most, scenario.runs - first), (i) => {
      const thoroughness = exhaustive || first + i < RUNS_SWEPT ? 'sweep' : 'search';
      return runner.perform(cliffJob, [scenario, first + i, axis.doses, thoroughness], signal);
    });
    runs.push(...batch);
  }
  return runs;
}

/** The answer that these runs give. */
export function conclude(
  scenario: Scenario,
  axis: DoseAxis,
  cliffs: readonly CliffRun[],
  decisions: readonly DecisionRun[],
): Judged {
  const { index, kind: lever } = selectedOf(scenario);
  const size = doseOf(scenario, index);
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  const losses = decisions.map(({ loss }) => loss);
  const exits = massExit(losses, threshold);
  const tipping = tippingPoint(
    cliffs.map(({ tip }) => tip),
    doseRange(lever),
  );
  return {
    version: ASSESSMENT_VERSION,
    scenario: scenario.name,
    seed: scenario.seed,
    modelVersion: MODEL_VERSION,
    digest: inputDigest(scenario),
    customers: scenario.customers,
    runs: decisions.length,
    cliffRuns: cliffs.length,
    dented: cliffs.filter(({ monotone }) => !monotone).length,
    horizon: scenario.horizon,
    uncertainty: 'seeds',
    decision: { lever, size, week: scenario.decisions[index]?.week ?? 0 },
    verdict: verdict(exits, tipping, size),
    massExit: exits,
    tippingPoint: tipping && { lever, ...tipping },
    loss: spread(losses),
    revenueChange: spread(decisions.map(({ revenueChange }) => revenueChange)),
    revenueAtEnd: spread(decisions.map((decision) => decision.revenueAtEnd)),
    cliff: cliffPoints(cliffs, axis.doses),
  };
}
