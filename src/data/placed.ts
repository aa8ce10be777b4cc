/** The customers of a file whose segment can be told. */
import type { Customer, Customers } from './grouping/tally.ts';
import type { Column } from './reading/column.ts';
import { VALUE_FIELDS } from './reading/fields.ts';
import type { ValueField } from './reading/fields.ts';
import type { CustomerRows } from './reading/rows.ts';

/** A tenure below this counts as this, in months: who has just come was there half the first month. */
export const LEAST_TENURE = 0.5;

type ColumnsByField = { readonly [field in ValueField]?: Column };

/** Looks into the columns of the rows; it holds nothing but where its customers stand in them. */
export class PlacedCustomers implements Customers {
  /** The rows that have a value in each of these fields. */
  static in(rows: CustomerRows, needs: readonly ValueField[]): PlacedCustomers {
    const columns: ColumnsByField = Object.fromEntries(
      VALUE_FIELDS.flatMap((field) => {
        const values = rows.values(field);
        return values ? [[field, values]] : [];
      }),
    );
    const needed = needs.flatMap((field) => columns[field] ?? []);
    return new PlacedCustomers(
      columns,
      indices(rows.readableRows, (row) => !needed.some((each) => Number.isNaN(each.at(row)))),
    );
  }

  private constructor(
    private readonly columns: ColumnsByField,
    private readonly placed: Uint32Array,
  ) {}

  get length(): number {
    return this.placed.length;
  }

  /** Where a customer stands in the columns of the file. */
  rowAt(index: number): number {
    return this.placed[index] ?? NaN;
  }

  value(field: ValueField, index: number): number {
    return this.columns[field]?.at(this.rowAt(index)) ?? NaN;
  }

  /** The values of a field that are known, in the order of the file. */
  values(field: ValueField): Float64Array {
    const all = new Float64Array(this.length);
    let known = 0;
    for (let i = 0; i < this.length; i += 1) {
      const value = this.value(field, i);
      if (Number.isNaN(value)) continue;
      all[known] = value;
      known += 1;
    }
    return all.subarray(0, known);
  }

  at(index: number): Customer | undefined {
    if (index >= this.length) return undefined;
    return {
      price: this.value('price', index),
      contract: this.value('contract', index),
      tenure: Math.max(LEAST_TENURE, this.value('tenure', index)),
      churned: this.value('churned', index),
      complaints: this.value('complaints', index),
      revenue: this.value('revenue', index),
      logins: this.value('logins', index),
    };
  }

  /** Those of whom a condition holds. */
  only(condition: (index: number) => boolean): PlacedCustomers {
    const kept = indices(this.length, condition);
    return new PlacedCustomers(
      this.columns,
      kept.map((index) => this.rowAt(index)),
    );
  }

  /** How many fulfil a condition. */
  count(condition: (index: number) => boolean): number {
    let count = 0;
    for (let i = 0; i < this.length; i += 1) if (condition(i)) count += 1;
    return count;
  }
}

/** The numbers below a limit of which a condition holds. */
function indices(limit: number, condition: (index: number) => boolean): Uint32Array {
  const all = new Uint32Array(limit);
  let count = 0;
  for (let i = 0; i < limit; i += 1) {
    if (!condition(i)) continue;
    all[count] = i;
    count += 1;
  }
  return all.subarray(0, count);
}
