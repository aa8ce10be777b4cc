/** A change of the plan that is looked at before it is kept: its curve, beside that of the plan as it is. */
import type { DoseAxis } from '../../assess/assessment.ts';
import { replicate } from '../../assess/job.ts';
import type { Runner } from '../../assess/job.ts';
import { cliffJob } from '../../assess/asked.ts';
import { DEFAULT_THRESHOLD } from '../../model/scenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { curveOf } from './results.ts';
import type { Curve } from './results.ts';

/** Enough for a typical line; the chances are known already. */
const RUNS = 12;

export class Preview {
  /** What is looked at; null while nothing is. */
  scenario = $state.raw<Scenario | null>(null);
  /** Its typical loss by size; null until its runs are done. */
  typical = $state.raw<Curve['typical'] | null>(null);

  private readonly runner: Runner;
  private readonly onError: (error: unknown) => void;
  private asking = new AbortController();

  /** @param onError told when a run stopped */
  constructor(runner: Runner, onError: (error: unknown) => void) {
    this.runner = runner;
    this.onError = onError;
  }

  /** @param axis sizes of the curve that it is compared with */
  show(scenario: Scenario, axis: DoseAxis): void {
    this.drop();
    this.scenario = scenario;
    const { signal } = (this.asking = new AbortController());
    const sweep = (run: number) =>
      this.runner.perform(cliffJob, [scenario, run, axis.doses, 'sweep'], signal);
    replicate(Math.min(RUNS, scenario.runs), sweep).then(
      (runs) => {
        if (signal.aborted) return;
        this.typical = curveOf(axis, scenario.threshold ?? DEFAULT_THRESHOLD, runs).typical;
      },
      (error: unknown) => {
        if (!signal.aborted) this.onError(error);
      },
    );
  }

  drop(): void {
    this.asking.abort();
    this.scenario = null;
    this.typical = null;
  }
}
