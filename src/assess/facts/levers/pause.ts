/** P2: a pause at a small part of the price bridges the first anger. */
import { seriesOf } from '../../../engine/series.ts';
import type { RunSeries } from '../../../engine/series.ts';
import type { Buffer } from '../../../model/scenario.ts';
import { revenueOver } from '../../timeline.ts';
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { change, percent, points } from '../figures.ts';
import { activeOf, DECISION_WEEK, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const MARKETS = ['general', 'streaming'] as const;
const WEEK = DECISION_WEEK;
const LAST = WEEK + 104;
const OFFER: Buffer = { kind: 'pause', week: WEEK, weeks: 13, price: 0.1 };
const WITHOUT_NOTICE: Buffer = { kind: 'notice', weeks: 0 };

interface Measure {
  readonly without: number;
  readonly with: number;
  /** Of the customers after +20 % without notice, most paused at a time. */
  readonly paused: number;
  /** Against the same rise without the offer. */
  readonly quarter: number;
  readonly end: number;
  readonly revenue: number;
}

function measureMarket(people: People): Measure {
  const plan = (size: number, ...buffers: Buffer[]): Plan => ({
    decisions: [rise(size)],
    buffers,
  });
  const plain = people.watch(plan(0.2, WITHOUT_NOTICE));
  const offered = people.watch(plan(0.2, WITHOUT_NOTICE, OFFER));
  const relative = (figure: (run: RunSeries) => number) => figure(offered) / figure(plain) - 1;
  return {
    without: criticalSize(people),
    with: criticalSize(people, { at: (size) => plan(size, OFFER) }),
    paused: Math.max(...seriesOf(offered, 'paused')),
    quarter: relative((run) => valueAt(activeOf(run), WEEK + 13)),
    end: relative((run) => valueAt(activeOf(run), LAST)),
    revenue: relative(revenueOver),
  };
}

const FIGURES = {
  without: (measure: Measure) => measure.without,
  with: (measure: Measure) => measure.with,
  shift: (measure: Measure) => measure.with - measure.without,
  paused: ({ paused }: Measure) => paused,
  quarter: ({ quarter }: Measure) => quarter,
  end: ({ end }: Measure) => end,
  revenue: ({ revenue }: Measure) => revenue,
};
/** A shift of the critical rise below half a point is none. */
const LEAST_SHIFT = 0.005;

export const pause: Fact<readonly Measure[]> = {
  id: 'P2',
  claim: 'A pause of 13 weeks at 10 % of the price bridges the first anger',
  target: 'critical rise at week 104 up in streaming',
  always: false,
  measure: (kernel, seed) =>
    MARKETS.map((template) => measureMarket(new People(kernel, seed, { template }, LAST + 1))),
  conclude(measures) {
    const rows = rowsOf(MARKETS, measures, FIGURES);
    const [general, streaming] = rows.map(
      ({ figures: { shift } }) => shift.mean > Math.max(2 * shift.error, LEAST_SHIFT),
    );
    return {
      measured: rows
        .map(
          ({ name, figures: f }) =>
            `${name}: critical +${percent(f.without)} → +${percent(f.with)} (${points(f.shift)} points); +20 % without notice: at most ${percent(f.paused)} paused, customers week 13 ${change(f.quarter)}, week 104 ${change(f.end)}, revenue over 104 weeks ${change(f.revenue)}`,
        )
        .join('. '),
      met: streaming ? 'yes' : 'no',
      ...(!general && {
        note: 'no effect in general, where using the service stays worth more',
      }),
      values: valuesOf(rows),
    };
  },
};
