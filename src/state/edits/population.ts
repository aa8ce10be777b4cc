/** How many customers stand in each segment: those of a file, or the people who are simulated. */
import { segmentEnds } from '../../model/levers/table.ts';
import { segmentsOf } from '../../model/scenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Segment } from '../../model/templates.ts';

export interface Population {
  readonly segments: readonly Segment[];
  /** Customers in each segment. */
  readonly counts: readonly number[];
  readonly total: number;
  /** They were counted in a file; else they are the people simulated. */
  readonly counted: boolean;
}

/** Segments of a file carry its counts as their shares; those of a template divide the people simulated. */
export function populationOf(scenario: Scenario): Population {
  const segments = segmentsOf(scenario);
  const shares = segments.map(({ share }) => share);
  const total = sum(shares);
  if (total > 1 && shares.every(Number.isInteger))
    return { segments, counts: shares, total, counted: true };
  const ends = segmentEnds(segments, scenario.customers);
  const counts = ends.map((end, i) => end - (ends[i - 1] ?? 0));
  return { segments, counts, total: scenario.customers, counted: false };
}

/** Revenue of each segment as a part of that of all, 0 to 1. */
export function revenueParts({ segments }: Pick<Population, 'segments'>): number[] {
  const revenues = segments.map(({ share, arpu = 1 }) => share * arpu);
  const all = sum(revenues) || 1;
  return revenues.map((revenue) => revenue / all);
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
