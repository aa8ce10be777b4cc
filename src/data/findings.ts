/**
 * Everything that an import can say, as codes with data. The terminal words them in sentences.ts, the page
 * in its dictionaries.
 */
import type { CustomerField, ValueField } from './reading/fields.ts';
import type { GroupingName } from './grouping/ways.ts';
import type { DateOrder, Decimal, Encoding } from './reading/restart.ts';

/** What a file is, if not a table. */
export type Lookalike = 'spreadsheet' | 'archive' | 'pdf' | 'html' | 'json' | 'binary';

/** Why a file is refused as a whole. Lines count from 1, the header's line. */
export type FileProblem =
  | { readonly code: 'tooManyRows'; readonly limit: number }
  /** The bytes could not be had: the file is gone or may not be read. */
  | { readonly code: 'unreadable'; readonly reason: string }
  | { readonly code: 'empty' }
  | { readonly code: 'notCsv'; readonly looksLike: Lookalike }
  | { readonly code: 'notUtf8' }
  /** It is not in the encoding that the reader named. */
  | { readonly code: 'otherEncoding'; readonly encoding: Encoding }
  | { readonly code: 'openQuote'; readonly line: number }
  /** `limit` in characters. */
  | { readonly code: 'rowTooLong'; readonly line: number; readonly limit: number }
  | { readonly code: 'headerOnly'; readonly columns: readonly string[] }
  | { readonly code: 'noUsableColumn'; readonly columns: readonly string[] }
  | {
      readonly code: 'noUsableValue';
      readonly field: ValueField;
      readonly column: string;
      readonly line: number;
      readonly value: string;
    }
  | { readonly code: 'noUsableRow'; readonly rows: number }
  /** The way of grouping that was asked for needs columns that the file does not have. */
  | {
      readonly code: 'noGrouping';
      readonly by: GroupingName;
      readonly missing: readonly CustomerField[];
    }
  | { readonly code: 'badMapping'; readonly entry: string }
  | { readonly code: 'fieldMappedTwice'; readonly field: string }
  | { readonly code: 'unknownField'; readonly field: string }
  | {
      readonly code: 'unknownColumn';
      readonly field: CustomerField;
      readonly column: string;
      readonly columns: readonly string[];
    }
  | {
      readonly code: 'columnMappedTwice';
      readonly fields: readonly CustomerField[];
      readonly column: string;
    };

/** What can be wrong with one value. */
export type ValueFault =
  | 'blank'
  | 'notANumber'
  /** A share in percent where an amount or a count belongs. */
  | 'percent'
  /** A number with the decimal sign that the other rows do not have. */
  | 'otherDecimal'
  | 'outOfRange'
  | 'notADate'
  /** Day and month in the order that the other rows do not have. */
  | 'otherDateOrder'
  | 'unknownTerms'
  | 'unknownAnswer';

/**
 * What became of the row. `kept`: the value is not needed. `leftOutOfChurn`, `leftOutOfComplaints`: counted
 * everywhere else. `leftOut`: in no segment.
 */
export type RowEffect = 'kept' | 'leftOutOfChurn' | 'leftOutOfComplaints' | 'leftOut';

/** One value that could not be used, or a row with more cells than the header. */
export type RowProblem =
  | {
      readonly code: ValueFault;
      readonly line: number;
      readonly field: ValueField;
      readonly column: string;
      readonly value: string;
      readonly effect: RowEffect;
    }
  | {
      readonly code: 'tooManyCells';
      readonly line: number;
      readonly cells: number;
      readonly expected: number;
      readonly effect: 'leftOut';
    };

/** How often each kind of row problem occurred, those that are not listed one by one included. */
export interface RowProblemCount {
  readonly code: RowProblem['code'];
  readonly field: ValueField | null;
  readonly column: string | null;
  readonly effect: RowEffect;
  readonly count: number;
}

/** What the reader of the numbers should know. */
export type Note =
  | {
      readonly code: 'columnChosen';
      readonly field: CustomerField;
      readonly column: string;
      readonly others: readonly string[];
    }
  | {
      readonly code: 'columnIgnored';
      readonly field: ValueField;
      readonly column: string;
      readonly line: number;
      readonly value: string;
    }
  /** Nothing but the looks of the text tells which encoding it is in. */
  | { readonly code: 'encodingGuessed'; readonly encoding: Encoding }
  /** Named like a price, but a grade from 0 to 10. */
  | { readonly code: 'gradeNotPrice'; readonly column: string }
  /** Nothing tells whether a value such as 1,234 has decimals: taken for thousands, or as told. */
  | { readonly code: 'decimalGuessed'; readonly value: string; readonly decimal: Decimal }
  /** Nothing tells whether the day or the month comes first. */
  | { readonly code: 'datesGuessed'; readonly value: string; readonly order: DateOrder }
  /** Amounts in several currencies, which are not converted. */
  | {
      readonly code: 'severalCurrencies';
      readonly currencies: readonly { readonly currency: string; readonly count: number }[];
    }
  /** Months counted from the start to the churn, or to the latest date of the file (`2024-12-31`). */
  | { readonly code: 'tenureFromDates'; readonly column: string; readonly until: string }
  | { readonly code: 'endsBeforeStart'; readonly count: number }
  /** Who has left is told by these columns being filled in. */
  | { readonly code: 'churnedFrom'; readonly columns: readonly string[] }
  /** Two years or more, counted as annual terms. */
  | { readonly code: 'longTermsAsAnnual'; readonly count: number }
  /** A tenure under half a month, counted as half a month. */
  | { readonly code: 'shortTenure'; readonly count: number }
  /** Columns that are missing; none if no row tells both. */
  | { readonly code: 'noChurn'; readonly missing: readonly ('tenure' | 'churned')[] }
  /** `revenue`: in its place the revenue so far tells what segments bring. */
  | { readonly code: 'noPrice'; readonly revenue: boolean }
  | { readonly code: 'noContract' }
  | { readonly code: 'nobodyChurned' }
  | { readonly code: 'everybodyChurned' }
  | {
      readonly code: 'fewOnOneTerm';
      readonly term: 'monthly' | 'annual';
      readonly count: number;
    }
  /** The smaller names of the segment column, and customers without one, are in `other`. */
  | { readonly code: 'othersTogether'; readonly names: number; readonly count: number }
  /** A group of recency, frequency and money that was too small to stand alone. */
  | {
      readonly code: 'groupJoined';
      readonly group: string;
      readonly into: string;
      readonly count: number;
    }
  | { readonly code: 'levelsMerged'; readonly segment: string; readonly count: number }
  | { readonly code: 'fewChurned'; readonly segment: string; readonly churned: number }
  | {
      readonly code: 'hazardCapped';
      readonly segment: string;
      readonly ratio: number;
      readonly cap: number;
    }
  /** Median of the total over months times monthly charge: far from 1 if a unit is wrong. */
  | { readonly code: 'totalDisagrees'; readonly column: string; readonly ratio: number }
  | {
      readonly code: 'duplicateIds';
      readonly column: string;
      readonly count: number;
      readonly line: number;
      readonly id: string;
    };

/** Thrown inside the import and caught at its edge, by readCustomers. */
export class Refusal extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
