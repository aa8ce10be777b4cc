/** What each column of a customer file is used as: a field at most once. */
import type { CustomerPreview } from '../../data/customers.ts';
import type { ColumnUses } from '../../data/reading/columns.ts';
import type { CustomerField } from '../../data/reading/fields.ts';

/** The columns as they were recognised. */
export function recognisedUses({
  header,
  columns,
}: Pick<CustomerPreview, 'header' | 'columns'>): ColumnUses {
  const fields = Object.entries(columns) as [CustomerField, { index: number }][];
  return header.map(
    (_, index) => fields.find(([, column]) => column.index === index)?.[0] ?? null,
  );
}

/** Uses a column as a field; the column that was used as it before is not used any more. */
export const withUse = (
  uses: ColumnUses,
  column: number,
  field: CustomerField | null,
): ColumnUses => uses.map((used, i) => (i === column ? field : used === field ? null : used));
