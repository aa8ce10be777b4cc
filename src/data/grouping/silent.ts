/** Customers who bring much and never complain. */
import type { PlacedCustomers } from '../placed.ts';
import type { CustomerRows } from '../reading/rows.ts';
import { LEAST_SHARE } from './segmentation.ts';
import type { SilentGroup } from './segmentation.ts';

/** The name of their segment. */
export const SILENT = 'silent';

/** The part of the customers that counts as top spend. */
const TOP = 0.05;
/** Fewer are no group. */
const LEAST = 20;

export interface Silent {
  readonly group: Omit<SilentGroup, 'split'>;
  /** Whether a customer is one of them. */
  has(index: number): boolean;
}

/** Top spend and not one complaint, as far as the file tells both; undefined if there is no such group. */
export function silentIn(customers: PlacedCustomers, rows: CustomerRows): Silent | undefined {
  const spend = (['revenue', 'total', 'price'] as const).find((field) => rows.has(field));
  if (spend === undefined || !rows.has('complaints')) return undefined;
  const sorted = customers.values(spend).sort();
  const above = sorted[Math.ceil(sorted.length * (1 - TOP)) - 1] ?? Infinity;
  const has = (i: number) =>
    customers.value(spend, i) > above && customers.value('complaints', i) === 0;
  let [count, theirs] = [0, 0];
  for (let i = 0; i < customers.length; i += 1) {
    if (!has(i)) continue;
    count += 1;
    theirs += customers.value(spend, i);
  }
  const all = sorted.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (count < Math.max(LEAST, LEAST_SHARE * customers.length) || theirs <= 0) return undefined;
  return { group: { count, spend, above, share: theirs / all }, has };
}
