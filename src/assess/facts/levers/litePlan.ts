/** P1: a cheaper plan to change to keeps customers and costs revenue. */
import { seriesOf } from '../../../engine/series.ts';
import type { RunSeries } from '../../../engine/series.ts';
import type { Buffer } from '../../../model/scenario.ts';
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { change, percent } from '../figures.ts';
import { activeOf, DECISION_WEEK, People, rise, risePlan, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const WEEK = DECISION_WEEK;
const LAST = WEEK + 104;
const CASES = (['general', 'streaming'] as const).flatMap((template) => [
  { template, price: 0.7, value: 0.75 },
  { template, price: 0.5, value: 0.5 },
]);

/** At week 104, against the same rise without the plan. */
interface Effect {
  readonly customers: number;
  readonly revenue: number;
  readonly perCustomer: number;
  readonly onLite: number;
}

interface Measure {
  readonly without: number;
  readonly with: number;
  readonly small: Effect;
  readonly large: Effect;
}

export const lite = (price: number, value: number): Buffer => ({
  kind: 'litePlan',
  week: WEEK,
  price,
  value,
});

function effect(people: People, size: number, offer: Buffer): Effect {
  const last = (run: RunSeries, name: 'revenue' | 'onLite') =>
    valueAt(seriesOf(run, name), LAST);
  const plain = people.watch(risePlan(size));
  const offered = people.watch({ decisions: [rise(size)], buffers: [offer] });
  const customers = valueAt(activeOf(offered), LAST) / valueAt(activeOf(plain), LAST);
  const revenue = last(offered, 'revenue') / last(plain, 'revenue');
  return {
    customers: customers - 1,
    revenue: revenue - 1,
    perCustomer: revenue / customers - 1,
    onLite: last(offered, 'onLite'),
  };
}

const FIGURES = {
  without: (measure: Measure) => measure.without,
  with: (measure: Measure) => measure.with,
  shift: (measure: Measure) => measure.with - measure.without,
  perCustomer: ({ small }: Measure) => small.perCustomer,
  customers: ({ small }: Measure) => small.customers,
  revenue: ({ small }: Measure) => small.revenue,
  onLite: ({ small }: Measure) => small.onLite,
  customersAt30: ({ large }: Measure) => large.customers,
  revenueAt30: ({ large }: Measure) => large.revenue,
};

export const litePlan: Fact<readonly Measure[]> = {
  id: 'P1',
  claim: 'A lite plan moves the tip up and revenue per customer down',
  target: 'critical rise at week 104 up, revenue per customer at +15 % down',
  always: false,
  measure: (kernel, seed) =>
    CASES.map(({ template, price, value }) => {
      const people = new People(kernel, seed, { template }, LAST + 1);
      const offer = lite(price, value);
      const at = (size: number): Plan => ({ decisions: [rise(size)], buffers: [offer] });
      return {
        without: criticalSize(people),
        with: criticalSize(people, { at }),
        small: effect(people, 0.15, offer),
        large: effect(people, 0.3, offer),
      };
    }),
  conclude(measures) {
    const names = CASES.map((one) => `${one.template}, price ${one.price}, value ${one.value}`);
    const rows = rowsOf(names, measures, FIGURES);
    const met = rows.every(
      ({ figures: { shift, perCustomer } }) => shift.mean > 0 && perCustomer.mean < 0,
    );
    return {
      measured: rows
        .map(
          ({ name, figures: f }) =>
            `${name}: critical +${percent(f.without)} → +${percent(f.with)}; at +15 % revenue per customer ${change(f.perCustomer)}, customers ${change(f.customers)}, revenue ${change(f.revenue)}, on lite ${percent(f.onLite, 0)}; at +30 % customers ${change(f.customersAt30)}, revenue ${change(f.revenueAt30)}`,
        )
        .join('. '),
      met: met ? 'yes' : 'no',
      values: valuesOf(rows),
    };
  },
};
