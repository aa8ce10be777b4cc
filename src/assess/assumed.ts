/**
 * Question 1 with all that is not known: how likely is a mass exit, and where does it tip, over chance and over
 * assumptions?
 *
 * Run r is seed r under draw r of the assumptions, so the share of runs that end in a mass exit is the chance
 * over both. A draw can make customers leave much faster or slower than they do in the market even if nothing is
 * decided; it speaks of another market, is dropped (rejection, as in approximate Bayesian computation: Beaumont,
 * Zhang and Balding 2002) and counted.
 */
import { selectedOf } from '../engine/selected.ts';
import { tripwireOf } from '../engine/tripwire.ts';
import { drawnScenarios } from '../model/assumptions.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate, Span, TippingPoint } from './assessment.ts';
import { breaksAt, firstSizes } from './breaking.ts';
import { doseAxis } from './cliff.ts';
import { crossingNear } from './crossing.ts';
import { churnOf, everydayExits, isPlausible, together } from './everyday.ts';
import type { EverydayExits } from './everyday.ts';
import { replicate } from './job.ts';
import type { Asking, Job, Runner } from './job.ts';
import { rate } from './massExit.ts';
import { RUNS_FOR_A_RANGE, ascending, quantile, spread } from './quantile.ts';
import { tipOf } from './tipping.ts';
import { LOW_CHANCE } from './verdict.ts';

/** Draws at most, and runs at most under the scenario's own parameters. */
const DRAWS = 200;
const OWN_RUNS = 20;
/** First step of the search away from the decision's size, as a share of the largest meaningful size. */
const STRIDE = 1 / 25;

/** One seed at the decision's size and at its tip. */
export interface AssumedRun {
  readonly everyday: EverydayExits;
  /** Null if the draw was dropped. */
  readonly outcome: AssumedOutcome | null;
}

interface AssumedOutcome {
  /** Against the do-nothing twin, at the decision's size. */
  readonly loss: number;
  /** Null if the run holds at every size. */
  readonly tip: number | null;
  /** The sizes at which it breaks: where a tripwire can save it at larger ones, not every one above its tip. */
  readonly breaks: readonly Span[];
}

export interface Assumed {
  /** What the ranges include. */
  readonly over: 'seedsAndAssumptions';
  /** What assumptions are drawn from: the sourced ranges, or as far as it tells a fit to the own history. */
  readonly from: 'ranges' | 'history';
  readonly kind: SizedKind;
  readonly size: number;
  /** Loss that counts as a mass exit. */
  readonly threshold: number;
  /** Runs drawn, runs that were kept, and those of them that end in a mass exit. */
  readonly drawn: number;
  readonly runs: number;
  readonly exits: number;
  /**
   * Chance of a mass exit over seeds and assumptions. In nine draws of ten the chance over seeds alone lies from
   * `low` to `high`; close to a cliff that is all of 0 to 1, as whoever knew the parameters would be nearly sure,
   * one way or the other. Never narrower than `counted`. Null if no draw was kept.
   */
  readonly chance: Estimate | null;
  /** 90 % interval of the chance as a count of so many runs (Wilson 1927), the smaller part of the ignorance. */
  readonly counted: { readonly low: number; readonly high: number };
  /** Share of the draws with a chance over seeds below 25 %: under them the verdict is `above`. */
  readonly above: number;
  /** Median tip of the runs; nine of ten lie in its range, if they are five at least. Null if half of them or more never tip. */
  readonly tippingPoint: TippingPoint | null;
  /** Tips of the runs, ascending; those that never tip, null, come last. */
  readonly tips: readonly (number | null)[];
  /** Customers who leave per month without a decision: under the scenario's own parameters, and in the runs kept. */
  readonly churn: { readonly own: number; readonly kept: Estimate | null };
}

/** One seed of a scenario. Loss and tip are left out if its everyday churn is not that of the market. */
export const assumedJob: Job<
  [scenario: Scenario, run: number, market: EverydayExits | null],
  AssumedRun
> = {
  name: 'assumed',
  perform(lab, scenario, run, market) {
    const { limit, size } = lab.study(scenario);
    const seeded = lab.seed(scenario, run, [size, limit], 'events');
    const everyday = everydayExits(seeded.watchTwin());
    if (market && !isPlausible(everyday, market)) return { everyday, outcome: null };
    const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
    const lossAt = (dose: number) => seeded.loss(dose);
    if (tripwireOf(scenario)) {
      const { doses } = doseAxis(scenario);
      const { tip, breaks } = tipOf(lossAt, doses, limit, threshold, 'sweep');
      return { everyday, outcome: { loss: lossAt(size), tip, breaks } };
    }
    const { guess, tip } = crossingNear(lossAt, size, STRIDE * limit, limit, threshold);
    const breaks = tip === null ? [] : [{ from: tip, to: null }];
    return { everyday, outcome: { loss: guess.loss, tip, breaks } };
  },
};

