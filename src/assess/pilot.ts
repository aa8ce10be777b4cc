/**
 * Question 11: would a pilot tell us? How often its tripwire would stop a decision that ends in a mass exit, and
 * how often one that does no harm.
 *
 * Harmless is, first, a placebo: the group is watched and nothing is done to it, so that only chance lights the wire;
 * second, the decision at half its tipping point, which some customers resent and which holds.
 */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, doseRange } from '../model/dose.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate } from './assessment.ts';
import { crossingJob } from './crossing.ts';
import type { SeedCrossing } from './crossing.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { rate } from './massExit.ts';
import { designOf, objectionTo, ownPilot, withoutPilot } from './pilotDesign.ts';
import type { NoPilot, PilotDesign } from './pilotDesign.ts';
import { pilotJob } from './pilotRun.ts';
import type { Members, PilotRun } from './pilotRun.ts';
import { ascending, quantile, spread } from './quantile.ts';

/** Runs at most. */
const RUNS = 20;
/** First step of the search for the tip, as a share of the largest size. */
const STRIDE = 1 / 25;
/** With fewer complaints a week than this, chance decides. */
const FEW_COMPLAINTS = 2;

/** Runs in which something happened, of those in which it could; `value` is their share, with its 90 % interval. */
export interface Share extends Estimate {
  readonly count: number;
  readonly of: number;
}

/** What to say with the answer. */
export type PilotCaution =
  /** The base would be longer than the weeks simulated before the pilot. */
  | 'shortBase'
  /** Under two complaints a week: the wire hangs on single people. */
  | 'fewComplaints'
  /** In no run does the decision end in a mass exit: nothing to catch. */
  | 'nothingToCatch';

/** Who is in it, and how many complaints that makes: means over the runs. */
export interface PilotGroup {
  readonly heads: number;
  /** Complaints a week to be expected of so many, at the pace of the base weeks. */
  readonly weeklyComplaints: number;
  /** The number above which a week counts towards the wire. */
  readonly limit: number;
  /** Base weeks that were simulated. */
  readonly baseWeeks: number;
}

export interface PilotAnswer {
  readonly design: PilotDesign;
  /** The scenario's own pilot, or one that it does not have. */
  readonly own: boolean;
  readonly size: number;
  readonly runs: number;
  /** Of the runs that end in a mass exit if everybody gets the decision: those in which the wire is lit. */
  readonly caught: Share;
  /** Of all runs: those in which it is lit though nothing is done, and at a size at which the decision does no harm. */
  readonly stoppedPlacebo: Share;
  readonly stoppedHarmless: Share & { readonly size: number };
  /** Weeks from the start of the pilot until the wire is lit, in the runs caught; null if none is. */
  readonly weekLit: Estimate | null;
  readonly group: PilotGroup;
  /** Loss of the group's customers against nothing done to anybody; null if it has none. */
  readonly members: {
    /** By the end of the pilot: what its own exits show. */
    readonly shown: Estimate;
    /** At the horizon, if they alone get the decision and keep it; and if everybody gets it when they do. */
    readonly alone: Estimate;
    readonly withAll: Estimate;
  } | null;
  readonly cautions: readonly PilotCaution[];
}

export type Pilot =
  | { readonly none: NoPilot; readonly design: PilotDesign }
  | ({ readonly none: null } & PilotAnswer);

export interface PilotAsking extends Asking {
  /** What differs from the scenario's own pilot, or else from the default one. */
  readonly design?: Partial<PilotDesign> | undefined;
}

/**
 * @throws Error if no decision of the scenario has a size to vary
 */
export async function pilot(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress, design: wanted = {} }: PilotAsking = {},
): Promise<Pilot> {
  const design = { ...designOf(scenario), ...wanted };
  const plain = withoutPilot(scenario);
  const none = objectionTo(plain, design);
  if (none) return { none, design };
  const count = Math.min(RUNS, scenario.runs);
  const { index, kind } = selectedOf(plain);
  const [size, limit] = [doseOf(plain, index), doseRange(kind)];
  const told = (before: number) => ({
    onProgress: (done: number) => onProgress?.(before + done, 2 * count),
  });
  const search = { guess: size, stride: STRIDE * limit };
  const full = await replicate(
    count,
    (run) => runner.perform(crossingJob, [plain, run, search], signal),
    told(0),
  );
  const harmless = harmlessSize(full, size);
  const trials = await replicate(
    count,
    (run) => runner.perform(pilotJob, [plain, run, design, [size, harmless]], signal),
    told(count),
  );
  return concludePilot(scenario, design, full, trials);
}

