/**
 * Question 11: would a pilot tell us? How often its tripwire would stop a decision that ends in a mass exit, and
 * how often one that does no harm.
 *
 * Harmless is, first, a placebo: the group is watched and nothing is done to it, so that only chance lights the wire;
 * second, the decision at half its tipping point, which some customers resent and which holds. Where the runs break at
 * that size as well, by what else is decided, nothing harmless is there to compare with.
 */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, doseRange, withDose } from '../model/dose.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate, Standing } from './assessment.ts';
import { crossingJob } from './crossing.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { firstRuns } from './lookedAt.ts';
import type { Counted } from './lookedAt.ts';
import { breakingOf, rate } from './massExit.ts';
import { designOf, objectionTo, ownPilot, withoutPilot } from './pilotDesign.ts';
import type { NoPilot, PilotDesign } from './pilotDesign.ts';
import { pilotJob } from './pilotRun.ts';
import type { Members, PilotRun } from './pilotRun.ts';
import { RUNS_FOR_A_RANGE, ascending, quantile, spread } from './quantile.ts';
import { lossJob } from './sweep.ts';

/** Runs at most, and as many that break. */
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
  | 'nothingToCatch'
  /** At half of its tipping point most runs end in a mass exit as well: no size is known to do no harm. */
  | 'nothingHarmless';

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
  /** First runs of the scenario: what is said neither of those caught nor of those that break rests on them. */
  readonly runs: number;
  /** Runs of which it is known whether they break if everybody gets the decision. */
  readonly all: Counted;
  /** Of the runs that end in a mass exit if everybody gets the decision: those in which the wire is lit. */
  readonly caught: Share;
  /** Of the first runs, those in which it is lit though nothing is done. */
  readonly stoppedPlacebo: Share;
  /** At a size at which the decision does no harm: of the first runs that hold there; null if most of them do not. */
  readonly stoppedHarmless: (Share & { readonly size: number }) | null;
  /** Weeks from the start of the pilot until the wire is lit, in the runs caught; null if fewer than 5 are. */
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
  /** How the decision stands; else that is found out from the first runs. */
  readonly standing?: Standing | undefined;
}

/** What is known of the decision if everybody gets it at once. */
interface Unpiloted {
  readonly tip: number | null;
  /** Runs that end in a mass exit, and of how many they are. */
  readonly breaking: readonly number[];
  readonly runs: number;
}

/** A run with the pilot, and what it does if everybody gets the decision at once. */
export interface PilotTrial extends PilotRun {
  /** It stands for all runs; the others were added because they break, to see whether they are caught. */
  readonly typical: boolean;
  readonly breaks: boolean;
  /** It holds at the harmless size; null where nobody looked. */
  readonly harmless: boolean | null;
}

/**
 * The first runs of the scenario, at most 20, and as many of those that break, if these are known.
 * @throws Error if no decision of the scenario has a size to vary
 */
export async function pilot(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress, design: wanted = {}, standing }: PilotAsking = {},
): Promise<Pilot> {
  const design = { ...designOf(scenario), ...wanted };
  const plain = withoutPilot(scenario);
  const none = objectionTo(plain, design);
  if (none) return { none, design };
  const { index } = selectedOf(plain);
  const size = doseOf(plain, index);
  const first = firstRuns(Math.min(RUNS, scenario.runs));
  // With a pilot of its own the scenario stands otherwise than if everybody gets the decision.
  const known = ownPilot(scenario) ? null : unpilotedOf(standing);
  const told = (before: number, planned: number) => ({
    onProgress: (done: number) => onProgress?.(before + done, planned),
  });
  const searched = known ? 0 : first.length;
  const unpiloted =
    known ??
    (await searchTips(plain, first, runner, signal, told(0, searched + 2 * first.length)));
  const harmless = (unpiloted.tip ?? size) / 2;
  const runs = [...new Set([...first, ...unpiloted.breaking.slice(0, RUNS)])];
  const planned = searched + first.length + runs.length;
  const atHarmless = withDose(plain, index, harmless);
  const losses = await replicate(
    first.length,
    (run) => runner.perform(lossJob, [atHarmless, run], signal),
    told(searched, planned),
  );
  const trials = await replicate(
    runs.length,
    (i) => runner.perform(pilotJob, [plain, runs[i] ?? i, design, [size, harmless]], signal),
    told(searched + first.length, planned),
  );
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  return concludePilot(
    scenario,
    design,
    trials.map((trial, i) => ({
      ...trial,
      typical: i < first.length,
      breaks: unpiloted.breaking.includes(runs[i] ?? i),
      harmless: i < losses.length ? (losses[i] ?? 0) < threshold : null,
    })),
    harmless,
    { runs: unpiloted.runs, breaking: unpiloted.breaking.length },
  );
}

