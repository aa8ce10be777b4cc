/** Which of a customer's events are told: at most four, and the last of them is how it ended. */
import type { Diary, Entry } from './diary.ts';
import { endingOf, leavingOf, switchingCostOf } from './ending.ts';
import type { AtTheDesk, Complained, First, FriendsLeft, TurningPoint } from './story.ts';
import { fallOf, riseOf } from './trust.ts';

const POINTS_AT_MOST = 4;
/** Friends who must have left to be worth telling: their number, and their share. */
const FRIENDS_AT_LEAST = 2;
const OF_FRIENDS_AT_LEAST = 0.25;
/** Weeks of a captivity that is worth telling. */
const CAPTIVE_AT_LEAST = 4;

interface Candidate {
  readonly point: TurningPoint;
  /** Points of trust, as far as trust was moved; what kept somebody from leaving is ranked beside them. */
  readonly weight: number;
}

/** In the order of their weeks. */
export function turningPoints(diary: Diary): TurningPoint[] {
  const ending = endingOf(diary);
  const told = candidates(diary)
    .map((candidate, order) => ({ ...candidate, order }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, POINTS_AT_MOST - 1)
    .sort((a, b) => a.point.week - b.point.week || a.order - b.order);
  return [...told.map(({ point }) => point), ending];
}

function candidates(diary: Diary): Candidate[] {
  const { entries } = diary;
  const [fall, rise] = [fallOf(diary), riseOf(diary)];
  const departure = diary.returned === null ? null : leavingOf(diary);
  const captivity = captivityOf(entries);
  const friends = friendsLeftOf(diary);
  const weighed: (readonly [TurningPoint | null, number])[] = [
    [departure, 9],
    [fall, fall ? fall.from - fall.to + (fall.broke ? 1 : 0) : 0],
    [desk(entries), 0.7],
    [first(entries, 'waited', ({ pending }) => pending), 0.6],
    [rise, rise ? 0.3 + rise.to - rise.from : 0],
    [friends, friends ? 0.1 + 0.5 * (friends.gone / friends.friends) : 0],
    [first(entries, 'tookLite', ({ onLite }) => onLite), 0.4],
    [captivity, 0.35],
    [first(entries, 'paused', ({ paused }) => paused), 0.3],
    ...complaints(entries),
  ];
  return weighed.flatMap(([point, weight]) => (point ? [{ point, weight }] : []));
}

function first(
  entries: readonly Entry[],
  kind: First['kind'],
  happens: (entry: Entry) => boolean,
): First | null {
  const entry = entries.find(happens);
  return entry ? { kind, week: entry.week } : null;
}

function desk(entries: readonly Entry[]): AtTheDesk | null {
  const entry = entries.find((each) => each.desk);
  return entry?.desk ? { kind: entry.desk, week: entry.week } : null;
}

/** The first weeks in a row in which it was not worth it and the cost of switching was in the way. */
function captivityOf(entries: readonly Entry[]): TurningPoint | null {
  const captive = ({ u, margin }: Entry) => u < 0 && margin >= 0;
  const start = entries.findIndex((_, i) => {
    const next = entries.slice(i, i + CAPTIVE_AT_LEAST);
    return next.length === CAPTIVE_AT_LEAST && next.every(captive);
  });
  const entry = entries[start];
  return entry ? { kind: 'captive', week: entry.week, cost: switchingCostOf(entry) } : null;
}

/** When as many friends had left as had at the end; null if they were few or the model makes nothing of it. */
function friendsLeftOf({ entries, friends }: Diary): FriendsLeft | null {
  const last = entries.at(-1);
  const gone = last?.friendsGone ?? 0;
  if (!last || gone < FRIENDS_AT_LEAST || gone / friends < OF_FRIENDS_AT_LEAST) return null;
  const { chi, netv, fearPow } = last.given.par;
  if (chi === 0 && netv === 0 && fearPow === 0) return null;
  const by = entries.find(({ friendsGone }) => friendsGone >= gone);
  return { kind: 'friendsLeft', week: by?.week ?? last.week, gone, friends };
}

/** The complaint whose outcome moved trust most. */
function complaints(entries: readonly Entry[]): (readonly [Complained, number])[] {
  const weighed = entries
    .filter(({ complained }) => complained)
    .map(({ week }): readonly [Complained, number] => {
      const at = entries.find(({ answers }) => answers.some(({ since }) => since === week));
      const answer = at?.answers.find(({ since }) => since === week)?.answer ?? null;
      const moved = Math.abs(at?.toTrust.complaints ?? 0);
      const settled = at?.week ?? null;
      return [
        { kind: 'complained', week, answer, settled },
        0.1 + moved + (answer === 'never' ? 0.2 : 0),
      ];
    });
  return weighed.sort((a, b) => b[1] - a[1]).slice(0, 1);
}
