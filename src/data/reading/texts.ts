/** One column of names, each kept once: segments, reasons. */
import { Column } from './column.ts';
import { detached } from './ids.ts';

/** Different names that are kept; what has more is no column of names. */
const NAMES_LIMIT = 10_000;
const LONGEST = 200;

/** What stands in a cell in place of nothing. */
const NOTHING = /^(?:|-+|n\/?a|null|none|not applicable|无|没有)$/i;

/** A row that has no name, and one whose name was one too many. */
export const BLANK = -1;
export const SURPLUS = -2;

export class Texts {
  /** Indices into `names`, in the order of the file. */
  readonly codes = new Column(false);
  readonly names: string[] = [];
  private readonly codeOf = new Map<string, number>();

  constructor(
    readonly column: string,
    private readonly index: number,
  ) {}

  read(cells: readonly string[]): void {
    const name = (cells[this.index] ?? '').trim().replace(/\s+/g, ' ').slice(0, LONGEST);
    this.codes.push(NOTHING.test(name) ? BLANK : (this.codeOf.get(name) ?? this.add(name)));
  }

  private add(name: string): number {
    if (this.names.length === NAMES_LIMIT) return SURPLUS;
    const own = detached(name);
    const code = this.names.push(own) - 1;
    this.codeOf.set(own, code);
    return code;
  }
}
