/** The decision at one size, in one run, against its do-nothing twin; and week by week, to be shown. */
import { lossAgainst } from '../engine/seeded.ts';
import { activeAtEnd } from '../engine/series.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DecisionRun, Timeline } from './assessment.ts';
import type { Job } from './job.ts';
import { revenueAtEnd, revenueOver, timelineOf } from './timeline.ts';

/** One seed at one size: what it comes to. */
export const decisionJob: Job<[scenario: Scenario, run: number, size: number], DecisionRun> = {
  name: 'decision',
  perform(lab, scenario, run, size) {
    const seeded = lab.seed(scenario, run, [size], 'revenue');
    const twin = seeded.watchTwin();
    const series = seeded.watch(size);
    return {
      run,
      size,
      loss: lossAgainst(seeded.twinActive, activeAtEnd(series)),
      revenueChange: revenueOver(series) / revenueOver(twin) - 1,
      revenueAtEnd: revenueAtEnd(series) / revenueAtEnd(twin) - 1,
    };
  },
};

/** One seed at one size with everything the timeline shows: slower, so only of the run that is shown. */
export const timelineJob: Job<[scenario: Scenario, run: number, size: number], Timeline> = {
  name: 'timeline',
  perform(lab, scenario, run, size) {
    return timelineOf(run, lab.seed(scenario, run, [size]).watch(size));
  },
};
