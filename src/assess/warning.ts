/** Question 8: which reported figure warns of the mass exit, how early, and how often for nothing? */
import { lossAgainst } from '../engine/seeded.ts';
import { activeAtEnd } from '../engine/series.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { firstNews } from '../model/twin.ts';
import { MEASURES, alarmsOf, limitsOf } from './alarms.ts';
import type { Alarms, Limit, Limits, Measure } from './alarms.ts';
import type { Standing } from './assessment.ts';
import { replicate } from './job.ts';
import type { Asking, Job, Runner } from './job.ts';
import { allOf, bothKinds } from './lookedAt.ts';
import type { Counted } from './lookedAt.ts';
import { rate } from './massExit.ts';
import { RUNS_FOR_A_RANGE, sample } from './quantile.ts';
import type { Sample } from './quantile.ts';
import { visibleRise, waveWeek } from './visible.ts';

/** Runs that are looked at, at most. */
const RUNS = 40;
/** What the others are to lead. An alarm of its own before its rise tells only of how the two are defined. */
export const COMPARISON: Measure = 'churn';

/** What one seed's figures show. */
export interface WarningRun {
  readonly run: number;
  /** It ends in a mass exit. */
  readonly breaks: boolean;
  /** Week in which the rise of the churn is first seen; null if never. */
  readonly visibleRise: number | null;
  /** Week that ends the four with the most exits; null if there is no wave. */
  readonly wave: number | null;
  /** Weeks simulated before the first news of the decisions. */
  readonly baseWeeks: number;
  readonly alarms: Alarms;
  /** What the alarms crossed. */
  readonly limits: Limits;
  /** Of the do-nothing twin, in the same weeks. */
  readonly twinAlarms: Alarms;
}

/** One measure over the runs. All leads are in weeks and over runs that break; below 0 the alarm came too late. */
export interface MeasureWarning {
  readonly measure: Measure;
  /** Runs that break in which it raised an alarm at all. */
  readonly alarmed: number;
  /** From the alarm to the first visible rise of the churn, over the runs with both; null of fewer than 5. */
  readonly lead: Sample | null;
  /** Of the runs that show that rise, those in which the alarm came before it. */
  readonly before: number;
  /** From the alarm to the wave, over the runs with both; null of fewer than 5. */
  readonly leadToWave: Sample | null;
  /** Runs in which the alarm came before the wave. */
  readonly beforeWave: number;
  /** Share of the runs that hold, with the same decision, in which it raised an alarm; null if none holds. */
  readonly falseAlarms: Sample | null;
  /** Share of the do-nothing runs in which it raised one in the same weeks. */
  readonly twinAlarms: Sample;
  /**
   * What it crosses: the side on which most of the runs that break do, and the value there, in the measure's own
   * unit, cancel attempts per 1,000 customers a week; null if no such run raised an alarm.
   */
  readonly limit: (Sample & Pick<Limit, 'side'>) | null;
  /** Null if fewer than 5 of the runs that break show a rise of the churn. */
  readonly claim: Claim | null;
}

/**
 * What can be said of a measure: no lead, no claim; and no claim where it sounds as often for nothing. A warning
 * leads, and raises an alarm neither in most of the do-nothing runs nor in most of the runs that hold with the same
 * decision: of two measures with the same lead the one that tells those that break from those that hold is a
 * warning, and the other one says only that something was decided. However few hold, they count; where none does,
 * the do-nothing runs alone can tell.
 */
export type Claim =
  /** Its alarm leads the first visible rise of the churn in more than half of the runs that break and show one. */
  | 'warns'
  /** It does not, or in too few runs to say by how much. */
  | 'noLead'
  /** It does, but it is raised in more than half of the do-nothing runs as well, and so says nothing. */
  | 'soundsAnyway'
  /** It does, but it is raised in more than half of the runs that hold as well, and so does not tell them apart. */
  | 'soundsEitherWay';

export interface Warning {
  /** All runs of the decision, where those that break are known among them; else those looked at. */
  readonly all: Counted;
  /** Runs looked at, and those of them that end in a mass exit. */
  readonly runs: number;
  readonly breaking: number;
  /** Weeks before the first news of the decisions, of which a measure's last 26 tell what is usual. */
  readonly baseWeeks: number;
  /** Whether there is an answer; if no run breaks, or fewer than 5, there are false alarms and no leads. */
  readonly outcome: 'measured' | 'holds' | 'tooFew';
  /** Of the runs that break, those that show a rise of the churn, which is what an alarm is to lead. */
  readonly showing: number;
  /** Over the runs that break: week of that rise, and of the wave; null of fewer than 5. */
  readonly visibleRise: Sample | null;
  readonly wave: Sample | null;
  /** In the order of MEASURES. */
  readonly measures: readonly MeasureWarning[];
}

