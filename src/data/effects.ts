/** What becomes of a row whose value of a field cannot be used. */
import type { RowEffect } from './findings.ts';
import type { ValueField } from './reading/fields.ts';
import type { CustomerRows } from './reading/rows.ts';

const CHURN: readonly ValueField[] = ['tenure', 'startDate', 'churned', 'churnDate'];

/** @param needs the fields without which a customer has no segment */
export function effects(
  rows: CustomerRows,
  needs: readonly ValueField[],
): (field: ValueField) => RowEffect {
  const followed = rows.has('tenure') && rows.has('churned');
  const unused = unusedChurn(rows);
  return (field) => {
    if (needs.includes(field)) return 'leftOut';
    if (field === 'complaints') return 'leftOutOfComplaints';
    return CHURN.includes(field) && followed && !unused.includes(field)
      ? 'leftOutOfChurn'
      : 'kept';
  };
}

/** Dates in whose place other columns tell. */
function unusedChurn(rows: CustomerRows): ValueField[] {
  const tenure = rows.columnOf('tenure') !== undefined;
  const churned = rows.columnOf('churned') !== undefined;
  if (!tenure) return [];
  return churned ? ['startDate', 'churnDate'] : ['startDate'];
}
