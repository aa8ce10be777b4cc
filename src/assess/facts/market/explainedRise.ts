/** F3: an explained rise that is small enough costs a wave of some weeks and few customers. */
import { monthlyChurn } from '../../timeline.ts';
import type { Fact } from '../fact.ts';
import { percent, size, times, weeks } from '../figures.ts';
import { DECISION_WEEK, lossAt, NOTHING, People, rise, valueAt } from '../people.ts';
import type { Plan } from '../people.ts';
import { rowsOf, valuesOf } from '../summary.ts';

const SIZES = [0.1, 0.125, 0.15];
const WEEKS = DECISION_WEEK + 52 + 1;

interface Wave {
  /** Highest churn of four weeks over the twin's of the same weeks. */
  readonly peak: number;
  /** Weeks from the rise until, past that, it is at most a fifth above the twin's. */
  readonly settled: number;
  readonly loss: number;
}

const explained = (change: number): Plan => ({
  decisions: [rise(change)],
  buffers: [{ kind: 'explanation', week: DECISION_WEEK, strength: 1 }],
});

const FIGURES = {
  peak: ({ peak }: Wave) => peak,
  settled: ({ settled }: Wave) => settled,
  loss: ({ loss }: Wave) => loss,
};

const within = (value: number, low: number, high: number): boolean =>
  value >= low && value <= high;

export const explainedRise: Fact<readonly Wave[]> = {
  id: 'F3',
  claim: 'An explained rise is a wave that passes (streaming, +10 to +15 %)',
  target:
    'churn peaks at 1.3 to 2.2 times the base, is within 20 % of it after at most 26 weeks, and 0.5 to 4 % of customers are lost after a year',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'streaming' }, WEEKS);
    const twin = people.run(NOTHING);
    const base = monthlyChurn(twin);
    return SIZES.map((change) => {
      const run = people.run(explained(change));
      const ratio = monthlyChurn(run).map((churn, week) => churn / valueAt(base, week));
      const wave = ratio.slice(DECISION_WEEK, DECISION_WEEK + 52);
      const peak = Math.max(...wave);
      const settled = wave.findIndex(
        (value, week) => week > wave.indexOf(peak) && value <= 1.2,
      );
      return { peak, settled: settled < 0 ? NaN : settled, loss: lossAt(run, twin, WEEKS - 1) };
    });
  },
  conclude(measures) {
    const rows = rowsOf(SIZES.map(size), measures, FIGURES);
    const asClaimed = ({ figures: { peak, settled, loss } }: (typeof rows)[number]) =>
      within(peak.mean, 1.3, 2.2) && settled.median <= 26 && within(loss.mean, 0.005, 0.04);
    return {
      measured: rows
        .map(
          ({ name, figures: { peak, settled, loss } }) =>
            `${name}: ${times(peak, 2)}, ${weeks(settled)}, loss ${percent(loss, 2)}`,
        )
        .join('; '),
      met: rows.every(asClaimed) ? 'yes' : 'no',
      values: valuesOf(rows),
    };
  },
};
