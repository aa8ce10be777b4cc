/** The tipping points of two scenarios, seed by seed. */
import { selectedOf } from '../engine/selected.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TippingPoint } from './assessment.ts';
import { breaksAtSize } from './crossing.ts';
import type { Tip } from './crossing.ts';
import { replicate } from './job.ts';
import type { Asking } from './job.ts';
import { tipShift } from './paired.ts';
import type { Shift } from './paired.ts';
import { tippingPoint } from './tipping.ts';

/** How one of the two stands. */
export interface Standing {
  /** Null if half of the runs or more never tip. */
  readonly tippingPoint: TippingPoint | null;
  /** Share of the runs that end in a mass exit at the decision's size. */
  readonly chance: number;
}

export interface PairedTips {
  readonly first: Standing;
  readonly second: Standing;
  /** From the first to the second; null where it cannot be told. */
  readonly shift: Shift | null;
  readonly runs: number;
}

/** @param tipOf tip of run `run` in the first or the second of the scenarios */
export async function pairedTips(
  scenarios: readonly [Scenario, Scenario],
  runs: number,
  tipOf: (scenario: Scenario, run: number) => Promise<Tip>,
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
    pairs.map(([first = NEVER, second = NEVER]) => [first, second]),
    doseOf(scenario, selectedOf(scenario).index),
    Math.max(...limits),
  );
}

const NEVER: Tip = { tip: null };

/** The answer that these pairs of tips give. */
export function concludePairs(
  pairs: readonly (readonly [Tip, Tip])[],
  size: number,
  limit: number,
): PairedTips {
  const standing = (tips: readonly Tip[]): Standing => ({
    tippingPoint: tippingPoint(
      tips.map(({ tip }) => tip),
      limit,
    ),
    chance: tips.filter((tip) => breaksAtSize(tip, size)).length / Math.max(1, tips.length),
  });
  return {
    first: standing(pairs.map(([first]) => first)),
    second: standing(pairs.map(([, second]) => second)),
    shift: tipShift(
      pairs.map(([first, second]) => ({ before: first.tip, after: second.tip })),
      limit,
    ),
    runs: pairs.length,
  };
}
