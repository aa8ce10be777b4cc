/** A run is decided by its seed and number alone: permuting them permutes the runs, and the answer stays. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { assess, conclude } from '../../src/assess/assess.ts';
import { planAxis } from '../../src/assess/axis.ts';
import type { CliffRun, DecisionRun, DoseAxis } from '../../src/assess/assessment.ts';
import { decisionJob } from '../../src/assess/decision.ts';
import type { Runner } from '../../src/assess/job.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { cliffJob } from '../../src/assess/tipping.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'test', seed: 'test', horizon: 60, customers: 800, runs: 6 },
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.35 }],
  buffers: [],
};
const RUNS = [0, 1, 2, 3, 4, 5];

let runner: Runner;
let axis: DoseAxis;
const inOrder: { cliffs: CliffRun[]; decisions: DecisionRun[] } = { cliffs: [], decisions: [] };
beforeAll(async () => {
  runner = await serialRunner();
  axis = await planAxis(scenario, runner);
  for (const run of RUNS) {
    inOrder.cliffs.push(await runner.perform(cliffJob, [scenario, run, axis.doses, 'sweep']));
    inOrder.decisions.push(await runner.perform(decisionJob, [scenario, run, axis.size]));
  }
});

const orders = fc.shuffledSubarray(RUNS, { minLength: RUNS.length });

describe('permuting', () => {
  test('the runs differ, so that an order could matter', () => {
    expect(new Set(inOrder.decisions.map(({ loss }) => loss)).size).toBe(RUNS.length);
    expect(new Set(inOrder.cliffs.map(({ tip }) => tip)).size).toBeGreaterThan(3);
  });

  test('the runs of an assessment gives each of them again', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        for (const run of order) {
          expect(await runner.perform(cliffJob, [scenario, run, axis.doses, 'sweep'])).toEqual(
            inOrder.cliffs[run],
          );
          expect(await runner.perform(decisionJob, [scenario, run, axis.size])).toEqual(
            inOrder.decisions[run],
          );
        }
      }),
      { seed: 1, numRuns: 3 },
    );
  });

  test('their results does not change the answer', () => {
    const answer = conclude(scenario, axis, inOrder.cliffs, inOrder.decisions);
    const pick = <T>(list: readonly T[], order: readonly number[]) =>
      order.flatMap((run) => list.slice(run, run + 1));
    fc.assert(
      fc.property(orders, (order) => {
        const { cliffs, decisions } = inOrder;
        expect(conclude(scenario, axis, pick(cliffs, order), pick(decisions, order))).toEqual(
          answer,
        );
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  test('the order in which jobs finish does not change the answer', async () => {
    const late = (run: number) =>
      new Promise((resolve) => {
        setTimeout(resolve, 5 * (RUNS.length - run));
      });
    const backwards: Runner = {
      perform: async (job, args, signal) => {
        await late(args[1] as number);
        return runner.perform(job, args, signal);
      },
    };
    expect(await assess(scenario, backwards)).toEqual(await assess(scenario, runner));
  });
});

test('another seed gives other runs', async () => {
  const other = await runner.perform(decisionJob, [
    { ...scenario, seed: 'other' },
    0,
    axis.size,
  ]);
  expect(inOrder.decisions.map(({ loss }) => loss)).not.toContain(other.loss);
});
