/** Question 7, the other half: which is the least that would do? */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, doseRange } from '../model/dose.ts';
import { COST_ORDER, DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Costed, Scenario } from '../model/scenario.ts';
import type { MassExit, Standing } from './assessment.ts';
import type { Fixes } from './fixes.ts';
import { withFixes, withSize } from './fixTable.ts';
import type { FixId } from './fixTable.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { massExit } from './massExit.ts';
import { lossJob } from './sweep.ts';
import { LOW_CHANCE } from './verdict.ts';

/** Runs are done so many at a time, and no more once so many have broken that the others cannot save it. */
const BATCH = 10;
/**
 * After so many runs a combination is given up if so large a share of them breaks. Were its chance 25 %, that would
 * happen in 3 of 100 cases: then a more costly one is proposed than necessary, and never one that is not enough.
 */
const SCREENED = 40;
const HOPELESS = 0.4;
/** Sizes are made smaller by half a hundredth of the largest meaningful one: half a point of a price rise. */
const STEP = 1 / 200;

export type SmallestFix =
  /** The chance is low already. */
  | { readonly kind: 'notNeeded'; readonly before: MassExit }
  /** Not even all of them together, nor the decision at next to nothing. */
  | { readonly kind: 'noneFound'; readonly before: MassExit }
  | {
      readonly kind: 'found';
      readonly before: MassExit;
      readonly after: MassExit;
      /** In the order of their cost. */
      readonly fixes: readonly FixId[];
      /** The smaller size, if that is what it takes; else null. */
      readonly size: number | null;
      /** The scenario with it, to look at. */
      readonly scenario: Scenario;
    };

export interface SmallestFixAsking extends Asking {
  /** How the decision stands; else its runs are done first. */
  readonly standing?: Standing | undefined;
}

/**
 * The least costly combination of fixes that brings the chance of a mass exit under 25 % at the decision's size.
 *
 * Of two combinations the one costs less whose most costly member comes earlier in the order; if that is the same,
 * the next one decides. So the fixes that move the tipping point up are taken in their order until they suffice
 * together; then each is left out again, the most costly first, if the others do without it. Making the decision
 * smaller is the last resort: then the largest size is looked for at which it suffices alone.
 *
 * What costs less is the scenario's `costOrder`, or COST_ORDER. All chances, that before and that after, are of as
 * many runs as the scenario has: those of the verdict.
 *
 * @param shifts what each fix does alone
 */
export async function smallestFix(
  scenario: Scenario,
  shifts: Fixes,
  runner: Runner,
  { signal, onProgress, standing }: SmallestFixAsking = {},
): Promise<SmallestFix> {
  const order = scenario.costOrder ?? COST_ORDER;
  const { runs } = scenario;
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  let done = 0;
  const lossesOf = (candidate: Scenario, from: number, end: number): Promise<number[]> =>
    replicate(end - from, (run) => runner.perform(lossJob, [candidate, from + run], signal));
  const exitsOf: ExitsOf = async (candidate) => {
    const losses: number[] = [];
    const tooMany = () => {
      const { exits } = massExit(losses, threshold);
      const hopeless = losses.length <= SCREENED && exits >= HOPELESS * SCREENED;
      return hopeless || exits >= LOW_CHANCE * runs;
    };
    while (losses.length < runs && !tooMany()) {
      const end = Math.min(runs, losses.length + BATCH);
      losses.push(...(await lossesOf(candidate, losses.length, end)));
    }
    onProgress?.(++done, done + 1);
    return tooMany() ? null : massExit(losses, threshold);
  };
  const before = standing?.massExit ?? massExit(await lossesOf(scenario, 0, runs), threshold);
  if (before.chance < LOW_CHANCE) return { kind: 'notNeeded', before };
  const found =
    (await leastOf(scenario, advised(shifts, order), exitsOf)) ??
    (isSizable(scenario, order) ? await smaller(scenario, exitsOf) : null);
  if (!found) return { kind: 'noneFound', before };
  const fixed = withFixes(scenario, found.fixes);
  return {
    ...{ kind: 'found', before, ...found },
    scenario: found.size === null ? fixed : withSize(fixed, found.size),
  };
}

/** What helps and costs less than a smaller decision, as that is at hand next; the cheapest first. */
function advised({ fixes }: Fixes, order: readonly Costed[]): Advised[] {
  const smallerAt = order.indexOf('smallerDecision');
  const cheaper = smallerAt < 0 ? order : order.slice(0, smallerAt);
  const helps = (id: Costed) => fixes.some((fix) => fix.id === id && fix.effect === 'helps');
  return cheaper.filter((id): id is Advised => helps(id));
}

/** Nobody chooses the size of a shock. */
function isSizable(scenario: Scenario, order: readonly Costed[]): boolean {
  return order.includes('smallerDecision') && selectedOf(scenario).kind !== 'shock';
}

type Advised = Exclude<Costed, 'smallerDecision'>;

/** Mass exits with a candidate, if their chance is low; null if it is not. */
type ExitsOf = (candidate: Scenario) => Promise<MassExit | null>;

interface Found {
  readonly fixes: readonly FixId[];
  readonly size: number | null;
  readonly after: MassExit;
}

/** The fewest at the front that suffice together, without those that are not needed. */
async function leastOf(
  scenario: Scenario,
  helpful: readonly FixId[],
  exitsOf: ExitsOf,
): Promise<Found | null> {
  const exitsWith = (ids: readonly FixId[]) => exitsOf(withFixes(scenario, ids));
  for (let count = 1; count <= helpful.length; count++) {
    let fixes = helpful.slice(0, count);
    let after = await exitsWith(fixes);
    if (!after) continue;
    // The last one is needed: without it they did not suffice.
    for (const id of helpful.slice(0, count - 1).reverse()) {
      const fewer = fixes.filter((other) => other !== id);
      const without = await exitsWith(fewer);
      if (without) [fixes, after] = [fewer, without];
    }
    return { fixes, size: null, after };
  }
  return null;
}

/** The largest size, in whole steps, that is small enough; halving, as larger sizes break more runs. */
async function smaller(scenario: Scenario, exitsOf: ExitsOf): Promise<Found | null> {
  const { index, kind } = selectedOf(scenario);
  const step = STEP * doseRange(kind);
  const sizeAt = (steps: number) => Math.round(steps * step * 1e6) / 1e6;
  let best: Found | null = null;
  let [low, high] = [1, Math.ceil(doseOf(scenario, index) / step) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const after = await exitsOf(withSize(scenario, sizeAt(middle)));
    if (after) {
      best = { fixes: [], size: sizeAt(middle), after };
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}
