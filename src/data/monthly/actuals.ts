/** Monthly figures since a launch, out of a table. */
import { LAUNCH_MEASURES } from '../../model/scenario/launch.ts';
import type { Actual } from '../../model/scenario/launch.ts';
import { readTable } from './table.ts';
import type { ColumnSpec, TableProblem } from './table.ts';

const share = (...names: readonly string[]): ColumnSpec => ({ names, low: 0, high: 1 });
const count = (...names: readonly string[]): ColumnSpec => ({
  names,
  low: 0,
  high: 1_000_000_000,
  whole: true,
});

const COLUMNS = {
  month: { names: ['month', 'months', '月', '月份'], low: -60, high: 119, whole: true },
  churn: share('churn', 'churn rate', 'monthly churn', '流失率', '流失', '月流失率'),
  customers: count('customers', 'base', '客户数', '客户'),
  complaints: count('complaints', '投诉', '投诉数'),
  publicShare: share('public share', 'publicshare', '公开占比'),
  firstResponse: {
    names: ['first response', 'firstresponse', 'first response hours', '首次响应'],
    low: 0,
    high: 10_000,
  },
  logins: share('logins', 'log ins', '登录'),
  nps: { names: ['nps'], low: -100, high: 100 },
  attempts: share('attempts', 'cancel attempts', '取消尝试'),
  dataExports: { names: ['data exports', 'dataexports', '数据导出'], low: 0, high: 100_000 },
} as const satisfies Readonly<Record<string, ColumnSpec>>;

export type ActualsProblem =
  | TableProblem
  | { readonly code: 'undated'; readonly line: number }
  | { readonly code: 'twice'; readonly line: number };

export type ActualsRead =
  | { readonly ok: true; readonly actuals: readonly Actual[] }
  | { readonly ok: false; readonly problems: readonly ActualsProblem[] };

/** Reads months out of a table with the column `month` (0 begins in week 0) and any of the figures. */
export function readActuals(text: string): ActualsRead {
  const table = readTable(text, COLUMNS);
  if (!table.ok) return table;
  if (!table.has('month'))
    return { ok: false, problems: [{ code: 'noColumn', expected: ['month'], received: [] }] };
  const problems: ActualsProblem[] = [];
  const actuals: Actual[] = [];
  for (const { line, values } of table.rows) {
    const { month } = values;
    const figures = LAUNCH_MEASURES.flatMap((name) =>
      values[name] === null ? [] : [[name, values[name]] as const],
    );
    if (figures.length === 0) continue;
    if (month === null) problems.push({ code: 'undated', line });
    else if (actuals.some((one) => one.month === month)) problems.push({ code: 'twice', line });
    else actuals.push({ month, ...Object.fromEntries(figures) });
  }
  if (problems.length > 0) return { ok: false, problems };
  if (actuals.length === 0) return { ok: false, problems: [{ code: 'empty' }] };
  return { ok: true, actuals: actuals.sort((a, b) => a.month - b.month) };
}
