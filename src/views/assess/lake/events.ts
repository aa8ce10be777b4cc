/** The decisions of a scenario as markers on the timeline: one for each, and a smaller one for each later step. */
import type { Scenario } from '../../../model/scenario.ts';
import { iconOf, ICONS } from '../../controls/icons.ts';

export interface DatedEvent {
  readonly key: string;
  /** Index of the decision in the scenario. */
  readonly index: number;
  readonly week: number;
  readonly icon: string;
  readonly minor?: boolean;
}

/** Weeks between steps where a price decision does not say. */
const DEFAULT_INTERVAL = 26;

/** In the order of their weeks; history, before week 0, is not on the timeline. */
export function eventsOf({ decisions, horizon }: Scenario): DatedEvent[] {
  return decisions
    .flatMap((decision, i) => {
      const steps = decision.kind === 'price' ? (decision.steps ?? 1) : 1;
      const interval =
        decision.kind === 'price' ? (decision.interval ?? DEFAULT_INTERVAL) : DEFAULT_INTERVAL;
      return Array.from({ length: steps }, (_, step) => ({
        key: `${i}-${step}`,
        index: i,
        week: decision.week + step * interval,
        icon: ICONS[iconOf(decision.kind)],
        ...(step > 0 ? { minor: true } : {}),
      }));
    })
    .filter(({ week }) => week >= 0 && week < horizon)
    .sort((a, b) => a.week - b.week);
}
