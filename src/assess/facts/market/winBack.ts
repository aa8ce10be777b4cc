/** Who comes back within a year, by why they left. */
import { DECISION_WEEK } from '../people.ts';
import type { People, Plan } from '../people.ts';

/** In the kernel's order, from 1 on. */
export const REASONS = ['trust', 'price', 'everyday'] as const;
export type Reason = (typeof REASONS)[number];

export interface Leavers {
  /** Customers who left in the year after the decision. */
  readonly left: number;
  /** Of these, back within 52 weeks. */
  readonly back: number;
}

const YEAR = 52;
const LAST_LEAVING = DECISION_WEEK + YEAR;
/** Weeks of a run in which each of them is followed for a year. */
export const WIN_BACK_WEEKS = LAST_LEAVING + YEAR + 1;
const [ACTIVE, LEFT] = [0, 1];

/** Those who left in the year after the decision, each followed for a year. */
export function winBack(people: People, plan: Plan): Record<Reason, Leavers> {
  const left = { trust: 0, price: 0, everyday: 0 };
  const back = { trust: 0, price: 0, everyday: 0 };
  const leaving: ({ week: number; reason: Reason } | undefined)[] = [];
  let before: Float64Array | undefined;
  people.follow(plan, WIN_BACK_WEEKS, (kernel, week) => {
    const status = kernel.states('st');
    const reasons = kernel.states('reason');
    status.forEach((now, id) => {
      if (!before || before[id] === now) return;
      const reason = REASONS[(reasons[id] ?? 0) - 1];
      if (now === LEFT && reason) {
        const counts = week >= DECISION_WEEK && week < LAST_LEAVING;
        leaving[id] = counts ? { week, reason } : undefined;
        if (counts) left[reason]++;
      } else if (now === ACTIVE) {
        const spell = leaving[id];
        if (spell && week - spell.week <= YEAR) back[spell.reason]++;
        leaving[id] = undefined;
      }
    });
    before = status;
  });
  const of = (reason: Reason): Leavers => ({ left: left[reason], back: back[reason] });
  return { trust: of('trust'), price: of('price'), everyday: of('everyday') };
}
