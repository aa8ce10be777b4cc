/** High-value customers who say nothing and are about to go (MODEL.md 7.7). */
import type { Kernel } from '../engine/kernel.ts';
import { ACTIVE } from '../model/customer.ts';

/** One who is a customer now. */
export interface Spender {
  readonly id: number;
  /** Price billed times the revenue per unit of it. */
  readonly spend: number;
  /** Trust is below the breaking point. */
  readonly past: boolean;
  readonly complained: boolean;
}

/** The customers of this share that spend most are of high value. */
const HIGH_VALUE = 0.05;

/** How many that is of so many. */
export const highValueCount = (customers: number): number => Math.ceil(HIGH_VALUE * customers);

/** All customers of the market at hand, as they are now. */
export function spendersOf(kernel: Kernel): Spender[] {
  const [arpu, A] = [kernel.traits('arpu'), kernel.traits('A')];
  const [st, pp, T, nV] = (['st', 'pp', 'T', 'nV'] as const).map((name) => kernel.states(name));
  const spenders: Spender[] = [];
  st?.forEach((status, id) => {
    if (status !== ACTIVE) return;
    const spend = (pp?.[id] ?? 0) * (arpu[id] ?? 0);
    const past = (T?.[id] ?? 0) < (A[id] ?? 0);
    spenders.push({ id, spend, past, complained: (nV?.[id] ?? 0) > 0 });
  });
  return spenders;
}

/** Of the twentieth that spends most (of equals those with the lower ids): past the breaking point, no complaint. */
export function silentVips(spenders: readonly Spender[]): Spender[] {
  return [...spenders]
    .sort((a, b) => b.spend - a.spend || a.id - b.id)
    .slice(0, highValueCount(spenders.length))
    .filter(({ past, complained }) => past && !complained);
}
