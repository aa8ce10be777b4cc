/**
 * A customer file in, segments out: text → rows → customers → segments → scenario fragment and report.
 * Pure: no page, no disk. Nothing is dropped without being counted and reported.
 */
import type { TemplateName } from '../model/templates.ts';
import { columnsOf, mappingOf, usable } from './columns.ts';
import type { Columns, Mapping } from './columns.ts';
import { readTable, textOf } from './csv.ts';
import { CUSTOMER_FIELDS } from './fields.ts';
import type { ValueField } from './fields.ts';
import { Refusal } from './findings.ts';
import type { FileProblem, Note, RowEffect } from './findings.ts';
import { fragmentOf } from './fragment.ts';
import type { CustomerFragment } from './fragment.ts';
import { churnNotes, columnNotes, segmentNotes, totalNotes } from './notes.ts';
import { churnOf, meanPriceOf, tellsChurn } from './report.ts';
import type { CustomerReport, SegmentReport } from './report.ts';
import { CustomerRows } from './rows.ts';
import { groupCustomers } from './segments.ts';
import type { Known, SegmentTally } from './segments.ts';
import type { Customer } from './tally.ts';
import { TERMS } from './values.ts';

export interface ImportOptions {
  /** Columns named by hand, by field or as `field=column`; the others are recognised by name. */
  readonly map?: Mapping | readonly string[];
  /** Market whose parameters complete the segments; telco if absent. */
  readonly template?: TemplateName;
}

export type CustomerImport =
  | { readonly ok: true; readonly fragment: CustomerFragment; readonly report: CustomerReport }
  | { readonly ok: false; readonly problem: FileProblem };

/** A tenure below this counts as this, in months: who has just come was there half the first month. */
const LEAST_TENURE = 0.5;

/**
 * Reads a customer file: its text, or its bytes in UTF-8 or UTF-16. Never throws for what stands in the file:
 * one that cannot be used is answered with the problem, one row that cannot with an entry in the report.
 */
export function readCustomers(
  input: string | Uint8Array,
  { map = {}, template = 'telco' }: ImportOptions = {},
): CustomerImport {
  try {
    return { ok: true, ...importOf(textOf(input), mappingOf(map), template) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function importOf(text: string, map: Mapping, template: TemplateName) {
  const { header, columns, rows } = rowsOf(text, map);
  const ignored = ignoredColumns(rows, columns);
  const known = { price: rows.has('price'), contract: rows.has('contract') };
  const { customers, shortTenures } = customersOf(rows, known);
  if (customers.length === 0) throw new Refusal({ code: 'noUsableRow', rows: rows.rows });
  const segmentation = groupCustomers(customers, known);
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
      ...shortTenureNote(shortTenures),
      ...segmentNotes(segmentation, known),
      ...churnNotes(segmentation, rows),
      ...totalNotes(columns, rows),
    ],
  };
  return { fragment: fragmentOf(segmentation, template, known), report };
}

function rowsOf(text: string, map: Mapping) {
  let header: readonly string[] = [];
  let columns: Columns = {};
  let rows = new CustomerRows(columns, 0);
  readTable(
    text,
    (names) => {
      header = names;
      columns = columnsOf(header, map);
      rows = new CustomerRows(columns, header.length);
    },
    (cells, line) => {
      rows.add(cells, line);
    },
  );
  return { header, columns, rows };
}

/** Goes on without the columns that hold nothing readable, unless one was named by hand or nothing is left. */
function ignoredColumns(rows: CustomerRows, columns: Columns): Note[] {
  const unreadable = rows.dropUnreadable();
  const fatal = unreadable.find(({ field }) => columns[field]?.mapped);
  const nothingLeft = !usable((field) => rows.has(field));
  const first = fatal ?? (nothingLeft ? unreadable[0] : undefined);
  if (first) throw new Refusal({ code: 'noUsableValue', ...first });
  return unreadable.map((column) => ({ code: 'columnIgnored', ...column }));
}

/** The customers whose segment can be told. */
function customersOf(rows: CustomerRows, known: Known) {
  const column = (field: ValueField) => rows.values(field) ?? [];
  const [price, contract, tenure] = [column('price'), column('contract'), column('tenure')];
  const [churned, complaints] = [column('churned'), column('complaints')];
  const customers: Customer[] = [];
  let shortTenures = 0;
  for (let i = 0; i < rows.readableRows; i += 1) {
    const customer = {
      price: price[i] ?? NaN,
      contract: contract[i] ?? NaN,
      tenure: Math.max(LEAST_TENURE, tenure[i] ?? NaN),
      churned: churned[i] ?? NaN,
      complaints: complaints[i] ?? NaN,
    };
    if (known.price && Number.isNaN(customer.price)) continue;
    if (known.contract && Number.isNaN(customer.contract)) continue;
    customers.push(customer);
    if (!Number.isNaN(customer.churned) && (tenure[i] ?? NaN) < LEAST_TENURE) shortTenures += 1;
  }
  return { customers, shortTenures };
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

function longTerms(customers: readonly Customer[]): Note[] {
  const count = customers.filter(({ contract }) => contract === TERMS.longer).length;
  return count > 0 ? [{ code: 'longTermsAsAnnual', count }] : [];
}

const shortTenureNote = (count: number): Note[] =>
  count > 0 ? [{ code: 'shortTenure', count }] : [];
