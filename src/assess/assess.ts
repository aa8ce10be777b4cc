/** From a scenario to its assessment: plans the jobs, hands them to a runner, and reads the answer off. */
import { selectedOf } from '../engine/study.ts';
import { doseOf, doseRange } from '../model/dose.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { MODEL_VERSION } from '../model/version.ts';
import type { Assessment, CliffRun, DecisionRun, DoseAxis, Runner } from './assessment.ts';
import { cliffPoints, doseAxis } from './cliff.ts';
import { massExit } from './massExit.ts';
import { spread } from './quantile.ts';
import { tippingPoint } from './tipping.ts';
import { verdict } from './verdict.ts';

export interface AssessOptions {
  readonly signal?: AbortSignal;
  /** Told after each run how many are done. */
  readonly onProgress?: (done: number, planned: number) => void;
}

/**
 * The sizes that the cliff is drawn at. One run is scouted for its tip first, so that the axis reaches it.
 */
export async function planAxis(
  scenario: Scenario,
  runner: Runner,
  signal?: AbortSignal,
): Promise<DoseAxis> {
  const scout = await runner.cliff(scenario, 0, [], signal);
  return doseAxis(scenario, scout.tip);
}

/**
 * Assesses a scenario with as many runs as it asks for.
 * The answer does not depend on the order in which the runner finishes its jobs.
 */
export async function assess(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress }: AssessOptions = {},
): Promise<Assessment> {
  const axis = await planAxis(scenario, runner, signal);
  let done = 0;
  const jobs = Array.from({ length: scenario.runs }, async (_, run) => {
    const result = await Promise.all([
      runner.cliff(scenario, run, axis.doses, signal),
      runner.decision(scenario, run, axis.size, signal),
    ]);
    onProgress?.(++done, scenario.runs);
    return result;
  });
  const results = await Promise.all(jobs);
  return conclude(
    scenario,
    axis,
    results.map(([cliff]) => cliff),
    results.map(([, decision]) => decision),
  );
}

/** The answer that these runs give. */
export function conclude(
  scenario: Scenario,
  axis: DoseAxis,
  cliffs: readonly CliffRun[],
  decisions: readonly DecisionRun[],
): Assessment {
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
    scenario: scenario.name,
    seed: scenario.seed,
    modelVersion: MODEL_VERSION,
    customers: scenario.customers,
    runs: decisions.length,
    horizon: scenario.horizon,
    uncertainty: 'seeds',
    decision: { lever, size, week: scenario.decisions[index]?.week ?? 0 },
    verdict: verdict(exits, tipping, size),
    massExit: exits,
    tippingPoint: tipping && { lever, ...tipping },
    loss: spread(losses),
    revenueChange: spread(decisions.map(({ revenueChange }) => revenueChange)),
    revenueAtEnd: spread(decisions.map((decision) => decision.revenueAtEnd)),
    cliff: cliffPoints(cliffs, axis.doses, threshold),
  };
}
