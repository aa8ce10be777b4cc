/** How far a decision lies from the tipping point. */
import type { TippingPoint } from './assessment.ts';

/** Distances under this read as "at the tipping point": half of a tenth of a point. */
export const AT_TIPPING = 0.0005;

/**
 * Whether half of the runs or more end in a mass exit without the decision as well, because of what else is decided.
 * Their tip is found at 0 then, but lies there or anywhere below: a bound, and no size that something depends on.
 */
export const breaksWithout = (tipping: TippingPoint | null): boolean =>
  tipping !== null && tipping.value <= 0;

/**
 * By how much a size exceeds the tipping point, negative below it: in shares of the price, or in the unit of the size.
 * @returns null without a tipping point, and where the runs break without the decision as well
 */
export const distanceTo = (tipping: TippingPoint | null, size: number): number | null =>
  tipping === null || breaksWithout(tipping) ? null : size - tipping.value;
