/** How fast customers leave if nothing is decided, and whether a draw of assumptions leaves that as it is. */
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';

/** Exits without any decision: how many, in how many months of a customer. */
export interface EverydayExits {
  readonly exits: number;
  readonly months: number;
}

/** Over the whole do-nothing run, history included. */
export function everydayExits(twin: RunSeries): EverydayExits {
  const left = seriesOf(twin, 'exits');
  const active = seriesOf(twin, 'active');
  let [exits, months] = [0, 0];
  for (let t = 1; t < twin.weeks; t++) {
    exits += left[t] ?? 0;
    months += ((active[t - 1] ?? 0) * 12) / 52;
  }
  return { exits, months };
}

export const together = (all: readonly EverydayExits[]): EverydayExits => ({
  exits: all.reduce((sum, { exits }) => sum + exits, 0),
  months: all.reduce((sum, { months }) => sum + months, 0),
});

/** Exits per customer and month; 0 if nobody was there to leave. */
export const churnOf = ({ exits, months }: EverydayExits): number =>
  months > 0 ? exits / months : 0;

/** A market's churn is known to within these multiples: the range of the everyday hazard, from published churn. */
const LEAST = 0.7;
const MOST = 1.3;
const Z95 = 1.645;

/**
 * Whether customers leave about as fast as in the market: at .7 to 1.3 times its pace, give or take what chance
 * adds in a count of so few.
 */
export function isPlausible(drawn: EverydayExits, market: EverydayExits): boolean {
  if (drawn.months <= 0) return false;
  const least = LEAST * churnOf(market) * drawn.months;
  const most = MOST * churnOf(market) * drawn.months;
  return (
    drawn.exits >= least - Z95 * Math.sqrt(least) && drawn.exits <= most + Z95 * Math.sqrt(most)
  );
}
