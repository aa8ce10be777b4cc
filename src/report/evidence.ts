/** All that a brief rests on: the assessment and the runs that its pictures draw. */
import { conclude, simulate } from '../assess/assess.ts';
import type { Assessment, CliffRun, DecisionRun } from '../assess/assessment.ts';
import { typicalLosses } from '../assess/cliff.ts';
import type { Asking, Runner } from '../assess/job.ts';
import { warning } from '../assess/warning.ts';
import type { Warning } from '../assess/warning.ts';
import { wayBack } from '../assess/wayBack.ts';
import type { WayBack } from '../assess/wayBack.ts';
import type { Scenario } from '../model/scenario.ts';

/** An answer that nobody asked for is absent, and so is its section: a brief never fills a gap. */
export interface Evidence {
  readonly scenario: Scenario;
  readonly assessment: Assessment;
  /** Single runs over the sizes, as many as were simulated at every size. */
  readonly lines: readonly CliffRun[];
  /** Median loss over the sizes, finer than the assessment's. */
  readonly typical: readonly (readonly [dose: number, loss: number])[];
  /** The run with the median loss at the decision's size. */
  readonly typicalRun: DecisionRun | null;
  readonly wayBack?: WayBack;
  readonly warning?: Warning;
}

/** Asks every question that the brief answers. */
export async function gather(
  scenario: Scenario,
  runner: Runner,
  asking: Asking = {},
): Promise<Evidence> {
  const { signal } = asking;
  const [{ axis, cliffs, decisions }, back, warns] = await Promise.all([
    simulate(scenario, runner, asking),
    wayBack(scenario, runner, { signal }),
    warning(scenario, runner, { signal }),
  ]);
  const lines = cliffs.filter(({ losses }) => losses.length === axis.doses.length);
  return {
    scenario,
    assessment: conclude(scenario, axis, cliffs, decisions),
    lines,
    typical: typicalLosses(lines, axis.doses),
    typicalRun: medianRun(decisions),
    wayBack: back,
    warning: warns,
  };
}

function medianRun(runs: readonly DecisionRun[]): DecisionRun | null {
  const byLoss = [...runs].sort((a, b) => a.loss - b.loss || a.run - b.run);
  return byLoss[Math.floor((byLoss.length - 1) / 2)] ?? null;
}
