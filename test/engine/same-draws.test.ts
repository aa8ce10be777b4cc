/**
 * Two scenarios of one seed share every draw: before a decision can matter they are one and the same, after
 * it every difference is caused by it.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { openScenario, openSeed } from '../../src/engine/seeded.ts';
import { columnsFor } from '../../src/engine/series.ts';
import { studyOf } from '../../src/engine/study.ts';
import { compileLevers } from '../../src/model/levers.ts';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';
import type { TemplateName } from '../../src/model/templates.ts';
import { doNothing } from '../../src/model/twin.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

function scenarioOf(more: Partial<Scenario>): Scenario {
  const parsed = parseScenario({
    ...{ version: 1, name: 'test', seed: 'test', horizon: 40, customers: 600, runs: 1 },
    ...{ template: 'general', decisions: [], buffers: [], ...more },
  });
  if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('\n'));
  return parsed.scenario;
}

const WEEK = 14;
const share = fc.integer({ min: 1, max: 20 }).map((n) => n / 20);
const notice = fc.integer({ min: 0, max: 12 });

/** Any decision in week 14 or later, at any size. */
const decision: fc.Arbitrary<Decision> = fc.integer({ min: WEEK, max: 30 }).chain((week) =>
  fc.oneof(
    share.map((change): Decision => ({ kind: 'price', week, change })),
    fc
      .record({ breadth: share, depth: share })
      .map((cut): Decision => ({ kind: 'featureCut', week, ...cut })),
    share.map((level): Decision => ({ kind: 'openness', week, level })),
    share.map((downgrade): Decision => ({ kind: 'service', week, downgrade })),
    share.map((load): Decision => ({ kind: 'ads', week, load })),
    share.map((size): Decision => ({ kind: 'shock', week, size })),
    share.map((level): Decision => ({ kind: 'friction', week, level })),
    share.map((level): Decision => ({ kind: 'lockIn', week, level })),
    share.map((size): Decision => ({ kind: 'overPromise', week, size, share: 0.5 })),
    fc.constant<Decision>({ kind: 'noticeMail', week }),
  ),
);

/** Buffers that hold all the time, or none. */
const policies: fc.Arbitrary<Buffer[]> = fc.subarray<Buffer>([
  { kind: 'fatigue' },
  { kind: 'referral', share: 0.4 },
  { kind: 'saveDesk', mode: 'obstruct', strength: 0.5 },
  { kind: 'capacity', multiplier: 0.3 },
  { kind: 'outreach', level: 0.5 },
]);

describe('before a decision can matter', () => {
  test('the run is that of the do-nothing twin, to the bit', () => {
    fc.assert(
      fc.property(
        fc.array(decision, { minLength: 1, maxLength: 3 }),
        policies,
        notice,
        fc.string({ minLength: 1, maxLength: 8 }),
        (decisions, buffers, weeks, seed) => {
          const scenario = scenarioOf({
            ...{ decisions, seed, buffers: [...buffers, { kind: 'notice', weeks }] },
          });
          const run = openScenario(kernel, scenario, 0);
          const twin = openScenario(kernel, doNothing(scenario), 0);
          const firsts = decisions.map(({ kind, week }) =>
            kind === 'price' ? week - weeks : week,
          );
          const rows = run.historyWeeks + Math.min(...firsts);
          const before = rows * columnsFor(run.segments);
          expect(run.table.subarray(0, before)).toEqual(twin.table.subarray(0, before));
          expect(run.activeBefore).toBe(twin.activeBefore);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test('every trait and state of every person is the same, too', () => {
    const scenario = scenarioOf({ decisions: [{ kind: 'price', week: WEEK, change: 0.6 }] });
    const stateBefore = (of: Scenario) => {
      const levers = compileLevers(of);
      const week = levers.historyWeeks + WEEK - 4;
      kernel.begin(marketOf(of), keyOf('test', 0), levers);
      kernel.run(0, week, 'all');
      const before = kernel.snapshot(week).state;
      kernel.run(week, week + 1, 'all');
      return { before, after: kernel.snapshot(week + 1).state };
    };
    const [run, twin] = [stateBefore(scenario), stateBefore(doNothing(scenario))];
    expect(run.before).toEqual(twin.before);
    // The announcement in that week wakes people: the comparison can tell.
    expect(run.after).not.toEqual(twin.after);
  });
});

/**
 * In a small market a larger rise can by chance spare a community that a smaller one tips: of 5000 people some
 * steps of 2 points go down by up to half a percent of the base. It averages out in a large one.
 */
describe('a larger rise', () => {
  test.each<[TemplateName, number]>([
    ['general', 0.4],
    ['streaming', 0.4],
    ['saas', 0.4],
    ['community', 0.4],
    ['telco', 0.4],
    ['commodity', 0.5],
  ])(
    'in %s never keeps more than .1 %% of the base, up to the collapse',
    (template, highest) => {
      const study = studyOf(
        scenarioOf({
          ...{ template, customers: 20_000, horizon: 112 },
          decisions: [{ kind: 'price', week: 8, change: 0.2 }],
        }),
      );
      const seeded = openSeed(kernel, study, 0, [0]);
      const losses = [0];
      for (let dose = 0.02; dose <= highest && (losses.at(-1) ?? 0) < 0.4; dose += 0.02)
        losses.push(seeded.loss(dose));
      const steps = losses.slice(1).map((loss, i) => loss - (losses[i] ?? NaN));
      expect(Math.min(...steps), losses.join(' ')).toBeGreaterThan(-0.001);
      expect(losses.at(-1)).toBeGreaterThan(0.1);
    },
  );
});

describe('twice as many people', () => {
  /** Mean and standard error of a figure over runs. */
  function spread(values: readonly number[]) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
  }

  /** Share of the first customers who are gone, in many runs of a rise of 15 %. */
  function losses(customers: number) {
    const scenario = scenarioOf({
      ...{ customers, horizon: 52 },
      decisions: [{ kind: 'price', week: 8, change: 0.15 }],
    });
    return Array.from({ length: 16 }, (_, run) => {
      const { activeBefore } = openScenario(kernel, scenario, run);
      return 1 - kernel.active() / activeBefore;
    });
  }

  test('keep the rates, within sampling error, and halve the noise', () => {
    const [few, many] = [spread(losses(1500)), spread(losses(6000))];
    const error = Math.sqrt(few.error ** 2 + many.error ** 2);
    expect(Math.abs(few.mean - many.mean)).toBeLessThan(3.5 * error);
    expect(error).toBeLessThan(0.01);
    expect(many.error).toBeLessThan(few.error);
  });
});
