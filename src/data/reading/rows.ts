/** The rows of a file as columns of numbers, with everything that could not be read. */
import type { Columns } from './columns.ts';
import { VALUE_FIELDS } from './fields.ts';
import type { CustomerField, ValueField } from './fields.ts';
import { Refusal } from '../findings.ts';
import type { RowEffect, RowProblem, RowProblemCount, ValueFault } from '../findings.ts';
import { Column } from './column.ts';
import { Ids, detached } from './ids.ts';
import type { Duplicate } from './ids.ts';
import type { Row } from './table.ts';
import { valueOf } from './values.ts';

/** Customers of a file; more would fill the memory of a page. */
export const ROW_COUNT_LIMIT = 20_000_000;

/** Row problems listed one by one, of each field; those beyond are counted. */
export const PROBLEMS_LISTED = 1000;

/** Fields whose sums are shown to the last digit. */
const EXACT: ReadonlySet<ValueField> = new Set<ValueField>(['price', 'tenure']);

type Fault = { readonly line: number; readonly code: ValueFault; readonly value: string };
type CellsFault = { readonly line: number; readonly cells: number };

/** One field of all rows, in the order of the file. */
interface FieldValues {
  readonly field: ValueField;
  readonly column: string;
  readonly index: number;
  /** NaN where the cell could not be read. */
  readonly values: Column;
  readonly faults: Fault[];
  readonly faultCounts: Map<ValueFault, number>;
  readable: number;
}

/** Takes the rows one after the other and keeps only the numbers that the fields need. */
export class CustomerRows {
  rows = 0;
  private readonly fields: FieldValues[] = [];
  private readonly overlong: CellsFault[] = [];
  private overlongRows = 0;
  private readonly ids = new Ids();
  private readonly width: number;

  constructor(
    readonly columns: Columns,
    readonly header: readonly string[],
  ) {
    this.width = header.length;
    for (const field of VALUE_FIELDS) {
      const column = columns[field];
      if (!column) continue;
      const { name, index } = column;
      this.fields.push({
        field,
        column: name,
        index,
        values: new Column(EXACT.has(field)),
        faults: [],
        faultCounts: new Map(),
        readable: 0,
      });
    }
  }

  /** Takes one row. One with too many cells is counted, its values are not. Refuses too many rows. */
  add({ cells, line }: Row): void {
    this.rows += 1;
    if (this.rows > ROW_COUNT_LIMIT)
      throw new Refusal({ code: 'tooManyRows', limit: ROW_COUNT_LIMIT });
    if (cells.length > this.width && cells.slice(this.width).some((cell) => cell.trim() !== ''))
      this.addOverlong(cells.length, line);
    else {
      for (const column of this.fields) read(column, cells[column.index] ?? '', line);
      this.addId(cells, line);
    }
  }

  /** Rows whose cells can be told apart: those that the columns of values hold. */
  get readableRows(): number {
    return this.rows - this.overlongRows;
  }

  /** The ids that occur more than once: how many rows repeat one, and the first of them. */
  get duplicates(): Duplicate | undefined {
    return this.ids.repeated;
  }

  has(field: CustomerField): boolean {
    return this.fields.some((column) => column.field === field);
  }

  /** The values of a field, NaN where unreadable; undefined if the file has no such column. */
  values(field: ValueField): Column | undefined {
    return this.fields.find((column) => column.field === field)?.values;
  }

  /** Takes out the fields of which not one value could be read; for each the first value and its line. */
  dropUnreadable() {
    const dropped = this.fields.filter(
      ({ readable, values }) => values.length > 0 && readable === 0,
    );
    for (const column of dropped) this.fields.splice(this.fields.indexOf(column), 1);
    return dropped.map(({ field, column, faults }) => ({
      field,
      column,
      line: faults[0]?.line ?? 0,
      value: faults[0]?.value ?? '',
    }));
  }

  /** The row problems by line, up to PROBLEMS_LISTED of each field. */
  problems(effectOf: (field: ValueField) => RowEffect): RowProblem[] {
    const ofValues = this.fields.flatMap(({ field, column, faults }) =>
      faults.map((fault) => ({ ...fault, field, column, effect: effectOf(field) })),
    );
    const ofRows = this.overlong.map((fault) => ({
      code: 'tooManyCells' as const,
      ...fault,
      expected: this.width,
      effect: 'leftOut' as const,
    }));
    return [...ofValues, ...ofRows].sort((a, b) => a.line - b.line);
  }

  /** All row problems, by kind. */
  problemCounts(effectOf: (field: ValueField) => RowEffect): RowProblemCount[] {
    const ofValues = this.fields.flatMap(({ field, column, faultCounts }) =>
      [...faultCounts].map(([code, count]) => ({
        code,
        field,
        column,
        effect: effectOf(field),
        count,
      })),
    );
    if (this.overlongRows === 0) return ofValues;
    const count = this.overlongRows;
    return [
      ...ofValues,
      { code: 'tooManyCells', field: null, column: null, effect: 'leftOut', count },
    ];
  }

  private addOverlong(cells: number, line: number): void {
    this.overlongRows += 1;
    if (this.overlong.length < PROBLEMS_LISTED) this.overlong.push({ line, cells });
  }

  private addId(cells: readonly string[], line: number): void {
    const { id: column } = this.columns;
    const id = column && cells[column.index]?.trim();
    if (id) this.ids.add(id, line);
  }
}

function read(column: FieldValues, cell: string, line: number): void {
  const value = valueOf(column.field, cell);
  if (typeof value === 'number') {
    column.values.push(value);
    column.readable += 1;
    return;
  }
  column.values.push(NaN);
  column.faultCounts.set(value, (column.faultCounts.get(value) ?? 0) + 1);
  if (column.faults.length < PROBLEMS_LISTED)
    column.faults.push({ line, code: value, value: excerptOf(cell) });
}

/** More of a value than this is not told. */
const LONGEST = 200;

const excerptOf = (cell: string): string => detached(cell.trim().slice(0, LONGEST));
