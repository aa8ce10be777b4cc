/** F10: those worth most do not complain when service gets worse; they leave. */
import { segmentSeriesOf, seriesOf } from '../../../engine/series.ts';
import { segmentEnds } from '../../../model/levers.ts';
import { TEMPLATES } from '../../../model/templates.ts';
import type { Fact } from '../fact.ts';
import { amount, change } from '../figures.ts';
import { activeOf, CUSTOMERS, DECISION_WEEK, NOTHING, People, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const MARKETS = ['general', 'saas'] as const;
const YEARS = 2;
const LAST = DECISION_WEEK + 52 * YEARS;
const DOWNGRADE: Plan = {
  decisions: [{ kind: 'service', week: DECISION_WEEK, downgrade: 0.6 }],
};

interface Group {
  /** Complaints per customer at the start and year. */
  readonly complaints: number;
  /** Exits per customer at the start in two years. */
  readonly exits: number;
}

interface Market {
  /** Change against doing nothing after two years. */
  readonly revenue: number;
  readonly customers: number;
  readonly vip: Group;
  readonly others: Group;
}

/** Those served in person are the last segment of both markets. */
function isVip(template: (typeof MARKETS)[number]): boolean[] {
  const { segments } = TEMPLATES[template];
  const ends = segmentEnds(segments, CUSTOMERS);
  return Array.from({ length: CUSTOMERS }, (_, id) => {
    const segment = segments[ends.findIndex((end) => id < end)];
    return segment?.bond === 1;
  });
}

function groupOf(
  members: readonly boolean[],
  status: Float64Array,
  complaints: Float64Array,
  exits: number,
): Group {
  let [heads, count] = [0, 0];
  members.forEach((member, id) => {
    if (!member) return;
    if (status[id] === 0) heads++;
    count += valueAt(complaints, id);
  });
  return { complaints: count / heads / YEARS, exits: exits / heads };
}

function marketOf(people: People, template: (typeof MARKETS)[number]): Market {
  const vips = isVip(template);
  const twin = people.watch(NOTHING);
  let status: Float64Array = new Float64Array();
  let before: Float64Array = new Float64Array();
  let complaints: Float64Array = new Float64Array();
  const run = people.follow(DOWNGRADE, LAST + 1, (kernel, week) => {
    if (week === DECISION_WEEK - 1)
      [status, before] = [kernel.states('st'), kernel.states('nV')];
    if (week === LAST) complaints = kernel.states('nV').map((n, id) => n - valueAt(before, id));
  });
  const exitsOf = (bond: 0 | 1) =>
    TEMPLATES[template].segments
      .flatMap((segment, g) =>
        (segment.bond ?? 0) === bond ? [segmentSeriesOf(run, g, 'exits')] : [],
      )
      .flatMap((exits) => [...exits.slice(DECISION_WEEK)])
      .reduce((sum, exits) => sum + exits, 0);
  const watched = people.watch(DOWNGRADE);
  const revenueOf = (series: typeof run) => valueAt(seriesOf(series, 'revenue'), LAST);
  return {
    revenue: revenueOf(watched) / revenueOf(twin) - 1,
    customers: valueAt(activeOf(run), LAST) / valueAt(activeOf(twin), LAST) - 1,
    vip: groupOf(vips, status, complaints, exitsOf(1)),
    others: groupOf(
      vips.map((vip) => !vip),
      status,
      complaints,
      exitsOf(0),
    ),
  };
}

const FIGURES = {
  revenue: ({ revenue }: Market) => revenue,
  customers: ({ customers }: Market) => customers,
  vipComplaints: ({ vip }: Market) => vip.complaints,
  complaints: ({ others }: Market) => others.complaints,
  vipExits: ({ vip }: Market) => vip.exits,
  exits: ({ others }: Market) => others.exits,
};

export const silentVips: Fact<readonly Market[]> = {
  id: 'F10',
  claim: 'The most valuable leave in silence (service downgrade .6, general and saas)',
  target:
    'in 2 years VIP customers complain less per head than the others and leave more per head; revenue falls more than the number of customers',
  always: true,
  measure: (kernel, seed) =>
    MARKETS.map((template) =>
      marketOf(new People(kernel, seed, { template }, LAST + 1), template),
    ),
  conclude(measures) {
    const rows = rowsOf(MARKETS, measures, FIGURES);
    const asClaimed = rows.every(
      ({ figures: { revenue, customers, vipComplaints, complaints, vipExits, exits } }) =>
        vipComplaints.mean < complaints.mean &&
        vipExits.mean > exits.mean &&
        revenue.mean < customers.mean,
    );
    return {
      measured: rows
        .map(
          ({ name, figures: f }) =>
            `${name}: revenue ${change(f.revenue)}, customers ${change(f.customers)}; complaints per head and year VIP ${amount(f.vipComplaints, 3)}, others ${amount(f.complaints, 3)}; exits per head in 2 years VIP ${amount(f.vipExits, 2)}, others ${amount(f.exits, 2)}`,
        )
        .join('. '),
      met: asClaimed ? 'yes' : 'no',
      note: 'the silence is set by voice .02; what follows from it is that complaints give no warning',
      values: valuesOf(rows),
    };
  },
};
