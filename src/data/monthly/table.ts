/** Small tables of monthly figures, typed by hand or exported from a spreadsheet. */
import { dsvFormat } from 'd3-dsv';

/** Rows of a table at most: ten years of months. */
export const ROWS_AT_MOST = 120;
const CHARACTERS_AT_MOST = 100_000;
const DELIMITERS = [',', ';', '\t'] as const;

/** What a column is called, in lower case, and what it may hold. */
export interface ColumnSpec {
  readonly names: readonly string[];
  readonly low: number;
  readonly high: number;
  /** Whole numbers, with or without separators between thousands. */
  readonly whole?: boolean;
}

export type TableProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'tooLong'; readonly limit: number }
  /** None of these columns is there. */
  | {
      readonly code: 'noColumn';
      readonly expected: readonly string[];
      readonly received: readonly string[];
    }
  | CellProblem;

export interface CellProblem {
  readonly code: 'notANumber' | 'outOfRange';
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly low: number;
  readonly high: number;
}

/** A row with a number in each known column; null where the cell is blank or the column is not there. */
export interface TableRow<Name extends string> {
  readonly line: number;
  readonly values: Readonly<Record<Name, number | null>>;
}

export type TableRead<Name extends string> =
  | {
      readonly ok: true;
      readonly rows: readonly TableRow<Name>[];
      readonly has: (name: Name) => boolean;
    }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

/**
 * Reads a table with a header. Columns are known by their names, in any order; others are left aside, and so are
 * blank rows. Delimited by comma, semicolon or tab; a share may be written as 0.021, 2.1 % or, where the comma does
 * not delimit, 0,021.
 *
 * @returns the rows, or every problem with its line
 */
export function readTable<Name extends string>(
  text: string,
  columns: Readonly<Record<Name, ColumnSpec>>,
): TableRead<Name> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return refused({ code: 'empty' });
  if (body.length > CHARACTERS_AT_MOST)
    return refused({ code: 'tooLong', limit: ROWS_AT_MOST });
  const delimiter = delimiterOf(body);
  const [header = [], ...rows] = dsvFormat(delimiter).parseRows(body);
  const filled = rows
    .map((cells, i) => ({ cells, line: i + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > ROWS_AT_MOST) return refused({ code: 'tooLong', limit: ROWS_AT_MOST });
  const names = Object.keys(columns) as Name[];
  const heads = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  );
  const places = Object.fromEntries(
    names.map((name) => [name, heads.findIndex((head) => columns[name].names.includes(head))]),
  ) as Record<Name, number>;
  const problems: TableProblem[] = [];
  if (names.every((name) => places[name] < 0))
    problems.push({
      code: 'noColumn',
      expected: names.map((name) => columns[name].names[0] ?? name),
      received: header.map((name) => name.trim()),
    });
  if (filled.length === 0) problems.push({ code: 'empty' });
  const read = filled.map(({ cells, line }): TableRow<Name> => {
    const values = names.map((name) => {
      const cell = (cells[places[name]] ?? '').trim();
      if (cell === '') return [name, null] as const;
      const value = numberOf(cell, columns[name], delimiter);
      const { low, high } = columns[name];
      const fits = value >= low && value <= high;
      if (fits) return [name, value] as const;
      const code = Number.isNaN(value) ? 'notANumber' : 'outOfRange';
      const column = header[places[name]]?.trim() ?? name;
      problems.push({ code, line, column, value: cell, low, high });
      return [name, null] as const;
    });
    return { line, values: Object.fromEntries(values) as Record<Name, number | null> };
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, rows: read, has: (name) => places[name] >= 0 };
}

const refused = (problem: TableProblem): { ok: false; problems: readonly TableProblem[] } => ({
  ok: false,
  problems: [problem],
});

/** The one that the header has most of. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** NaN if it is none. */
function numberOf(cell: string, { whole = false }: ColumnSpec, delimiter: string): number {
  const isPercent = /[%％]$/.test(cell);
  const bare = cell
    .replace(/[%％]$/, '')
    .replace(/[\s\u00A0\u202F']/g, '')
    .replace(/^\u2212/, '-');
  const plain = whole
    ? bare.replace(/(?<=\d)[.,](?=\d{3}(\D|$))/g, '')
    : delimiter === ','
      ? bare
      : bare.replace(/^([-+]?\d*),(\d+)$/, '$1.$2');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return NaN;
  const value = Number(plain);
  if (whole && !Number.isInteger(value)) return NaN;
  // Without the dust of a division: 1.4 % is 0.014.
  return isPercent ? Number((value / 100).toPrecision(12)) : value;
}
