/** From the bytes of a file to rows of cells with the lines they stand on. */
import { dsvFormat } from 'd3-dsv';
import { Refusal } from './findings.ts';
import type { FileProblem, Lookalike } from './findings.ts';

/** Files above this size are refused unread. */
export const FILE_LIMIT_BYTES = 64 * 1024 * 1024;

/** The problem with a file of this size, to be asked before it is read. */
export const sizeProblem = (bytes: number): FileProblem | undefined =>
  bytes > FILE_LIMIT_BYTES ? { code: 'tooLarge', bytes, limit: FILE_LIMIT_BYTES } : undefined;

/**
 * The text of a file in UTF-8, or in UTF-16 with a byte order mark; the mark is removed.
 * Refuses what is too large, empty, not text, or text of another format.
 */
export function textOf(input: string | Uint8Array): string {
  const tooLarge = sizeProblem(input.length);
  if (tooLarge) throw new Refusal(tooLarge);
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decode(input);
  if (text.trim() === '') throw new Refusal({ code: 'empty' });
  const looksLike = lookalikeOf(text.slice(0, SNIFFED));
  if (looksLike) throw new Refusal({ code: 'notCsv', looksLike });
  return text;
}

const SNIFFED = 65_536;
const SIGNATURES: readonly (readonly [signature: string, Lookalike])[] = [
  ['PK\x03\x04', 'spreadsheet'],
  ['\xD0\xCF\x11\xE0', 'spreadsheet'],
  ['\x1F\x8B', 'archive'],
  ['Rar!', 'archive'],
  ['7z\xBC\xAF', 'archive'],
  ['%PDF', 'pdf'],
];

function decode(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  const looksLike = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
  if (looksLike) throw new Refusal({ code: 'notCsv', looksLike });
  try {
    return new TextDecoder(encodingOf(start), { fatal: true }).decode(bytes);
  } catch {
    const isText = !bytes.subarray(0, SNIFFED).includes(0);
    throw new Refusal(isText ? { code: 'notUtf8' } : { code: 'notCsv', looksLike: 'binary' });
  }
}

function encodingOf(start: string): string {
  if (start.startsWith('\xFF\xFE')) return 'utf-16le';
  return start.startsWith('\xFE\xFF') ? 'utf-16be' : 'utf-8';
}

function lookalikeOf(start: string): Lookalike | undefined {
  const signature = SIGNATURES.find(([begin]) => start.startsWith(begin));
  if (signature) return signature[1];
  if (start.includes('\0')) return 'binary';
  if (/^\s*<[!?a-z]/i.test(start)) return 'html';
  return /^\s*[[{]\s*(["{[\]}\d-]|$)/.test(start) ? 'json' : undefined;
}

/** A header cell as it is shown and looked up: trimmed, runs of blanks as one. */
const headerCell = (cell: string): string => cell.trim().replace(/\s+/g, ' ');

/**
 * Reads a table row by row; nothing is kept. The header is the first row that is not blank.
 * @param onHeader told the names of the columns, before the first row.
 * @param onRow told the cells as they are and the 1-based line on which the row begins.
 */
export function readTable(
  text: string,
  onHeader: (header: readonly string[]) => void,
  onRow: (cells: readonly string[], line: number) => void,
): void {
  let header: readonly string[] | undefined;
  let rows = 0;
  forEachRow(text, (cells, line) => {
    if (!header) {
      header = cells.map(headerCell);
      return;
    }
    // Not earlier: an open quote in the header, which leaves no rows, is the better thing to say.
    if (rows === 0) onHeader(header);
    rows += 1;
    onRow(cells, line);
  });
  if (rows === 0) throw new Refusal({ code: 'headerOnly', columns: header ?? [] });
}

/** An open quote swallows everything after it, so also this last row. */
const END = '\u0003end of the table\u0003';

function forEachRow(text: string, onRow: (cells: string[], line: number) => void): void {
  const quoted = text.includes('"');
  let line = 1;
  let begin = 1;
  let closed = false;
  // parseRows, not parse: parse builds a function from text, which a strict page forbids.
  dsvFormat(delimiterOf(text)).parseRows(`${text}\n${END}`, (cells) => {
    closed = cells[0] === END;
    if (closed) return null;
    begin = line;
    line += 1 + (quoted ? newlinesIn(cells) : 0);
    if (cells.some((cell) => cell.trim() !== '')) onRow(cells, begin);
    return null;
  });
  if (!closed) throw new Refusal({ code: 'openQuote', line: begin });
}

function newlinesIn(cells: readonly string[]): number {
  let newlines = 0;
  for (const cell of cells) newlines += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return newlines;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The delimiter that cuts the first line into most cells; the comma if none does. */
function delimiterOf(text: string): string {
  const first = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const cells = (delimiter: string) => dsvFormat(delimiter).parseRows(first)[0]?.length ?? 0;
  return DELIMITERS.reduce((best, next) => (cells(next) > cells(best) ? next : best));
}
