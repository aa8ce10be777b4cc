/** From text to rows of cells with the lines they stand on. */
import { dsvFormat } from 'd3-dsv';
import { Refusal } from '../findings.ts';
import type { Lookalike } from '../findings.ts';
import { RowEnds } from './rowEnds.ts';

/** Where two fit alike the first is taken: a comma is the one that stands in numbers and names. */
const DELIMITERS = [';', '\t', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One row: its cells as they are, and the 1-based line on which it begins. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What the beginning of a table tells. */
export interface Head {
  readonly delimiter: Delimiter;
  /** Names of the columns: trimmed, runs of blanks as one. */
  readonly header: readonly string[];
  /** The first rows below it, up to SAMPLED_ROWS. */
  readonly sample: readonly Row[];
}

/** Rows by which a table is judged before any of it is counted. */
export const SAMPLED_ROWS = 500;
/** Characters by which a text is judged. */
const SNIFFED = 65_536;

/**
 * Reads a table from a text that arrives in pieces of any length. The header is the first row that is not
 * blank. Nothing is kept but the sample.
 */
export class Table {
  private start: string | null = '';
  private ends = new RowEnds(',');
  private delimiter: Delimiter = ',';
  private header: readonly string[] | null = null;
  private sample: Row[] | null = [];
  private line = 1;

  /**
   * @param onHead told what the beginning tells, before the first row
   * @param onRow told every row below the header that is not blank
   */
  constructor(
    private readonly onHead: (head: Head) => void,
    private readonly onRow: (row: Row) => void,
  ) {}

  /** Takes more of the text. Refuses what is text of another format. */
  push(text: string): void {
    if (this.start === null) this.parse(this.ends.push(text));
    else {
      this.start += text;
      if (this.start.length >= SNIFFED) this.begin();
    }
  }

  /** The text has ended. Refuses what is empty or has no rows. */
  finish(): void {
    if (this.start !== null) this.begin();
    this.parse(this.ends.finish());
    if (!this.header) throw new Refusal({ code: 'empty' });
    if (this.sample?.length === 0)
      throw new Refusal({ code: 'headerOnly', columns: this.header });
    this.judge();
  }

  private begin(): void {
    const text = (this.start ?? '').replace(/^\uFEFF/, '');
    this.start = null;
    const looksLike = lookalikeOf(text.slice(0, SNIFFED));
    if (looksLike) throw new Refusal({ code: 'notCsv', looksLike });
    this.delimiter = delimiterOf(text.slice(0, SNIFFED));
    this.ends = new RowEnds(this.delimiter);
    this.parse(this.ends.push(text));
  }

  /** Parses rows that are whole. */
  private parse(text: string): void {
    if (text === '') return;
    const quoted = text.includes('"');
    // parseRows, not parse: parse builds a function from text, which a strict page forbids. The row that is
    // added keeps the last newline from being stripped, which a blank line would be counted by.
    const rows = dsvFormat(this.delimiter).parseRows(`${text}.`).slice(0, -1);
    for (const cells of rows) {
      if (cells.some((cell) => cell.trim() !== '')) this.take(cells);
      this.line += 1 + (quoted ? newlinesIn(cells) : 0);
    }
  }

  private take(cells: readonly string[]): void {
    const row = { cells, line: this.line };
    if (!this.header) {
      if (cells[0] !== DELIMITER_HINT) this.header = cells.map(headerCell);
    } else if (!this.sample) this.onRow(row);
    else if (this.sample.push(row) === SAMPLED_ROWS) this.judge();
  }

  /** The beginning has been seen: the rows that waited for it are told. */
  private judge(): void {
    const { header, sample, delimiter } = this;
    if (!header || !sample) return;
    this.sample = null;
    this.onHead({ delimiter, header, sample });
    for (const row of sample) this.onRow(row);
  }
}

/** Spreadsheets put it before the header: `sep=;`. */
const DELIMITER_HINT = 'sep=';

/** A header cell as it is shown and looked up. */
const headerCell = (cell: string): string => cell.trim().replace(/\s+/g, ' ');

function lookalikeOf(start: string): Lookalike | undefined {
  if (start.includes('\0')) return 'binary';
  if (/^\s*<[!?a-z]/i.test(start)) return 'html';
  return /^\s*[[{]\s*(["{[\]}\d-]|$)/.test(start) ? 'json' : undefined;
}

function newlinesIn(cells: readonly string[]): number {
  let newlines = 0;
  for (const cell of cells) newlines += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return newlines;
}

/** Rows by which the delimiter is judged. */
const COMPARED_ROWS = 20;

/**
 * The delimiter that cuts the header into most cells, and most rows into as many; the comma if none does.
 */
function delimiterOf(start: string): Delimiter {
  const hint = /^\s*"?sep=([,;\t|])/i.exec(start)?.[1];
  const hinted = DELIMITERS.find((delimiter) => delimiter === hint);
  if (hinted) return hinted;
  const lines = start.match(/[^\r\n]*\S[^\r\n]*/g)?.slice(0, COMPARED_ROWS) ?? [];
  const scores = DELIMITERS.map((delimiter) => fit(lines, delimiter));
  const best = Math.max(...scores);
  return (best > 1 && DELIMITERS[scores.indexOf(best)]) || ',';
}

/** Cells of the header, and twice as much if most rows agree with it. */
function fit(lines: readonly string[], delimiter: Delimiter): number {
  const [header = 0, ...rows] = lines.map(
    (line) => dsvFormat(delimiter).parseRows(line)[0]?.length ?? 0,
  );
  const agreeing = rows.filter((cells) => cells === header).length;
  return header * (header > 1 && agreeing * 2 > rows.length ? 2 : 1);
}
