/**
 * A customer file in, segments out: bytes → text → rows → columns → segments → scenario fragment and report.
 * The file streams through; what is kept is a few numbers a row. Pure: no page, no disk. Nothing is dropped
 * without being counted and reported.
 */
import { importOf } from './importing.ts';
import type { CustomerFragment } from './fragment.ts';
import { Refusal } from './findings.ts';
import type { FileProblem, Note } from './findings.ts';
import type { GroupingName } from './grouping/ways.ts';
import type { TemplateName } from '../model/templates.ts';
import { encodingNotes, formatNotes, gradeNotes } from './notes.ts';
import { chosenColumns, columnsOf, mappingOf } from './reading/columns.ts';
import type { Columns, ColumnUses, Mapping } from './reading/columns.ts';
import { headOf, readRows } from './reading/pass.ts';
import type { FileHead, Watching } from './reading/pass.ts';
import type { Assumed, DateOrder, Decimal, Encoding } from './reading/restart.ts';
import { CustomerRows, formatOf } from './reading/rows.ts';
import type { Source } from './reading/source.ts';
import type { CustomerReport, FileForm } from './report.ts';

export interface ImportOptions {
  /** Columns named by hand, by field or as `field=column`; the others are recognised by name. */
  readonly map?: Mapping | readonly string[];
  /** What every column is used as, in place of `map`: nothing is recognised by name. */
  readonly uses?: ColumnUses;
  /** Market whose parameters complete the segments; telco if absent. */
  readonly template?: TemplateName;
  /** How its letters are written as bytes; by the evidence of the bytes if absent. */
  readonly encoding?: Encoding;
  /** The sign before the decimals; by the evidence of the values if absent. */
  readonly decimal?: Decimal;
  /** Which comes first in dates such as 03/04/2024; by the evidence of the values if absent. */
  readonly dates?: DateOrder;
  /** How customers are grouped; by the columns that the file has if absent. */
  readonly by?: GroupingName;
  /** Whether customers of top spend without a complaint become a segment of their own, where there are any. */
  readonly splitSilent?: boolean;
  /** Name of the file, kept with what is imported. */
  readonly file?: string;
}

export type CustomerImport =
  | { readonly ok: true; readonly fragment: CustomerFragment; readonly report: CustomerReport }
  | { readonly ok: false; readonly problem: FileProblem };

/** What the beginning of a file tells, before it is read. */
export interface CustomerPreview {
  /** As far as the beginning tells. */
  readonly form: FileForm;
  /** All columns of the file. */
  readonly header: readonly string[];
  /** By column, up to three different values that are not blank. */
  readonly samples: readonly (readonly string[])[];
  /** The columns recognised or named by hand, by field. */
  readonly columns: Columns;
  /** Why the file could not be read with these columns; null if it could. */
  readonly problem: FileProblem | null;
  /** What could be read in two ways, and what was not taken for a price. */
  readonly notes: readonly Note[];
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
  options: ImportOptions = {},
  watching: Watching = {},
): Promise<CustomerInspection> {
  return atTheEdge(async () => ({
    ok: true,
    preview: previewOf(await headOf(source, watching, toldBy(options)), options),
  }));
}

/**
 * Reads a customer file: CSV with any usual delimiter, in UTF-8, UTF-16, GB18030 or Windows-1252, of any size. Never rejects
 * for what stands in it: a file that cannot be used is answered with the problem, a row that cannot with an
 * entry in the report.
 */
export async function readCustomers(
  source: Source,
  options: ImportOptions = {},
  watching: Watching = {},
): Promise<CustomerImport> {
  return atTheEdge(async () => {
    const chosen = columnChoice(options);
    const told = toldBy(options);
    const { head, rows } = await readRows(source, watching, told, (found, assumed) => {
      const columns = chosen(found);
      const taken = new CustomerRows(found, columns, assumed);
      return { head: found, rows: taken, add: (row) => taken.add(row) };
    });
    return { ok: true, ...importOf(head, rows, options) };
  });
}

const toldBy = ({ encoding, decimal, dates }: ImportOptions): Assumed => ({
  encoding: encoding ?? null,
  encodingTold: encoding !== undefined,
  decimal: decimal ?? null,
  dates: dates ?? null,
});

function previewOf(head: FileHead, options: ImportOptions): CustomerPreview {
  const { header, sample, encoding, delimiter } = head;
  const { columns, problem } = columnsFor(head, options);
  const format = formatOf(columns, sample, toldBy(options));
  return {
    form: { encoding, delimiter, decimal: format.decimal, dates: format.dates },
    header,
    samples: header.map((_, i) => examples(sample.map(({ cells }) => cells[i] ?? ''))),
    columns,
    problem,
    notes: [
      ...encodingNotes(encoding, options.encoding),
      ...gradeNotes(columns, header, sample),
      ...formatNotes(format),
    ],
    rows: sample.length,
  };
}

/** How the columns of a file are found; refuses a mapping that is none before anything is read. */
function columnChoice({ map = {}, uses }: ImportOptions): (head: FileHead) => Columns {
  const mapping = mappingOf(map);
  return ({ header, sample }) =>
    uses ? chosenColumns(header, uses) : columnsOf(header, mapping, sample);
}

function columnsFor(head: FileHead, options: ImportOptions) {
  try {
    return { columns: columnChoice(options)(head), problem: null };
  } catch (error) {
    if (error instanceof Refusal) return { columns: {}, problem: error.problem };
    throw error;
  }
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
