/** Monthly churn around the changes of the past, out of a table. */
import type { Month, Scenario } from '../../model/scenario.ts';
import { HISTORY_LIMIT_WEEKS } from '../../model/scenario/fields.ts';
import { readTable } from './table.ts';
import type { ColumnSpec, TableProblem } from './table.ts';

const MONTH_WEEKS = 52 / 12;
/** Part of a month by which it may reach past today: months have 30 or 31 days. */
const SLACK_WEEKS = 0.5;

const COLUMNS = {
  month: { names: ['month', 'months', '月', '月份'], low: -60, high: 60, whole: true },
  week: {
    names: ['week', 'weeks', '周', '周次'],
    low: -HISTORY_LIMIT_WEEKS,
    high: 0,
  },
  churn: {
    names: [
      'churn',
      'churn rate',
      'monthly churn',
      'churn share',
      '流失率',
      '流失',
      '月流失率',
    ],
    low: 0,
    high: 1,
  },
  customers: {
    names: ['customers', 'base', '客户数', '客户'],
    low: 1,
    high: 1_000_000_000,
    whole: true,
  },
  change: { names: ['change', '变动'], low: 1, high: 64, whole: true },
} as const satisfies Readonly<Record<string, ColumnSpec>>;

export type PastProblem =
  | TableProblem
  /** The scenario has nothing dated before week 0. */
  | { readonly code: 'noPastChange' }
  /** Months are counted from a change, and there are several. */
  | { readonly code: 'whichChange'; readonly changes: number }
  | { readonly code: 'noSuchChange'; readonly line: number; readonly changes: number }
  /** Neither month nor week in this line. */
  | { readonly code: 'undated'; readonly line: number }
  /** The month is not over in week 0. */
  | { readonly code: 'future'; readonly line: number }
  | { readonly code: 'tooEarly'; readonly line: number }
  | { readonly code: 'twice'; readonly line: number };

export type PastRead =
  | { readonly ok: true; readonly months: readonly Month[] }
  | { readonly ok: false; readonly problems: readonly PastProblem[] };

/** Weeks of the past changes, the oldest first: change 1, change 2, … of a table. */
export const pastChanges = ({ decisions }: Scenario): number[] =>
  [...new Set(decisions.map(({ week }) => week).filter((week) => week < 0))].sort(
    (a, b) => a - b,
  );

/**
 * Reads months out of a table with the columns `week` (in which a month began, counted from week 0) or `month`
 * (counted from a change: -1 ends with it, 0 begins with it), `churn`, and as far as there are any `customers` at its
 * start and `change` (1 is the oldest). Rows without churn are left aside.
 */
export function readPast(text: string, scenario: Scenario): PastRead {
  const changes = pastChanges(scenario);
  if (changes.length === 0) return { ok: false, problems: [{ code: 'noPastChange' }] };
  const table = readTable(text, COLUMNS);
  if (!table.ok) return table;
  const missing = [
    ...(table.has('churn') ? [] : ['churn']),
    ...(table.has('month') || table.has('week') ? [] : ['month']),
  ];
  if (missing.length > 0)
    return { ok: false, problems: [{ code: 'noColumn', expected: missing, received: [] }] };
  if (!table.has('week') && !table.has('change') && changes.length > 1)
    return { ok: false, problems: [{ code: 'whichChange', changes: changes.length }] };
  const problems: PastProblem[] = [];
  const months: Month[] = [];
  for (const { line, values } of table.rows) {
    const { churn, customers } = values;
    if (churn === null) continue;
    const week = weekOf(values, changes);
    const problem = problemOf(week, line, months, changes.length);
    if (problem) problems.push(problem);
    else if (typeof week === 'number')
      months.push({
        week: Math.min(week, -MONTH_WEEKS),
        churn,
        ...(customers !== null && { customers }),
      });
  }
  if (problems.length > 0) return { ok: false, problems };
  if (months.length === 0) return { ok: false, problems: [{ code: 'empty' }] };
  return { ok: true, months: months.sort((a, b) => a.week - b.week) };
}

type Values = Readonly<Record<'week' | 'month' | 'change', number | null>>;

/** Week in which the month began; null if the row does not say, undefined if it names a change that is none. */
function weekOf(
  { week, month, change }: Values,
  changes: readonly number[],
): number | null | undefined {
  if (week !== null) return week;
  if (month === null) return null;
  const start = changes[(change ?? 1) - 1];
  return start === undefined ? undefined : monthAfter(start, month);
}

/** Week in which a month began that is counted from a change; a ten-thousandth of a week is enough. */
export const monthAfter = (change: number, month: number): number =>
  Number((change + month * MONTH_WEEKS).toFixed(4));

function problemOf(
  week: number | null | undefined,
  line: number,
  months: readonly Month[],
  changes: number,
): PastProblem | null {
  if (week === undefined) return { code: 'noSuchChange', line, changes };
  if (week === null) return { code: 'undated', line };
  if (week < -HISTORY_LIMIT_WEEKS) return { code: 'tooEarly', line };
  if (week + MONTH_WEEKS > SLACK_WEEKS) return { code: 'future', line };
  return months.some((month) => Math.abs(month.week - week) < 1)
    ? { code: 'twice', line }
    : null;
}
