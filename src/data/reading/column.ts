/** One field of all rows as numbers, in blocks: a column of any length grows without being copied. */

const BLOCK = 65_536;

type Block = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** Numbers in the order in which they were added; NaN where a cell could not be read. */
export class Column {
  length = 0;
  private readonly blocks: Block[] = [];

  /** @param exact 8 bytes a number, else 4: about seven digits, whole numbers up to 16 million */
  constructor(private readonly exact: boolean) {}

  push(value: number): void {
    const at = this.length % BLOCK;
    if (at === 0)
      this.blocks.push(this.exact ? new Float64Array(BLOCK) : new Float32Array(BLOCK));
    const block = this.blocks.at(-1);
    if (block) block[at] = value;
    this.length += 1;
  }

  /** The number at an index; NaN beyond the end. */
  at(index: number): number {
    return this.blocks[Math.floor(index / BLOCK)]?.[index % BLOCK] ?? NaN;
  }
}
