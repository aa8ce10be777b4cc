/** The tipping points of two scenarios, seed by seed. */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate, TippingPoint } from './assessment.ts';
import { replicate } from './job.ts';
import type { Asking } from './job.ts';
import { meanShift } from './paired.ts';
import { tippingPoint } from './tipping.ts';

/** How one of the two stands. */
export interface Standing {
  /** Null if half of the runs or more never tip. */
  readonly tippingPoint: TippingPoint | null;
  /** Share of the runs that tip at the decision's size or a smaller one. */
  readonly chance: number;
}

export interface PairedTips {
  readonly first: Standing;
  readonly second: Standing;
  /** Mean of second - first over the pairs, in the unit of the size, with its 90 % range. */
  readonly shift: Estimate;
  readonly runs: number;
  /** One of a pair never tips, and counts as if it tipped at the largest size. */
  readonly open: boolean;
}

/** @param tipOf tip of run `run` in the first or the second of the scenarios; null if it never tips */
export async function pairedTips(
  scenarios: readonly [Scenario, Scenario],
  runs: number,
  tipOf: (scenario: Scenario, run: number) => Promise<number | null>,
  asking: Asking,
): Promise<PairedTips> {
  const pairs = await replicate(
    runs,
    (run) => Promise.all(scenarios.map((scenario) => tipOf(scenario, run))),
    asking,
  );
  const [scenario] = scenarios;
  const limits = scenarios.map((one) => largestDose(one, selectedOf(one).index));
  return concludePairs(
    pairs.map(([first = null, second = null]) => [first, second]),
    doseOf(scenario, selectedOf(scenario).index),
    Math.max(...limits),
  );
}

/** The answer that these pairs of tips give. */
export function concludePairs(
  pairs: readonly (readonly [number | null, number | null])[],
  size: number,
  limit: number,
): PairedTips {
  const standing = (tips: readonly (number | null)[]): Standing => ({
    tippingPoint: tippingPoint(tips, limit),
    chance: tips.filter((tip) => tip !== null && tip <= size).length / Math.max(1, tips.length),
  });
  return {
    first: standing(pairs.map(([first]) => first)),
    second: standing(pairs.map(([, second]) => second)),
    shift: meanShift(pairs.map(([first, second]) => (second ?? limit) - (first ?? limit))),
    runs: pairs.length,
    open: pairs.some((pair) => pair.includes(null)),
  };
}
