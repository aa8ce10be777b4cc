/** Question 11: a decision on some segments tips them sooner or later by whom their members talk to. */
import { segmentSeriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import { lossAgainst } from '../engine/seeded.ts';
import { selectedOf } from '../engine/selected.ts';
import { assuming } from '../model/assumptions.ts';
import { DEFAULT_THRESHOLD, segmentsOf } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { crossingNear } from './crossing.ts';
import type { Asking, Job, Runner } from './job.ts';
import { pairedTips } from './pairedTips.ts';
import type { PairedTips } from './pairedTips.ts';

const RUNS = 20;
/** First step away from the decision's size, as a share of the largest meaningful one. */
const STRIDE = 0.08;

/** `first` is with no homophily, `second` with full; a tip is where the segments lose the threshold share. */
export interface Homophily extends PairedTips {
  readonly segments: readonly string[];
}

/** The size at which the segments that the selected decision is limited to lose the threshold share of theirs. */
export const segmentTipJob: Job<[scenario: Scenario, run: number], number | null> = {
  name: 'segmentTip',
  perform(lab, scenario, run) {
    const { size, limit } = lab.study(scenario);
    const hit = indicesOf(scenario);
    const seeded = lab.seed(scenario, run, [size, limit], 'events');
    const twin = activeIn(seeded.watchTwin(), hit);
    const lossAt = (dose: number) => lossAgainst(twin, activeIn(seeded.watch(dose), hit));
    const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
    return crossingNear(lossAt, size, STRIDE * limit, limit, threshold).tip;
  },
};

/** @returns null if the selected decision reaches everybody */
export async function homophily(
  scenario: Scenario,
  runner: Runner,
  asking: Asking = {},
): Promise<Homophily | null> {
  const { index } = selectedOf(scenario);
  const segments = scenario.decisions[index]?.segments;
  if (!segments || segments.length >= segmentsOf(scenario).length) return null;
  const pairs = await pairedTips(
    [assuming(scenario, { homo: 0 }), assuming(scenario, { homo: 1 })],
    Math.min(RUNS, scenario.runs),
    async (one, run) => ({
      tip: await runner.perform(segmentTipJob, [one, run], asking.signal),
    }),
    asking,
  );
  return { segments, ...pairs };
}

function indicesOf(scenario: Scenario): number[] {
  const { index } = selectedOf(scenario);
  const hit = scenario.decisions[index]?.segments ?? [];
  return segmentsOf(scenario).flatMap(({ name }, g) => (hit.includes(name) ? [g] : []));
}

/** Customers of some segments at the end of the run. */
const activeIn = (run: RunSeries, segments: readonly number[]): number =>
  segments.reduce((sum, g) => sum + (segmentSeriesOf(run, g, 'active').at(-1) ?? 0), 0);
