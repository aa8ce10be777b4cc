/** H: how the critical rise depends on the horizon. */
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { percent } from '../figures.ts';
import { DECISION_WEEK, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const MARKETS = ['general', 'streaming', 'saas', 'telco', 'community'] as const;
const HORIZONS = [52, 104, 156, 260] as const;
const WEEKS = DECISION_WEEK + 260 + 1;

const unannounced = (change: number): Plan => ({
  decisions: [rise(change)],
  buffers: [{ kind: 'notice', weeks: 0 }],
});

type Horizon = (typeof HORIZONS)[number];
const FIGURES = Object.fromEntries(
  HORIZONS.map((after, i) => [
    `week ${after}`,
    (sizes: readonly number[]) => valueAt(sizes, i),
  ]),
) as Record<`week ${Horizon}`, (sizes: readonly number[]) => number>;

export const horizon: Fact<readonly (readonly number[])[]> = {
  id: 'H',
  claim: 'The critical rise falls with the horizon',
  target: 'none: 40 % excess loss at weeks 52 / 104 / 156 / 260 (streaming without notice)',
  always: false,
  measure: (kernel, seed) =>
    MARKETS.map((template) => {
      const people = new People(kernel, seed, { template }, WEEKS);
      const at = template === 'streaming' ? { at: unannounced } : {};
      return HORIZONS.map((after) => criticalSize(people, { ...at, after }));
    }),
  conclude(measures) {
    const rows = rowsOf(MARKETS, measures, FIGURES);
    return {
      measured: rows
        .map(
          ({ name, figures }) =>
            `${name} ${HORIZONS.map((after) => percent(figures[`week ${after}`])).join(' / ')}`,
        )
        .join('; '),
      met: 'info',
      note: '90 % is the largest size tried',
      values: valuesOf(rows),
    };
  },
};
