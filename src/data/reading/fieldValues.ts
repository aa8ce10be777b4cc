/** One field of all rows, with everything that could not be read. */
import type { RowEffect, RowProblem, RowProblemCount, ValueFault } from '../findings.ts';
import { Column } from './column.ts';
import type { ValueField } from './fields.ts';
import { detached } from './ids.ts';
import type { Format } from './values/format.ts';
import { valueOf } from './values/values.ts';

/** Row problems listed one by one, of each field; those beyond are counted. */
export const PROBLEMS_LISTED = 1000;

/** Fields whose sums are shown to the last digit. */
const EXACT: ReadonlySet<ValueField> = new Set<ValueField>(['price', 'revenue', 'tenure']);

/** More of a value than this is not told. */
const LONGEST = 200;

interface Fault {
  readonly line: number;
  readonly code: ValueFault;
  readonly value: string;
}

export class FieldValues {
  /** In the order of the file; NaN where the cell could not be read. */
  readonly values: Column;
  private readable = 0;
  private readonly faults: Fault[] = [];
  private readonly counts = new Map<ValueFault, number>();

  /** @param column its name, @param index and where it stands */
  constructor(
    readonly field: ValueField,
    readonly column: string,
    private readonly index: number,
  ) {
    this.values = new Column(EXACT.has(field));
  }

  read(cells: readonly string[], line: number, format: Format): void {
    const cell = cells[this.index] ?? '';
    const value = valueOf(this.field, cell, format);
    if (typeof value === 'number') {
      this.values.push(value);
      this.readable += 1;
      return;
    }
    this.values.push(NaN);
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
    if (this.faults.length < PROBLEMS_LISTED)
      this.faults.push({ line, code: value, value: detached(cell.trim().slice(0, LONGEST)) });
  }

  /** Whether there are values, and none could be read. */
  get unreadable(): boolean {
    return this.values.length > 0 && this.readable === 0;
  }

  /** The first value that could not be read. */
  get firstFault() {
    const { line = 0, value = '' } = this.faults[0] ?? {};
    return { field: this.field, column: this.column, line, value };
  }

  problems(effect: RowEffect): RowProblem[] {
    const { field, column } = this;
    return this.faults.map((fault) => ({ ...fault, field, column, effect }));
  }

  problemCounts(effect: RowEffect): RowProblemCount[] {
    const { field, column } = this;
    return [...this.counts].map(([code, count]) => ({ code, field, column, effect, count }));
  }
}