/** Half of the tipping point; half of the decision's size if half of the runs or more never tip. */
function harmlessSize(full: readonly SeedCrossing[], size: number): number {
  const tips = ascending(full.map(({ tip }) => tip ?? Infinity));
  const tip = quantile(tips, 0.5);
  return (Number.isFinite(tip) ? tip : size) / 2;
}

/**
 * The answer that these runs give.
 * @param full everybody gets the decision at once
 * @param trials with the pilot, at the decision's size and at one at which it does no harm
 */
export function concludePilot(
  scenario: Scenario,
  design: PilotDesign,
  full: readonly SeedCrossing[],
  trials: readonly PilotRun[],
): Pilot {
  const group = groupOf(trials, design);
  if (!(group.heads > 0)) return { none: 'nobodyInIt', design };
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  const breaking = trials.filter((_, run) => (full[run]?.guess.loss ?? 0) >= threshold);
  const weeks = breaking.flatMap(({ lit }) => lit[0] ?? []);
  const isLit = (week: number | null | undefined) => typeof week === 'number';
  return {
    none: null,
    design,
    own: ownPilot(scenario) !== undefined,
    size: doseOf(scenario, selectedOf(scenario).index),
    runs: trials.length,
    caught: shareOf(breaking.map(({ lit }) => isLit(lit[0]))),
    stoppedPlacebo: shareOf(trials.map(({ litByNothing }) => isLit(litByNothing))),
    stoppedHarmless: {
      ...shareOf(trials.map(({ lit }) => isLit(lit[1]))),
      size: harmlessSize(full, doseOf(scenario, selectedOf(scenario).index)),
    },
    weekLit: weeks.length === 0 ? null : spread(weeks),
    group,
    members: membersOf(trials),
    cautions: [
      ...(group.baseWeeks < design.tripwire.base ? (['shortBase'] as const) : []),
      ...(group.weeklyComplaints < FEW_COMPLAINTS ? (['fewComplaints'] as const) : []),
      ...(breaking.length === 0 ? (['nothingToCatch'] as const) : []),
    ],
  };
}

function shareOf(happened: readonly boolean[]): Share {
  const count = happened.filter(Boolean).length;
  return { ...rate(count, happened.length), count, of: happened.length };
}

function groupOf(trials: readonly PilotRun[], { tripwire }: PilotDesign): PilotGroup {
  const total = (of: (trial: PilotRun) => number) =>
    trials.reduce((sum, trial) => sum + of(trial), 0);
  const heads = total((trial) => trial.heads) / Math.max(1, trials.length);
  const headWeeks = total(({ base }) => base.headWeeks);
  const perHead = headWeeks > 0 ? total(({ base }) => base.complaints) / headWeeks : 0;
  return {
    heads,
    weeklyComplaints: heads * perHead,
    limit: tripwire.times * heads * perHead,
    baseWeeks: trials[0]?.base.weeks ?? 0,
  };
}

/** Losses of the group, run by run against the same people with nothing done to anybody. */
function membersOf(trials: readonly PilotRun[]): PilotAnswer['members'] {
  const there = trials.filter(({ nothing }) => nothing.after > 0 && nothing.atHorizon > 0);
  if (there.length === 0) return null;
  const lost = (of: (trial: PilotRun) => Members, when: keyof Members) =>
    spread(there.map((trial) => 1 - of(trial)[when] / trial.nothing[when]));
  return {
    shown: lost(({ alone }) => alone, 'after'),
    alone: lost(({ alone }) => alone, 'atHorizon'),
    withAll: lost(({ everybody }) => everybody, 'atHorizon'),
  };
}
