/** What each column of a customer file is used as: a field at most once. */
import type { CustomerPreview } from '../data/customers.ts';
import type { CustomerField } from '../data/reading/fields.ts';

/** By column; null where it is not used. */
export type Assignment = readonly (CustomerField | null)[];

/** The columns as they were recognised. */
export function assignmentOf({
  header,
  columns,
}: Pick<CustomerPreview, 'header' | 'columns'>): Assignment {
  const fields = Object.entries(columns) as [CustomerField, { index: number }][];
  return header.map(
    (_, index) => fields.find(([, column]) => column.index === index)?.[0] ?? null,
  );
}

/** Uses a column as a field; the column that was used as it before is not used any more. */
export const reassigned = (
  assignment: Assignment,
  column: number,
  field: CustomerField | null,
): Assignment =>
  assignment.map((used, i) => (i === column ? field : used === field ? null : used));

/** The assignment by the names of the columns, as an import takes it. */
export const mappingOf = (
  { header }: Pick<CustomerPreview, 'header'>,
  assignment: Assignment,
): Partial<Record<CustomerField, string>> =>
  Object.fromEntries(
    assignment.flatMap((field, i) => (field === null ? [] : [[field, header[i] ?? '']])),
  );
