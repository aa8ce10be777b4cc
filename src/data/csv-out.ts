/** CSV out of the program: every table that it writes comes through here. */
import { csvFormatRow } from 'd3-dsv';

/** What a spreadsheet would take for a formula, or for the end of one cell and the beginning of another. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One line without its end. Numbers stay numbers; a text that a spreadsheet would run as a formula gets an
 * apostrophe before it, which spreadsheets take for "this is text".
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  csvFormatRow(
    cells.map((cell) =>
      typeof cell === 'number' ? String(cell) : FORMULA.test(cell) ? `'${cell}` : cell,
    ),
  );

/** Several lines, each with its end. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${csvLine(row)}\n`).join('');
