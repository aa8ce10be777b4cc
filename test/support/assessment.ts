/** An assessment made by hand, of a rise of 18 % past its tipping point: for what tells assessments, and runs none. */
import type { Judged } from '../../src/assess/assessment.ts';

/** Sizes of its cliff. */
export const doses = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

export const judged: Judged = {
  ...{ version: 2, scenario: 'Made by hand', seed: 'hand', modelVersion: '1.0.0' },
  digest: '8f3c21a0b1c2d3e4f5',
  ...{ customers: 4000, runs: 400, cliffRuns: 60, sweptRuns: 40, dented: 0, horizon: 104 },
  uncertainty: 'seeds',
  decision: { lever: 'price', size: 0.18, before: null, limit: 1, week: 8 },
  verdict: 'past',
  massExit: { chance: 0.71, low: 0.61, high: 0.79, exits: 284, runs: 400, threshold: 0.2 },
  tippingPoint: { lever: 'price', value: 0.152, low: 0.139, high: 0.164, open: false },
  distance: 0.028,
  loss: { value: 0.42, low: 0.2, high: 0.5 },
  revenueChange: { value: -0.2, low: -0.3, high: 0.1 },
  revenueAtEnd: { value: -0.31, low: -0.39, high: 0.09 },
  cliff: doses.map((dose) => ({ dose, typical: dose, low: 0, high: dose, chance: dose })),
};
