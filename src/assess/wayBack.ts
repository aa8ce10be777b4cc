/** Question 6: until when can the company go back on the decision, and what returns if it does? */
import { lossAgainst } from '../engine/seeded.ts';
import { activeAtEnd } from '../engine/series.ts';
import { selectedOf } from '../engine/selected.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { firstNews } from '../model/twin.ts';
import type { Estimate, Standing } from './assessment.ts';
import { replicate } from './job.ts';
import type { Asking, Job, Runner } from './job.ts';
import { searchLastSafe } from './lastSafe.ts';
import type { BackRun } from './lastSafe.ts';
import { allOf, breakingRuns } from './lookedAt.ts';
import type { Counted } from './lookedAt.ts';
import { RUNS_FOR_A_RANGE, sample, spread } from './quantile.ts';
import type { Sample } from './quantile.ts';
import { visibleRise } from './visible.ts';

/** Runs that are looked at, at most. */
const RUNS = 20;
/** Points of the curve at most, but for those that are told. */
const POINTS = 16;
/** Weeks after the decision for which it is told what returns: a month, a quarter, half a year. */
export const TOLD_WEEKS: readonly number[] = [4, 13, 26];

/** Going back in one seed. */
export interface WayBackRun {
  readonly run: number;
  /** Loss against the do-nothing twin at the horizon if nobody goes back. */
  readonly loss: number;
  /** Week in which the rise of the churn is first seen if nobody goes back; null if never. */
  readonly visibleRise: number | null;
  /** Null if the run does not break, so that there is nothing to go back from. */
  readonly back: BackRun | null;
}

/** Until when going back avoids the mass exit. */
export type Deadline =
  /** No run ends in a mass exit. */
  | { readonly kind: 'holds' }
  /** Some do, and of fewer than 5 runs no week is given. */
  | { readonly kind: 'tooFew' }
  /** In more than half of the runs that break, any week of the horizon is early enough. */
  | { readonly kind: 'any' }
  /** In more than half of them it is too late from the decision's week on. */
  | { readonly kind: 'none'; readonly from: number }
  /** Last safe week, median and 90 % range; the decision's week for runs in which it is too late from then on. */
  | ({ readonly kind: 'week' } & Estimate);

/** Going back in one week. All figures are over the runs that break if nobody goes back. */
export interface WayBackPoint {
  readonly week: number;
  readonly weeksAfter: number;
  /** Loss at the horizon; below 0 if there are more customers than without the decision. */
  readonly loss: Estimate;
  /** Share of the loss that returns: 1 is all of it; below 0 if going back makes it worse. */
  readonly regained: Estimate;
  /** Share of the runs in which the mass exit is avoided, 0..1. */
  readonly avoided: number;
}

export interface WayBack {
  /** All runs of the decision, where those that break are known among them; else those looked at. */
  readonly all: Counted;
  /** Runs looked at. */
  readonly runs: number;
  /** Of these, the ones that end in a mass exit if nobody goes back: all other figures rest on them. */
  readonly breaking: number;
  /** Loss that counts as a mass exit. */
  readonly threshold: number;
  /** Week of the selected decision. */
  readonly decisionWeek: number;
  readonly deadline: Deadline;
  /** Runs in which it is too late from the decision's week on; in which any week is early enough. */
  readonly tooLate: number;
  readonly anyWeek: number;
  /** Runs in which going back too late was followed by weeks in which it would have helped again. */
  readonly irregular: number;
  /** Loss at the horizon if nobody goes back; null if fewer than 5 runs break. */
  readonly loss: Estimate | null;
  /** By week; empty if fewer than 5 runs break. */
  readonly curve: readonly WayBackPoint[];
  /** Week in which the rise of the churn is first seen if nobody goes back; null if in fewer than 5 runs. */
  readonly visibleRise: Sample | null;
  /** Weeks from the last safe one to that rise, run by run; null if the rise is no later than it, or in too few runs. */
  readonly calmWeeks: Sample | null;
}

/** Share of a loss that a smaller one leaves out. */
export const regained = (before: number, after: number): number => (before - after) / before;

/** One seed: the decision kept to, and gone back on in as many weeks as the answer needs. */
export const wayBackJob: Job<[scenario: Scenario, run: number], WayBackRun> = {
  name: 'wayBack',
  perform(lab, scenario, run) {
    const { size } = lab.study(scenario);
    const seeded = lab.seed(scenario, run, [size], 'events');
    const twin = seeded.watchTwin();
    const series = seeded.watch(size);
    const lossOf = (active: number) => lossAgainst(seeded.twinActive, active);
    const loss = lossOf(activeAtEnd(series));
    const threshold = thresholdOf(scenario);
    const answer = { run, loss, visibleRise: visibleRise(series, twin, firstNews(scenario)) };
    if (loss < threshold) return { ...answer, back: null };
    const reversal = seeded.reversal(size);
    const lossAt = (week: number) => lossOf(reversal.activeAtEnd(week));
    const weeks = curveWeeks(scenario);
    return { ...answer, back: searchLastSafe(lossAt, weeks, scenario.horizon, threshold) };
  },
};