/** One seed: the alarms of the decision's run and of its twin. */
export const warningJob: Job<[scenario: Scenario, run: number], WarningRun> = {
  name: 'warning',
  perform(lab, scenario, run) {
    const { size } = lab.study(scenario);
    const seeded = lab.seed(scenario, run, [size]);
    const twin = seeded.watchTwin();
    const series = seeded.watch(size);
    const loss = lossAgainst(seeded.twinActive, activeAtEnd(series));
    const news = firstNews(scenario);
    return {
      run,
      breaks: loss >= (scenario.threshold ?? DEFAULT_THRESHOLD),
      visibleRise: visibleRise(series, twin, news),
      wave: waveWeek(series, twin, news),
      baseWeeks: Math.max(0, news + series.historyWeeks),
      alarms: alarmsOf(series, news),
      limits: limitsOf(series, news),
      twinAlarms: alarmsOf(twin, news),
    };
  },
};

export interface WarningAsking extends Asking {
  /** How the decision stands; else its first runs are looked at. */
  readonly standing?: Standing | undefined;
}

/** Which figures warn? On at most 40 runs, of those that break and those that hold 20 each if both are known. */
export async function warning(
  scenario: Scenario,
  runner: Runner,
  { standing, ...asking }: WarningAsking = {},
): Promise<Warning> {
  const chosen = bothKinds(scenario.runs, RUNS, standing);
  const runs = await replicate(
    chosen.length,
    (i) => runner.perform(warningJob, [scenario, chosen[i] ?? i], asking.signal),
    asking,
  );
  return concludeWarning(runs, standing);
}

/** The answer that these runs give. */
export function concludeWarning(runs: readonly WarningRun[], standing?: Standing): Warning {
  const breaking = runs.filter(({ breaks }) => breaks);
  const counted = { runs: runs.length, breaking: breaking.length };
  return {
    all: allOf(standing, counted),
    ...counted,
    baseWeeks: runs[0]?.baseWeeks ?? 0,
    outcome: outcomeOf(breaking.length),
    showing: showingOf(breaking),
    visibleRise: sampleOf(breaking.map((run) => run.visibleRise)),
    wave: sampleOf(breaking.map(({ wave }) => wave)),
    measures: MEASURES.map((measure) => warningOf(measure, runs, breaking)),
  };
}

function outcomeOf(breaking: number): Warning['outcome'] {
  if (breaking === 0) return 'holds';
  return breaking < RUNS_FOR_A_RANGE ? 'tooFew' : 'measured';
}

const sampleOf = (weeks: readonly (number | null)[]): Sample | null =>
  sample(weeks, RUNS_FOR_A_RANGE);

const showingOf = (breaking: readonly WarningRun[]): number =>
  breaking.filter(({ visibleRise: rise }) => rise !== null).length;

function warningOf(
  measure: Measure,
  runs: readonly WarningRun[],
  breaking: readonly WarningRun[],
): MeasureWarning {
  const leadTo = (week: 'visibleRise' | 'wave') =>
    breaking.map((run) => weeksBetween(run.alarms[measure], run[week]));
  const isEarly = (weeks: number | null) => weeks !== null && weeks > 0;
  const [toRise, toWave] = [leadTo('visibleRise'), leadTo('wave')];
  const before = toRise.filter(isEarly).length;
  const lead = sampleOf(toRise);
  const holding = runs.filter(({ breaks }) => !breaks);
  const falseAlarms =
    holding.length > 0 ? alarmRate(holding.map(({ alarms }) => alarms[measure])) : null;
  const twin = alarmRate(runs.map(({ twinAlarms }) => twinAlarms[measure]));
  return {
    measure,
    alarmed: breaking.filter(({ alarms }) => alarms[measure] !== null).length,
    lead,
    before,
    leadToWave: sampleOf(toWave),
    beforeWave: toWave.filter(isEarly).length,
    falseAlarms,
    twinAlarms: twin,
    limit: limitOf(breaking.flatMap(({ limits }) => limits[measure] ?? [])),
    claim: claimOf(
      lead && measure !== COMPARISON ? before : 0,
      showingOf(breaking),
      twin,
      falseAlarms,
    ),
  };
}

function limitOf(limits: readonly Limit[]): MeasureWarning['limit'] {
  const on = (wanted: Limit['side']) => limits.filter(({ side }) => side === wanted);
  const side = on('above').length >= on('below').length ? 'above' : 'below';
  const values = sample(on(side).map(({ value }) => value));
  return values && { side, ...values };
}

function claimOf(
  before: number,
  rises: number,
  twin: Sample,
  falseAlarms: Sample | null,
): Claim | null {
  if (rises < RUNS_FOR_A_RANGE) return null;
  if (before <= rises / 2) return 'noLead';
  if (twin.value > 1 / 2) return 'soundsAnyway';
  return falseAlarms && falseAlarms.value > 1 / 2 ? 'soundsEitherWay' : 'warns';
}

const weeksBetween = (alarm: number | null, event: number | null): number | null =>
  alarm === null || event === null ? null : event - alarm;

function alarmRate(alarms: readonly (number | null)[]): Sample {
  const count = alarms.filter((week) => week !== null).length;
  return { ...rate(count, alarms.length), runs: alarms.length };
}
