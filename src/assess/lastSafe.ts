/** The last week in which it is not too late to go back, in one run. */
import { firstByHalving } from './halving.ts';

export interface BackRun {
  /** Loss at the horizon after going back in each of the weeks of the curve. */
  readonly losses: readonly number[];
  /** Last week up to which going back avoids the mass exit; null if it is too late in the first one already. */
  readonly lastSafe: number | null;
  /** No week in which it was seen to be avoided lies after one in which it was not. */
  readonly monotone: boolean;
}

/**
 * The last week up to which going back avoids the mass exit. It is looked for between two weeks of the curve, by
 * halving; but where a week that is safe follows one that is not, in every second week from the first one on.
 * @param lossAt loss at the horizon if the decision is gone back on in a week
 * @param weeks of the curve, ascending
 * @param end the horizon: to go back then is not to go back, and the run breaks
 */
export function searchLastSafe(
  lossAt: (week: number) => number,
  weeks: readonly number[],
  end: number,
  threshold: number,
): BackRun {
  const breaks = (week: number) => lossAt(week) >= threshold;
  const losses = weeks.map(lossAt);
  const broken = losses.map((loss) => loss >= threshold);
  const first = broken.indexOf(true);
  const monotone = first < 0 || broken.slice(first).every(Boolean);
  if (first === 0 || weeks.length === 0) return { losses, lastSafe: null, monotone };
  const late = weeks[first] ?? end;
  const safe = weeks.at(first < 0 ? -1 : first - 1) ?? end;
  const tooLate = monotone
    ? firstByHalving(safe + 1, late, breaks)
    : firstByEverySecond((weeks[0] ?? end) + 2, late, breaks);
  return { losses, lastSafe: tooLate - 1, monotone };
}

/** The first place that breaks among every second one from `first` to before `end`, or the one before that. */
function firstByEverySecond(
  first: number,
  end: number,
  breaks: (place: number) => boolean,
): number {
  let place = first;
  while (place < end && !breaks(place)) place += 2;
  return breaks(place - 1) ? place - 1 : Math.min(place, end);
}
