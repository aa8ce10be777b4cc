/** From segments with their sums to the part of a scenario that says who the customers are. */
import type { ParameterOverrides } from '../model/parameters.ts';
import type { Segment, TemplateName } from '../model/templates.ts';
import type { Note } from './findings.ts';
import { churnOf, meanPriceOf, tellsChurn } from './report.ts';
import type { Tally } from './grouping/tally.ts';
import type { Known, SegmentTally, Segmentation } from './grouping/terms.ts';

/** The part of a scenario that a customer file gives. */
export interface CustomerFragment {
  readonly template: TemplateName;
  readonly segments: Segment[];
  /** `annual` and `h0`, as far as the file tells them. */
  readonly parameters: ParameterOverrides;
  /** Mean monthly charge, in the file's money. */
  readonly listPrice?: number;
}

const WEEKS_PER_MONTH = 52 / 12;
/** The scenario takes multipliers up to here. */
const RATIO_CAP = 100;

/** Figures are kept to six digits, finer than any file can tell. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/**
 * Segments and parameters as the scenario takes them. `annual` of a segment is added to the parameter, which
 * is therefore 0; its `h0` multiplies the parameter, the overall hazard per week; its `arpu` the list price.
 */
export function fragmentOf(
  { segments, total }: Segmentation,
  template: TemplateName,
  known: Known,
): CustomerFragment {
  const overall = monthlyChurnOf(total, total);
  const mean = meanPriceOf(total);
  const price = mean !== null && mean >= LEAST_LIST_PRICE ? mean : null;
  return {
    template,
    segments: segments.map((tally) => ({
      name: tally.name,
      share: tally.count,
      ...(known.contract ? { annual: rounded(tally.annual / tally.count) } : {}),
      ...arpuOf(tally, price),
      ...ratioOf(monthlyChurnOf(tally, total), overall),
    })),
    parameters: {
      ...(known.contract ? { annual: 0 } : {}),
      ...(overall === null ? {} : { h0: rounded(overall / WEEKS_PER_MONTH) }),
    },
    ...(price === null ? {} : { listPrice: rounded(price) }),
  };
}

/** What the scenario takes at least for a list price. */
const LEAST_LIST_PRICE = 0.0001;

const monthlyChurnOf = (tally: Tally, total: Tally): number | null =>
  churnOf(tally, tellsChurn(total)).observedMonthlyChurn;

function arpuOf(tally: SegmentTally, mean: number | null): { arpu?: number } {
  const own = meanPriceOf(tally);
  return own === null || mean === null ? {} : { arpu: rounded(own / mean) };
}

function ratioOf(own: number | null, overall: number | null): { h0?: number } {
  if (own === null || overall === null) return {};
  return { h0: Math.min(RATIO_CAP, rounded(own / overall)) };
}

/** Segments whose observed churn is too far above the mean for the scenario to take it as it is. */
export function cappedHazards({ segments, total }: Segmentation): Note[] {
  const overall = monthlyChurnOf(total, total);
  if (overall === null) return [];
  return segments.flatMap((tally) => {
    const ratio = (monthlyChurnOf(tally, total) ?? 0) / overall;
    return ratio > RATIO_CAP
      ? [{ code: 'hazardCapped' as const, segment: tally.name, ratio, cap: RATIO_CAP }]
      : [];
  });
}
