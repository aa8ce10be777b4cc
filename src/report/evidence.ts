/** All that a brief rests on: the assessment and the runs that its pictures draw. */
import { conclude, simulate } from '../assess/assess.ts';
import type { Assessment, CliffRun, DecisionRun } from '../assess/assessment.ts';
import { typicalLosses } from '../assess/cliff.ts';
import { fixes } from '../assess/fixes.ts';
import type { Fixes } from '../assess/fixes.ts';
import type { Asking, Runner } from '../assess/job.ts';
import { sensitivity } from '../assess/sensitivity.ts';
import { smallestFix } from '../assess/smallestFix.ts';
import type { SmallestFix } from '../assess/smallestFix.ts';
import type { Sensitivity } from '../assess/tornado.ts';
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
  readonly fixes?: Fixes;
  readonly smallestFix?: SmallestFix;
  readonly sensitivity?: Sensitivity;
}

/** Asks every question that the brief answers. */
export async function gather(
  scenario: Scenario,
  runner: Runner,
  asking: Asking = {},
): Promise<Evidence> {
  const { part, signal } = together(asking);
  const softened = async () => {
    const shifts = await fixes(scenario, runner, part());
    return [shifts, await smallestFix(scenario, shifts, runner, { signal })] as const;
  };
  const [{ axis, cliffs, decisions }, back, warns, [shifts, smallest], bars] =
    await Promise.all([
      simulate(scenario, runner, part()),
      wayBack(scenario, runner, part()),
      warning(scenario, runner, part()),
      softened(),
      sensitivity(scenario, runner, part()),
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
    fixes: shifts,
    smallestFix: smallest,
    sensitivity: bars,
  };
}

function medianRun(runs: readonly DecisionRun[]): DecisionRun | null {
  const byLoss = [...runs].sort((a, b) => a.loss - b.loss || a.run - b.run);
  return byLoss[Math.floor((byLoss.length - 1) / 2)] ?? null;
}

/** Several questions asked at once, with one count of all their runs. */
function together({ signal, onProgress }: Asking): {
  part: () => Asking;
  signal: Asking['signal'];
} {
  const counts: [done: number, planned: number][] = [];
  const sum = (place: 0 | 1) => counts.reduce((all, count) => all + count[place], 0);
  const part = (): Asking => {
    const count: [number, number] = [0, 0];
    counts.push(count);
    return {
      signal,
      onProgress: (done, planned) => {
        [count[0], count[1]] = [done, planned];
        onProgress?.(sum(0), sum(1));
      },
    };
  };
  return { part, signal };
}
