/** F14: a rise in steps keeps more customers than the same rise at once; steps without end lose them too. */
import { seriesOf } from '../../../engine/series.ts';
import type { Fact } from '../fact.ts';
import { amount } from '../figures.ts';
import { DECISION_WEEK, People, rise, risePlan, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const HALF_YEAR = 26;
const YEARS = [104, 156, 208] as const;
const WEEKS = DECISION_WEEK + 208 + 1;

/** Fewer than this share of the customers are left after a collapse. */
const TIPPED = 0.6;

const PLANS: readonly { readonly name: string; readonly plan: Plan }[] = [
  { name: '+20 % at once', plan: risePlan(0.2) },
  {
    name: 'in 4 steps',
    plan: { decisions: [{ ...rise(0.2), steps: 4, interval: HALF_YEAR }] },
  },
  {
    name: '+5 % every 26 weeks',
    plan: {
      decisions: Array.from({ length: 9 }, (_, i) => rise(0.05, DECISION_WEEK + i * HALF_YEAR)),
    },
  },
];

/** Active customers after two, three and four years, as a share of those at the start; one list per way. */
type Measure = readonly (readonly number[])[];

const FIGURES = {
  two: (kept: readonly number[]) => valueAt(kept, 0),
  three: (kept: readonly number[]) => valueAt(kept, 1),
  four: (kept: readonly number[]) => valueAt(kept, 2),
};

export const steps: Fact<Measure> = {
  id: 'F14',
  claim: 'Steps keep more customers; steps without end tip as well (general)',
  target:
    '+20 % in 4 steps 26 weeks apart keeps more than at once, at weeks 104 and 156; +5 % every 26 weeks tips',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    return PLANS.map(({ plan }) => {
      const run = people.run(plan);
      const active = seriesOf(run, 'active');
      return YEARS.map((week) => valueAt(active, DECISION_WEEK + week) / run.activeBefore);
    });
  },
  conclude(measures) {
    const rows = rowsOf(
      PLANS.map(({ name }) => name),
      measures,
      FIGURES,
    );
    const [atOnce, inSteps, forever] = rows.map(({ figures }) => figures);
    const met =
      atOnce !== undefined &&
      inSteps !== undefined &&
      forever !== undefined &&
      inSteps.two.mean > atOnce.two.mean &&
      inSteps.three.mean > atOnce.three.mean &&
      forever.four.mean < TIPPED;
    return {
      measured: `active share at weeks ${YEARS.join(', ')}: ${rows.map(({ name, figures }) => `${name} ${[figures.two, figures.three, figures.four].map((one) => amount(one, 2)).join(', ')}`).join('; ')}`,
      met: met ? 'yes' : 'no',
      values: valuesOf(rows),
    };
  },
};
