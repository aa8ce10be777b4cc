/** F8: letting data go costs a few customers at once and moves the tip away. */
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { percent, points } from '../figures.ts';
import { DECISION_WEEK, People, rise } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const TEMPLATES = ['general', 'community'] as const;
const WEEKS = DECISION_WEEK + 104 + 1;
const OPEN = 0.8;
const RISE = 0.1;
const EARLY_WEEK = DECISION_WEEK + 12;

interface Opening {
  /** Customers lost after 12 weeks, against the same rise without opening. */
  readonly cost: number;
  readonly closed: number;
  readonly open: number;
}

const opened = (change: number): Plan => ({
  decisions: [rise(change), { kind: 'openness', week: DECISION_WEEK, level: OPEN }],
});

const FIGURES = {
  cost: ({ cost }: Opening) => cost,
  closed: ({ closed }: Opening) => closed,
  open: ({ open }: Opening) => open,
  shift: ({ open, closed }: Opening) => open - closed,
};

export const openness: Fact<readonly Opening[]> = {
  id: 'F8',
  claim: 'Openness costs little and moves the tip up (.2 to .8)',
  target:
    '0.2 to 2 % fewer customers after 12 weeks (at +10 %), critical rise up by at least 2 points',
  always: true,
  measure(kernel, seed) {
    return TEMPLATES.map((template) => {
      const people = new People(kernel, seed, { template }, WEEKS);
      const shut = people.active({ decisions: [rise(RISE)] }, EARLY_WEEK);
      return {
        cost: 1 - people.active(opened(RISE), EARLY_WEEK) / shut,
        closed: criticalSize(people),
        open: criticalSize(people, { at: opened }),
      };
    });
  },
  conclude(measures) {
    const rows = rowsOf(TEMPLATES, measures, FIGURES);
    const met = rows.every(
      ({ figures: { cost, shift } }) =>
        cost.mean >= 0.002 && cost.mean <= 0.02 && shift.mean >= 0.02,
    );
    return {
      measured: rows
        .map(
          ({ name, figures: { cost, closed, open, shift } }) =>
            `${name}: ${percent(cost, 2)} fewer after 12 weeks, critical rise +${percent(closed)} → +${percent(open)} (${points(shift)} points)`,
        )
        .join('; '),
      met: met ? 'yes' : 'no',
      values: valuesOf(rows),
    };
  },
};
