/** The bars of the tornado: one assumption at both ends of its range, against the same runs without. */
import type { AssumedName, Assumption } from '../model/assumptions.ts';
import { breaksAtSize } from './crossing.ts';
import type { SeedCrossing } from './crossing.ts';
import { tipShift } from './paired.ts';
import type { Shift } from './paired.ts';
import type { Stand } from './stand.ts';
import { tippingPoint } from './tipping.ts';

export const ENDS = ['low', 'high'] as const;
export type End = (typeof ENDS)[number];

/** What one end of a plausible range does to the tipping point. */
export interface EndShift {
  /** The parameter there. */
  readonly parameter: number;
  /** Pairs of runs. */
  readonly runs: number;
  /** In the unit of the size: 0.02 is two points of a price rise. Null where it cannot be told. */
  readonly shift: Shift | null;
  /** Runs that end in a mass exit at the decision's size. */
  readonly breaking: number;
  /**
   * The tipping point there: that of the verdict, shifted; where it has none, that of these runs. Null if half of
   * them or more never tip.
   */
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
  /** From the least to the largest of the two shifts and none, at least 0. A shift that cannot be told counts as none. */
  readonly span: number;
}

/** An assumption with its runs 0, 1, … at both ends. */
export interface Varied {
  readonly assumption: Assumption;
  readonly runs: Readonly<Record<End, readonly SeedCrossing[]>>;
}

/** What the runs of one assumption say. */
export function barOf(
  { assumption: { name, base: assumed, low, high, known }, runs }: Varied,
  base: readonly SeedCrossing[],
  stand: Stand,
): Bar {
  const bar = {
    low: { parameter: low, ...endShift(runs.low, base, stand) },
    high: { parameter: high, ...endShift(runs.high, base, stand) },
  };
  const shifts = [0, bar.low.shift?.value ?? 0, bar.high.shift?.value ?? 0];
  return {
    name,
    base: assumed,
    known,
    ...bar,
    span: Math.max(...shifts) - Math.min(...shifts),
  };
}

function endShift(
  runs: readonly SeedCrossing[],
  base: readonly SeedCrossing[],
  { tippingPoint: standing, size, limit }: Stand,
): Omit<EndShift, 'parameter'> {
  const pairs = runs.map(({ tip, unchanged }, run) => ({
    ...{ before: base[run]?.tip ?? null, after: tip, unchanged },
  }));
  const shift = tipShift(pairs, limit);
  const own = tippingPoint(
    runs.map(({ tip }) => tip),
    limit,
  );
  const tip = standing && own && shift ? standing.value + shift.value : (own?.value ?? null);
  return {
    runs: runs.length,
    shift,
    breaking: runs.filter((run) => breaksAtSize(run, size)).length,
    tip: tip !== null && tip > limit ? null : tip && Math.max(0, tip),
  };
}
