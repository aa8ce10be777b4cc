/** L: each lever acts in the direction that is expected of it. */
import { seriesOf } from '../../../engine/series.ts';
import type { Buffer, Decision } from '../../../model/scenario.ts';
import type { Fact } from '../fact.ts';
import { amount, points } from '../figures.ts';
import { DECISION_WEEK, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { summary } from '../summary.ts';

const WEEK = DECISION_WEEK;
const WEEKS = WEEK + 104 + 1;
const RISE = rise(0.22);
const SHOCK: Decision = { kind: 'shock', week: WEEK, size: 0.6 };

interface Lever {
  readonly name: string;
  readonly plan: Plan;
  /** Expected to keep customers (1) or to lose them (-1). */
  readonly sign: 1 | -1;
}

const buffer = (name: string, sign: 1 | -1, one: Buffer): Lever => ({
  name,
  sign,
  plan: { decisions: [RISE], buffers: [one] },
});
const decision = (name: string, sign: 1 | -1, one: Decision): Lever => ({
  name,
  sign,
  plan: { decisions: [RISE, one] },
});
const afterShock = (name: string, sign: 1 | -1, one: Buffer, integrity = false): Lever => ({
  name: `shock: ${name}`,
  sign,
  plan: { decisions: [{ ...SHOCK, integrity }], buffers: [one] },
});

const plan = (kept: boolean): Buffer => ({
  kind: 'apology',
  week: WEEK,
  weeks: 26,
  strength: 1,
  kept,
});

const AFTER_RISE: readonly Lever[] = [
  buffer('explanation 1', 1, { kind: 'explanation', week: WEEK, strength: 1 }),
  buffer('notice 12 weeks', 1, { kind: 'notice', weeks: 12 }),
  buffer('no notice', -1, { kind: 'notice', weeks: 0 }),
  buffer('grandfathering 50 % for 52 weeks', 1, {
    kind: 'grandfathering',
    week: WEEK,
    share: 0.5,
    weeks: 52,
  }),
  buffer('compensation 20 %', 1, { kind: 'compensation', week: WEEK, credit: 0.2, weeks: 4 }),
  buffer('plan kept', 1, plan(true)),
  buffer('plan broken', -1, plan(false)),
  buffer('capacity x.5', -1, { kind: 'capacity', multiplier: 0.5 }),
  buffer('empowerment 1', 1, { kind: 'empowerment', level: 1 }),
  buffer('outreach 1', 1, { kind: 'outreach', level: 1 }),
  decision('openness .8', 1, { kind: 'openness', week: WEEK, level: 0.8 }),
  decision('lock-in +.3', 1, { kind: 'lockIn', week: WEEK, level: 0.3 }),
  decision('cancel friction .5', -1, { kind: 'friction', week: WEEK, level: 0.5 }),
  decision('service downgrade .5', -1, { kind: 'service', week: WEEK, downgrade: 0.5 }),
  decision('ads .5', -1, { kind: 'ads', week: WEEK, load: 0.5 }),
  decision('feature cut 50 % x .5', -1, {
    kind: 'featureCut',
    week: WEEK,
    breadth: 0.5,
    depth: 0.5,
  }),
];

const AFTER_SHOCK: readonly Lever[] = [
  afterShock('answer after 4 h', 1, { kind: 'crisisResponse', week: WEEK, hours: 4 }),
  afterShock('answer after 336 h', 1, { kind: 'crisisResponse', week: WEEK, hours: 336 }),
  afterShock('plan kept', 1, plan(true)),
  afterShock('plan kept, integrity', 1, plan(true), true),
  afterShock('plan broken', -1, plan(false)),
];

interface Measure {
  /** Active share after 104 weeks: after the rise and the shock alone, then with each lever. */
  readonly rise: number;
  readonly shock: number;
  readonly risen: readonly number[];
  readonly shocked: readonly number[];
}

function kept(people: People, one: Plan): number {
  const run = people.run(one);
  return valueAt(seriesOf(run, 'active'), WEEKS - 1) / run.activeBefore;
}

export const leverSigns: Fact<Measure> = {
  id: 'L',
  claim: 'Each lever acts in its expected direction (general, +22 %, or a shock of .6)',
  target: 'the sign of the change of customers at week 104, in points of those at the start',
  always: false,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    return {
      rise: kept(people, { decisions: [RISE] }),
      shock: kept(people, { decisions: [SHOCK] }),
      risen: AFTER_RISE.map((lever) => kept(people, lever.plan)),
      shocked: AFTER_SHOCK.map((lever) => kept(people, lever.plan)),
    };
  },
  conclude(measures) {
    const effects = [
      ...AFTER_RISE.map((lever, i) => ({
        ...lever,
        effect: summary(measures.map(({ rise: alone, risen }) => valueAt(risen, i) - alone)),
      })),
      ...AFTER_SHOCK.map((lever, i) => ({
        ...lever,
        effect: summary(measures.map(({ shock, shocked }) => valueAt(shocked, i) - shock)),
      })),
    ];
    const wrong = effects.filter(({ sign, effect }) => sign * effect.mean <= 0);
    const alone = summary(measures.map((measure) => measure.rise));
    const shock = summary(measures.map((measure) => measure.shock));
    return {
      measured: `active share ${amount(alone, 2)} after the rise, ${amount(shock, 2)} after the shock; ${effects.map(({ name, effect }) => `${name} ${points(effect)}`).join(', ')}`,
      met: wrong.length === 0 ? 'yes' : wrong.length < 3 ? 'partly' : 'no',
      note:
        wrong.length > 0
          ? `not so: ${wrong.map(({ name }) => name).join(', ')}`
          : 'the sign only: the size of compensation, plan and outreach has no empirical basis',
      values: {
        'rise alone': alone,
        'shock alone': shock,
        ...Object.fromEntries(effects.map(({ name, effect }) => [name, effect])),
      },
    };
  },
};
