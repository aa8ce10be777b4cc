/** The rows of a file as columns of numbers and names, with everything that could not be read. */
import { Refusal } from '../findings.ts';
import type { RowEffect, RowProblem, RowProblemCount } from '../findings.ts';
import type { Column } from './column.ts';
import type { Columns } from './columns.ts';
import { VALUE_FIELDS } from './fields.ts';
import type { CustomerField, ValueField } from './fields.ts';
import { FieldValues, PROBLEMS_LISTED } from './fieldValues.ts';
import { Ids } from './ids.ts';
import type { Duplicate } from './ids.ts';
import type { Assumed } from './restart.ts';
import type { Head, Row } from './table.ts';
import { Texts } from './texts.ts';
import { Format } from './values/format.ts';

/** Customers of a file; more would fill the memory of a page. */
export const ROW_COUNT_LIMIT = 20_000_000;

interface CellsFault {
  readonly line: number;
  readonly cells: number;
}

/** Takes the rows one after the other and keeps only what the fields need of them. */
export class CustomerRows {
  rows = 0;
  readonly header: readonly string[];
  readonly format: Format;
  readonly segment: Texts | undefined;
  readonly churnReason: Texts | undefined;
  private fields: readonly FieldValues[];
  private readonly derived = new Map<ValueField, Column>();
  private readonly overlong: CellsFault[] = [];
  private overlongRows = 0;
  private readonly ids = new Ids();

  constructor(
    { header, sample }: Pick<Head, 'header' | 'sample'>,
    readonly columns: Columns,
    assumed: Assumed,
  ) {
    this.header = header;
    this.fields = fieldsOf(columns);
    this.segment = textsOf(columns.segment);
    this.churnReason = textsOf(columns.churnReason);
    this.format = formatOf(columns, sample, assumed);
  }

  /** Takes one row. One with too many cells is counted, its values are not. Refuses too many rows. */
  add({ cells, line }: Row): void {
    this.rows += 1;
    if (this.rows > ROW_COUNT_LIMIT)
      throw new Refusal({ code: 'tooManyRows', limit: ROW_COUNT_LIMIT });
    const { length: width } = this.header;
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      this.addOverlong(cells.length, line);
      return;
    }
    for (const field of this.fields) field.read(cells, line, this.format);
    this.segment?.read(cells);
    this.churnReason?.read(cells);
    this.addId(cells, line);
  }

  /** Rows whose cells can be told apart: those that the columns of values hold. */
  get readableRows(): number {
    return this.rows - this.overlongRows;
  }

  /** The ids that occur more than once: how many rows repeat one, and the first of them. */
  get duplicates(): Duplicate | undefined {
    return this.ids.repeated;
  }

  /** Whether the values of a field are known: read, or derived from others. */
  has(field: ValueField): boolean {
    return this.values(field) !== undefined;
  }

  /** The values of a field, NaN where unknown; undefined if the file does not tell them. */
  values(field: ValueField): Column | undefined {
    return this.derived.get(field) ?? this.fields.find((each) => each.field === field)?.values;
  }

  /** Puts in values that follow from those of other fields. */
  derive(field: ValueField, values: Column): void {
    this.derived.set(field, values);
  }

  /** The column that a field is read from; undefined if it is not, or not any more. */
  columnOf(field: CustomerField): string | undefined {
    const read = this.fields.some((each) => each.field === field);
    const kept = field === 'id' || field === 'segment' || field === 'churnReason';
    return read || kept ? this.columns[field]?.name : undefined;
  }

  /** Takes out the fields of which not one value could be read; for each the first value and its line. */
  dropUnreadable() {
    const dropped = this.fields.filter(({ unreadable }) => unreadable);
    this.fields = this.fields.filter(({ unreadable }) => !unreadable);
    return dropped.map(({ firstFault }) => firstFault);
  }

  /** The row problems by line, up to PROBLEMS_LISTED of each field. */
  problems(effectOf: (field: ValueField) => RowEffect): RowProblem[] {
    const ofRows = this.overlong.map((fault) => ({
      code: 'tooManyCells' as const,
      ...fault,
      expected: this.header.length,
      effect: 'leftOut' as const,
    }));
    return [
      ...this.fields.flatMap((each) => each.problems(effectOf(each.field))),
      ...ofRows,
    ].sort((a, b) => a.line - b.line);
  }

  /** All row problems, by kind. */
  problemCounts(effectOf: (field: ValueField) => RowEffect): RowProblemCount[] {
    const ofValues = this.fields.flatMap((each) => each.problemCounts(effectOf(each.field)));
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

const fieldsOf = (columns: Columns): FieldValues[] =>
  VALUE_FIELDS.flatMap((field) => {
    const column = columns[field];
    return column ? [new FieldValues(field, column.name, column.index)] : [];
  });

const textsOf = (column: Columns[CustomerField]): Texts | undefined =>
  column && new Texts(column.name, column.index);

/** How the values of these columns are written, by the first rows, unless it is told. */
export function formatOf(columns: Columns, sample: readonly Row[], assumed: Assumed): Format {
  const format = new Format(assumed);
  const fields = fieldsOf(columns);
  for (const { cells, line } of sample)
    for (const field of fields) field.read(cells, line, format);
  format.decide();
  return format;
}