/**
 * Asks as many runs as the scenario has, 200 at most, each under a draw of its own; and before that up to 20 under
 * the scenario's own parameters, for its everyday churn and for how far chance alone moves the tip.
 * @throws Error if no decision of the scenario has a size to vary
 */
export async function assumed(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress }: Asking = {},
): Promise<Assumed> {
  const ownRuns = Math.min(OWN_RUNS, scenario.runs);
  const draws = drawnScenarios(scenario, Math.min(DRAWS, scenario.runs));
  const progress = (before: number) => ({
    onProgress: (done: number) => onProgress?.(before + done, ownRuns + draws.length),
  });
  const own = await replicate(
    ownRuns,
    (run) => runner.perform(assumedJob, [scenario, run, null], signal),
    progress(0),
  );
  const market = together(own.map(({ everyday }) => everyday));
  const drawn = await replicate(
    draws.length,
    (run) => runner.perform(assumedJob, [draws[run] ?? scenario, run, market], signal),
    progress(ownRuns),
  );
  return concludeAssumed(scenario, own, drawn);
}

/**
 * The answer that these runs give.
 * @param own under the scenario's own parameters
 * @param drawn under a draw each
 */
export function concludeAssumed(
  scenario: Scenario,
  own: readonly AssumedRun[],
  drawn: readonly AssumedRun[],
): Assumed {
  const { index, kind } = selectedOf(scenario);
  const size = doseOf(scenario, index);
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  const kept = drawn.flatMap(({ everyday, outcome }) =>
    outcome ? { everyday, ...outcome } : [],
  );
  const exits = kept.filter(({ loss }) => loss >= threshold).length;
  const { value, ...counted } = rate(exits, kept.length);
  const tips = kept.map(({ tip }) => tip).sort(byTip);
  const chances = chancesOf(kept, own, size);
  const churns = kept.map(({ everyday }) => churnOf(everyday));
  return {
    over: 'seedsAndAssumptions',
    from: scenario.fitted ? 'history' : 'ranges',
    kind,
    size,
    threshold,
    drawn: drawn.length,
    runs: kept.length,
    exits,
    chance: kept.length === 0 ? null : { value, ...widest(spread(chances), counted) },
    counted,
    above: chances.filter((chance) => chance < LOW_CHANCE).length / Math.max(1, kept.length),
    tippingPoint: tippingOver(firstSizes(kept), largestDose(scenario, index)),
    tips,
    churn: {
      own: churnOf(together(own.map(({ everyday }) => everyday))),
      kept: kept.length === 0 ? null : spread(churns),
    },
  };
}

type Tip = number | null;
type Range = Pick<Estimate, 'low' | 'high'>;

const orNever = (tip: Tip): number => tip ?? Infinity;
const byTip = (a: Tip, b: Tip): number =>
  orNever(a) < orNever(b) ? -1 : orNever(a) > orNever(b) ? 1 : 0;
const widest = (a: Range, b: Range): Range => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});

/**
 * The chance over seeds under each draw. A draw is simulated once; around its tip other seeds are taken to tip as
 * they do around the median under the scenario's own parameters.
 */
function chancesOf(
  drawn: readonly Pick<AssumedOutcome, 'breaks'>[],
  own: readonly AssumedRun[],
  size: number,
): number[] {
  const known = ascending(own.flatMap(({ outcome }) => outcome?.tip ?? []));
  const seeds = known.length === 0 ? [0] : known.map((tip) => tip - quantile(known, 0.5));
  return drawn.map(
    (run) => seeds.filter((shift) => breaksAt(run, size - shift)).length / seeds.length,
  );
}

/** @param tips ascending, those that never tip last; so few of them have no range */
function tippingOver(tips: readonly Tip[], limit: number): TippingPoint | null {
  const { value, low, high } = spread(tips.map(orNever));
  if (!Number.isFinite(value)) return null;
  if (tips.length < RUNS_FOR_A_RANGE) return { value, low: 0, high: limit, open: true };
  const open = !Number.isFinite(high);
  return { value, low, high: open ? limit : high, open };
}
