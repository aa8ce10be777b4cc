/** What a fit to the own history says, in English. */

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const fit = {
  title: 'Fit to past churn',
  lead: 'Markets are drawn from the sourced ranges and simulated over your past. Those whose churn comes nearest to yours say what your customers are like.',
  close: 'Close',
  needsChange:
    'There is no past change yet. Add the price or product change that the churn is about, dated before week 0.',
  addChange: 'Add a price rise a year ago',
  change: 'Change',
  changeAt: (name: string, size: string, when: string) => `${name} ${size}, ${when}`,
  month: 'Month',
  monthHint: 'Month 0 begins with the change, month −1 ends with it',
  churn: 'Churn, %',
  churnOf: (month: string) => `Churn in month ${month}, %`,
  customers: 'Customers at the time',
  customersHint: 'The fewer they are, the more of their churn is chance',
  importFile: 'Import CSV',
  importHint: 'Columns: month (or week) and churn; customers and change if you have them',
  imported: (months: string) => `${months} months read.`,
  tooFew: 'Type the churn of at least three months, one of them after the change.',
  run: 'Run the fit',
  cancel: 'Cancel',
  running: (done: string, planned: string) => `${done} of ${planned} markets simulated`,
  starting: 'Looking at your own level first',
  stopped: (reason: string) => `The fit stopped: ${reason} What you typed is kept.`,
  outdated: 'You have changed something since: run it again.',
  narrowed: 'Your history narrows the assumptions.',
  notNarrowed: 'Your history does not narrow this.',
  notNarrowedWhy:
    'The churn that these months show comes out of nearly all the markets that the ranges allow. A larger change, more months after it or more customers would tell more.',
  most: (name: string, left: string) =>
    `Most is learned of “${name}”: ${left} of its interval is left.`,
  together: (left: string) =>
    `Taken together it is more: of the combination that is known best, ${left} of the spread is left.`,
  inside: (count: string, of: string) => `${count} of ${of} months lie in the band.`,
  outside:
    'The band misses too many of your months: something happened that the model does not have, and the fit should not be relied on.',
  kept: (kept: string, drawn: string, people: string) =>
    `${kept} of ${drawn} simulated markets of ${people} people kept and adjusted.`,
  chart: {
    title: 'Monthly churn, yours and simulated',
    label: (inside: string, of: string) =>
      `Monthly churn around the past change: ${inside} of ${of} months lie in the band of the fitted markets.`,
    own: 'your churn',
    fitted: 'fitted, 90%',
    before: 'before the fit, 90%',
    change: 'change',
    axis: 'Months from the change',
    table: 'Churn by month, as a table',
  },
  ranges: {
    title: 'Assumptions, before and after',
    name: 'Assumption',
    before: 'Before, 90%',
    after: 'After, 90%',
    left: 'Left',
    everyday: 'everyday churn',
  },
  use: 'Use this',
  useHint:
    'From now on assumptions are drawn from your history, and the scenario starts from it',
  leave: 'Leave it',
  inUse: (months: string) => `Fitted to ${months} months of your past churn`,
  forget: 'Forget the fit',
  problems: {
    empty: 'There are no rows with churn in it.',
    tooLong: (limit: string) => `It has more than ${limit} rows: monthly figures are expected.`,
    noColumn: (columns: readonly string[]) =>
      `A column is missing: ${columns.map((name) => `"${name}"`).join(', ')}.`,
    notANumber: (line: string, column: string, value: string) =>
      `Line ${line}, "${column}": "${value}" is not a number.`,
    outOfRange: (line: string, column: string, value: string, low: string, high: string) =>
      `Line ${line}, "${column}": "${value}" is outside ${low} to ${high}. A share is written as 0.021 or 2.1%.`,
    noPastChange:
      'The scenario has no change before week 0 that the months could be about: add it as a decision.',
    whichChange: (changes: string) =>
      `The scenario has ${changes} past changes: a column "change" must say which one a month is counted from (1 is the oldest), or a column "week" when it began.`,
    noSuchChange: (line: string, changes: string) =>
      `Line ${line}: the scenario has changes 1 to ${changes}.`,
    undated: (line: string) => `Line ${line}: there is neither a month nor a week.`,
    future: (line: string) => `Line ${line}: this month is not over in week 0, which is today.`,
    tooEarly: (line: string) => `Line ${line}: this is more than five years ago.`,
    twice: (line: string) => `Line ${line}: this month is there twice.`,
  },
  /** Printed in the terminal. */
  terminal: {
    heading: (scenario: string, months: number, shown: string) =>
      `${scenario}: fitted to ${shown} ${plural(months, 'month', 'months')} of past churn`,
    recovery: (cases: string, share: string) =>
      `${cases} pasts with planted parameters: ${share} of the 90% intervals hold what was planted.`,
    covered: 'covered',
    mean: 'left',
    drawn: 'drawn from: your history, in place of the sourced ranges',
  },
};

export type FitWords = typeof fit;
