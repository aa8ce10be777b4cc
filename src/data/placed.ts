/** The customers of a file whose segment can be told. */
import type { Customer, Customers } from './grouping/tally.ts';
import type { Known } from './grouping/terms.ts';
import type { ValueField } from './reading/fields.ts';
import type { CustomerRows } from './reading/rows.ts';

/** A tenure below this counts as this, in months: who has just come was there half the first month. */
const LEAST_TENURE = 0.5;

/** Looks into the columns of the rows; it holds nothing but where its customers stand in them. */
export class PlacedCustomers implements Customers {
  readonly length: number;
  /** Those whose tenure counts as half a month, where it counts. */
  readonly shortTenures: number;
  private readonly at_k: Uint32Array;
  private readonly columns;

  constructor(rows: CustomerRows, known: Known) {
    const column = (field: ValueField) => rows.values(field);
    this.columns = {
      price: column('price'),
      contract: column('contract'),
      tenure: column('tenure'),
      churned: column('churned'),
      complaints: column('complaints'),
    };
    const placed = new Uint32Array(rows.readableRows);
    let [length, shortTenures] = [0, 0];
    for (let row = 0; row < placed.length; row += 1) {
      if (known.price && Number.isNaN(this.value('price', row))) continue;
      if (known.contract && Number.isNaN(this.value('contract', row))) continue;
      if (!Number.isNaN(this.value('churned', row)) && this.value('tenure', row) < LEAST_TENURE)
        shortTenures += 1;
      placed[length] = row;
      length += 1;
    }
    this.at_k = placed.subarray(0, length);
    this.length = length;
    this.shortTenures = shortTenures;
  }

  at(index: number): Customer | undefined {
    const row = this.at_k[index];
    if (row === undefined) return undefined;
    return {
      price: this.value('price', row),
      contract: this.value('contract', row),
      tenure: Math.max(LEAST_TENURE, this.value('tenure', row)),
      churned: this.value('churned', row),
      complaints: this.value('complaints', row),
    };
  }

  /** How many of them fulfil a condition. */
  count(condition: (customer: Customer) => boolean): number {
    let count = 0;
    for (let i = 0; i < this.length; i += 1) {
      const customer = this.at(i);
      if (customer && condition(customer)) count += 1;
    }
    return count;
  }

  private value(field: keyof typeof this.columns, row: number): number {
    return this.columns[field]?.at(row) ?? NaN;
  }
}
