/** P7: after a bad decision fewer join for years, although churn has calmed. */
import { seriesOf } from '../../../engine/series.ts';
import type { RunSeries } from '../../../engine/series.ts';
import type { ParameterOverrides } from '../../../model/parameters.ts';
import type { Buffer, Decision } from '../../../model/scenario.ts';
import type { Fact } from '../fact.ts';
import { change, points, times } from '../figures.ts';
import { activeOf, NOTHING, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { meanOf, rowsOf, valuesOf } from '../summary.ts';

const WEEK = 20;
const YEAR = 52;
const YEAR_3 = WEEK + 2 * YEAR;
const WEEKS = WEEK + 3 * YEAR;
const REFERRAL: Buffer = { kind: 'referral', share: 0.5 };

const DECISIONS: readonly (readonly [string, Decision])[] = [
  ['service .6', { kind: 'service', week: WEEK, downgrade: 0.6 }],
  ['conduct shock .6', { kind: 'shock', week: WEEK, size: 0.6 }],
  ['+15 %', rise(0.15, WEEK)],
];

/** How goodwill is read: customers served in person count threefold, or once, or it is the reported NPS. */
const READINGS = {
  trust: {},
  equal: { refVip: 1 },
  reported: { refMode: 1 },
} as const satisfies Record<string, ParameterOverrides>;
type Reading = keyof typeof READINGS;

interface Aftermath {
  /** Churn in the third year, over the twin's. */
  readonly churn: number;
  /** Change of goodwill in year 3 against the twin, by reading. */
  readonly goodwill: Readonly<Record<Reading, number>>;
  /** Change of joiners per prospect in years 2 and 3, without referral and with it. */
  readonly joins: number;
  readonly referred: number;
}

function total(run: RunSeries, name: 'exits' | 'joins' | 'prospects', from: number): number {
  return seriesOf(run, name)
    .slice(from)
    .reduce((sum, value) => sum + value, 0);
}

const joining = (run: RunSeries): number =>
  total(run, 'joins', WEEK + YEAR) / total(run, 'prospects', WEEK + YEAR);
const churn = (run: RunSeries): number =>
  total(run, 'exits', YEAR_3) / meanOf(activeOf(run).slice(YEAR_3));
const goodwill = (run: RunSeries): number => meanOf(seriesOf(run, 'goodwill').slice(YEAR_3));

/** Against the run without the decision. */
function relative(
  people: People,
  decision: Decision,
  figure: (run: RunSeries) => number,
  buffers: readonly Buffer[] = [],
): number {
  const decided: Plan = { decisions: [decision], buffers };
  return figure(people.watch(decided)) / figure(people.watch({ buffers })) - 1;
}

const FIGURES = {
  churn: (one: Aftermath) => one.churn,
  trust: (one: Aftermath) => one.goodwill.trust,
  equal: (one: Aftermath) => one.goodwill.equal,
  reported: (one: Aftermath) => one.goodwill.reported,
  joins: ({ joins }: Aftermath) => joins,
  referred: ({ referred }: Aftermath) => referred,
  difference: ({ joins, referred }: Aftermath) => referred - joins,
};

export const referral: Fact<readonly Aftermath[]> = {
  id: 'P7',
  claim: 'Long after a bad decision fewer join; referral adds to it (general)',
  target: 'joiners per prospect in years 2 and 3 down, and more so with referral .5',
  always: false,
  measure(kernel, seed) {
    const drawn = (parameters: ParameterOverrides) =>
      new People(kernel, seed, { template: 'general', parameters }, WEEKS);
    const read = (reading: Reading) => {
      const people = drawn(READINGS[reading]);
      return DECISIONS.map(([, decision]) => relative(people, decision, goodwill));
    };
    const [trust, equal, reported] = [read('trust'), read('equal'), read('reported')];
    const people = drawn({});
    const quiet = churn(people.run(NOTHING));
    return DECISIONS.map(([, decision], i) => ({
      churn: churn(people.run({ decisions: [decision] })) / quiet,
      goodwill: {
        trust: valueAt(trust, i),
        equal: valueAt(equal, i),
        reported: valueAt(reported, i),
      },
      joins: relative(people, decision, joining),
      referred: relative(people, decision, joining, [REFERRAL]),
    }));
  },
  conclude(measures) {
    const rows = rowsOf(
      DECISIONS.map(([name]) => name),
      measures,
      FIGURES,
    );
    const asClaimed = rows.every(
      ({ figures: { joins, difference } }) =>
        joins.mean < -2 * joins.error && difference.mean < -2 * difference.error,
    );
    return {
      measured: rows
        .map(
          ({ name, figures: f }) =>
            `${name}: in year 3 churn ${times(f.churn, 2)}, goodwill ${change(f.trust)} (all alike ${change(f.equal)}, by reported NPS ${change(f.reported)}), joiners per prospect in years 2 and 3 ${change(f.joins)} without referral, ${change(f.referred)} with it, difference ${points(f.difference)} points`,
        )
        .join('; '),
      met: asClaimed ? 'yes' : 'no',
      note: 'moderate; nearly nothing if goodwill is taken from the reported NPS',
      values: valuesOf(rows),
    };
  },
};
