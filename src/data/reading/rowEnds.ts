/** Cuts a text that arrives in pieces where rows end, so that each part can be parsed by itself. */
import { Refusal } from '../findings.ts';

/** Characters of a row above which it is refused: a quote that is never closed would swallow the whole file. */
export const ROW_LIMIT = 1_000_000;

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/** Where in a row a character stands, by the rules of d3-dsv, which parses the parts. */
type Place = 'cellBegins' | 'bare' | 'quoted' | 'afterQuote';

/** Remembers what has arrived of the row that is not complete. */
export class RowEnds {
  private rest = '';
  private seen = 0;
  private place: Place = 'cellBegins';
  private line = 1;
  private rowLine = 1;
  private readonly delimiter: number;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** The rows that are complete with this text, each with its newline; '' if none is. */
  push(text: string): string {
    return this.cut(this.rest + text, false);
  }

  /** The last rows. Refuses an open quote. */
  finish(): string {
    const rows = this.cut(`${this.rest}\n`, true);
    if (this.place === 'quoted') throw new Refusal({ code: 'openQuote', line: this.rowLine });
    return rows;
  }

  private cut(text: string, whole: boolean): string {
    let end = 0;
    let at = this.seen;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === RETURN) {
        // It may be the first half of a newline.
        if (at + 1 === text.length && !whole) break;
        if (text.charCodeAt(at + 1) === NEWLINE) continue;
      }
      if (code !== RETURN && code !== NEWLINE) this.step(code);
      else {
        this.line += 1;
        if (this.place === 'quoted') continue;
        this.checkLength(at - end);
        end = at + 1;
        this.rowLine = this.line;
        this.place = 'cellBegins';
      }
    }
    this.checkLength(text.length - end);
    this.rest = text.slice(end);
    this.seen = at - end;
    return text.slice(0, end);
  }

  private step(code: number): void {
    if (this.place === 'quoted') {
      if (code === QUOTE) this.place = 'afterQuote';
    } else if (code === QUOTE && this.place !== 'bare') this.place = 'quoted';
    // Whatever follows a closing quote is taken for a delimiter.
    else if (code === this.delimiter || this.place === 'afterQuote') this.place = 'cellBegins';
    else this.place = 'bare';
  }

  private checkLength(length: number): void {
    if (length > ROW_LIMIT)
      throw new Refusal({ code: 'rowTooLong', line: this.rowLine, limit: ROW_LIMIT });
  }
}