export interface WayBackAsking extends Asking {
  /** How the decision stands; else its first runs are looked at. */
  readonly standing?: Standing | undefined;
}

/** Until when can the company go back on the selected decision? On at most 20 runs, those that break if known. */
export async function wayBack(
  scenario: Scenario,
  runner: Runner,
  { standing, ...asking }: WayBackAsking = {},
): Promise<WayBack> {
  const chosen = breakingRuns(scenario.runs, RUNS, standing);
  const runs = await replicate(
    chosen.length,
    (i) => runner.perform(wayBackJob, [scenario, chosen[i] ?? i], asking.signal),
    asking,
  );
  return concludeWayBack(scenario, runs, standing);
}

/**
 * Weeks of the curve: the one after the decision, and then evenly to the end of the horizon, but for those that are
 * told, which stand for their neighbours.
 */
export function curveWeeks(scenario: Scenario): number[] {
  const { horizon } = scenario;
  const decision = decisionWeekOf(scenario);
  const after = horizon - 1 - decision;
  const step = [1, 2, 4, 8, 13, 26].find((weeks) => after / weeks < POINTS) ?? 52;
  const isApart = (week: number) =>
    TOLD_WEEKS.every((told) => Math.abs(told - week) >= step / 2);
  const even = Array.from({ length: Math.floor(after / step) }, (_, i) => (i + 1) * step);
  return [...new Set([1, ...TOLD_WEEKS, ...even.filter(isApart)])]
    .sort((a, b) => a - b)
    .map((week) => decision + week)
    .filter((week) => week < horizon);
}

/** The answer that these runs give. */
export function concludeWayBack(
  scenario: Scenario,
  runs: readonly WayBackRun[],
  standing?: Standing,
): WayBack {
  const decisionWeek = decisionWeekOf(scenario);
  const threshold = thresholdOf(scenario);
  const breaking = runs.flatMap(({ back, ...rest }) => (back ? [{ ...rest, ...back }] : []));
  const enough = breaking.length >= RUNS_FOR_A_RANGE;
  const counted = { runs: runs.length, breaking: breaking.length };
  const last = scenario.horizon - 1;
  const calm = breaking.map(({ visibleRise: rise, lastSafe }) =>
    rise === null || lastSafe === null ? null : rise - lastSafe,
  );
  const calmWeeks = sample(calm, RUNS_FOR_A_RANGE);
  return {
    all: allOf(standing, counted),
    ...counted,
    threshold,
    decisionWeek,
    deadline: deadlineOf(
      breaking.map(({ lastSafe }) => lastSafe),
      decisionWeek,
      last,
    ),
    tooLate: breaking.filter(({ lastSafe }) => lastSafe === null).length,
    anyWeek: breaking.filter(({ lastSafe }) => lastSafe === last).length,
    irregular: breaking.filter(({ monotone }) => !monotone).length,
    loss: enough ? spread(breaking.map(({ loss }) => loss)) : null,
    curve: enough ? curveOf(curveWeeks(scenario), decisionWeek, threshold, breaking) : [],
    visibleRise: sample(
      breaking.map(({ visibleRise: rise }) => rise),
      RUNS_FOR_A_RANGE,
    ),
    calmWeeks: calmWeeks && calmWeeks.value > 0 ? calmWeeks : null,
  };
}

function deadlineOf(
  lastSafe: readonly (number | null)[],
  decisionWeek: number,
  last: number,
): Deadline {
  const isMost = (count: number) => count > lastSafe.length / 2;
  if (lastSafe.length === 0) return { kind: 'holds' };
  if (lastSafe.length < RUNS_FOR_A_RANGE) return { kind: 'tooFew' };
  if (isMost(lastSafe.filter((week) => week === null).length))
    return { kind: 'none', from: decisionWeek };
  if (isMost(lastSafe.filter((week) => week === last).length)) return { kind: 'any' };
  return { kind: 'week', ...spread(lastSafe.map((week) => week ?? decisionWeek)) };
}

function curveOf(
  weeks: readonly number[],
  decisionWeek: number,
  threshold: number,
  breaking: readonly { readonly loss: number; readonly losses: readonly number[] }[],
): WayBackPoint[] {
  return weeks.map((week, i) => {
    const losses = breaking.map((run) => run.losses[i] ?? NaN);
    return {
      week,
      weeksAfter: week - decisionWeek,
      loss: spread(losses),
      regained: spread(breaking.map(({ loss }, k) => regained(loss, losses[k] ?? NaN))),
      avoided: losses.filter((loss) => loss < threshold).length / losses.length,
    };
  });
}

const thresholdOf = (scenario: Scenario): number => scenario.threshold ?? DEFAULT_THRESHOLD;

const decisionWeekOf = (scenario: Scenario): number =>
  scenario.decisions[selectedOf(scenario).index]?.week ?? 0;
