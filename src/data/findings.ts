/**
 * Everything that an import can say, as codes with data. The terminal words them in sentences.ts, the page
 * in its dictionaries.
 */
import type { CustomerField, ValueField } from './reading/fields.ts';

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
  'blank' | 'notANumber' | 'outOfRange' | 'unknownTerms' | 'unknownAnswer';

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
  /** Two years or more, counted as annual terms. */
  | { readonly code: 'longTermsAsAnnual'; readonly count: number }
  /** A tenure under half a month, counted as half a month. */
  | { readonly code: 'shortTenure'; readonly count: number }
  /** Columns that are missing; none if no row tells both. */
  | { readonly code: 'noChurn'; readonly missing: readonly ('tenure' | 'churned')[] }
  | { readonly code: 'noPrice' }
  | { readonly code: 'noContract' }
  | { readonly code: 'nobodyChurned' }
  | { readonly code: 'everybodyChurned' }
  | {
      readonly code: 'fewOnOneTerm';
      readonly term: 'monthly' | 'annual';
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
