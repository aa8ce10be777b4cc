/** What is wrong with a table of past churn, as a sentence. */
import type { HistoryWords } from './history.ts';
import type { Numbers } from './numbers.ts';

/** As the reader of such tables finds it. */
type Problem =
  | { readonly code: 'empty' | 'noPastChange' }
  | { readonly code: 'tooLong'; readonly limit: number }
  | { readonly code: 'noColumn'; readonly expected: readonly string[] }
  | {
      readonly code: 'notANumber' | 'outOfRange';
      readonly line: number;
      readonly column: string;
      readonly value: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly code: 'whichChange'; readonly changes: number }
  | { readonly code: 'noSuchChange'; readonly line: number; readonly changes: number }
  | { readonly code: 'undated' | 'future' | 'tooEarly' | 'twice'; readonly line: number };

export function pastSentence(
  problem: Problem,
  words: HistoryWords['fit']['problems'],
  { count }: Numbers,
): string {
  switch (problem.code) {
    case 'empty':
    case 'noPastChange':
      return words[problem.code];
    case 'tooLong':
      return words.tooLong(count(problem.limit));
    case 'noColumn':
      return words.noColumn(problem.expected);
    case 'notANumber':
      return words.notANumber(count(problem.line), problem.column, problem.value);
    case 'outOfRange': {
      const { line, column, value, low, high } = problem;
      return words.outOfRange(count(line), column, value, count(low), count(high));
    }
    case 'whichChange':
      return words.whichChange(count(problem.changes));
    case 'noSuchChange':
      return words.noSuchChange(count(problem.line), count(problem.changes));
    case 'undated':
    case 'future':
    case 'tooEarly':
    case 'twice':
      return words[problem.code](count(problem.line));
  }
}
