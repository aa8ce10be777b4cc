/** Question 7, the other half: which is the least that would do? */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, doseRange } from '../model/dose.ts';
import { COST_ORDER } from '../model/scenario.ts';
import type { Costed, Scenario } from '../model/scenario.ts';
import type { MassExit } from './assessment.ts';
import type { Fixes } from './fixes.ts';
import type { FixId } from './fixTable.ts';
import type { Runner } from './job.ts';
import { Trials } from './trials.ts';
import type { Plan, TrialsAsking } from './trials.ts';
import { LOW_CHANCE } from './verdict.ts';

/** Sizes are made smaller by half a hundredth of the largest meaningful one: half a point of a price rise. */
const STEP = 1 / 200;

export type SmallestFix =
  /** The chance is low already. */
  | { readonly kind: 'notNeeded'; readonly before: MassExit }
  | {
      readonly kind: 'noneFound';
      readonly before: MassExit;
      /** All that help alone and are not out of the question, the least costly first: together they do not suffice. */
      readonly tried: readonly FixId[];
      /** They do not suffice with the decision at next to nothing either. If not, its size is not to be chosen. */
      readonly smaller: boolean;
      /** What helps alone, and is out of the question: the cost order leaves it out. */
      readonly leftOut: readonly FixId[];
    }
  | ({
      readonly kind: 'found';
      readonly before: MassExit;
      /**
       * Where all fixes that cost less than a smaller decision do not suffice without one: how large it may be
       * with them. Null if that is no larger than without.
       */
      readonly alternative: Plan | null;
    } & Plan);

/**
 * The least costly combination of fixes that brings the chance of a mass exit under 25 % at the decision's size.
 *
 * Of two combinations the one costs less whose most costly member comes earlier in the order; if that is the same,
 * the next one decides. So the fixes that move the tipping point up are taken in their order until they suffice
 * together; then each is left out again, the most costly first, if the others do without it. Where a smaller
 * decision has its turn, the largest size is looked for at which it suffices alone; and the largest one with all
 * that costs less, to choose between. Only where no size is small enough the fixes that cost more are looked at.
 *
 * What costs less is the scenario's `costOrder`, or COST_ORDER; what it leaves out is out of the question. All
 * chances, that before and that after, are of as many runs as the scenario has: those of the verdict.
 *
 * @param shifts what each fix does alone
 */
export async function smallestFix(
  scenario: Scenario,
  shifts: Fixes,
  runner: Runner,
  asking: TrialsAsking = {},
): Promise<SmallestFix> {
  const order = scenario.costOrder ?? COST_ORDER;
  const trials = new Trials(scenario, runner, asking);
  const before = await trials.before();
  if (before.chance < LOW_CHANCE) return { kind: 'notNeeded', before };
  const helpful = advised(shifts, order);
  const sizable = isSizable(scenario, order);
  const cheaper = sizable ? cheaperThanSmaller(helpful, order) : helpful;
  const found =
    (await leastOf(trials, cheaper, 1)) ??
    (sizable ? await smallerOrMore(trials, cheaper, helpful) : null);
  if (found) return { kind: 'found', before, alternative: null, ...found };
  const leftOut = advised(shifts, COST_ORDER).filter((id) => !order.includes(id));
  return { kind: 'noneFound', before, tried: helpful, smaller: sizable, leftOut };
}

/** The smaller decision alone, beside one with all that costs less; else with all that costs more, at its size or less. */
async function smallerOrMore(
  trials: Trials,
  cheaper: readonly Advised[],
  helpful: readonly Advised[],
): Promise<Found | null> {
  const alone = await largest(trials, [], 0);
  if (alone) return { ...alone, alternative: await larger(trials, cheaper, alone.size ?? 0) };
  return (
    (await leastOf(trials, helpful, cheaper.length + 1)) ?? (await larger(trials, helpful, 0))
  );
}

/** What helps and is not out of the question, the cheapest first. */
function advised({ fixes }: Fixes, order: readonly Costed[]): Advised[] {
  const helps = (id: Costed) => fixes.some((fix) => fix.id === id && fix.effect === 'helps');
  return order.filter((id): id is Advised => helps(id));
}

const cheaperThanSmaller = (
  helpful: readonly Advised[],
  order: readonly Costed[],
): readonly Advised[] =>
  helpful.filter((id) => order.indexOf(id) < order.indexOf('smallerDecision'));

/** Nobody chooses the size of a shock; and less than nothing cannot be made smaller. */
function isSizable(scenario: Scenario, order: readonly Costed[]): boolean {
  const { index, kind } = selectedOf(scenario);
  const chosen = kind !== 'shock' && doseOf(scenario, index) > 0;
  return order.includes('smallerDecision') && chosen;
}

type Advised = Exclude<Costed, 'smallerDecision'>;

interface Found extends Plan {
  readonly alternative?: Plan | null;
}

/** The fewest at the front that suffice together, `least` or more, without those that are not needed. */
async function leastOf(
  trials: Trials,
  helpful: readonly FixId[],
  least: number,
): Promise<Plan | null> {
  for (let count = least; count <= helpful.length; count++) {
    const plan = await trials.of(helpful.slice(0, count), null);
    // The last one is needed: without it they did not suffice.
    if (plan) return withoutIdle(trials, plan, helpful.slice(0, count - 1));
  }
  return null;
}

/** The plan without those of some fixes that it does not need, the most costly first. */
async function withoutIdle(
  trials: Trials,
  plan: Plan,
  doubtful: readonly FixId[],
): Promise<Plan> {
  let least = plan;
  for (const id of doubtful.toReversed()) {
    const fewer = least.fixes.filter((other) => other !== id);
    least = (await trials.of(fewer, plan.size)) ?? least;
  }
  return least;
}

/** With some fixes: the largest size above another one, and those of them that it takes. */
async function larger(
  trials: Trials,
  fixes: readonly FixId[],
  above: number,
): Promise<Plan | null> {
  const plan = fixes.length > 0 ? await largest(trials, fixes, above) : null;
  return plan && withoutIdle(trials, plan, fixes);
}

/**
 * The largest size, in whole steps, that is small enough; halving, as larger sizes break more runs.
 * @param above one that is known to be small enough, or 0
 */
async function largest(
  trials: Trials,
  fixes: readonly FixId[],
  above: number,
): Promise<Plan | null> {
  const { index, kind } = selectedOf(trials.scenario);
  const step = STEP * doseRange(kind);
  const sizeAt = (steps: number) => Math.round(steps * step * 1e6) / 1e6;
  let best: Plan | null = null;
  let low = Math.round(above / step) + 1;
  let high = Math.ceil(doseOf(trials.scenario, index) / step) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const plan = await trials.of(fixes, sizeAt(middle));
    if (plan) {
      best = plan;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}
