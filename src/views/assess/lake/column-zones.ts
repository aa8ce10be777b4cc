/** Who is above, in and below the thermocline in a week: what the picture shows, as numbers. */
import { MARGIN_SCALE, stratumOf, TRUST_SCALE } from '../../../assess/sampled.ts';
import type { Column } from '../../../assess/sampled.ts';

export const ZONES = ['above', 'band', 'below', 'gone'] as const;
export type Zone = (typeof ZONES)[number];
export type ZoneCounts = Record<Zone, number>;

/** Where a customer of the sample is. */
export function zoneOf(column: Column, i: number, week: number): Zone {
  const place = week * column.count + i;
  if (stratumOf(column.status[place] ?? 0) === 'gone') return 'gone';
  const margin = (column.margin[place] ?? 0) / MARGIN_SCALE;
  return margin < 0 ? 'below' : margin < column.thermocline ? 'band' : 'above';
}

/** Trust of a customer of the sample, 0 to 100. */
export const trustOf = (column: Column, i: number, week: number): number =>
  ((column.trust[week * column.count + i] ?? 0) / TRUST_SCALE) * 100;

const none = (): ZoneCounts => ({ above: 0, band: 0, below: 0, gone: 0 });

/** Counts for each of the segments. */
export function zonesBySegment(column: Column, segments: number, week: number): ZoneCounts[] {
  const counts = Array.from({ length: segments }, none);
  column.segments.forEach((segment, i) => {
    const row = counts[segment];
    if (row) row[zoneOf(column, i, week)]++;
  });
  return counts;
}

/** Counts of several segments together. */
export function together(counts: readonly ZoneCounts[]): ZoneCounts {
  const sum = none();
  for (const row of counts) for (const zone of ZONES) sum[zone] += row[zone];
  return sum;
}
