/** How a customer file is to be read, as far as the reader says. */
import type { ImportOptions } from '../../data/customers.ts';
import { GROUPINGS } from '../../data/grouping/ways.ts';
import type { GroupingName } from '../../data/grouping/ways.ts';
import type { ColumnUses } from '../../data/reading/columns.ts';
import type { CustomerField } from '../../data/reading/fields.ts';

/** What is absent is left to the evidence of the file. */
export type Wishes = Pick<
  ImportOptions,
  'encoding' | 'decimal' | 'dates' | 'by' | 'splitSilent'
>;

const DATES: readonly CustomerField[] = ['startDate', 'churnDate', 'lastPurchase'];

/** Whether any column is used as a date. */
export const hasDates = (uses: ColumnUses): boolean =>
  DATES.some((field) => uses.includes(field));

/** The ways of grouping for which the columns are there. */
export function groupings(uses: ColumnUses): readonly GroupingName[] {
  const has = (field: CustomerField) => uses.includes(field);
  const possible: Readonly<Record<GroupingName, boolean>> = {
    column: has('segment'),
    terms: has('price') || has('contract'),
    rfm: has('lastPurchase') && has('purchases') && (has('revenue') || has('total')),
  };
  return GROUPINGS.filter((way) => possible[way]);
}

/** The wishes without a way of grouping that the columns do not allow any more. */
export function possibleWishes(wishes: Wishes, uses: ColumnUses): Wishes {
  const { by, ...others } = wishes;
  return by !== undefined && groupings(uses).includes(by) ? wishes : others;
}
