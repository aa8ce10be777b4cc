/** Monthly figures after a launch as people read them. */
import type { Numbers } from './numbers.ts';

type Measure =
  | 'churn'
  | 'customers'
  | 'complaints'
  | 'publicShare'
  | 'firstResponse'
  | 'logins'
  | 'nps'
  | 'attempts'
  | 'dataExports';

/** A figure in its own unit: shares as percentages, all else as a number. */
export function figureOf(measure: Measure, value: number, numbers: Numbers): string {
  switch (measure) {
    case 'churn':
    case 'attempts':
      return numbers.percent(value, 2);
    case 'customers':
    case 'publicShare':
    case 'logins':
      return numbers.percent(value, 1);
    default:
      return numbers.decimal(value);
  }
}
