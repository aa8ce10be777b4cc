/**
 * A customer file in, segments out: bytes → text → rows → columns → segments → scenario fragment and report.
 * The file streams through; what is kept is a few numbers a row. Pure: no page, no disk. Nothing is dropped
 * without being counted and reported.
 */
import type { TemplateName } from '../model/templates.ts';
import { Refusal } from './findings.ts';
import type { FileProblem, Note, RowEffect } from './findings.ts';
import { fragmentOf } from './fragment.ts';
import type { CustomerFragment } from './fragment.ts';
import { groupByTerms } from './grouping/terms.ts';
import type { Known, SegmentTally } from './grouping/terms.ts';
import { PlacedCustomers } from './placed.ts';
import { churnNotes, columnNotes, segmentNotes, totalNotes } from './notes.ts';
import { chosenColumns, columnsOf, mappingOf, usable } from './reading/columns.ts';
import type { Columns, ColumnUses, Mapping } from './reading/columns.ts';
import { CUSTOMER_FIELDS } from './reading/fields.ts';
import type { ValueField } from './reading/fields.ts';
import { headOf, readRows } from './reading/pass.ts';
import type { Watching } from './reading/pass.ts';
import type { Encoding } from './reading/restart.ts';
import { CustomerRows } from './reading/rows.ts';
import type { Source } from './reading/source.ts';
import type { Delimiter } from './reading/table.ts';
import { TERMS } from './reading/values.ts';
import { churnOf, meanPriceOf, tellsChurn } from './report.ts';
import type { CustomerReport, SegmentReport } from './report.ts';

export interface ImportOptions {
  /** Columns named by hand, by field or as `field=column`; the others are recognised by name. */
  readonly map?: Mapping | readonly string[];
  /** What every column is used as, in place of `map`: nothing is recognised by name. */
  readonly uses?: ColumnUses;
  /** Market whose parameters complete the segments; telco if absent. */
  readonly template?: TemplateName;
}

export type CustomerImport =
  | { readonly ok: true; readonly fragment: CustomerFragment; readonly report: CustomerReport }
  | { readonly ok: false; readonly problem: FileProblem };

/** What the beginning of a file tells, before it is read. */
export interface CustomerPreview {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** All columns of the file. */
  readonly header: readonly string[];
  /** By column, up to three different values that are not blank. */
  readonly samples: readonly (readonly string[])[];
  /** The columns recognised or named by hand, by field. */
  readonly columns: Columns;
  /** Why the file could not be read with these columns; null if it could. */
  readonly problem: FileProblem | null;
  /** Rows looked at. */
  readonly rows: number;
}

export type CustomerInspection =
  | { readonly ok: true; readonly preview: CustomerPreview }
  | { readonly ok: false; readonly problem: FileProblem };

/**
 * Looks at the beginning of a customer file: its form, its columns with examples, and which of them would be
 * used. Only what cannot be shown as a table is refused; that columns are missing stands in the preview.
 */
export async function inspectCustomers(
  source: Source,
  { map = {} }: ImportOptions = {},
  watching: Watching = {},
): Promise<CustomerInspection> {
  return atTheEdge(async () => {
    const { encoding, delimiter, header, sample } = await headOf(source, watching);
    const samples = header.map((_, i) => examples(sample.map(({ cells }) => cells[i] ?? '')));
    const recognised = columnsFor(header, map);
    return {
      ok: true,
      preview: { encoding, delimiter, header, samples, rows: sample.length, ...recognised },
    };
  });
}

/**
 * Reads a customer file: CSV with any usual delimiter, in UTF-8, UTF-16 or GB18030, of any size. Never rejects
 * for what stands in it: a file that cannot be used is answered with the problem, a row that cannot with an
 * entry in the report.
 */
export async function readCustomers(
  source: Source,
  { map = {}, uses, template = 'telco' }: ImportOptions = {},
  watching: Watching = {},
): Promise<CustomerImport> {
  return atTheEdge(async () => {
    const mapping = mappingOf(map);
    const columns = (header: readonly string[]) =>
      uses ? chosenColumns(header, uses) : columnsOf(header, mapping);
    const rows = await readRows(
      source,
      watching,
      ({ header }) => new CustomerRows(columns(header), header),
    );
    return { ok: true, ...importOf(rows, template) };
  });
}

