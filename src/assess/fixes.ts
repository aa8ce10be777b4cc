/** Question 7: what would move the cliff? */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, doseRange, largestDose } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate, Standing, TippingPoint } from './assessment.ts';
import { breaksAtSize, crossingJob } from './crossing.ts';
import type { Search, SeedCrossing } from './crossing.ts';
import { effectOf, savedBy } from './effect.ts';
import type { Effect, Looked, Merit } from './effect.ts';
import { settingOf } from './fixSetting.ts';
import type { Setting } from './fixSetting.ts';
import { FIX_IDS, withFix } from './fixTable.ts';
import type { FixId } from './fixTable.ts';
import type { Asking, Runner } from './job.ts';
import { movedBy, tipShift } from './paired.ts';
import type { Moved, Shift } from './paired.ts';
import { ascending, quantile } from './quantile.ts';
import { tippingPoint } from './tipping.ts';
import { holdsAgain } from './verdict.ts';

/** Pairs of runs a fix is measured with. */
const RUNS = 20;
/** The first of them are looked at first: they tell where to look in the others. */
const SCOUTS = 3;
/** First steps away from where a tip is expected, as shares of the largest meaningful size. */
const FAR = 0.04;
const NEAR = 0.01;
/** Guesses are rounded to this share of it, so that runs share the sizes that they try, and their levers. */
const GRID = 1 / 200;

export interface FixShift extends Merit {
  readonly id: FixId;
  /** How strong it is, how long it lasts. */
  readonly setting: Setting;
  /** Pairs of runs. */
  readonly runs: number;
  /** Of the tipping point, in the unit of the size; null where it cannot be told, and for a size below 0. */
  readonly shift: Shift | null;
  /** Pairs that are sure to tip later with it, and sooner. None for a size below 0. */
  readonly moved: Moved;
  /**
   * Customers that it keeps at the decision's size, as a share of the do-nothing twin's: mean with its 90 % range.
   * Null unless the size lies outside the sizes searched, or the runs break without the decision.
   */
  readonly saved: Estimate | null;
  /** Share of the runs that end in a mass exit at the decision's size with it. */
  readonly chance: number;
  readonly effect: Effect;
  /** The scenario with it, to look at. */
  readonly scenario: Scenario;
}

export interface Fixes {
  readonly kind: SizedKind;
  readonly size: number;
  readonly runs: number;
  /** Without any fix, from all runs where these are known; null if half of the runs or more never tip. */
  readonly tippingPoint: TippingPoint | null;
  /** Most runs break whether or not this decision is taken: something else breaks them. */
  readonly breaksWithout: boolean;
  /** Share of the `runs` that end in a mass exit without any fix: what the chances of the fixes compare with. */
  readonly chance: number;
  /**
   * Shift that would bring the tipping point to the decision's size; negative: room to spare. Null without a
   * tipping point, where the runs break without the decision, and for a size below 0. So it is beyond a tipping
   * point where most runs hold again: moving it there would not be what they need.
   */
  readonly needed: number | null;
  /** The largest shift first. What does nothing or harms is a finding, and stays in the list. */
  readonly fixes: readonly FixShift[];
}

export interface FixesAsking extends Asking {
  /** How the decision stands: from more runs than the pairs, so that the shift needed is that of the verdict. */
  readonly standing?: Standing | undefined;
}

/**
 * Each buffer alone, against the scenario without it, seed by seed. A standing policy (capacity, empowerment,
 * outreach, a desk) is a policy of the do-nothing twin as well (MODEL.md 7.7): the shift says what it makes of
 * the decision, not what it is worth by itself.
 */
