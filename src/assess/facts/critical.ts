/** The critical size of a decision: where one seed loses a given share of its customers. */
import { DECISION_WEEK, NOTHING, risePlan } from './people.ts';
import type { People, Plan } from './people.ts';

export interface Search {
  /** The decision at each size; a price rise by default. */
  readonly at?: (size: number) => Plan;
  /** Weeks from the decision; 104 by default. */
  readonly after?: number;
  /** What the do-nothing run has as well: standing policies. */
  readonly standing?: Plan;
  /** Excess loss that is critical; 0.4 by default. */
  readonly loss?: number;
  /** Largest size tried; 0.9 by default. */
  readonly limit?: number;
}

/** How well a critical size is known. */
const TOLERANCE = 1 / 2048;
const LIMIT = 0.9;

/** The smallest size with the critical loss of customers; the limit if none has. */
export function criticalSize(people: People, search: Search = {}): number {
  const { at = risePlan, after = 104, standing = NOTHING, loss = 0.4, limit } = search;
  const week = DECISION_WEEK + after;
  const most = (1 - loss) * people.active(standing, week);
  return smallest((size) => people.active(at(size), week) <= most, limit);
}

/** The smallest size from 0 to the limit for which something holds, by halving; the limit if there is none. */
export function smallest(holds: (size: number) => boolean, limit = LIMIT): number {
  if (!holds(limit)) return limit;
  let [below, above] = [0, limit];
  while (above - below > TOLERANCE) {
    const middle = (below + above) / 2;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return (below + above) / 2;
}