/** Answers with the problem instead of throwing it. */
async function atTheEdge<T>(
  action: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly problem: FileProblem }> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

const EXAMPLES = 3;

const examples = (cells: readonly string[]): string[] =>
  [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(
    0,
    EXAMPLES,
  );

function columnsFor(header: readonly string[], map: Mapping | readonly string[]) {
  try {
    return { columns: columnsOf(header, mappingOf(map)), problem: null };
  } catch (error) {
    if (error instanceof Refusal) return { columns: {}, problem: error.problem };
    throw error;
  }
}

function importOf(rows: CustomerRows, template: TemplateName) {
  const { columns, header } = rows;
  const ignored = ignoredColumns(rows);
  const known = { price: rows.has('price'), contract: rows.has('contract') };
  const customers = new PlacedCustomers(rows, known);
  if (customers.length === 0) throw new Refusal({ code: 'noUsableRow', rows: rows.rows });
  const segmentation = groupByTerms(customers, known);
  const effectOf = effects(rows);
  const told = tellsChurn(segmentation.total);
  const report: CustomerReport = {
    rows: rows.rows,
    placed: customers.length,
    leftOut: rows.rows - customers.length,
    header,
    columns: usedColumns(columns, rows),
    priceCuts: segmentation.cuts,
    meanPrice: meanPriceOf(segmentation.total),
    ...churnOf(segmentation.total, told),
    segments: segmentation.segments.map((tally) => segmentReport(tally, known, told)),
    problems: rows.problems(effectOf),
    problemCounts: rows.problemCounts(effectOf),
    notes: [
      ...columnNotes(columns, rows),
      ...ignored,
      ...longTerms(customers),
      ...shortTenureNote(customers),
      ...segmentNotes(segmentation, known),
      ...churnNotes(segmentation, rows),
      ...totalNotes(columns, rows),
    ],
  };
  return { fragment: fragmentOf(segmentation, template, known), report };
}

/** Goes on without the columns that hold nothing readable, unless one was named by hand or nothing is left. */
function ignoredColumns(rows: CustomerRows): Note[] {
  const unreadable = rows.dropUnreadable();
  const fatal = unreadable.find(({ field }) => rows.columns[field]?.mapped);
  const nothingLeft = !usable((field) => rows.has(field));
  const first = fatal ?? (nothingLeft ? unreadable[0] : undefined);
  if (first) throw new Refusal({ code: 'noUsableValue', ...first });
  return unreadable.map((column) => ({ code: 'columnIgnored', ...column }));
}

/** What becomes of a row whose value of a field cannot be used. */
function effects(rows: CustomerRows): (field: ValueField) => RowEffect {
  const followed = rows.has('tenure') && rows.has('churned');
  return (field) => {
    if (field === 'price' || field === 'contract') return 'leftOut';
    if (field === 'complaints') return 'leftOutOfComplaints';
    return field !== 'total' && followed ? 'leftOutOfChurn' : 'kept';
  };
}

function usedColumns(columns: Columns, rows: CustomerRows): CustomerReport['columns'] {
  const used = CUSTOMER_FIELDS.filter((field) => field === 'id' || rows.has(field));
  return Object.fromEntries(
    used.flatMap((field) => (columns[field] ? [[field, columns[field].name]] : [])),
  );
}

function segmentReport(tally: SegmentTally, known: Known, told: boolean): SegmentReport {
  const { name, term, levels, count, annual, heard, complained, priceFrom, priceTo } = tally;
  return {
    name,
    term,
    levels,
    count,
    meanPrice: meanPriceOf(tally),
    priceFrom: known.price ? priceFrom : null,
    priceTo: known.price ? priceTo : null,
    annualShare: known.contract ? annual / count : null,
    complaintShare: heard > 0 ? complained / heard : null,
    ...churnOf(tally, told),
  };
}

function longTerms(customers: PlacedCustomers): Note[] {
  const count = customers.count(({ contract }) => contract === TERMS.longer);
  return count > 0 ? [{ code: 'longTermsAsAnnual', count }] : [];
}

function shortTenureNote(customers: PlacedCustomers): Note[] {
  const count = customers.shortTenures;
  return count > 0 ? [{ code: 'shortTenure', count }] : [];
}
