/** P12: how much the size of each additive lever hangs on parameters that nobody has measured. */
import type { ParameterOverrides } from '../../../model/parameters.ts';
import type { Buffer } from '../../../model/scenario.ts';
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { TIRING, withStanding } from './fatigue.ts';
import { points } from '../figures.ts';
import { lite } from './litePlan.ts';
import { DECISION_WEEK, People, rise } from '../people.ts';
import { summary } from '../summary.ts';

const WEEK = DECISION_WEEK;
const WEEKS = WEEK + 104 + 1;
const EXPLANATION: Buffer = { kind: 'explanation', week: WEEK, strength: 0.5 };
const MESSAGE: Buffer = { kind: 'oneMessage', week: WEEK, strength: 1 };
const HUBS: Buffer = { kind: 'opinionLeaders', week: WEEK, strength: 1 };

/** Shift of the critical rise by a lever in these people. */
type Shift = (people: People) => number;

const softened = (people: People, ...buffers: Buffer[]): number =>
  criticalSize(people, { at: (size) => ({ decisions: [rise(size)], buffers }) });

const byLite: Shift = (people) => softened(people, lite(0.7, 0.75)) - criticalSize(people);
const byFatigue: Shift = (people) => withStanding(people, TIRING) - criticalSize(people);
const byMessage: Shift = (people) =>
  softened(people, EXPLANATION, MESSAGE) - softened(people, EXPLANATION);
const byHubs: Shift = (people) => softened(people, HUBS) - criticalSize(people);

const CASES: readonly (readonly [string, Shift, ParameterOverrides])[] = [
  ['lite plan', byLite, {}],
  ['lite, stick 0', byLite, { stick: 0 }],
  ['lite, stick .4', byLite, { stick: 0.4 }],
  ['lite, down 0', byLite, { down: 0 }],
  ['lite, down .1', byLite, { down: 0.1 }],
  ['lite, planAt .2', byLite, { planAt: 0.2 }],
  ['lite, planAt .6', byLite, { planAt: 0.6 }],
  ['fatigue', byFatigue, {}],
  ['fatigue, fatUp .1', byFatigue, { fatUp: 0.1 }],
  ['fatigue, fatDown .01', byFatigue, { fatDown: 0.01 }],
  ['fatigue, fatCap .6, fatRes .6', byFatigue, { fatCap: 0.6, fatRes: 0.6 }],
  ['fatigue, fatCap .2, fatRes .2', byFatigue, { fatCap: 0.2, fatRes: 0.2 }],
  [
    'fatigue, all at the strong end, cap 4',
    byFatigue,
    { fatUp: 0.1, fatDown: 0.01, fatCap: 0.6, fatRes: 0.6, fatEmp: 0.3, cap: 4 },
  ],
  ['one message with explanation .5', byMessage, {}],
  ['one message, msgCalm .1', byMessage, { msgCalm: 0.1 }],
  ['one message, msgCalm .4', byMessage, { msgCalm: 0.4 }],
  ['one message, msgExp .1', byMessage, { msgExp: 0.1 }],
  ['one message, msgExp .5', byMessage, { msgExp: 0.5 }],
  ['outreach to hubs', byHubs, {}],
  ['outreach to hubs, hubDamp .9', byHubs, { hubDamp: 0.9 }],
];

export const leverRanges: Fact<readonly number[]> = {
  id: 'P12',
  claim: 'Shift of the critical rise by each additive lever over the range of its parameters',
  target: 'none: general, week 104, in points',
  always: false,
  measure: (kernel, seed) =>
    CASES.map(([, shift, parameters]) =>
      shift(new People(kernel, seed, { template: 'general', parameters }, WEEKS)),
    ),
  conclude(measures) {
    const rows = CASES.map(([name], i) => ({
      name,
      shift: summary(measures.map((shifts) => shifts[i] ?? NaN)),
    }));
    return {
      measured: rows.map(({ name, shift }) => `${name} ${points(shift)}`).join(', '),
      met: 'info',
      values: Object.fromEntries(rows.map(({ name, shift }) => [name, shift])),
    };
  },
};
