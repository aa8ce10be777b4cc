/** Does the work of an assessment in this thread, job by job. */
import type { Scenario } from '../model/scenario.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import { Kernel } from '../engine/kernel.ts';
import { openScenario, openSeed } from '../engine/seeded.ts';
import { studyOf } from '../engine/study.ts';
import type { Study } from '../engine/study.ts';
import { activeAtEnd } from '../engine/series.ts';
import type { Runner } from './assessment.ts';
import { fitHazards } from './hazard.ts';
import { cliffRun } from './tipping.ts';
import { monthlyChurn, revenueAtEnd, revenueOver, timelineOf } from './timeline.ts';

/** Loads a kernel and runs jobs on it, one after the other. */
export async function serialRunner(): Promise<Runner> {
  const kernel = await Kernel.load();
  const study = rememberLast(studyOf);
  return {
    cliff: (scenario, run, doses) => promised(() => cliff(kernel, study(scenario), run, doses)),
    decision: (scenario, run, size) =>
      promised(() => decision(kernel, study(scenario), run, size)),
    series: (scenario, run) => promised(() => openScenario(kernel, scenario, run)),
    hazards: (scenario, observed) => promised(() => fitHazards(kernel, scenario, observed)),
    fact: async (id, seed) => {
      // Rarely asked for: the page does not load them with the rest.
      const { factOf } = await import('./facts/index.ts');
      return factOf(id).measure(kernel, seed);
    },
  };
}

function cliff(kernel: Kernel, study: Study, run: number, doses: readonly number[]) {
  const { scenario, limit } = study;
  const seeded = openSeed(kernel, study, run, [...doses, limit]);
  return cliffRun(seeded, run, doses, limit, scenario.threshold ?? DEFAULT_THRESHOLD);
}

function decision(kernel: Kernel, study: Study, run: number, size: number) {
  const seeded = openSeed(kernel, study, run, [size]);
  const twin = seeded.watchTwin();
  const series = seeded.watch(size);
  return {
    run,
    size,
    loss: seeded.twinActive > 0 ? 1 - activeAtEnd(series) / seeded.twinActive : 0,
    timeline: timelineOf(run, series),
    twinChurn: monthlyChurn(twin),
    revenueChange: revenueOver(series) / revenueOver(twin) - 1,
    revenueAtEnd: revenueAtEnd(series) / revenueAtEnd(twin) - 1,
  };
}

/** A job that fails is a rejected promise, not an exception. */
function promised<T>(job: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(job());
  });
}

/** Compiling a scenario's levers is worth remembering from job to job; scenarios arrive as clones. */
function rememberLast(compile: (scenario: Scenario) => Study): (scenario: Scenario) => Study {
  let key: string | undefined;
  let last: Study | undefined;
  return (scenario) => {
    const next = JSON.stringify(scenario);
    if (!last || next !== key) [key, last] = [next, compile(scenario)];
    return last;
  };
}
