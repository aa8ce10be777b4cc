/** P5: promising too much tips a market without any loss of value. */
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { amount } from '../figures.ts';
import { DECISION_WEEK, People } from '../people.ts';
import type { Plan } from '../people.ts';
import { summaries } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;
/** Largest over-promise that the scenario allows, in list prices. */
const LIMIT = 2;

const promised =
  (share: number, explained: number) =>
  (size: number): Plan => ({
    decisions: [{ kind: 'overPromise', week: DECISION_WEEK, size, share }],
    buffers:
      explained > 0 ? [{ kind: 'explanation', week: DECISION_WEEK, strength: explained }] : [],
  });

interface Measure {
  readonly everybody: number;
  readonly explained: number;
  readonly half: number;
  readonly halfExplained: number;
}

export const overPromise: Fact<Measure> = {
  id: 'P5',
  claim: 'An over-promise alone tips; an explanation works on it (general)',
  target:
    'a critical gap in prices at week 104 (40 % loss of those it reached), larger if explained',
  always: false,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    const critical = (share: number, explained: number) =>
      criticalSize(people, {
        at: promised(share, explained),
        loss: 0.4 * share,
        limit: LIMIT,
      });
    return {
      everybody: critical(1, 0),
      explained: critical(1, 0.5),
      half: critical(0.5, 0),
      halfExplained: critical(0.5, 0.5),
    };
  },
  conclude(measures) {
    const values = summaries(measures, {
      everybody: ({ everybody }) => everybody,
      explained: ({ explained }) => explained,
      half: ({ half }) => half,
      halfExplained: ({ halfExplained }) => halfExplained,
    });
    const met =
      values.everybody.high < LIMIT &&
      values.explained.mean > values.everybody.mean &&
      values.halfExplained.mean > values.half.mean;
    return {
      measured: `everybody ${amount(values.everybody, 3)}, explained .5 ${amount(values.explained, 3)}; half of the customers ${amount(values.half, 3)}, explained ${amount(values.halfExplained, 3)}`,
      met: met ? 'yes' : 'no',
      values,
    };
  },
};
