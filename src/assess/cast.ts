/** Question 14: whose stories, of the customers in the water column, explain how it ended? */
import type { Kernel } from '../engine/kernel.ts';
import { selectedOf } from '../engine/selected.ts';
import { Walk } from '../engine/walk.ts';
import { ACTIVE } from '../model/customer.ts';
import type { Scenario } from '../model/scenario.ts';
import { sampleOf } from './column.ts';
import type { Job } from './job.ts';

/**
 * What somebody stands for: the first who left because of the decision; one who was content and left after their
 * friends had; one of those who spend most, who left or is past the breaking point and never complained; one whom
 * the cost of switching keeps although it is not worth it; one who stays of their own accord.
 */
export const ROLES = ['first', 'carried', 'silent', 'captive', 'stayed'] as const;
export type Role = (typeof ROLES)[number];

export interface Part {
  readonly role: Role;
  readonly id: number;
}

export interface Cast {
  readonly run: number;
  /** Size of the selected decision. */
  readonly size: number;
  /** In the order of ROLES, each at most once; nobody has two. */
  readonly parts: readonly Part[];
}

/** What became of one customer. Money in today's list prices, trust in 0..1. */
export interface Fate {
  readonly id: number;
  /** Monthly revenue at the start of week 0. */
  readonly spend: number;
  /** Week of the first leaving because of price or distrust; null for everyday reasons and for those who stay. */
  readonly left: number | null;
  readonly isCustomer: boolean;
  /** Whether they ever left, for any reason. */
  readonly hasLeft: boolean;
  /** At leaving, else at the end: trust, and whether it is above the breaking point. */
  readonly trust: number;
  readonly isTrusting: boolean;
  readonly hasComplained: boolean;
  /** Friends who were customers in week 0, and how many of them were gone by then. */
  readonly friends: number;
  readonly friendsGone: number;
  /** At the end: net advantage of staying, and the margin to leaving. */
  readonly advantage: number;
  readonly margin: number;
}

/** The customers of this share that spend most are of high value. */
const HIGH_VALUE = 0.05;
/** Friends who must have left, and their share, to be what carried somebody along. */
const FRIENDS_AT_LEAST = 2;
const OF_FRIENDS_AT_LEAST = 0.25;
/** The reason of the kernel for leaving as every week some do. */
const EVERYDAY = 3;

/** One seed at one size, among the customers that a water column of `count` shows. */
export const castJob: Job<
  [scenario: Scenario, run: number, size: number, count: number],
  Cast
> = {
  name: 'cast',
  perform(lab, scenario, run, size, count) {
    const { kernel } = lab;
    const walk = new Walk(kernel, lab.study(scenario), run, size);
    while (walk.done < walk.historyWeeks) walk.step();
    const status = kernel.states('st');
    const customers = Array.from(status.keys()).filter((id) => status[id] === ACTIVE);
    const fates = fatesOf(walk, kernel, sampleOf(customers, count), status);
    const from = scenario.decisions[selectedOf(scenario).index]?.week ?? 0;
    return { run, size, parts: castOf(fates, from) };
  },
};

/** @param from week from which on somebody who leaves may leave because of the decision */
export function castOf(fates: readonly Fate[], from: number): Part[] {
  const spends = fates.map(({ spend }) => spend).sort((a, b) => b - a);
  const high = spends[Math.ceil(HIGH_VALUE * spends.length) - 1] ?? Infinity;
  const goneShare = ({ friendsGone, friends }: Fate) => friendsGone / Math.max(1, friends);
  const candidates: Readonly<
    Record<Role, readonly [(fate: Fate) => boolean, (fate: Fate) => number]>
  > = {
    first: [({ left }) => left !== null && left >= from, ({ left }) => -(left ?? 0)],
    carried: [
      (fate) =>
        fate.left !== null &&
        fate.isTrusting &&
        fate.friendsGone >= FRIENDS_AT_LEAST &&
        goneShare(fate) >= OF_FRIENDS_AT_LEAST,
      goneShare,
    ],
    silent: [
      ({ spend, hasComplained, isTrusting, isCustomer, left }) =>
        spend >= high && !hasComplained && !isTrusting && (isCustomer || left !== null),
      ({ spend }) => spend,
    ],
    captive: [
      ({ hasLeft, advantage, margin }) => !hasLeft && advantage < 0 && margin >= 0,
      ({ advantage }) => -advantage,
    ],
    stayed: [({ hasLeft, advantage }) => !hasLeft && advantage >= 0, ({ trust }) => trust],
  };
  const taken = new Set<number>();
  return ROLES.flatMap((role) => {
    const [fits, weight] = candidates[role];
    const best = fates
      .filter((fate) => !taken.has(fate.id) && fits(fate))
      .sort((a, b) => weight(b) - weight(a) || a.id - b.id)[0];
    if (!best) return [];
    taken.add(best.id);
    return { role, id: best.id };
  });
}

/** Somebody who has left, as they were in their last week. */
interface Leaving {
  readonly week: number;
  readonly trust: number;
  readonly hasComplained: boolean;
  readonly friendsGone: number;
}

/** Follows the sample to the end of the run. */
function fatesOf(walk: Walk, kernel: Kernel, ids: Int32Array, before: Float64Array): Fate[] {
  const [A, arpu] = [kernel.traits('A', ids), kernel.traits('arpu', ids)];
  const price = kernel.states('pp', ids);
  const friends = Array.from(ids, (id) =>
    [...new Set(kernel.neighbours(id))].filter((other) => before[other] === ACTIVE),
  );
  const goneOf = (i: number) =>
    kernel.states('st', friends[i] ?? []).filter((st) => st !== ACTIVE).length;
  const leavings = new Map<number, Leaving | null>();
  while (walk.done < walk.weeks) {
    const week = walk.done - walk.historyWeeks;
    walk.step();
    const [st, reason] = [kernel.states('st', ids), kernel.states('reason', ids)];
    const [T, nV] = [kernel.states('T', ids), kernel.states('nV', ids)];
    for (let i = 0; i < ids.length; i++) {
      if (st[i] === ACTIVE || leavings.has(i)) continue;
      const leaving = { week, trust: T[i] ?? NaN, hasComplained: (nV[i] ?? 0) > 0 };
      const isEveryday = reason[i] === EVERYDAY;
      leavings.set(i, isEveryday ? null : { ...leaving, friendsGone: goneOf(i) });
    }
  }
  const [st, T] = [kernel.states('st', ids), kernel.states('T', ids)];
  const [u, m, nV] = [
    kernel.states('u', ids),
    kernel.states('m', ids),
    kernel.states('nV', ids),
  ];
  return Array.from(ids, (id, i): Fate => {
    const leaving = leavings.get(i);
    const trust = leaving?.trust ?? T[i] ?? NaN;
    return {
      ...{ id, spend: (arpu[i] ?? NaN) * (price[i] ?? NaN), left: leaving?.week ?? null },
      ...{
        isCustomer: st[i] === ACTIVE,
        hasLeft: leavings.has(i),
        trust,
        isTrusting: trust >= (A[i] ?? NaN),
      },
      hasComplained: leaving?.hasComplained ?? (nV[i] ?? 0) > 0,
      ...{ friends: friends[i]?.length ?? 0, friendsGone: leaving?.friendsGone ?? goneOf(i) },
      ...{ advantage: u[i] ?? NaN, margin: m[i] ?? NaN },
    };
  });
}
