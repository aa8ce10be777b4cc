/** What an import found, beside the segments themselves. Plain data: it can be cloned and printed as JSON. */
import type { CustomerField } from './reading/fields.ts';
import type { Note, RowProblem, RowProblemCount } from './findings.ts';
import type { Level, SilentGroup, Term } from './grouping/segmentation.ts';
import type { GroupingName } from './grouping/ways.ts';
import type { DateOrder, Decimal, Encoding } from './reading/restart.ts';
import type { Delimiter } from './reading/table.ts';
import type { Tally } from './grouping/tally.ts';

/** The observed churn of a group: customers who left per month that a customer was there. */
export interface ObservedChurn {
  /** `churned` / `customerMonths`, a rate per month; null if the file does not tell (see tellsChurn). */
  readonly observedMonthlyChurn: number | null;
  readonly churned: number;
  readonly customerMonths: number;
}

export interface SegmentReport extends ObservedChurn {
  /** As in the fragment. */
  readonly name: string;
  readonly term: Term;
  /** Price levels it holds; none if prices do not divide it. */
  readonly levels: readonly Level[];
  /** Customers, those who left included. */
  readonly count: number;
  /** Monthly charges in the file's money: mean, lowest, highest; null without a price column. */
  readonly meanPrice: number | null;
  readonly priceFrom: number | null;
  readonly priceTo: number | null;
  /** Share on terms of a year or longer; null without a contract column. */
  readonly annualShare: number | null;
  /** Share who complained; null without a complaints column. */
  readonly complaintShare: number | null;
  /** Mean of what a customer has brought so far; null without a revenue column. */
  readonly meanRevenue: number | null;
  /** Share who never logged in; null without a column of log-ins. */
  readonly inactiveShare: number | null;
  /** Customers by months; null if the file does not tell (see tellsChurn). */
  readonly lifetimes: {
    /** Those who were no longer there after 0, 1, 2, … months. */
    readonly left: readonly number[];
    /** Those still there, by the whole months that they had been. */
    readonly stayed: readonly number[];
  } | null;
}

/** How a file is written. */
export interface FileForm {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly decimal: Decimal;
  /** Of dates such as 03/04/2024. */
  readonly dates: DateOrder;
}

export interface CustomerReport extends ObservedChurn {
  /** Customers in the file: its rows below the header, blank ones aside. */
  readonly rows: number;
  /** Rows in a segment; the counts of the segments add up to it. */
  readonly placed: number;
  /** Rows in no segment, each with a problem; placed + leftOut = rows. */
  readonly leftOut: number;
  readonly form: FileForm;
  /** All columns of the file. */
  readonly header: readonly string[];
  /** The columns used, by field. */
  readonly columns: { readonly [field in CustomerField]?: string };
  readonly by: GroupingName;
  /** Customers of top spend without a complaint, where the file shows any. */
  readonly silent: SilentGroup | null;
  /** Why customers left, the most frequent reasons first. */
  readonly churnReasons: readonly { readonly reason: string; readonly count: number }[];
  /** Monthly charges at which a new price level begins. */
  readonly priceCuts: readonly number[];
  readonly meanPrice: number | null;
  readonly segments: readonly SegmentReport[];
  /** By line, the first thousand of each field; problemCounts counts all. */
  readonly problems: readonly RowProblem[];
  readonly problemCounts: readonly RowProblemCount[];
  readonly notes: readonly Note[];
}

/** Mean of the monthly charges of a group; null if they are not known. */
export const meanPriceOf = ({ paid, count, priceTo }: Tally): number | null =>
  Number.isFinite(priceTo) ? paid / count : null;

/** Mean of the revenue of a group, of those of whom it is known; null if it is not known of any. */
export const meanRevenueOf = ({ revenue, valued }: Tally): number | null =>
  valued > 0 ? revenue / valued : null;

/**
 * Whether the churn of a file can be learned from: where nobody or everybody has left, the file is a list of
 * the one or the other, not of customers as they come and go.
 */
export const tellsChurn = ({ churned, followed }: Tally): boolean =>
  churned > 0 && churned < followed;

/** The churn of a group, in a file whose churn can be learned from or not. */
export const churnOf = ({ churned, months }: Tally, told: boolean): ObservedChurn => ({
  observedMonthlyChurn: told && months > 0 ? churned / months : null,
  churned,
  customerMonths: months,
});
