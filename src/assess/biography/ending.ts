/** How a customer's run ended, and why. */
import { clamp } from '../../model/arithmetic.ts';
import type { MarginTerms } from '../../model/customer.ts';
import type { Diary, Entry } from './diary.ts';
import type { Ending, Hold, Left, SwitchingCost } from './story.ts';

export function endingOf(diary: Diary): Ending {
  if (diary.returned !== null) return { kind: 'returned', week: diary.returned };
  return (
    leavingOf(diary) ?? {
      kind: 'stayed',
      week: diary.weeks - 1,
      because: holdOf(diary.entries.at(-1)),
    }
  );
}

/** The first leaving; null if there was none. */
export function leavingOf({ entries }: Diary): Left | null {
  const last = entries.at(-1);
  if (!last?.left) return null;
  return {
    ...{ kind: 'left', week: last.week, reason: last.left },
    most: last.left === 'everyday' ? null : mostLost(entries[0]?.toMargin, last.toMargin),
    wanting: entries.length - 1 - entries.findLastIndex(({ margin }) => margin >= 0),
  };
}

/** The term that fell most. */
function mostLost(
  before: MarginTerms | undefined,
  after: MarginTerms,
): keyof MarginTerms | null {
  if (!before) return null;
  const names = Object.keys(after) as (keyof MarginTerms)[];
  const lost = (name: keyof MarginTerms) => before[name] - after[name];
  return names.reduce((most, name) => (lost(name) > lost(most) ? name : most));
}

/** What keeps somebody at the end of a week: the largest of what speaks for it. */
function holdOf(entry: Entry | undefined): Hold {
  if (!entry) return 'undecided';
  const { u, margin, pending, toMargin } = entry;
  if (pending) return 'contract';
  if (margin < 0) return 'undecided';
  if (u < 0) return switchingCostOf(entry);
  const value = toMargin.value + toMargin.bill + toMargin.sting + toMargin.outside;
  if (toMargin.switching > Math.max(value, toMargin.trust)) return switchingCostOf(entry);
  return value >= toMargin.trust ? 'value' : 'trust';
}

/** The largest part of the cost of switching. */
export function switchingCostOf({ given }: Entry): SwitchingCost {
  const { who, was, lever, par, all } = given;
  const around = 1 - clamp((1 - par.mu) * was.nl + par.mu * all.gone, 0, 1);
  const fear = par.fearPow === 2 ? around * around : par.fearPow === 1 ? around : 1;
  const parts: [SwitchingCost, number][] = [
    ['data', who.Sd * (1 - 0.8 * lever.x)],
    ['unknown', who.Sf * fear],
    ['hassle', who.Sc],
    ['lockIn', lever.lock],
  ];
  return parts.reduce((most, part) => (part[1] > most[1] ? part : most))[0];
}
