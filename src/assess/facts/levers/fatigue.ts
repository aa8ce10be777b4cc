/** P4a and P4b: staff that tire under complaints bring the tip nearer and draw a crisis out. */
import { seriesOf } from '../../../engine/series.ts';
import type { Buffer } from '../../../model/scenario.ts';
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { amount, percent, points } from '../figures.ts';
import { activeOf, DECISION_WEEK, NOTHING, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, summaries, valuesOf } from '../summary.ts';
import type { Summary } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;
export const TIRING: Buffer = { kind: 'fatigue' };

export const withStanding = (people: People, ...buffers: Buffer[]): number =>
  criticalSize(people, {
    at: (size) => ({ decisions: [rise(size)], buffers }),
    standing: { buffers },
  });

interface Shift {
  readonly fresh: number;
  readonly tired: number;
  /** The same difference with empowerment 1, and 0. */
  readonly empowered: number;
  readonly powerless: number;
}

export const fatigue: Fact<Shift> = {
  id: 'P4a',
  claim: 'Tired staff bring the tip nearer; empowerment relieves (general)',
  target: 'critical rise down with fatigue, less so with empowerment 1 than with 0',
  always: false,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    const shift = (level: number) => {
      const empowerment: Buffer = { kind: 'empowerment', level };
      return withStanding(people, TIRING, empowerment) - withStanding(people, empowerment);
    };
    return {
      fresh: criticalSize(people),
      tired: withStanding(people, TIRING),
      empowered: shift(1),
      powerless: shift(0),
    };
  },
  conclude(measures) {
    const values = summaries(measures, {
      fresh: ({ fresh }) => fresh,
      tired: ({ tired }) => tired,
      shift: ({ fresh, tired }) => tired - fresh,
      empowered: ({ empowered }) => empowered,
      powerless: ({ powerless }) => powerless,
    });
    const { shift, empowered, powerless } = values;
    const down = measures.filter(({ fresh, tired }) => tired < fresh).length;
    const met = shift.mean < -2 * shift.error && empowered.mean > powerless.mean;
    return {
      measured: `+${percent(values.fresh, 2)} → +${percent(values.tired, 2)} (${points(shift, 2)} points, down in ${down} of ${measures.length} seeds); empowerment 1 ${points(empowered, 2)}, empowerment 0 ${points(powerless, 2)}`,
      met: met ? 'yes' : 'no',
      note: 'but small',
      values,
    };
  },
};

const SHOCK_WEEK = 20;
const SHOCKS = [0.6, 0.65, 0.7, 0.75];
const AFTER_SHOCK = SHOCK_WEEK + 104 + 1;
const SLOW_HOURS = 24;
/** A staff shortage of ten weeks at rest. */
const SHORTAGE: Buffer = {
  kind: 'capacity',
  week: SHOCK_WEEK,
  multiplier: 0.1,
  revert: SHOCK_WEEK + 10,
};

interface Aftermath {
  /** Weeks with a first response after more than a day. */
  readonly slow: number;
  /** Customers at the end against doing nothing. */
  readonly customers: number;
  readonly tired: number;
}

interface Tail {
  readonly shocks: readonly { readonly fresh: Aftermath; readonly tired: Aftermath }[];
  /** Greatest fatigue of a shortage, and weeks after its end above half of that. */
  readonly shortage: Aftermath & { readonly weeks: number };
}

function aftermath(people: People, plan: Plan): Aftermath {
  const twin = activeOf(people.run(NOTHING));
  const run = people.run(plan);
  return {
    slow: seriesOf(run, 'firstResponse').filter((hours) => hours > SLOW_HOURS).length,
    customers: valueAt(activeOf(run), AFTER_SHOCK - 1) / valueAt(twin, AFTER_SHOCK - 1),
    tired: Math.max(...seriesOf(run, 'fatigue')),
  };
}

type AfterShock = Tail['shocks'][number];
const AFTERMATH = {
  slow: ({ fresh }: AfterShock) => fresh.slow,
  slowTired: ({ tired }: AfterShock) => tired.slow,
  customers: ({ fresh }: AfterShock) => fresh.customers,
  customersTired: ({ tired }: AfterShock) => tired.customers,
  tired: ({ tired }: AfterShock) => tired.tired,
};
const SHORT = {
  tired: ({ tired }: Tail['shortage']) => tired,
  weeks: ({ weeks }: Tail['shortage']) => weeks,
  customers: ({ customers }: Tail['shortage']) => customers,
};

const shortageWords = (figures: Readonly<Record<keyof typeof SHORT, Summary>>): string =>
  `ten weeks with a tenth of the capacity at rest: fatigue ${amount(figures.tired, 2)}, above half of it for ${amount(figures.weeks, 0)} more weeks, customers ${percent(figures.customers, 2)}`;

export const fatigueTail: Fact<Tail> = {
  id: 'P4b',
  claim: 'A short peak of complaints has a long tail if staff tire (general, a shock)',
  target:
    'more slow weeks and fewer customers 104 weeks after a shock with fatigue than without',
  always: false,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, AFTER_SHOCK);
    const shock = (size: number) => ({ kind: 'shock', week: SHOCK_WEEK, size }) as const;
    const shortage = { buffers: [SHORTAGE, TIRING] };
    const tired = [...seriesOf(people.run(shortage), 'fatigue')];
    const most = Math.max(...tired);
    const above = tired.slice(SHOCK_WEEK + 10).findIndex((level) => level < most / 2);
    return {
      shocks: SHOCKS.map((size) => ({
        fresh: aftermath(people, { decisions: [shock(size)] }),
        tired: aftermath(people, { decisions: [shock(size)], buffers: [TIRING] }),
      })),
      shortage: { ...aftermath(people, shortage), weeks: above < 0 ? NaN : above },
    };
  },
  conclude(measures) {
    const rows = rowsOf(
      SHOCKS.map((size) => `shock ${size}`),
      measures.map(({ shocks }) => shocks),
      AFTERMATH,
    );
    const [shortage] = rowsOf(
      ['shortage'],
      measures.map((one) => [one.shortage]),
      SHORT,
    );
    const deeper = rows.some(
      ({ figures: { customers, customersTired } }) =>
        customers.mean - customersTired.mean > 0.01,
    );
    const longer = rows.some(
      ({ figures: { slow, slowTired } }) => slowTired.mean > 1.5 * slow.mean + 1,
    );
    const words = rows.map(
      ({ name, figures: f }) =>
        `${name}: weeks with a first response after more than 24 h ${amount(f.slow)} → ${amount(f.slowTired)}, customers ${percent(f.customers)} → ${percent(f.customersTired)}, fatigue at most ${amount(f.tired, 2)}`,
    );
    return {
      measured: `${words.join('; ')}; ${shortage ? shortageWords(shortage.figures) : ''}`,
      met: deeper && longer ? 'yes' : deeper || longer ? 'partly' : 'no',
      note: 'complaints follow trust and rise slowly, so there is no short peak; near the edge fatigue costs customers while the queue is hardly longer; after a shortage the fatigue itself outlasts it',
      values: valuesOf([...rows, ...(shortage ? [shortage] : [])]),
    };
  },
};
