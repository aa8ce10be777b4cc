/** Which column of a file holds which field. */
import { CUSTOMER_FIELDS, PRICE_PERHAPS, SYNONYMS, loose } from './fields.ts';
import type { CustomerField } from './fields.ts';
import { Refusal } from '../findings.ts';
import type { Row } from './table.ts';

/** Columns named by hand, by field. */
export type Mapping = Readonly<Record<string, string>>;

interface Column {
  readonly name: string;
  readonly index: number;
  /** Named by hand, not recognised. */
  readonly mapped: boolean;
  /** Other columns whose names would have fitted. */
  readonly others: readonly string[];
}

export type Columns = { readonly [field in CustomerField]?: Column };

/**
 * A mapping from entries such as `price=Monthly fee`; one that is a mapping already is handed back.
 * Refuses an entry without a field or a column, and a field that comes twice.
 */
export function mappingOf(entries: Mapping | readonly string[]): Mapping {
  if (!isList(entries)) return entries;
  const mapping = new Map<string, string>();
  for (const entry of entries) {
    const [, field, column] = /^([^=]+)=(.*)$/s.exec(entry)?.map((part) => part.trim()) ?? [];
    if (!field || !column) throw new Refusal({ code: 'badMapping', entry });
    if (mapping.has(field)) throw new Refusal({ code: 'fieldMappedTwice', field });
    mapping.set(field, column);
  }
  return Object.fromEntries(mapping);
}

const isList = (entries: Mapping | readonly string[]): entries is readonly string[] =>
  Array.isArray(entries);

/**
 * Finds the columns of a header: those of the mapping first, then the rest by name, without regard to case,
 * blanks and underscores. Refuses a mapping to what is not there, and a header of which nothing can be used.
 */
export function columnsOf(
  header: readonly string[],
  mapping: Mapping,
  sample: readonly Row[] = [],
): Columns {
  const mapped = mappedColumns(header, mapping);
  const columns: { [field in CustomerField]?: Column } = { ...mapped };
  const taken = new Set(Object.values(mapped).map(({ index }) => index));
  for (const field of CUSTOMER_FIELDS) {
    if (columns[field]) continue;
    const found = recognised(header, SYNONYMS[field], taken);
    if (found) columns[field] = found;
  }
  const price = columns.price ?? perhapsPrice(header, sample, taken);
  if (price) columns.price = price;
  if (!usable((field) => columns[field] !== undefined))
    throw new Refusal({ code: 'noUsableColumn', columns: named(header) });
  return columns;
}

/** What every column is used as, by its place in the header; null where it is not used. */
export type ColumnUses = readonly (CustomerField | null)[];

/** The columns as they were chosen one by one: nothing is recognised. Refuses where nothing can be used. */
export function chosenColumns(header: readonly string[], uses: ColumnUses): Columns {
  const columns: { [field in CustomerField]?: Column } = {};
  uses.forEach((field, index) => {
    const name = header[index];
    if (field === null || name === undefined) return;
    const found = recognised(header, SYNONYMS[field], new Set());
    columns[field] = found?.index === index ? found : { name, index, mapped: true, others: [] };
  });
  if (!usable((field) => columns[field] !== undefined))
    throw new Refusal({ code: 'noUsableColumn', columns: named(header) });
  return columns;
}

/** Whether anything can be learned from these fields: segments, or the churn. */
export const usable = (has: (field: CustomerField) => boolean): boolean =>
  has('price') ||
  has('contract') ||
  has('segment') ||
  (has('lastPurchase') && has('purchases') && (has('revenue') || has('total'))) ||
  ((has('tenure') || has('startDate')) &&
    (has('churned') || has('churnDate') || has('churnReason')));

/** What may be a grade and not an amount: a whole number from 0 to 10. */
const GRADE = /^(?:\d|10)$/;

/** Columns that are named like a price and hold a grade. */
export const gradedPrices = (header: readonly string[], sample: readonly Row[]): string[] =>
  header.filter((name, index) => PRICE_PERHAPS.includes(loose(name)) && isGrade(index, sample));

/** Whether a column holds nothing that could not be a grade. */
const isGrade = (index: number, sample: readonly Row[]): boolean =>
  sample.every(({ cells }) => {
    const value = cells[index]?.trim() ?? '';
    return value === '' || GRADE.test(value);
  });

function perhapsPrice(
  header: readonly string[],
  sample: readonly Row[],
  taken: ReadonlySet<number>,
): Column | undefined {
  const grades = header.flatMap((_, index) => (isGrade(index, sample) ? [index] : []));
  return recognised(header, PRICE_PERHAPS, new Set([...taken, ...grades]));
}

const named = (header: readonly string[]) => header.filter((name) => name !== '');

function mappedColumns(header: readonly string[], mapping: Mapping) {
  const columns: { [field in CustomerField]?: Column } = {};
  const fieldAt = new Map<number, CustomerField>();
  for (const [key, wanted] of Object.entries(mapping)) {
    const field = CUSTOMER_FIELDS.find((name) => name === key);
    if (!field) throw new Refusal({ code: 'unknownField', field: key });
    const index = indexOf(header, wanted);
    const name = header[index];
    if (name === undefined)
      throw new Refusal({
        code: 'unknownColumn',
        field,
        column: wanted,
        columns: named(header),
      });
    const other = fieldAt.get(index);
    if (other)
      throw new Refusal({ code: 'columnMappedTwice', fields: [other, field], column: name });
    fieldAt.set(index, field);
    columns[field] = { name, index, mapped: true, others: [] };
  }
  return columns;
}

/** Where a column named by hand stands: its very name, else one that differs in case or blanks only; -1 if none. */
function indexOf(header: readonly string[], wanted: string): number {
  const exact = header.indexOf(wanted.trim().replace(/\s+/g, ' '));
  const key = loose(wanted);
  if (exact >= 0 || key === '') return exact;
  return header.findIndex((name) => loose(name) === key);
}

function recognised(
  header: readonly string[],
  names: readonly string[],
  taken: ReadonlySet<number>,
): Column | undefined {
  const candidates = header
    .map((name, index) => ({ name, index, rank: names.indexOf(loose(name)) }))
    .filter(({ rank, index }) => rank >= 0 && !taken.has(index))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  const [best, ...others] = candidates;
  if (!best) return undefined;
  const { name, index } = best;
  return { name, index, mapped: false, others: others.map((other) => other.name) };
}
