/** F5: equal rises, year after year, go well for years, and then one of them does not. */
import { seriesOf } from '../../../engine/series.ts';
import type { RunSeries } from '../../../engine/series.ts';
import type { Fact } from '../fact.ts';
import { size } from '../figures.ts';
import { People, rise, valueAt } from '../people.ts';
import { over, summary } from '../summary.ts';

const SIZES = [0.05, 0.055, 0.06, 0.065, 0.07, 0.075, 0.08];
const RISES = 8;
const YEAR = 52;
const QUARTER = 13;
/** The year before the first rise is the base. */
const FIRST_RISE = 60;
const WEEKS = FIRST_RISE + RISES * YEAR;

const CALM_YEARS = 3;
/** A calm year moves the worst quarter by less than this. */
const CALM = 0.25;
/** The year of the collapse multiplies it by this at least. */
const COLLAPSE = 3;

/** For each size, the worst quarter of each year with a rise over that of the year before. */
type Measure = readonly (readonly number[])[];

const yearly = (change: number) => ({
  decisions: Array.from({ length: RISES }, (_, year) => rise(change, FIRST_RISE + year * YEAR)),
});

/** The largest share of customers that leaves in one of the four quarters from a week on. */
function worstQuarter(run: RunSeries, from: number): number {
  const exits = seriesOf(run, 'exits');
  const active = seriesOf(run, 'active');
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const start = from + quarter * QUARTER;
    const left = exits.slice(start, start + QUARTER).reduce((sum, value) => sum + value, 0);
    return left / valueAt(active, start - 1);
  });
  return Math.max(...quarters);
}

function ratios(run: RunSeries): number[] {
  const worst = Array.from({ length: RISES + 1 }, (_, year) =>
    worstQuarter(run, FIRST_RISE + (year - 1) * YEAR),
  );
  return worst.slice(1).map((value, year) => value / valueAt(worst, year));
}

/** Whether at least three calm years in a row come right before a year of collapse. */
function calmThenCollapse(years: readonly number[]): boolean {
  return years.some(
    (ratio, year) =>
      ratio >= COLLAPSE &&
      year >= CALM_YEARS &&
      years.slice(year - CALM_YEARS, year).every((calm) => Math.abs(calm - 1) < CALM),
  );
}

export const yearlyRises: Fact<Measure> = {
  id: 'F5',
  claim: 'Equal rises every year: some go well, one does not (general)',
  target:
    'at least 3 rises in a row each move the worst quarter of the year by less than 25 %, the next multiplies it by 3 or more; in at least half of the seeds for one size',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    return SIZES.map((change) => ratios(people.run(yearly(change))));
  },
  conclude(measures) {
    const rows = SIZES.map((change, i) => {
      const years = measures.map((sizes) => sizes[i] ?? []);
      return {
        change,
        seeds: years.filter(calmThenCollapse).length,
        means: Array.from({ length: RISES }, (_, year) =>
          over(years, (list) => valueAt(list, year)),
        ),
      };
    });
    const most = Math.max(...rows.map(({ seeds }) => seeds));
    const onAverage = rows.filter(({ means }) =>
      calmThenCollapse(means.map(({ mean }) => mean)),
    );
    return {
      measured: rows
        .map(
          ({ change, seeds, means }) =>
            `${size(change)}: ${seeds} of ${measures.length} seeds (mean ratios ${means.map(({ mean }) => mean.toFixed(2)).join(' ')})`,
        )
        .join('; '),
      met: 2 * most >= measures.length ? 'yes' : 'no',
      note: `in ${measures.length - most} of ${measures.length} seeds it fails even for the best size: a calendar year cuts the onset in two${onAverage.length > 0 ? `; the mean ratios over the seeds do show it at ${onAverage.map(({ change }) => size(change)).join(', ')}` : ''}`,
      values: Object.fromEntries(
        rows.map(({ change, seeds }) => [
          `share of seeds at ${change}`,
          summary([seeds / measures.length]),
        ]),
      ),
    };
  },
};
