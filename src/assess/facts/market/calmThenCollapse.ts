/** F1: the surface stays calm for long, and then the customers leave in a wave. */
import type { RunSeries } from '../../../engine/series.ts';
import { monthlyChurn } from '../../timeline.ts';
import type { Fact } from '../fact.ts';
import { percent, times, weeks } from '../figures.ts';
import { DECISION_WEEK, lossAt, NOTHING, People, risePlan } from '../people.ts';
import { meanOf, summaries } from '../summary.ts';

const TWO_YEARS = DECISION_WEEK + 104;
const WATCHED = DECISION_WEEK + 156;

interface Rise {
  /** Weeks until the churn of four weeks exceeds twice the twin's mean; NaN if it never does. */
  readonly calm: number;
  /** Highest churn of four weeks, as a multiple of the twin's mean. */
  readonly peak: number;
  /** Customers after 104 weeks, as a share of the do-nothing run's. */
  readonly left: number;
}

interface Measure {
  readonly base: number;
  readonly large: Rise;
  readonly small: Rise;
}

function riseOf(run: RunSeries, twin: RunSeries, base: number): Rise {
  const churn = monthlyChurn(run);
  const onset = churn.findIndex((value, week) => week >= DECISION_WEEK && value > 2 * base);
  return {
    calm: onset < 0 ? NaN : onset - DECISION_WEEK,
    peak: Math.max(...churn.slice(DECISION_WEEK)) / base,
    left: 1 - lossAt(run, twin, TWO_YEARS),
  };
}

const FIGURES = {
  base: ({ base }: Measure) => base,
  calm: ({ large }: Measure) => large.calm,
  peak: ({ large }: Measure) => large.peak,
  left: ({ large }: Measure) => large.left,
  calmAt20: ({ small }: Measure) => small.calm,
  peakAt20: ({ small }: Measure) => small.peak,
  leftAt20: ({ small }: Measure) => small.left,
};

export const calmThenCollapse: Fact<Measure> = {
  id: 'F1',
  claim: 'A long calm, then a collapse (general, +25 %)',
  target:
    'monthly churn at most twice the base for at least 8 weeks, then a peak of 5 times or more; 25 to 50 % left at week 104',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WATCHED + 1);
    const twin = people.run(NOTHING);
    const base = meanOf(monthlyChurn(twin).slice(DECISION_WEEK, TWO_YEARS));
    return {
      base,
      large: riseOf(people.run(risePlan(0.25)), twin, base),
      small: riseOf(people.run(risePlan(0.2)), twin, base),
    };
  },
  conclude(measures) {
    const values = summaries(measures, FIGURES);
    const { calm, peak, left, calmAt20, peakAt20, leftAt20, base } = values;
    const inBand = left.mean >= 0.25 && left.mean <= 0.5;
    return {
      measured: `+25 %: calm ${weeks(calm)}, peak ${times(peak)}, left ${percent(left)} of the do-nothing base; +20 %: calm ${weeks(calmAt20)}, peak ${times(peakAt20)}, left ${percent(leftAt20)}; base ${percent(base, 2)} in 4 weeks`,
      met: calm.low >= 8 && peak.mean >= 5 && inBand ? 'yes' : 'no',
      values,
    };
  },
};
