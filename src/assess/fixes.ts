/** Question 7: what would move the cliff? */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, doseRange, largestDose } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate, Standing, TippingPoint } from './assessment.ts';
import { crossingJob } from './crossing.ts';
import type { Search, SeedCrossing } from './crossing.ts';
import { FIX_IDS, withFix } from './fixTable.ts';
import type { FixId } from './fixTable.ts';
import type { Asking, Runner } from './job.ts';
import { meanShift } from './paired.ts';
import { ascending, quantile } from './quantile.ts';
import { tippingPoint } from './tipping.ts';

/** Pairs of runs a fix is measured with. */
const RUNS = 20;
/** The first of them are looked at first: they tell where to look in the others. */
const SCOUTS = 3;
/** First steps away from where a tip is expected, as shares of the largest meaningful size. */
const FAR = 0.04;
const NEAR = 0.01;
/** Guesses are rounded to this share of it, so that runs share the sizes that they try, and their levers. */
const GRID = 1 / 200;

/** Shifts under this share of it are no more than the straight lines of the search: an eighth of a point of a price. */
const TOLD = 1 / 800;

export interface FixShift extends Estimate {
  readonly id: FixId;
  /** Pairs of runs. `value` is their mean shift of the tipping point in the unit of the size, `low` to `high` its 90 % range. */
  readonly runs: number;
  /** One of a pair never tips, and counts as if it tipped at the largest size: the shift is at least this. */
  readonly open: boolean;
  /** Share of the runs that end in a mass exit at the decision's size with it. */
  readonly chance: number;
  /** Whether its range lies above zero or below it, and it moves the tipping point by more than the search can tell. */
  readonly effect: 'helps' | 'nothing' | 'harms';
  /** The scenario with it, to look at. */
  readonly scenario: Scenario;
}

export interface Fixes {
  readonly kind: SizedKind;
  readonly size: number;
  readonly runs: number;
  /** Without any fix, from all runs where these are known; null if half of the runs or more never tip. */
  readonly tippingPoint: TippingPoint | null;
  readonly chance: number;
  /** Shift that would bring the tipping point to the decision's size; null without one. Negative: room to spare. */
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
    return fixed ? [{ id, scenario: fixed }] : [];
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
  const shifts = candidates.map((_, fix) => middle(shiftsOf(runsOf(scouts, fix), base, limit)));
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
  base: Tips,
  measured: readonly {
    readonly id: FixId;
    readonly scenario: Scenario;
    readonly runs: Tips;
  }[],
  standing?: Standing,
  limit = doseRange(kind),
): Fixes {
  const tips = base.map(({ tip }) => tip);
  const tipping = standing ? standing.tippingPoint : tippingPoint(tips, limit);
  const shifts = measured.map(({ id, scenario, runs }): FixShift => {
    const after = runs.map(({ tip }) => tip);
    const shift = meanShift(shiftsOf(runs, base, limit));
    const told = Math.abs(shift.value) > TOLD * limit;
    const effect =
      told && shift.low > 0 ? 'helps' : told && shift.high < 0 ? 'harms' : 'nothing';
    const open = after.some((tip, i) => tip === null || tips[i] === null);
    return {
      id,
      ...shift,
      runs: runs.length,
      open,
      chance: chanceOf(after, size),
      effect,
      scenario,
    };
  });
  return {
    kind,
    size,
    runs: base.length,
    tippingPoint: tipping,
    chance: chanceOf(tips, size),
    needed: tipping && size - tipping.value,
    fixes: shifts.sort((a, b) => b.value - a.value),
  };
}

type Tips = readonly Pick<SeedCrossing, 'tip'>[];

/** Run by run, as far as there are runs with a fix. */
const shiftsOf = (fixed: Tips, base: Tips, limit: number): number[] =>
  fixed.map(({ tip }, run) => (tip ?? limit) - (base[run]?.tip ?? limit));

/** Where most of a few lie, whatever one of them does; 0 of none. */
const middle = (values: readonly number[]): number =>
  values.length > 0 ? quantile(ascending(values), 0.5) : 0;

const chanceOf = (tips: readonly (number | null)[], size: number): number =>
  tips.filter((tip) => tip !== null && tip <= size).length / Math.max(1, tips.length);
