/** Tenure and churn out of dates and reasons, where the file has no columns of their own for them. */
import type { Note } from './findings.ts';
import { Column } from './reading/column.ts';
import type { CustomerRows } from './reading/rows.ts';
import { BLANK } from './reading/texts.ts';
import { isoDate } from './reading/values/dates.ts';
import { NEVER } from './reading/values/values.ts';

const DAYS_PER_MONTH = 365.25 / 12;

/** Puts in what can be derived, and says what it was derived from. */
export const derived = (rows: CustomerRows): Note[] => [...churnedOf(rows), ...tenureOf(rows)];

/** Whoever has a churn date or a reason has left. */
function churnedOf(rows: CustomerRows): Note[] {
  const { churnReason } = rows;
  const date = rows.values('churnDate');
  if (rows.has('churned') || (!date && !churnReason)) return [];
  const churned = new Column(false);
  for (let i = 0; i < rows.readableRows; i += 1) {
    const left =
      (date?.at(i) ?? NEVER) !== NEVER || (churnReason?.codes.at(i) ?? BLANK) !== BLANK;
    churned.push(Number.isNaN(date?.at(i) ?? NEVER) ? NaN : Number(left));
  }
  rows.derive('churned', churned);
  const columns = [rows.columnOf('churnDate'), rows.columnOf('churnReason')];
  return [{ code: 'churnedFrom', columns: columns.filter((name) => name !== undefined) }];
}

/** Months from the start to the churn; of those who stayed, to the latest date that the file knows. */
function tenureOf(rows: CustomerRows): Note[] {
  const [start, end] = [rows.values('startDate'), rows.values('churnDate')];
  const column = rows.columnOf('startDate');
  if (rows.has('tenure') || !start || column === undefined) return [];
  const until = latestDate(rows);
  if (until === -Infinity) return [];
  const tenure = new Column(true);
  let negative = 0;
  for (let i = 0; i < rows.readableRows; i += 1) {
    const days = Math.min(endOf(rows, end, i), until) - start.at(i);
    if (days < 0) negative += 1;
    tenure.push(days < 0 ? NaN : days / DAYS_PER_MONTH);
  }
  rows.derive('tenure', tenure);
  const notes: Note[] = [{ code: 'tenureFromDates', column, until: isoDate(until) }];
  return negative > 0 ? [...notes, { code: 'endsBeforeStart', count: negative }] : notes;
}

/** The day on which a customer left; unknown for one who left on a day that is not told. */
function endOf(rows: CustomerRows, end: Column | undefined, i: number): number {
  if (!end) return NEVER;
  const day = end.at(i);
  return day === NEVER && rows.values('churned')?.at(i) === 1 ? NaN : day;
}

function latestDate(rows: CustomerRows): number {
  let latest = -Infinity;
  for (const field of ['startDate', 'churnDate', 'lastPurchase'] as const) {
    const days = rows.values(field);
    for (let i = 0; days && i < days.length; i += 1) {
      const day = days.at(i);
      if (day !== NEVER && day > latest) latest = day;
    }
  }
  return latest;
}