const unpilotedOf = (standing: Standing | undefined): Unpiloted | null =>
  standing?.breaking
    ? {
        tip: standing.tippingPoint?.value ?? null,
        breaking: standing.breaking,
        runs: standing.massExit.runs,
      }
    : null;

async function searchTips(
  plain: Scenario,
  runs: readonly number[],
  runner: Runner,
  signal: AbortSignal | undefined,
  asking: Asking,
): Promise<Unpiloted> {
  const { index, kind } = selectedOf(plain);
  const search = { guess: doseOf(plain, index), stride: STRIDE * doseRange(kind) };
  const found = await replicate(
    runs.length,
    (run) => runner.perform(crossingJob, [plain, run, search], signal),
    asking,
  );
  const tip = quantile(ascending(found.map((run) => run.tip ?? Infinity)), 0.5);
  const losses = found.map(({ guess: { loss } }, run) => ({ run, loss }));
  return {
    tip: Number.isFinite(tip) ? tip : null,
    breaking: breakingOf(losses, plain.threshold ?? DEFAULT_THRESHOLD),
    runs: runs.length,
  };
}

/**
 * The answer that these runs give.
 * @param harmless size at which the decision is taken to do no harm: half of its tipping point, or of its own size
 * if half of the runs or more never tip
 * @param all runs of which it is known whether they break
 */
export function concludePilot(
  scenario: Scenario,
  design: PilotDesign,
  trials: readonly PilotTrial[],
  harmless: number,
  all: Counted,
): Pilot {
  const typical = trials.filter((trial) => trial.typical);
  const group = groupOf(typical, design);
  if (!(group.heads > 0)) return { none: 'nobodyInIt', design };
  const breaking = trials.filter(({ breaks }) => breaks);
  const weeks = breaking.flatMap(({ lit }) => lit[0] ?? []);
  const holding = typical.filter((trial) => trial.harmless);
  const isHarmless = holding.length > typical.length / 2;
  return {
    none: null,
    design,
    own: ownPilot(scenario) !== undefined,
    size: doseOf(scenario, selectedOf(scenario).index),
    runs: typical.length,
    all,
    caught: shareOf(breaking.map(({ lit }) => isLit(lit[0]))),
    stoppedPlacebo: shareOf(typical.map(({ litByNothing }) => isLit(litByNothing))),
    stoppedHarmless: isHarmless
      ? { ...shareOf(holding.map(({ lit }) => isLit(lit[1]))), size: harmless }
      : null,
    weekLit: weeks.length < RUNS_FOR_A_RANGE ? null : spread(weeks),
    group,
    members: membersOf(typical),
    cautions: [
      ...(group.baseWeeks < design.tripwire.base ? (['shortBase'] as const) : []),
      ...(group.weeklyComplaints < FEW_COMPLAINTS ? (['fewComplaints'] as const) : []),
      ...(breaking.length === 0 ? (['nothingToCatch'] as const) : []),
      ...(isHarmless ? [] : (['nothingHarmless'] as const)),
    ],
  };
}

const isLit = (week: number | null | undefined): boolean => typeof week === 'number';

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
