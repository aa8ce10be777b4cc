/** M: does a larger rise always lose more? */
import { lossCurve, sizesTo } from '../curve.ts';
import type { Fact } from '../fact.ts';
import { DECISION_WEEK, People } from '../people.ts';
import { summary } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;
const SIZES = sizesTo(0.5, 0.02);
/** A loss that is smaller by less than this share of the base is not counted. */
const TOLERANCE = 0.001;
/** Share of the largest loss from which on a seed has collapsed. */
const COLLAPSED = 0.9;

/** A step to a larger rise that loses less, by this share of the base. */
interface Drop {
  readonly drop: number;
  readonly collapsed: boolean;
}

function drops(losses: readonly number[]): Drop[] {
  const most = Math.max(...losses);
  return losses.slice(1).flatMap((loss, i) => {
    const before = losses[i] ?? NaN;
    if (loss >= before) return [];
    return [{ drop: before - loss, collapsed: before >= COLLAPSED * most }];
  });
}

const largest = (list: readonly Drop[]): number => Math.max(0, ...list.map(({ drop }) => drop));

function words(list: readonly Drop[]): string {
  const counted = list.filter(({ drop }) => drop > TOLERANCE);
  return `${list.length}, of these ${counted.length} by more than .1 % of the base, the largest by ${(100 * largest(list)).toFixed(2)} %`;
}

export const monotone: Fact<readonly Drop[]> = {
  id: 'M',
  claim: 'A larger rise loses more, seed by seed (general, 0 to +50 %)',
  target: 'no step of 2 points loses fewer customers by more than .1 % of the base',
  always: true,
  measure: (kernel, seed) =>
    drops(lossCurve(new People(kernel, seed, { template: 'general' }, WEEKS), SIZES)),
  conclude(measures) {
    const all = measures.flat();
    const [before, beyond] = [false, true].map((is) =>
      all.filter(({ collapsed }) => collapsed === is),
    );
    const steps = measures.length * (SIZES.length - 1);
    return {
      measured: `${all.length} of ${steps} steps go down: up to the collapse ${words(before ?? [])}; on the plateau beyond it ${words(beyond ?? [])}`,
      met: largest(all) <= TOLERANCE ? 'yes' : 'no',
      note: 'up to the collapse it is chance: complaints fall in other weeks and are answered otherwise, so that a small cluster is spared; on the plateau an earlier collapse leaves more time to return',
      values: {
        down: summary(measures.map((list) => list.length)),
        largest: summary(measures.map(largest)),
        largestBefore: summary(
          measures.map((list) => largest(list.filter(({ collapsed }) => !collapsed))),
        ),
      },
    };
  },
};
