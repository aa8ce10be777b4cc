/** Question 7, the other half: which is the least that would do? */
import { selectedOf } from '../engine/study.ts';
import { doseOf, doseRange } from '../model/dose.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MassExit } from './assessment.ts';
import type { Fixes } from './fixes.ts';
import { COST_ORDER, withFixes, withSize } from './fixTable.ts';
import type { Costed, FixId } from './fixTable.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { massExit } from './massExit.ts';
import { lossJob } from './sweep.ts';
import { LOW_CHANCE } from './verdict.ts';

const RUNS = 40;
/** Sizes are made smaller by half a hundredth of the largest meaningful one: half a point of a price rise. */
const STEP = 1 / 200;

export type SmallestFix =
  /** The chance is low already. */
  | { readonly kind: 'notNeeded'; readonly before: MassExit }
  /** Not even all of them together with the decision at next to nothing. */
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

/**
 * The least costly combination of fixes that brings the chance of a mass exit under 25 % at the decision's size.
 *
 * Of two combinations the one costs less whose most costly member comes earlier in the order; if that is the same,
 * the next one decides. So the fixes that move the tipping point up are taken in their order until they suffice
 * together; then each is left out again, the most costly first, if the others do without it. Making the decision
 * smaller is the last resort: then the largest size is looked for at which it suffices alone.
 *
 * @param shifts what each fix does alone
 * @param order what costs less first
 */
export async function smallestFix(
  scenario: Scenario,
  shifts: Fixes,
  runner: Runner,
  { signal, onProgress }: Asking = {},
  order: readonly Costed[] = COST_ORDER,
): Promise<SmallestFix> {
  const runs = Math.min(RUNS, scenario.runs);
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  let done = 0;
  const exitsOf = async (candidate: Scenario): Promise<MassExit> => {
    const losses = await replicate(runs, (run) =>
      runner.perform(lossJob, [candidate, run], signal),
    );
    onProgress?.(++done, done + 1);
    return massExit(losses, threshold);
  };
  const before = await exitsOf(scenario);
  if (before.chance < LOW_CHANCE) return { kind: 'notNeeded', before };
  const helpful = order.filter((id): id is Advised => helps(shifts, id));
  const found =
    (await leastOf(helpful, (ids) => exitsOf(withFixes(scenario, ids)))) ??
    (order.includes('smallerDecision') ? await smaller(scenario, exitsOf) : null);
  if (!found) return { kind: 'noneFound', before };
  const fixed = withFixes(scenario, found.fixes);
  return {
    ...{ kind: 'found', before, ...found },
    scenario: found.size === null ? fixed : withSize(fixed, found.size),
  };
}

const helps = ({ fixes }: Fixes, id: Costed): boolean =>
  fixes.some((fix) => fix.id === id && fix.effect === 'helps');

type Advised = Exclude<Costed, 'smallerDecision'>;

interface Found {
  readonly fixes: readonly FixId[];
  readonly size: number | null;
  readonly after: MassExit;
}

/** The fewest at the front that suffice together, without those that are not needed. */
async function leastOf(
  helpful: readonly FixId[],
  exitsOf: (ids: readonly FixId[]) => Promise<MassExit>,
): Promise<Found | null> {
  for (let count = 1; count <= helpful.length; count++) {
    let fixes = helpful.slice(0, count);
    let after = await exitsOf(fixes);
    if (after.chance >= LOW_CHANCE) continue;
    // The last one is needed: without it they did not suffice.
    for (const id of helpful.slice(0, count - 1).reverse()) {
      const fewer = fixes.filter((other) => other !== id);
      const without = await exitsOf(fewer);
      if (without.chance < LOW_CHANCE) [fixes, after] = [fewer, without];
    }
    return { fixes, size: null, after };
  }
  return null;
}

/** The largest size, in whole steps, that is small enough; halving, as larger sizes break more runs. */
async function smaller(
  scenario: Scenario,
  exitsOf: (candidate: Scenario) => Promise<MassExit>,
): Promise<Found | null> {
  const { index, kind } = selectedOf(scenario);
  const step = STEP * doseRange(kind);
  const sizeAt = (steps: number) => Math.round(steps * step * 1e6) / 1e6;
  let best: Found | null = null;
  let [low, high] = [1, Math.ceil(doseOf(scenario, index) / step) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const after = await exitsOf(withSize(scenario, sizeAt(middle)));
    if (after.chance < LOW_CHANCE) {
      best = { fixes: [], size: sizeAt(middle), after };
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}
