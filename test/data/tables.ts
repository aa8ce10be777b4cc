/** Small customer files for tests. */
import { readCustomers } from '../../src/data/customers.ts';
import type { CustomerImport, ImportOptions } from '../../src/data/customers.ts';
import type { FileProblem } from '../../src/data/findings.ts';

export const HEADER = ['customerID', 'tenure', 'Contract', 'MonthlyCharges', 'Churn'] as const;
export type Row = readonly (string | number)[];

/** CSV of these rows under this header. */
export const csv = (rows: readonly Row[], header: readonly string[] = HEADER): string =>
  [header, ...rows].map((cells) => cells.join(',')).join('\n');

/** As many rows as asked for, all alike but for the id; rows that differ have ids that differ. */
export const alike = (
  count: number,
  [tenure, contract, price, churn]: readonly [number, string, number, string],
): Row[] =>
  Array.from({ length: count }, (_, i) => [
    `${tenure}/${contract}/${price}/${churn}/${i}`,
    tenure,
    contract,
    price,
    churn,
  ]);

/** The import of a file that can be used. */
export function accepted(input: string | Uint8Array, options?: ImportOptions) {
  const result = readCustomers(input, options);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result;
}

/** Why a file cannot be used. */
export function refused(input: string | Uint8Array, options?: ImportOptions): FileProblem {
  const result: CustomerImport = readCustomers(input, options);
  if (result.ok) throw new Error(`accepted ${result.report.rows} rows`);
  return result.problem;
}
