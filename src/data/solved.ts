import type { CustomerFragment } from './fragment.ts';

/** The fragment with everyday hazards as solved against the simulation, in place of the observed churn. */
export function withHazards(
  fragment: CustomerFragment,
  multipliers: readonly number[],
): CustomerFragment {
  const segments = fragment.segments.map((segment, g) => ({
    ...segment,
    h0: Number((multipliers[g] ?? segment.h0 ?? 1).toPrecision(6)),
  }));
  return { ...fragment, segments };
}
