/** The tornado of question 9, read off its runs. */
import { selectedOf } from '../engine/selected.ts';
import type { AssumedName } from '../model/assumptions.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Standing, TippingPoint } from './assessment.ts';
import { barOf } from './bars.ts';
import type { Bar, Varied } from './bars.ts';
import type { SeedCrossing } from './crossing.ts';
import { flipsOf } from './flips.ts';
import type { Flip } from './flips.ts';
import { standOf } from './stand.ts';

export interface Sensitivity {
  readonly kind: SizedKind;
  readonly size: number;
  /** That of the verdict where it is known, else of the runs; null if half of the runs or more never tip. */
  readonly tippingPoint: TippingPoint | null;
  /** Runs that all shifts are measured from, and the share of them that end in a mass exit at the decision's size. */
  readonly runs: number;
  readonly chance: number;
  /** The widest first. */
  readonly bars: readonly Bar[];
  /** Assumptions that are about nothing in this scenario. */
  readonly idle: readonly AssumedName[];
  /** Ends that change the verdict, in the order of the bars. None is an answer: no assumption does so by itself. */
  readonly flips: readonly Flip[];
}

/**
 * The answer that these runs give.
 * @param standing how the decision stands by all its runs: the shifts are added to that
 */
export function concludeSensitivity(
  scenario: Scenario,
  base: readonly SeedCrossing[],
  varied: readonly Varied[],
  idle: readonly Varied[],
  standing?: Standing,
): Sensitivity {
  const { index, kind } = selectedOf(scenario);
  const [size, limit] = [doseOf(scenario, index), largestDose(scenario, index)];
  const stand = standOf(standing, base, size, limit);
  const bars = varied
    .map((one) => barOf(one, base, stand))
    .sort((a, b) => b.span - a.span || chanceSpanOf(b) - chanceSpanOf(a));
  return {
    kind,
    size,
    tippingPoint: stand.tippingPoint,
    runs: base.length,
    chance: stand.chanceOfBase,
    bars,
    idle: idle.map(({ assumption }) => assumption.name),
    flips: bars.flatMap((bar) => flipsOf(bar, stand)),
  };
}

/** How far apart the chances of the two ends are. */
const chanceSpanOf = ({ low, high }: Bar): number =>
  Math.abs(low.breaking / Math.max(1, low.runs) - high.breaking / Math.max(1, high.runs));
