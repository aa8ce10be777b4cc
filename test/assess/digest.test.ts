import { expect, test } from 'vitest';
import { inputDigest } from '../../src/assess/digest.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  version: 1,
  name: 'mine',
  seed: 'digest',
  horizon: 60,
  customers: 600,
  runs: 6,
  segments: [{ name: 'all', share: 40 }],
  decisions: [{ kind: 'price', week: 2, change: 0.5 }],
  buffers: [],
};

test('what is not computed with does not count among the inputs', () => {
  const digest = inputDigest(scenario);
  expect(inputDigest({ ...scenario, name: 'yours' })).toBe(digest);
  const origin = { rows: 50, leftOut: 10, file: 'mine.csv' };
  expect(inputDigest({ ...scenario, origin })).toBe(digest);
  const past = { months: [{ week: -9, churn: 0.02 }] };
  expect(inputDigest({ ...scenario, past })).toBe(digest);
  expect(inputDigest({ ...scenario, seed: 'other' })).not.toBe(digest);
});
