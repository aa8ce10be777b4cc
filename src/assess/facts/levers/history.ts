/** P10 and P14: rises of the past bring the tip of the next one nearer, the less the older they are. */
import { seriesOf } from '../../../engine/series.ts';
import type { Kernel } from '../../../engine/kernel.ts';
import type { Decision } from '../../../model/scenario.ts';
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { amount, change, percent, weeks } from '../figures.ts';
import {
  activeOf,
  DECISION_WEEK,
  NOTHING,
  People,
  rise,
  risePlan,
  valueAt,
} from '../people.ts';
import { rowsOf, summary, valuesOf } from '../summary.ts';
import type { Row } from '../summary.ts';

const WEEK = DECISION_WEEK;
const WEEKS = WEEK + 208 + 1;
const HISTORY_WEEKS = 104;

const past = (size: number, ...weeksAgo: number[]): Decision[] =>
  weeksAgo.map((ago) => rise(size, -ago));
const HISTORIES = [
  { name: 'none', past: [] },
  { name: 'two rises of 5 % (60 and 26 weeks before week 0)', past: past(0.05, 60, 26) },
  { name: 'two rises of 8 % (60 and 26 weeks before week 0)', past: past(0.08, 60, 26) },
];

interface After {
  readonly critical: number;
  /** Customers 104 weeks after +15 % against none. */
  readonly left: number;
  /** Weeks until a quarter is lost; NaN if never. */
  readonly quarter: number;
  /** Mean trust in week 0. */
  readonly trust: number;
  /** Customers in the same week with this history and no decision. */
  readonly quiet: number;
}

function afterHistory(kernel: Kernel, seed: string, earlier: readonly Decision[]): After {
  const market = { template: 'general', historyWeeks: HISTORY_WEEKS, past: earlier } as const;
  const people = new People(kernel, seed, market, WEEKS);
  const fromWeek0 = (values: Float64Array) => values.slice(HISTORY_WEEKS);
  const quietRun = people.watch(NOTHING);
  const quiet = fromWeek0(activeOf(quietRun));
  const active = fromWeek0(activeOf(people.run(risePlan(0.15))));
  const share = active.map((one, week) => one / valueAt(quiet, week));
  const quarter = share.findIndex((one, week) => week >= WEEK && one <= 0.75);
  return {
    critical: criticalSize(people),
    left: valueAt(share, WEEK + 104),
    quarter: quarter < 0 ? NaN : quarter - WEEK,
    trust: valueAt(fromWeek0(seriesOf(quietRun, 'trust')), 0),
    quiet: valueAt(quiet, WEEK + 104),
  };
}

/** The same with what the history alone changes, against none. */
interface Measure extends After {
  readonly alone: number;
}

const FIGURES = {
  critical: ({ critical }: Measure) => critical,
  left: ({ left }: Measure) => left,
  quarter: ({ quarter }: Measure) => quarter,
  trust: ({ trust }: Measure) => trust,
  alone: ({ alone }: Measure) => alone,
};

function words({ name, figures }: Row<keyof typeof FIGURES>, seeds: number): string {
  const { critical, left, quarter, trust, alone } = figures;
  const when = quarter.count > 0 ? ` (${weeks(quarter)})` : '';
  return `${name}: critical rise +${percent(critical)}; +15 % leaves ${percent(left)} at week 104, a quarter lost in ${quarter.count} of ${seeds} seeds${when}; trust at week 0 ${amount(trust, 3)}; the history alone ${change(alone)}`;
}

export const history: Fact<readonly Measure[]> = {
  id: 'P10',
  claim: 'The same rise tips earlier after two rises in the last 18 months (general)',
  target: 'critical rise at week 104 lower after each history, +15 % keeps fewer',
  always: false,
  measure(kernel, seed) {
    const all = HISTORIES.map((one) => afterHistory(kernel, seed, one.past));
    const undisturbed = all[0]?.quiet ?? NaN;
    return all.map((after) => ({ ...after, alone: after.quiet / undisturbed - 1 }));
  },
  conclude(measures) {
    const rows = rowsOf(
      HISTORIES.map(({ name }) => name),
      measures,
      FIGURES,
    );
    const [none, ...histories] = rows.map(({ figures }) => figures);
    const met = histories.every(
      ({ critical, left }) =>
        none !== undefined &&
        critical.mean < none.critical.mean - 2 * critical.error &&
        left.mean < none.left.mean,
    );
    return {
      measured: rows.map((row) => words(row, measures.length)).join('. '),
      met: met ? 'yes' : 'no',
      values: valuesOf(rows),
    };
  },
};

const BURN_IN = 208;
const AGES = [
  { name: 'none', past: [] },
  { name: '182 and 148 weeks ago', past: past(0.05, 182, 148) },
  { name: '104 and 70 weeks ago', past: past(0.05, 104, 70) },
  { name: '60 and 26 weeks ago', past: past(0.05, 60, 26) },
];

export const healing: Fact<readonly number[]> = {
  id: 'P14',
  claim: 'The wear of past rises heals (general, two rises of 5 %)',
  target: 'the older the rises, the higher the critical rise at week 104',
  always: false,
  measure: (kernel, seed) =>
    AGES.map((one) => {
      const market = { template: 'general', historyWeeks: BURN_IN, past: one.past } as const;
      return criticalSize(new People(kernel, seed, market, WEEK + 104 + 1));
    }),
  conclude(measures) {
    const sizes = AGES.map(({ name }, i) => ({
      name,
      size: summary(measures.map((all) => valueAt(all, i))),
    }));
    const means = sizes.map(({ size }) => size.mean);
    const falling = means.every((mean, i) => i === 0 || mean < valueAt(means, i - 1));
    return {
      measured: sizes.map(({ name, size }) => `${name} +${percent(size)}`).join('; '),
      met: falling ? 'yes' : 'no',
      values: Object.fromEntries(sizes.map(({ name, size }) => [name, size])),
    };
  },
};
