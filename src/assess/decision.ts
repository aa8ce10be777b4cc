/** The decision at one size, in one run, week by week, against its do-nothing twin. */
import { lossAgainst } from '../engine/seeded.ts';
import { activeAtEnd } from '../engine/series.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DecisionRun } from './assessment.ts';
import type { Job } from './job.ts';
import { monthlyChurn, revenueAtEnd, revenueOver, timelineOf } from './timeline.ts';

/** One seed at one size, with everything the timeline shows. */
export const decisionJob: Job<[scenario: Scenario, run: number, size: number], DecisionRun> = {
  name: 'decision',
  perform(lab, scenario, run, size) {
    const seeded = lab.seed(scenario, run, [size]);
    const twin = seeded.watchTwin();
    const series = seeded.watch(size);
    return {
      run,
      size,
      loss: lossAgainst(seeded.twinActive, activeAtEnd(series)),
      timeline: timelineOf(run, series),
      twinChurn: monthlyChurn(twin),
      revenueChange: revenueOver(series) / revenueOver(twin) - 1,
      revenueAtEnd: revenueAtEnd(series) / revenueAtEnd(twin) - 1,
    };
  },
};
