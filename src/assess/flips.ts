/** Which assumption changes the verdict by itself, at an end of its plausible range. */
import type { AssumedName } from '../model/assumptions.ts';
import type { TippingPoint, Verdict } from './assessment.ts';
import { ENDS } from './bars.ts';
import type { Bar, End, EndShift } from './bars.ts';
import { rate } from './massExit.ts';
import type { Shift } from './paired.ts';
import type { Stand } from './stand.ts';
import { LOW_CHANCE, RUNS_AT_LEAST, verdict } from './verdict.ts';

export interface Flip {
  readonly name: AssumedName;
  readonly end: End;
  readonly parameter: number;
  /** What it becomes. */
  readonly verdict: Verdict;
}

/**
 * Ends of ranges at which the verdict is another one, anywhere within the range of their shift: the shift is added
 * to the tipping point of the verdict, not to that of the few runs that it was measured in.
 */
export const flipsOf = ({ name, ...ends }: Bar, stand: Stand): Flip[] =>
  ENDS.flatMap((end) => {
    const becomes = verdictAt(ends[end], stand);
    const now = verdictOf(stand.chance, stand.tippingPoint, stand);
    return becomes === null || becomes === now
      ? []
      : [{ name, end, parameter: ends[end].parameter, verdict: becomes }];
  });

/** The verdict at an end; null if it is not sure. */
function verdictAt(end: EndShift, stand: Stand): Verdict | null {
  const { tippingPoint: tipping, size, limit } = stand;
  const isAmong = size > 0 && size <= limit;
  return isAmong && tipping && end.shift && stand.lowerQuarter !== null
    ? verdictByTip(end.shift, stand, tipping, stand.lowerQuarter)
    : verdictByChance(end, stand);
}

function verdictByTip(
  { low, high, bound }: Shift,
  stand: Stand,
  tipping: TippingPoint,
  lowerQuarter: number,
): Verdict | null {
  const { chance, size } = stand;
  // A quarter of the runs break here; on that side of the size on which the verdict has it.
  const place = tipping.value - lowerQuarter;
  const isLow = chance < LOW_CHANCE;
  const quarter = isLow ? Math.max(place, size + NEXT) : Math.min(place, size);
  const at = (by: number): Verdict =>
    verdictOf(size < quarter + by ? 0 : 1, moved(tipping, by), stand);
  const [least, most] = [
    at(bound === 'atMost' ? -Infinity : low),
    at(bound === 'atLeast' ? Infinity : high),
  ];
  return least === most ? least : null;
}

/** A size that is just larger. */
const NEXT = 1e-9;

const moved = ({ value, low, high, open }: TippingPoint, by: number): TippingPoint => ({
  ...{ value: value + by, low: low + by, high: high + by, open },
});

/** Where no tip tells: by the runs that break at the size, if they lie on the verdict's side without the assumption. */
function verdictByChance({ breaking, runs }: EndShift, stand: Stand): Verdict | null {
  const isLow = stand.chance < LOW_CHANCE;
  if (runs === 0 || stand.chanceOfBase < LOW_CHANCE !== isLow) return null;
  const { value, low, high } = rate(breaking, runs);
  const isSure = isLow ? low >= LOW_CHANCE : high < LOW_CHANCE;
  return isSure ? verdictOf(value, null, stand) : null;
}

/** As many runs as it takes have such a chance. */
function verdictOf(
  chance: number,
  tipping: TippingPoint | null,
  { size, limit }: Pick<Stand, 'size' | 'limit'>,
): Verdict {
  const exits = Math.round(chance * RUNS_AT_LEAST);
  const all = { chance, exits, runs: RUNS_AT_LEAST, low: 0, high: 1, threshold: 0 };
  return verdict(all, tipping, { size, limit });
}
