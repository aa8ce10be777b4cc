/** P0: a lever that is off, or that nobody would use, changes not one bit. */
import type { Kernel } from '../../../engine/kernel.ts';
import { seriesOf } from '../../../engine/series.ts';
import type { ParameterOverrides } from '../../../model/parameters.ts';
import { SERIES_NAMES } from '../../../model/series.ts';
import { TEMPLATES } from '../../../model/templates.ts';
import type { Fact } from '../fact.ts';
import { DECISION_WEEK, People, rise } from '../people.ts';
import type { Plan } from '../people.ts';
import { summary } from '../summary.ts';

const MARKETS = ['general', 'streaming', 'saas'] as const;
const WEEK = DECISION_WEEK;
const WEEKS = WEEK + 104 + 1;
const RISE = rise(0.25);

interface Off {
  readonly name: string;
  readonly plan: (segments: readonly string[]) => Plan;
  readonly parameters?: ParameterOverrides;
}

const withBuffers =
  (...buffers: NonNullable<Plan['buffers']>): Off['plan'] =>
  () => ({
    decisions: [RISE],
    buffers,
  });

/** Each leaves the rise as it is. */
const OFF: readonly Off[] = [
  {
    name: 'a lite plan at full price without value',
    plan: withBuffers({ kind: 'litePlan', week: WEEK, price: 1, value: 0 }),
  },
  {
    name: 'a pause at full price',
    plan: withBuffers({ kind: 'pause', week: WEEK, weeks: 13, price: 1 }),
  },
  {
    name: 'staff that do not tire',
    plan: withBuffers({ kind: 'fatigue' }),
    parameters: { fatUp: 0 },
  },
  {
    name: 'one message of strength 0',
    plan: withBuffers({ kind: 'oneMessage', week: WEEK, strength: 0 }),
  },
  {
    name: 'outreach to hubs of strength 0',
    plan: withBuffers({ kind: 'opinionLeaders', week: WEEK, strength: 0 }),
  },
  {
    name: 'an over-promise to nobody',
    plan: () => ({
      decisions: [RISE, { kind: 'overPromise', week: WEEK, size: 0.5, share: 0 }],
    }),
  },
  {
    name: 'a rise for every segment by name',
    plan: (segments) => ({ decisions: [{ ...RISE, segments: [...segments] }] }),
  },
  {
    name: 'a pilot with everybody',
    plan: withBuffers({ kind: 'pilot', week: WEEK, share: 1 }),
  },
  {
    name: 'a pilot widened at once',
    plan: withBuffers({ kind: 'pilot', week: WEEK, share: 0.1, widen: WEEK }),
  },
];

const STATES = ['st', 'reason', 'T', 'H', 'V', 'r', 'pp', 'att', 'nE', 'nV'] as const;
/** A pilot counts its own people, whatever the decision. */
const COUNTED = SERIES_NAMES.filter((name) => !name.startsWith('pilot'));

type Bits = readonly Float64Array[];

function bitsOf(kernel: Kernel, people: People, plan: Plan): Bits {
  const run = people.watch(plan);
  return [
    ...COUNTED.map((name) => seriesOf(run, name)),
    ...STATES.map((name) => kernel.states(name)),
  ];
}

const identical = (a: Bits, b: Bits): boolean =>
  a.every((values, i) => values.every((value, at) => Object.is(value, b[i]?.[at])));

/** Whether each of the levers off leaves each market as it is. */
type Measure = readonly (readonly boolean[])[];

export const leversOff: Fact<Measure> = {
  id: 'P0',
  claim: 'Levers that are off change nothing (+25 %)',
  target: 'all series and every customer identical to the bit',
  always: false,
  measure: (kernel, seed) =>
    MARKETS.map((template) => {
      const segments = TEMPLATES[template].segments.map(({ name }) => name);
      return OFF.map(({ plan, parameters = {} }) => {
        const people = new People(kernel, seed, { template, parameters }, WEEKS);
        const plain = bitsOf(kernel, people, { decisions: [RISE] });
        return identical(plain, bitsOf(kernel, people, plan(segments)));
      });
    }),
  conclude(measures) {
    const all = measures.flatMap((markets) => markets.flat());
    const same = all.filter((is) => is).length;
    const differing = OFF.filter((_, i) =>
      measures.some((markets) => markets.some((levers) => levers[i] === false)),
    );
    return {
      measured: `${same} of ${all.length} runs identical (${OFF.length} levers in ${MARKETS.length} markets, ${COUNTED.length} series, ${STATES.length} variables of every customer)`,
      met: same === all.length ? 'yes' : 'no',
      ...(differing.length > 0 && {
        note: `not so: ${differing.map(({ name }) => name).join(', ')}`,
      }),
      values: { identical: summary(all.map(Number)) },
    };
  },
};
