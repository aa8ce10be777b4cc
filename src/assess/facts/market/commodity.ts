/** F13: where nobody trusts and nobody talks, there is no cliff. */
import { lossCurve, meanCurve, sizesTo, steepest, straightness } from '../curve.ts';
import type { Fact } from '../fact.ts';
import { amount } from '../figures.ts';
import { DECISION_WEEK, People } from '../people.ts';
import { summary } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;
const SIZES = sizesTo(0.5, 0.05);

interface Measure {
  readonly commodity: readonly number[];
  readonly general: readonly number[];
}

export const commodity: Fact<Measure> = {
  id: 'F13',
  claim: 'A commodity has no cliff',
  target:
    'the loss from 0 to +50 % is close to a straight line: R² of .98 or more, no step steeper than twice the mean',
  always: true,
  measure(kernel, seed) {
    const curve = (template: 'commodity' | 'general') =>
      lossCurve(new People(kernel, seed, { template }, WEEKS), SIZES);
    return { commodity: curve('commodity'), general: curve('general') };
  },
  conclude(measures) {
    const values = {
      straightness: summary(measures.map((m) => straightness(SIZES, m.commodity))),
      steepest: summary(measures.map((m) => steepest(m.commodity))),
      steepestGeneral: summary(measures.map((m) => steepest(m.general))),
    };
    const mean = meanCurve(measures.map((m) => m.commodity));
    const general = steepest(meanCurve(measures.map((m) => m.general)));
    const met = straightness(SIZES, mean) >= 0.98 && steepest(mean) <= 2;
    return {
      measured: `mean curve: R² of a straight line ${straightness(SIZES, mean).toFixed(4)}, steepest step / mean step ${steepest(mean).toFixed(2)} (general ${general.toFixed(2)}); single seeds: ${amount(values.straightness, 4)}, ${amount(values.steepest, 2)} (${amount(values.steepestGeneral, 2)})`,
      met: met ? 'yes' : 'no',
      values,
    };
  },
};
