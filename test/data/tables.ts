/** Small customer files for tests. */
import { readCustomers } from '../../src/data/customers.ts';
import type { CustomerImport, ImportOptions } from '../../src/data/customers.ts';
import type { FileProblem } from '../../src/data/findings.ts';
import type { Source } from '../../src/data/reading/source.ts';

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

/** A text or bytes as a file, in pieces of these lengths over and over; whole without lengths. */
export function sourceOf(input: string | Uint8Array, lengths: readonly number[] = []): Source {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  return {
    size: bytes.length,
    async *chunks() {
      await Promise.resolve();
      for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
        const length = lengths[piece % lengths.length] ?? bytes.length;
        yield bytes.subarray(at, at + length);
        at += length;
      }
    },
  };
}

/** The import of a file that can be used. */
export async function accepted(input: string | Uint8Array, options?: ImportOptions) {
  const result = await readCustomers(sourceOf(input), options);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result;
}

/** Why a file cannot be used. */
export async function refused(
  input: string | Uint8Array,
  options?: ImportOptions,
): Promise<FileProblem> {
  const result: CustomerImport = await readCustomers(sourceOf(input), options);
  if (result.ok) throw new Error(`accepted ${result.report.rows} rows`);
  return result.problem;
}
