/** From segments with their sums to the part of a scenario that says who the customers are. */
import type { ParameterOverrides } from '../model/parameters.ts';
import type { Origin } from '../model/scenario.ts';
import type { Segment, TemplateName } from '../model/templates.ts';
import type { Note } from './findings.ts';
import { churnOf, meanPriceOf, meanRevenueOf, tellsChurn } from './report.ts';
import type { Tally } from './grouping/tally.ts';
import type { Known, Segmentation } from './grouping/segmentation.ts';

/** The part of a scenario that a customer file gives. */
export interface CustomerFragment {
  readonly template: TemplateName;
  readonly segments: Segment[];
  /** `annual` and `h0`, as far as the file tells them. */
  readonly parameters: ParameterOverrides;
  /** Mean monthly charge, in the file's money. */
  readonly listPrice?: number;
  /** Of the list price, if all amounts that name one name the same. */
  readonly currency?: string;
  readonly origin: Origin;
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
  origin: Origin,
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
      ...(known.price ? arpuOf(meanPriceOf(tally), price) : revenueArpu(tally, total)),
      ...ratioOf(monthlyChurnOf(tally, total), overall),
    })),
    parameters: {
      ...(known.contract ? { annual: 0 } : {}),
      ...(overall === null ? {} : { h0: rounded(overall / WEEKS_PER_MONTH) }),
    },
    ...(price === null ? {} : { listPrice: rounded(price) }),
    origin,
  };
}

/** What the scenario takes at least for a list price. */
const LEAST_LIST_PRICE = 0.0001;

const monthlyChurnOf = (tally: Tally, total: Tally): number | null =>
  churnOf(tally, tellsChurn(total)).observedMonthlyChurn;

/** Relative revenue of a segment out of its mean and that of all. */
function arpuOf(own: number | null, mean: number | null): { arpu?: number } {
  return own === null || mean === null ? {} : { arpu: rounded(own / mean) };
}

/** Where there is no price, what customers have brought so far tells what segments are worth. */
function revenueArpu(tally: Tally, total: Tally): { arpu?: number } {
  const [own, mean] = [meanRevenueOf(tally), meanRevenueOf(total)];
  if (own === null || mean === null || own < 0 || mean < LEAST_LIST_PRICE) return {};
  return arpuOf(own, mean);
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
