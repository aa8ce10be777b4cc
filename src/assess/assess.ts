/** From a scenario to its assessment: plans the jobs, hands them to a runner, and reads the answer off. */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, levelBefore } from '../model/dose.ts';
import { DEFAULT_THRESHOLD, segmentsOf } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { answer } from './answers.ts';
import type { Answers, QuestionName } from './answers.ts';
import { ASSESSMENT_VERSION } from './assessment.ts';
import type { CliffRun, DecisionRun, DoseAxis, Judged, Standing } from './assessment.ts';
import { biographyJob } from './asked.ts';
import { planAxis } from './axis.ts';
import type { Biography } from './biography.ts';
import { dentedOf } from './breaking.ts';
import { cliffPoints, sweptAt } from './cliff.ts';
import { decisionJob } from './decision.ts';
import { inputDigest } from './digest.ts';
import { distanceTo } from './distance.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { breakingOf, massExit } from './massExit.ts';
import { medianRun } from './medianRun.ts';
import { naiveForecast } from './naive.ts';
import type { NaiveForecast } from './naive.ts';
import { spread } from './quantile.ts';
import { BATCH, RUNS_SWEPT, isSettled, thoroughnessAfter } from './settled.ts';
import { cliffJob, tippingOf } from './tipping.ts';
import { verdict } from './verdict.ts';

/** The whole answer, as `thermocline assess --json` prints it. */
export interface Assessment extends Judged {
  /** What a constant elasticity would say; null if no run was simulated at small sizes. */
  readonly naive: NaiveForecast | null;
  /** Names of the segments, in the order in which answers count them. */
  readonly segments: readonly string[];
  readonly answers: Partial<Answers>;
  /** Question 13, of the customer it was asked for: in the run with the median loss. Absent where nobody was asked for. */
  readonly biography?: Biography;
}

export interface AssessOptions extends Asking {
  /** What else is asked; nothing by default. */
  readonly questions?: readonly QuestionName[];
  /** Whose story is told as well: a customer of week 0 in the run with the median loss. */
  readonly customer?: number | undefined;
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
 * The answer does not depend on the order in which the runner finishes its jobs. Rejects with a RangeError, before
 * any further question, if a story is asked for of somebody who is no customer in week 0.
 */
export async function assess(
  scenario: Scenario,
  runner: Runner,
  options: AssessOptions = {},
): Promise<Assessment> {
  const { questions = [], signal, customer } = options;
  const { axis, cliffs, decisions } = await simulate(scenario, runner, options);
  const typical = medianRun(decisions);
  const biography =
    customer !== undefined && typical
      ? await runner.perform(biographyJob, [scenario, typical.run, axis.size, customer], signal)
      : undefined;
  const judged = conclude(scenario, axis, cliffs, decisions);
  const standing = standingOf(judged, cliffs, decisions);
  return {
    ...judged,
    naive: naiveForecast(
      axis,
      cliffs,
      decisions.map(({ loss }) => loss),
    ),
    segments: segmentsOf(scenario).map(({ name }) => name),
    answers: await answer(scenario, runner, questions, { signal, standing }),
    ...(biography && { biography }),
  };
}

/** What the answers start from, with the runs that break. */
export const standingOf = (
  { massExit: exits, tippingPoint: tip }: Standing,
  cliffs: readonly CliffRun[],
  decisions: readonly DecisionRun[],
): Standing => ({
  massExit: exits,
  tippingPoint: tip,
  cliffs,
  breaking: breakingOf(decisions, exits.threshold),
});

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
    if (!exhaustive && isSettled(runs, axis.limit, axis.size)) break;
    const first = runs.length;
    const most = exhaustive ? scenario.runs : first === 0 ? RUNS_SWEPT : BATCH;
    const thoroughness = exhaustive ? 'sweep' : thoroughnessAfter(runs);
    const batch = await replicate(Math.min(most, scenario.runs - first), (i) =>
      runner.perform(cliffJob, [scenario, first + i, axis.doses, thoroughness], signal),
    );
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
  const tipping = tippingOf(cliffs, axis.limit);
  return {
    version: ASSESSMENT_VERSION,
    scenario: scenario.name,
    seed: scenario.seed,
    modelVersion: MODEL_VERSION,
    digest: inputDigest(scenario),
    customers: scenario.customers,
    runs: decisions.length,
    cliffRuns: cliffs.length,
    dented: dentedOf(cliffs),
    horizon: scenario.horizon,
    uncertainty: 'seeds',
    decision: {
      ...{ lever, size, limit: axis.limit },
      before: levelBefore(scenario, index),
      week: scenario.decisions[index]?.week ?? 0,
    },
    verdict: verdict(exits, tipping, axis),
    massExit: exits,
    tippingPoint: tipping && { lever, ...tipping },
    distance: distanceTo(tipping, size),
    loss: spread(losses),
    revenueChange: spread(decisions.map(({ revenueChange }) => revenueChange)),
    revenueAtEnd: spread(decisions.map((decision) => decision.revenueAtEnd)),
    sweptRuns: sweptAt(cliffs, axis.doses).length,
    cliff: cliffPoints(cliffs, axis.doses),
  };
}
