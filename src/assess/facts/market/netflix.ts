/** X and P3: Netflix 2011, a rise of 60 % without notice, half of it withdrawn after a quarter. */
import { seriesOf } from '../../../engine/series.ts';
import type { ParameterOverrides } from '../../../model/parameters.ts';
import type { Buffer, Decision } from '../../../model/scenario.ts';
import type { Fact } from '../fact.ts';
import { change } from '../figures.ts';
import { activeOf, DECISION_WEEK, lossAt, NOTHING, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const QUARTER = 13;
const SIZE = 0.6;
/** From 1.6 to 1.3 of the old price. */
const WITHDRAWN = 1.3 / 1.6 - 1;
const WITHOUT_NOTICE: Buffer = { kind: 'notice', weeks: 0 };

const prices = (week: number): Decision[] => [
  rise(SIZE, week),
  rise(WITHDRAWN, week + QUARTER),
];

const LATER = [13, 26, 52] as const;
const KEPT_SHARE = 0.8;
const EVERYBODY: Plan = { decisions: prices(DECISION_WEEK), buffers: [WITHOUT_NOTICE] };
const MOST_KEEP: Plan = {
  decisions: prices(DECISION_WEEK),
  buffers: [
    WITHOUT_NOTICE,
    { kind: 'grandfathering', week: DECISION_WEEK, share: KEPT_SHARE, weeks: 520 },
  ],
};

/** Customers 13, 26 and 52 weeks after the rise against doing nothing, for each of the two plans. */
type Net = readonly (readonly number[])[];

export const netflix: Fact<Net> = {
  id: 'X',
  claim: 'Netflix 2011 (streaming, +60 % without notice, half of it withdrawn after 13 weeks)',
  target:
    'soft: customers down by 2 to 5 % in the first quarter, part of them back in the second',
  always: false,
  measure(kernel, seed) {
    const weeks = DECISION_WEEK + 52 + 1;
    const people = new People(kernel, seed, { template: 'streaming' }, weeks);
    const twin = people.run(NOTHING);
    return [EVERYBODY, MOST_KEEP].map((plan) => {
      const run = people.run(plan);
      return LATER.map((after) => -lossAt(run, twin, DECISION_WEEK + after));
    });
  },
  conclude(measures) {
    const rows = rowsOf(['everybody hit', '80 % keep what they had'], measures, {
      'week 13': (net) => valueAt(net, 0),
      'week 26': (net) => valueAt(net, 1),
      'week 52': (net) => valueAt(net, 2),
    });
    const words = rows.map(
      ({ name, figures }) =>
        `${name} ${Object.values(figures)
          .map((one) => change(one))
          .join(' / ')}`,
    );
    return {
      measured: `after ${LATER.join(' / ')} weeks: ${words.join('; ')}`,
      met: 'info',
      note: 'far off: beyond its critical rise the streaming market is no forecast',
      values: valuesOf(rows),
    };
  },
};

const SPLIT_WEEK = 20;
const OLD_PRICE_SHARE = 0.8;
const split = (value: number): Buffer => ({
  kind: 'litePlan',
  week: SPLIT_WEEK,
  price: OLD_PRICE_SHARE,
  value,
  absolute: true,
});

interface Variant {
  readonly name: string;
  readonly plan: Plan;
  readonly parameters?: ParameterOverrides;
}

const variant = (name: string, value: number | undefined, decisions: Decision[]): Variant => ({
  name,
  plan: {
    decisions,
    buffers: [WITHOUT_NOTICE, ...(value === undefined ? [] : [split(value)])],
  },
});
const VARIANTS: readonly Variant[] = [
  variant('no lite plan', undefined, prices(SPLIT_WEEK)),
  variant('lite plan of half the value', 0.5, prices(SPLIT_WEEK)),
  variant('the same, nothing withdrawn', 0.5, [rise(SIZE, SPLIT_WEEK)]),
  variant('each keeps the half used more (value .75)', 0.75, prices(SPLIT_WEEK)),
  {
    ...variant('the same with psi .3', 0.75, prices(SPLIT_WEEK)),
    parameters: { psi: 0.3 },
  },
];

/** Change of the customers in each of the first two quarters, and share on the full plan lost after each. */
interface Quarters {
  readonly first: number;
  readonly second: number;
  readonly bundleFirst: number;
  readonly bundleSecond: number;
}

const FIGURES = {
  first: ({ first }: Quarters) => first,
  second: ({ second }: Quarters) => second,
  bundleFirst: ({ bundleFirst }: Quarters) => bundleFirst,
  bundleSecond: ({ bundleSecond }: Quarters) => bundleSecond,
};

export const netflixSplit: Fact<readonly Quarters[]> = {
  id: 'P3',
  claim: 'Netflix 2011 with a lite plan of half the value at .8 of the old price',
  target:
    'customers −3.3 % in the first quarter and +2.6 % in the second, share on the full plan −25 to −33 %',
  always: false,
  measure: (kernel, seed) =>
    VARIANTS.map(({ plan, parameters = {} }) => {
      const weeks = SPLIT_WEEK + 2 * QUARTER;
      const people = new People(kernel, seed, { template: 'streaming', parameters }, weeks);
      const run = people.watch(plan);
      const before = valueAt(activeOf(run), SPLIT_WEEK - 1);
      const last = (after: number) => SPLIT_WEEK + after - 1;
      const customers = (after: number) => valueAt(activeOf(run), last(after)) / before;
      const onLite = (after: number) => valueAt(seriesOf(run, 'onLite'), last(after));
      return {
        first: customers(QUARTER) - 1,
        second: customers(2 * QUARTER) - customers(QUARTER),
        bundleFirst: -onLite(QUARTER),
        bundleSecond: -onLite(2 * QUARTER),
      };
    }),
  conclude(measures) {
    const rows = rowsOf(
      VARIANTS.map(({ name }) => name),
      measures,
      FIGURES,
    );
    const met = rows.some(
      ({ figures: { first, bundleFirst } }) =>
        Math.abs(first.mean + 0.033) < 0.02 &&
        bundleFirst.mean > -0.4 &&
        bundleFirst.mean < -0.2,
    );
    return {
      measured: rows
        .map(
          ({ name, figures: f }) =>
            `${name}: ${change(f.first)}, then ${change(f.second)}, full plan ${change(f.bundleFirst, 0)} / ${change(f.bundleSecond, 0)}`,
        )
        .join('; '),
      met: met ? 'yes' : 'no',
      note: 'the number of customers comes near only where everybody can keep the half used more; far too many leave the full plan in every variant',
      values: valuesOf(rows),
    };
  },
};
