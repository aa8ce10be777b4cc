/** What of a churn history is compared: its level before, and how it went on after each change. */
import type { Month, Scenario } from '../../model/scenario.ts';
import { noticeWeeks } from '../../model/levers.ts';
import { MONTH_WEEKS } from './churn.ts';

/** Months after a change that are taken together: single ones first, as most happens there. */
const GROUPS = [0, 1, 2, 3, 6, 12, 24] as const;

/** A change of the past, and the week from which on it can show. */
interface Change {
  readonly week: number;
  readonly news: number;
}

/**
 * Which months are compared as one, as lists of places: those before any change, that of an announcement, and after
 * each change the first three singly, then by the quarter, the half-year, the year.
 */
export function groupsOf(scenario: Scenario, months: readonly Month[]): number[][] {
  const changes = changesOf(scenario);
  const groups = new Map<string, number[]>();
  months.forEach(({ week }, i) => {
    const key = groupOf(week, changes);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return [...groups.values()];
}

/** Places of the months that end before any change can show. */
export function monthsBefore(scenario: Scenario, months: readonly Month[]): number[] {
  const first = Math.min(...changesOf(scenario).map(({ news }) => news));
  return months.flatMap(({ week }, i) => (week + MONTH_WEEKS <= first + 0.5 ? [i] : []));
}

function changesOf({ decisions, buffers }: Scenario): Change[] {
  const notice = noticeWeeks(buffers);
  return decisions
    .filter(({ week }) => week < 0)
    .map(({ kind, week }) => ({ week, news: kind === 'price' ? week - notice : week }))
    .sort((a, b) => a.week - b.week);
}

function groupOf(week: number, changes: readonly Change[]): string {
  const since = changes.findLast((change) => week > change.week - MONTH_WEEKS / 2);
  const next = changes.find((change) => change.week > (since?.week ?? -Infinity));
  if (next && week + MONTH_WEEKS > next.news + 0.5) return `announced ${next.week}`;
  if (!since) return 'before';
  const month = Math.round((week - since.week) / MONTH_WEEKS);
  return `${since.week} ${GROUPS.findLast((first) => first <= month) ?? 0}`;
}

/**
 * The figures that are compared: of each group the root of its mean churn, on which scale chance is about the same
 * at all levels.
 */
export const summaryOf = (
  churn: readonly number[],
  groups: readonly (readonly number[])[],
): number[] =>
  groups.map((places) => {
    const sum = places.reduce((total, place) => total + (churn[place] ?? 0), 0);
    return Math.sqrt(sum / places.length);
  });