export async function fixes(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress, standing }: FixesAsking = {},
): Promise<Fixes> {
  const { index, kind } = selectedOf(scenario);
  const [size, limit] = [doseOf(scenario, index), largestDose(scenario, index)];
  const candidates = FIX_IDS.flatMap((id) => {
    const fixed = withFix(scenario, id);
    return fixed ? [{ id, setting: settingOf(scenario, fixed), scenario: fixed }] : [];
  });
  const runs = Array.from({ length: Math.min(RUNS, scenario.runs) }, (_, run) => run);
  const planned = runs.length * (candidates.length + 2);
  let done = 0;
  const look = async (fixed: Scenario, run: number, search: Search): Promise<SeedCrossing> => {
    const found = await runner.perform(crossingJob, [fixed, run, search], signal);
    onProgress?.(++done, planned);
    return found;
  };
  const near = (tip: number): Search => ({
    guess: Math.round(tip / (GRID * limit)) * GRID * limit,
    stride: NEAR * limit,
  });
  const far = { guess: size, stride: FAR * limit };
  const found = await Promise.all(runs.map((run) => look(scenario, run, far)));
  // Looked for again from where it was found, as those with a fix are, so that all are equally exact.
  const base = await Promise.all(
    found.map(({ tip }, run) => look(scenario, run, near(tip ?? limit))),
  );
  // Seed by seed: the fixes of a seed have the same people, and most of them the same weeks before the news.
  const shifted = async (from: number, end: number, shiftOf: (fix: number) => number) =>
    Promise.all(
      base.slice(from, end).map((known, i) =>
        Promise.all(
          candidates.map((candidate, fix) => {
            const search = { ...near(known.guess.dose + shiftOf(fix)), known };
            return look(candidate.scenario, from + i, search);
          }),
        ),
      ),
    );
  const scouts = await shifted(0, SCOUTS, () => 0);
  const runsOf = (rows: readonly SeedCrossing[][], fix: number) =>
    rows.flatMap((row) => row[fix] ?? []);
  const shifts = candidates.map((_, fix) => middle(tried(runsOf(scouts, fix), base, limit)));
  const others = await shifted(SCOUTS, base.length, (fix) => shifts[fix] ?? 0);
  const measured = candidates.map((candidate, fix) => ({
    ...candidate,
    runs: runsOf([...scouts, ...others], fix),
  }));
  return concludeFixes(kind, size, base, measured, standing, limit);
}

/**
 * The answer that these runs give.
 * @param limit largest size that was tried
 */
export function concludeFixes(
  kind: SizedKind,
  size: number,
  base: readonly Looked[],
  measured: readonly {
    readonly id: FixId;
    readonly setting?: Setting;
    readonly scenario: Scenario;
    readonly runs: readonly Looked[];
  }[],
  standing?: Standing,
  limit = doseRange(kind),
): Fixes {
  const tips = base.map(({ tip }) => tip);
  const tipping = standing ? standing.tippingPoint : tippingPoint(tips, limit);
  const chanceOf = (runs: readonly Looked[]): number =>
    runs.filter((run) => breaksAtSize(run, size)).length / Math.max(1, runs.length);
  const shifts = measured.map(({ id, setting = {}, scenario, runs }): FixShift => {
    const pairs = runs.map(({ tip, unchanged }, run) => ({
      ...{ before: tips[run] ?? null, after: tip, unchanged },
    }));
    const merit: Merit = {
      shift: size < 0 ? null : tipShift(pairs, limit),
      moved: movedBy(size < 0 ? [] : pairs, limit),
      saved: savedBy(runs, base),
    };
    return {
      ...{ id, setting, runs: runs.length, ...merit, chance: chanceOf(runs) },
      effect: effectOf(merit, limit),
      scenario,
    };
  });
  const breaksWithout = tipping?.value === 0;
  const again = standing !== undefined && holdsAgain(standing.massExit, tipping, size);
  return {
    ...{ kind, size, runs: base.length, tippingPoint: tipping, breaksWithout },
    chance: chanceOf(base),
    needed: tipping && !breaksWithout && size >= 0 && !again ? size - tipping.value : null,
    fixes: shifts.sort(byMerit),
  };
}

/** The largest shift first; where none is told, what keeps the most customers. */
function byMerit(a: FixShift, b: FixShift): number {
  const shift = (b.shift?.value ?? 0) - (a.shift?.value ?? 0);
  const net = ({ moved: { up, down } }: FixShift) => up - down;
  return shift || net(b) - net(a) || (b.saved?.value ?? 0) - (a.saved?.value ?? 0);
}

/** Whether a fix says something where there is no tipping point: that nothing is moved is nothing new then. */
export const isFinding = ({ shift, effect }: FixShift): boolean =>
  effect === 'unclear' ? shift !== null : effect !== 'nothing';

/** Where runs with a fix tip against those without, to look for the others near there. */
const tried = (
  fixed: readonly SeedCrossing[],
  base: readonly SeedCrossing[],
  limit: number,
): number[] => fixed.map(({ tip }, run) => (tip ?? limit) - (base[run]?.tip ?? limit));

/** Where most of a few lie, whatever one of them does; 0 of none. */
const middle = (values: readonly number[]): number =>
  values.length > 0 ? quantile(ascending(values), 0.5) : 0;
