/** The adaptive assessment against the brute sweep of every run, on scenarios drawn at random. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { dentedOf } from '../../src/assess/breaking.ts';
import type { Runner } from '../../src/assess/job.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { cliffJob } from '../../src/assess/tipping.ts';
import type { Thoroughness } from '../../src/assess/tipping.ts';
import { doseRange } from '../../src/model/dose.ts';
import { parseScenario } from '../../src/model/parse.ts';
import type { Decision, Scenario } from '../../src/model/scenario.ts';
import { TEMPLATE_NAMES } from '../../src/model/templates.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await serialRunner();
});

const week = fc.integer({ min: 0, max: 10 });
const share = (max: number) => fc.integer({ min: 1, max: 100 }).map((n) => (n * max) / 100);
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('price' as const), week, change: share(0.6) }),
  fc.record({
    kind: fc.constant('featureCut' as const),
    ...{ week, breadth: share(1), depth: share(1) },
  }),
  fc.record({ kind: fc.constant('openness' as const), week, level: share(0.2) }),
  fc.record({ kind: fc.constant('service' as const), week, downgrade: share(1) }),
  fc.record({ kind: fc.constant('ads' as const), week, load: share(1) }),
  fc.record({ kind: fc.constant('shock' as const), week, size: share(1.5) }),
);
const scenarios: fc.Arbitrary<Scenario> = fc.record({
  version: fc.constant(1 as const),
  name: fc.constant('oracle'),
  seed: fc.stringMatching(/^[a-z]{6}$/),
  horizon: fc.integer({ min: 30, max: 50 }),
  customers: fc.integer({ min: 300, max: 500 }),
  runs: fc.constant(60),
  template: fc.constantFrom(...TEMPLATE_NAMES),
  decisions: decision.map((one) => [one]),
  buffers: fc.constantFrom([], [{ kind: 'notice' as const, weeks: 3 }]),
});

/** A rise that is tried on a part of the customers first, with a wire that ends it where they complain. */
const piloted: fc.Arbitrary<Scenario> = fc
  .record({
    change: share(0.4),
    seed: fc.stringMatching(/^[a-z]{6}$/),
    share: fc.integer({ min: 2, max: 4 }).map((n) => n / 10),
    times: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ change, seed, share: of, times }) => ({
    ...{ version: 1, name: 'piloted', seed, template: 'general', selected: 0 },
    ...{ horizon: 76, customers: 400, runs: 3 },
    decisions: [{ kind: 'price', week: 6, change }],
    buffers: [
      { kind: 'notice', weeks: 4 },
      {
        ...{ kind: 'pilot', week: 6, share: of, widen: 32 },
        tripwire: { times, weeks: 2, base: 26 },
      },
    ],
  }));

/** As wide as a run's tip is known, and as a batch of runs can move the median between its neighbours. */
const TOLERANCE = 0.02;

test('40 scenarios: the same verdict, and the same tipping point within the tolerance', async () => {
  let fewer = 0;
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      fc.pre(parseScenario(scenario).ok);
      const [quick, brute] = [
        await assess(scenario, runner),
        await assess(scenario, runner, { exhaustive: true }),
      ];
      expect(quick.verdict).toBe(brute.verdict);
      expect(quick.massExit).toEqual(brute.massExit);
      expect(quick.tippingPoint === null).toBe(brute.tippingPoint === null);
      const limit = doseRange(quick.decision.lever);
      const apart = (quick.tippingPoint?.value ?? 0) - (brute.tippingPoint?.value ?? 0);
      expect(Math.abs(apart) / limit).toBeLessThan(TOLERANCE);
      if (quick.cliffRuns < brute.cliffRuns) fewer++;
    }),
    { seed: 4, numRuns: 40 },
  );
  // Most need no more than the first runs.
  expect(fewer).toBeGreaterThan(20);
}, 240_000);

test('8 pilots with a tripwire: a run breaks at the same sizes, whether searched or swept', async () => {
  let dented = 0;
  const doses = Array.from({ length: 16 }, (_, i) => i / 40);
  await fc.assert(
    fc.asyncProperty(piloted, async (scenario) => {
      for (const run of [0, 1, 2]) {
        const looked = (how: Thoroughness) =>
          runner.perform(cliffJob, [scenario, run, doses, how]);
        const swept = await looked('sweep');
        expect((await looked('search')).breaks).toEqual(swept.breaks);
        dented += dentedOf([swept]);
      }
    }),
    { seed: 4, numRuns: 8 },
  );
  expect(dented).toBeGreaterThan(4);
}, 240_000);
