/** Whether a fix helps: by the tipping point where that tells, else by the customers that it keeps. */
import type { Estimate } from './assessment.ts';
import type { Tip } from './crossing.ts';
import { meanShift } from './paired.ts';
import type { Moved, Shift } from './paired.ts';

/**
 * `helps`, `harms`: the range of what it does lies on one side of zero, and it does more than the search can tell.
 * `nothing`: it does so little, one way or the other, that it does not matter. `unclear`: these runs do not tell.
 */
export type Effect = 'helps' | 'nothing' | 'unclear' | 'harms';

/** What is looked at of a run. */
export interface Looked extends Tip {
  readonly unchanged?: boolean | undefined;
}

/** Shifts under this share of the largest size are no more than the straight lines of the search: an eighth of a point of a price. */
const SHIFT_TOLD = 1 / 800;
/** Fewer customers kept than this share matter to nobody. */
const SAVED_TOLD = 1 / 200;
/** So many pairs that all move the same way do not do so by chance: a sign test at 5 %. */
const MOVED_TOLD = 5;
/** A range that ends within so many times that is one of next to nothing. */
const SLIGHT = 2;

/** What there is to judge a fix by. */
export interface Merit {
  /** Null where it cannot be told. */
  readonly shift: Shift | null;
  readonly moved: Moved;
  readonly saved: Estimate | null;
}

/**
 * By the shift where that is told; else by the runs that are sure to tip later, as long as none tips sooner: of runs
 * that break all the same it matters little how many customers are left. Else by the customers kept.
 * @param limit largest size tried
 */
export function effectOf({ shift, moved: { up, down }, saved }: Merit, limit: number): Effect {
  if (shift) return effectOfRange(shift, SHIFT_TOLD * limit);
  if (up >= MOVED_TOLD && down === 0) return 'helps';
  if (down >= MOVED_TOLD && up === 0) return 'harms';
  return saved ? effectOfRange(saved, SAVED_TOLD) : 'unclear';
}

function effectOfRange(
  { value, low, high, bound = 'none' }: Estimate & Partial<Shift>,
  told: number,
): Effect {
  if (bound !== 'atMost' && low > 0) return value > told ? 'helps' : 'nothing';
  if (bound !== 'atLeast' && high < 0) return value < -told ? 'harms' : 'nothing';
  const isSlight = Math.max(-low, high) <= SLIGHT * told;
  return bound === 'none' && isSlight ? 'nothing' : 'unclear';
}

/** Customers kept at the decision's size, run by run; null unless most pairs were looked at there. */
export function savedBy(fixed: readonly Looked[], base: readonly Looked[]): Estimate | null {
  const saved = fixed.flatMap(({ atSize }, run) => {
    const before = base[run]?.atSize;
    return atSize && before ? [before.loss - atSize.loss] : [];
  });
  return saved.length > 0 && saved.length * 2 >= fixed.length ? meanShift(saved) : null;
}
