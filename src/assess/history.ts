/** Question 12: what have the decisions of the last years done to it? */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import { crossingJob } from './crossing.ts';
import type { Asking, Runner } from './job.ts';
import { pairedTips } from './pairedTips.ts';
import type { PairedTips } from './pairedTips.ts';

const RUNS = 20;
const YEARS = 3;
/** First step away from where a tip is looked for first, as a share of the largest meaningful size. */
const STRIDE = 0.08;

/** `first` is without the recorded decisions, `second` with them. */
export interface History extends PairedTips {
  /** Decisions of the last three years before week 0. */
  readonly decisions: number;
  /** Week of the oldest of them. */
  readonly since: number;
}

/** @returns null if nothing was decided in the last three years */
export async function history(
  scenario: Scenario,
  runner: Runner,
  asking: Asking = {},
): Promise<History | null> {
  const past = scenario.decisions.filter(isRecent);
  if (past.length === 0) return null;
  const { index } = selectedOf(scenario);
  const [size, limit] = [doseOf(scenario, index), largestDose(scenario, index)];
  const search = { guess: size, stride: STRIDE * limit };
  const pairs = await pairedTips(
    [withoutHistory(scenario), scenario],
    Math.min(RUNS, scenario.runs),
    (one, run) => runner.perform(crossingJob, [one, run, search], asking.signal),
    asking,
  );
  const since = Math.min(...past.map(({ week }) => week));
  return { decisions: past.length, since, ...pairs };
}

const isRecent = ({ week }: { readonly week: number }): boolean =>
  week < 0 && week >= -52 * YEARS;

/**
 * The same scenario as if nothing had been decided in the last three years. A price change of nothing keeps the place
 * of the oldest decision in time, so that as many weeks are simulated before week 0 and the draws of every week stay
 * the same; it moves no price and is announced to nobody.
 */
export function withoutHistory(scenario: Scenario): Scenario {
  const { index } = selectedOf(scenario);
  const past = scenario.decisions.filter(isRecent);
  const kept = scenario.decisions.filter((decision) => !isRecent(decision));
  const selected = kept.findIndex((decision) => decision === scenario.decisions[index]);
  const week = Math.min(...past.map((decision) => decision.week));
  const nothing = { kind: 'price' as const, week, change: 0 };
  return {
    ...scenario,
    decisions: past.length > 0 ? [...kept, nothing] : kept,
    selected,
  };
}
