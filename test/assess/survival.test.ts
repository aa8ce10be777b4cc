import { expect, test } from 'vitest';
import { survivalJob } from '../../src/assess/survival.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import type { Scenario } from '../../src/model/scenario.ts';

test('the simulated survival falls as the everyday hazard has it, segment by segment', async () => {
  const scenario: Scenario = {
    version: 1,
    name: 'survival',
    seed: 'survival',
    horizon: 52,
    customers: 1000,
    runs: 1,
    template: 'general',
    segments: [
      { name: 'calm', share: 1, h0: 0.5 },
      { name: 'restless', share: 1, h0: 3 },
    ],
    decisions: [{ kind: 'price', week: 8, change: 0.9 }],
    buffers: [],
  };
  const runner = await serialRunner();
  const [calm = [], restless = []] = await runner.perform(survivalJob, [scenario, 12]);
  expect(calm[0]).toBe(1);
  expect(calm).toHaveLength(13);
  // exp(-52 h): .930 at half of .0028 a week, .646 at three times it; ties and dissatisfaction take some more.
  expect(calm[12]).toBeGreaterThan(0.87);
  expect(calm[12]).toBeLessThan(0.95);
  expect(restless[12]).toBeGreaterThan(0.5);
  expect(restless[12]).toBeLessThan(0.66);
  for (let i = 1; i < 13; i++) expect(calm[i]).toBeLessThanOrEqual(calm[i - 1] ?? 0);
});
