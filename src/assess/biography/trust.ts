/** How trust fell and rose over a run, and what did it. */
import type { Diary, Entry, TrustCause } from './diary.ts';
import type { Moved, Part, TrustFell, TrustRose } from './story.ts';

/** Trust that must be lost, or won back, to be worth telling. */
const FALL_AT_LEAST = 0.03;
const RISE_AT_LEAST = 0.1;
/** A fall begins where trust was last this close to where it fell from. */
const NEAR_THE_TOP = 0.01;
const PART_AT_LEAST = 0.2;
const PARTS_AT_MOST = 2;

/** Wear is what the reservoir makes up for at rest: it is no news. */
const EVERYDAY: readonly TrustCause[] = ['wear'];
/** Below the breaking point the reservoir drains, which is what falling below it means. */
const NOT_TO_BLAME: readonly TrustCause[] = [...EVERYDAY, 'reservoir'];

/** Trust fell to below the breaking point, or else to its lowest; null if it hardly fell. */
export function fallOf({ person, entries }: Diary): TrustFell | null {
  const broke = entries.findIndex(({ to }) => to < person.traits.A);
  const end = broke < 0 ? lowest(entries) : broke;
  const sofar = entries.slice(0, end + 1);
  const top = sofar.reduce((most, { from }) => Math.max(most, from), 0);
  const course = sofar.slice(sofar.findLastIndex(({ from }) => from >= top - NEAR_THE_TOP));
  const moved = movedIn(course, (changes) => partsOf(changes, -1, NOT_TO_BLAME));
  if (!moved || moved.from - moved.to < FALL_AT_LEAST) return null;
  const byPrice = moved.causes.some(({ cause }) => cause === 'price');
  const rise = riseOfPrice(sofar);
  return {
    ...{ kind: 'trustFell', ...moved, broke: broke >= 0 },
    priceChange: byPrice && rise > 0 ? rise : null,
  };
}

/** From the lowest price billed to the last. */
function riseOfPrice(entries: readonly Entry[]): number {
  const least = entries.reduce((low, { price }) => Math.min(low, ...price), Infinity);
  return (entries.at(-1)?.price[1] ?? NaN) / least - 1;
}

/** Trust rose from its lowest to the end; null if it hardly did. */
export function riseOf({ entries }: Diary): TrustRose | null {
  const course = entries.slice(lowest(entries) + 1);
  const moved = movedIn(course, (changes) => partsOf(changes, 1, EVERYDAY));
  if (!moved || moved.to - moved.from < RISE_AT_LEAST) return null;
  return { kind: 'trustRose', ...moved };
}

/** Index of the entry at whose end trust was lowest. */
function lowest(entries: readonly Entry[]): number {
  let index = 0;
  entries.forEach(({ to }, i) => {
    if (to < (entries[index]?.to ?? Infinity)) index = i;
  });
  return index;
}

type Sums = ReadonlyMap<TrustCause, number>;

/** Null for a course of no weeks. */
function movedIn(course: readonly Entry[], causes: (sums: Sums) => Part[]): Moved | null {
  const [first, last] = [course[0], course.at(-1)];
  if (!first || !last) return null;
  const { week, from } = first;
  return { week, until: last.week, from, to: last.to, causes: causes(sumsOf(course)) };
}

/** What each cause did to trust over some weeks. */
export function sumsOf(entries: readonly Entry[]): Map<TrustCause, number> {
  const sums = new Map<TrustCause, number>();
  for (const { toTrust } of entries)
    for (const [cause, change] of Object.entries(toTrust) as [TrustCause, number][])
      sums.set(cause, (sums.get(cause) ?? 0) + change);
  return sums;
}

/** The main ones of the causes that moved trust in one direction. */
function partsOf(sums: Sums, direction: 1 | -1, without: readonly TrustCause[]): Part[] {
  const moving = [...sums]
    .map(([cause, change]) => ({ cause, size: change * direction }))
    .filter(({ cause, size }) => size > 0 && !without.includes(cause));
  const total = moving.reduce((sum, { size }) => sum + size, 0);
  return moving
    .map(({ cause, size }) => ({ cause, share: size / total }))
    .filter(({ share }) => share >= PART_AT_LEAST)
    .sort((a, b) => b.share - a.share)
    .slice(0, PARTS_AT_MOST);
}
