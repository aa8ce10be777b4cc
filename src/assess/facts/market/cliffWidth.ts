/** F2: the loss is a cliff over the size of the rise, and it is people's influence on each other that makes it one. */
import type { ParameterOverrides } from '../../../model/parameters.ts';
import { lossCurve, sizesTo, width } from '../curve.ts';
import type { Fact } from '../fact.ts';
import { percent, times } from '../figures.ts';
import { DECISION_WEEK, People } from '../people.ts';
import { summaries } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;
/** Fine where the cliff is, coarse on the plateau beyond it. */
const TO_40 = sizesTo(0.4, 0.01);
const CLIFF = [...TO_40, ...sizesTo(0.9, 0.05).filter((size) => size > 0.4)];
/** Without feedback the curve is smooth. */
const SLOPE = sizesTo(0.9, 0.02);

/** Nobody hears of, is moved by, or is the worse for what others do. */
const NO_FEEDBACK: ParameterOverrides = {
  push: 0,
  bcast: 0,
  chi: 0,
  fearPow: 0,
  netv: 0,
};

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

interface Measure {
  readonly community: Edge;
  readonly alone: Edge;
  readonly general: Edge;
}

const FIGURES = {
  width: ({ community }: Measure) => community.width,
  from: ({ community }: Measure) => community.from,
  to: ({ community }: Measure) => community.to,
  withoutFeedback: ({ alone }: Measure) => alone.width,
  ratio: ({ alone, community }: Measure) => alone.width / community.width,
  general: ({ general }: Measure) => general.width,
};

export const cliffWidth: Fact<Measure> = {
  id: 'F2',
  claim: 'A cliff, made by feedback (community)',
  target:
    'the loss at week 104 goes from a tenth to nine tenths of its largest within 8 points of the rise; without feedback at least 2.5 times as wide; visible in general',
  always: true,
  measure(kernel, seed) {
    const community = new People(kernel, seed, { template: 'community' }, WEEKS);
    const together = width(CLIFF, lossCurve(community, CLIFF));
    const isolated = { template: 'community', parameters: NO_FEEDBACK } as const;
    const alone = width(SLOPE, lossCurve(new People(kernel, seed, isolated, WEEKS), SLOPE));
    const general = new People(kernel, seed, { template: 'general' }, WEEKS);
    return { community: together, alone, general: width(TO_40, lossCurve(general, TO_40)) };
  },
  conclude(measures) {
    const values = summaries(measures, FIGURES);
    const { width, from, to, withoutFeedback, ratio, general } = values;
    const cliff = width.mean <= 0.08 && general.mean <= 0.1;
    return {
      measured: `width ${percent(width)} (from +${percent(from)} to +${percent(to)}); without feedback ${percent(withoutFeedback)}, ratio ${times(ratio)}; general ${percent(general)}`,
      met: cliff && withoutFeedback.mean >= 2.5 * width.mean ? 'yes' : 'no',
      values,
    };
  },
};
