/** F9: half the complaint staff brings the tip nearer. */
import { criticalSize } from '../critical.ts';
import type { Fact } from '../fact.ts';
import { percent, points } from '../figures.ts';
import { DECISION_WEEK, People, rise } from '../people.ts';
import { single, summaries } from '../summary.ts';

const WEEKS = DECISION_WEEK + 104 + 1;

interface Measure {
  readonly normal: number;
  readonly half: number;
  readonly double: number;
}

function withCapacity(people: People, multiplier: number): number {
  const buffers = [{ kind: 'capacity', multiplier } as const];
  return criticalSize(people, {
    at: (change) => ({ decisions: [rise(change)], buffers }),
    standing: { buffers },
  });
}

const FIGURES = {
  normal: ({ normal }: Measure) => normal,
  half: ({ half }: Measure) => half,
  double: ({ double }: Measure) => double,
  shift: ({ normal, half }: Measure) => half - normal,
};

export const supportCapacity: Fact<Measure> = {
  id: 'F9',
  claim: 'Half the capacity for complaints moves the tip down (general)',
  target: 'the critical rise is lower with half the capacity',
  always: true,
  measure(kernel, seed) {
    const people = new People(kernel, seed, { template: 'general' }, WEEKS);
    return {
      normal: criticalSize(people),
      half: withCapacity(people, 0.5),
      double: withCapacity(people, 2),
    };
  },
  conclude(measures) {
    const values = summaries(measures, FIGURES);
    const { normal, half, double, shift } = values;
    return {
      measured: `+${percent(normal, 2)} → +${percent(half, 2)} (half), +${percent(double, 2)} (double); ${points(shift, 2)} points with half of it, ${points(single(shift.low), 2)} to ${points(single(shift.high), 2)} in nine seeds of ten`,
      met: shift.mean < -2 * shift.error ? 'yes' : 'no',
      values,
    };
  },
};
