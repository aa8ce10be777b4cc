/** How long the customers of a file stay (Kaplan and Meier 1958). */
import { CURVE_MONTHS } from '../model/scenario/origin.ts';
import type { SurvivalCurve } from '../model/scenario/origin.ts';

/**
 * Customers by months: those who were no longer there after 0, 1, 2, … of them, and those still there, by the whole
 * months that they had been.
 */
export interface Lifetimes {
  readonly left: readonly number[];
  readonly stayed: readonly number[];
}

/** One month of a survival curve. */
export interface SurvivalPoint {
  readonly month: number;
  /** Customers who had been there at least as long. */
  readonly atRisk: number;
  readonly left: number;
  /** Share still there after the month, with Greenwood's 90 % interval, within 0..1. */
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.645;

/**
 * The product-limit estimate, with a point for each month in which somebody left. Who was still there when the file
 * was made counts as long as they were; who is as old as somebody who left counts at that month.
 */
export function kaplanMeier({ left, stayed }: Lifetimes): SurvivalPoint[] {
  const months = Math.max(left.length, stayed.length);
  const gone = (month: number) => (left[month] ?? 0) + (stayed[month] ?? 0);
  let atRisk = 0;
  for (let month = 0; month < months; month++) atRisk += gone(month);
  let [survival, variance] = [1, 0];
  const points: SurvivalPoint[] = [];
  for (let month = 0; month < months; atRisk -= gone(month), month++) {
    const exits = left[month] ?? 0;
    if (exits === 0) continue;
    survival *= 1 - exits / atRisk;
    variance += atRisk > exits ? exits / (atRisk * (atRisk - exits)) : 0;
    const half = Z95 * survival * Math.sqrt(variance);
    points.push({
      month,
      atRisk,
      left: exits,
      survival,
      low: Math.max(0, survival - half),
      high: Math.min(1, survival + half),
    });
  }
  return points;
}

/** The curve at a month; null beyond the last customer of the file. */
export function survivalAt(
  { left, stayed }: Lifetimes,
  month: number,
): Pick<SurvivalPoint, 'survival' | 'low' | 'high'> | null {
  if (month >= Math.max(left.length, stayed.length)) return null;
  const last = kaplanMeier({ left, stayed }).findLast((point) => point.month <= month);
  return last ?? { survival: 1, low: 1, high: 1 };
}

/** Digits of a share that are kept: finer than a line can be drawn. */
const kept = (share: number): number => Number(share.toFixed(4));

/** The curve of a segment as a scenario keeps it: its first five years, without the counts behind it. */
export const survivalCurve = (segment: string, lifetimes: Lifetimes): SurvivalCurve => ({
  segment,
  points: kaplanMeier(lifetimes)
    .filter(({ month }) => month < CURVE_MONTHS)
    .map(({ month, survival, low, high }) => ({
      month,
      share: kept(survival),
      low: kept(low),
      high: kept(high),
    })),
});
