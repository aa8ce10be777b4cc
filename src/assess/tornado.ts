/** The tornado of question 9, read off its runs. */
import { selectedOf } from '../engine/selected.ts';
import type { AssumedName, Assumption } from '../model/assumptions.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate, TippingPoint } from './assessment.ts';
import type { SeedCrossing } from './crossing.ts';
import { meanShift } from './paired.ts';
import { tippingPoint } from './tipping.ts';
import { LOW_CHANCE } from './verdict.ts';

export const ENDS = ['low', 'high'] as const;
export type End = (typeof ENDS)[number];

/** What one end of a plausible range does to the tipping point. */
export interface EndShift extends Estimate {
  /** The parameter there. */
  readonly parameter: number;
  /** Pairs of runs. `value` is their mean shift in the unit of the size: 0.02 is two points of a price rise. */
  readonly runs: number;
  /** One of a pair never tips, and counts as if it tipped at the largest size: the shift is at least this. */
  readonly open: boolean;
  /** Share of runs that end in a mass exit at the decision's size. */
  readonly chance: number;
  /** Median tip; null if half of the runs or more never tip. */
  readonly tip: number | null;
}

export interface Bar {
  readonly name: AssumedName;
  /** What the scenario assumes. */
  readonly base: number;
  /** What the ends are those of: the sourced range, or what a fit to the own history leaves of it. */
  readonly known: Assumption['known'];
  readonly low: EndShift;
  readonly high: EndShift;
  /** From the least to the largest of the two shifts and none, at least 0. */
  readonly span: number;
}

/** An assumption that changes the answer by itself, at one end of its plausible range. */
export interface Flip {
  readonly name: AssumedName;
  readonly end: End;
  readonly parameter: number;
  /** The chance at the decision's size comes to lie on the other side of 25 %. */
  readonly chancePasses: boolean;
  /** The tipping point comes to lie on the other side of the decision's size. */
  readonly tippingPasses: boolean;
}

export interface Sensitivity {
  readonly kind: SizedKind;
  readonly size: number;
  /** Of the runs that all shifts are measured from; null if half of them or more never tip. */
  readonly tippingPoint: TippingPoint | null;
  /** Share of them that end in a mass exit at the decision's size. */
  readonly chance: number;
  readonly runs: number;
  /** The widest first. */
  readonly bars: readonly Bar[];
  /** Assumptions that are about nothing in this scenario. */
  readonly idle: readonly AssumedName[];
  /** In the order of the bars. None is an answer: no assumption changes the answer by itself. */
  readonly flips: readonly Flip[];
}

/** An assumption with its runs 0, 1, … at both ends. */
export interface Varied {
  readonly assumption: Assumption;
  readonly runs: Readonly<Record<End, readonly SeedCrossing[]>>;
}

/** The answer that these runs give. */
export function concludeSensitivity(
  scenario: Scenario,
  base: readonly SeedCrossing[],
  varied: readonly Varied[],
  idle: readonly Varied[],
): Sensitivity {
  const { index, kind } = selectedOf(scenario);
  const [size, limit] = [doseOf(scenario, index), largestDose(scenario, index)];
  const tips = base.map(({ tip }) => tip);
  const chance = chanceOf(tips, size);
  const tipping = tippingPoint(tips, limit);
  const bars = varied
    .map((one) => barOf(one, base, size, limit))
    .sort((a, b) => b.span - a.span);
  return {
    kind,
    size,
    tippingPoint: tipping,
    chance,
    runs: base.length,
    bars,
    idle: idle.map(({ assumption }) => assumption.name),
    flips: bars.flatMap((bar) => flipsOf(bar, chance, tipping?.value ?? null, size)),
  };
}

/** What the runs of one assumption say. */
export function barOf(
  { assumption: { name, base: assumed, low, high, known }, runs }: Varied,
  base: readonly SeedCrossing[],
  size: number,
  limit: number,
): Bar {
  const bar = {
    low: { parameter: low, ...endShift(runs.low, base, size, limit) },
    high: { parameter: high, ...endShift(runs.high, base, size, limit) },
  };
  const shifts = [0, bar.low.value, bar.high.value];
  return {
    name,
    base: assumed,
    known,
    ...bar,
    span: Math.max(...shifts) - Math.min(...shifts),
  };
}

/** Mean shift of the tips of runs 0, 1, … against the same ones of the base, with its 90 % interval. */
export function shiftsOf(
  runs: readonly SeedCrossing[],
  base: readonly SeedCrossing[],
  limit: number,
): Estimate {
  return meanShift(runs.map(({ tip }, i) => (tip ?? limit) - (base[i]?.tip ?? limit)));
}

function endShift(
  runs: readonly SeedCrossing[],
  base: readonly SeedCrossing[],
  size: number,
  limit: number,
): Omit<EndShift, 'parameter'> {
  const shift = shiftsOf(runs, base, limit);
  // Of base runs without a counterpart the tip is taken to move like that of the others.
  const tips = base.map(({ tip }, i) => {
    const own = runs[i];
    return own ? own.tip : moved(tip, shift.value, limit);
  });
  return {
    ...shift,
    runs: runs.length,
    open: runs.some(({ tip }, i) => tip === null || base[i]?.tip === null),
    chance: chanceOf(tips, size),
    tip: tippingPoint(tips, limit)?.value ?? null,
  };
}

function moved(tip: number | null, shift: number, limit: number): number | null {
  if (tip === null && shift >= 0) return null;
  const place = (tip ?? limit) + shift;
  return place > limit ? null : place;
}

const tipsBy = (tip: number | null, size: number): boolean => tip !== null && tip <= size;

const chanceOf = (tips: readonly (number | null)[], size: number): number =>
  tips.filter((tip) => tipsBy(tip, size)).length / Math.max(1, tips.length);

/** Ends of which it is sure that they move the tipping point, and that move it far enough. */
function flipsOf(
  { name, low, high }: Bar,
  chance: number,
  tip: number | null,
  size: number,
): Flip[] {
  return ENDS.flatMap((end) => {
    const shift = end === 'low' ? low : high;
    const isSure = shift.low > 0 || shift.high < 0;
    const chancePasses = shift.chance < LOW_CHANCE !== chance < LOW_CHANCE;
    const tippingPasses = tipsBy(shift.tip, size) !== tipsBy(tip, size);
    if (!isSure || !(chancePasses || tippingPasses)) return [];
    return [{ name, end, parameter: shift.parameter, chancePasses, tippingPasses }];
  });
}
