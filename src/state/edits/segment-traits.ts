/** What several segments are like on average. */
import { SEGMENT_DEFAULTS, SEGMENT_FIELDS } from '../../model/templates.ts';
import type { Segment, SegmentField } from '../../model/templates.ts';
import { sum } from './population.ts';

/** What the switching cost consists of: weighed by the cost, so that each part of it is kept. */
const PARTS_OF_THE_COST: readonly SegmentField[] = ['data', 'fear', 'contract'];

export const traitOf = (segment: Segment, field: SegmentField): number =>
  segment[field] ?? SEGMENT_DEFAULTS[field];

/**
 * The share-weighted mean of a trait, so that what all of them together amount to (revenue, everyday exits)
 * is kept. Of `bond`, which knows only yes and no: what holds for the larger part.
 */
export function meanTrait(segments: readonly Segment[], field: SegmentField): number {
  const ofCost = PARTS_OF_THE_COST.includes(field);
  const costs = segments.map((segment) => segment.share * traitOf(segment, 'S'));
  const weights = ofCost && sum(costs) > 0 ? costs : segments.map((segment) => segment.share);
  const all = sum(weights);
  const mean = sum(
    segments.map((segment, i) => ((weights[i] ?? 0) / all) * traitOf(segment, field)),
  );
  return field === 'bond' ? Math.round(mean) : mean;
}

/** The traits of several segments taken together; those that none of them sets stay unset. */
export function meanTraits(
  segments: readonly Segment[],
): Partial<Record<SegmentField, number>> {
  const isSet = (field: SegmentField) => segments.some((one) => one[field] !== undefined);
  const cost = PARTS_OF_THE_COST.some(isSet);
  const fields = SEGMENT_FIELDS.filter((field) =>
    PARTS_OF_THE_COST.includes(field) ? cost : isSet(field),
  );
  return Object.fromEntries(fields.map((field) => [field, meanTrait(segments, field)]));
}
