/** V: how much is heard of those who are hurt. */
import { seriesOf } from '../../../engine/series.ts';
import type { Kernel } from '../../../engine/kernel.ts';
import type { Fact } from '../fact.ts';
import { amount } from '../figures.ts';
import { DECISION_WEEK, NOTHING, People, risePlan, valueAt } from '../people.ts';
import { summaries } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;

interface Measure {
  /** Complaints from the rise on per customer who falls below the breaking point. */
  readonly perHurt: number;
  /** Complaints per head and year without a decision. */
  readonly everyday: number;
  /** Public acts per complaint. */
  readonly publicShare: number;
}

/** Follows who falls below their breaking point as a customer, and what each complains from the rise on. */
function hurt() {
  const crossed = new Set<number>();
  let before: Float64Array = new Float64Array();
  let now: Float64Array = new Float64Array();
  return {
    look(kernel: Kernel, week: number): void {
      now = kernel.states('nV');
      if (week < DECISION_WEEK) before = now;
      const [trust, status, point] = [
        kernel.states('T'),
        kernel.states('st'),
        kernel.traits('A'),
      ];
      status.forEach((st, id) => {
        if (st === 0 && valueAt(trust, id) < valueAt(point, id)) crossed.add(id);
      });
    },
    complaintsPerHead(): number {
      let sum = 0;
      for (const id of crossed) sum += valueAt(now, id) - valueAt(before, id);
      return sum / crossed.size;
    },
  };
}

export const complaints: Fact<Measure> = {
  id: 'V',
  claim: 'Complaints: how many of those badly hurt, how many at rest (general, +25 %)',
  target: 'none: about .6 complaints for each customer badly hurt, few at rest',
  always: false,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    const followed = hurt();
    const run = people.follow(risePlan(0.25), WEEKS, (now, week) => {
      followed.look(now, week);
    });
    const active = seriesOf(run, 'active');
    const made = seriesOf(run, 'complaints').map(
      (rate, week) =>
        (rate / 1000) * (week === 0 ? run.activeBefore : valueAt(active, week - 1)),
    );
    const total = (values: Float64Array) =>
      values.slice(DECISION_WEEK).reduce((sum, value) => sum + value, 0);
    const quiet = seriesOf(people.run(NOTHING), 'complaints');
    return {
      perHurt: followed.complaintsPerHead(),
      everyday: ((total(quiet) / (WEEKS - DECISION_WEEK)) * 52) / 1000,
      publicShare: total(seriesOf(run, 'publicActs')) / total(made),
    };
  },
  conclude(measures) {
    const values = summaries(measures, {
      perHurt: ({ perHurt }) => perHurt,
      everyday: ({ everyday }) => everyday,
      publicShare: ({ publicShare }) => publicShare,
    });
    return {
      measured: `${amount(values.perHurt, 2)} complaints from the rise on by each customer who falls below the breaking point; ${amount(values.everyday, 3)} per head and year without a decision; ${amount(values.publicShare, 2)} public acts per complaint`,
      met: 'info',
      values,
    };
  },
};
