import { describe, expect, test } from 'vitest';
import { assumed, assumedJob, concludeAssumed } from '../../src/assess/assumed.ts';
import type { AssumedRun } from '../../src/assess/assumed.ts';
import { isPlausible } from '../../src/assess/everyday.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { lossJob } from '../../src/assess/sweep.ts';
import { assumptionsOf, drawnScenarios } from '../../src/model/assumptions.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  version: 1,
  name: 'Assumed',
  seed: 'assumed',
  horizon: 60,
  customers: 600,
  runs: 12,
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.25 }],
  buffers: [],
};

const everyday = { exits: 140, months: 10_000 };
const run = (
  tip: number | null,
  loss = tip !== null && tip <= 0.25 ? 0.5 : 0.01,
): AssumedRun => ({
  everyday,
  outcome: { loss, tip, breaks: tip === null ? [] : [{ from: tip, to: null }] },
});
const DROPPED: AssumedRun = { everyday: { exits: 900, months: 10_000 }, outcome: null };

describe('everyday churn under a draw', () => {
  test('is the market’s from .7 to 1.3 times its pace, with room for chance', () => {
    const market = { exits: 100, months: 10_000 };
    const after = (exits: number) => isPlausible({ exits, months: 10_000 }, market);
    // 130 and 1.645 times its root; 70 less 1.645 times its root.
    expect([148, 149, 57, 56].map(after)).toEqual([true, false, true, false]);
    expect(isPlausible({ exits: 0, months: 0 }, market)).toBe(false);
  });

  test('has less room where there are more customers', () => {
    const market = { exits: 100, months: 10_000 };
    expect(isPlausible({ exits: 135, months: 10_000 }, market)).toBe(true);
    expect(isPlausible({ exits: 13_500, months: 1_000_000 }, market)).toBe(false);
  });
});

describe('the answer over seeds and assumptions', () => {
  test('counts the runs that were kept, and says how many were dropped', () => {
    const drawn = [run(0.1), run(0.2), DROPPED, run(0.3), run(null)];
    const answer = concludeAssumed(scenario, [run(0.22), run(0.24)], drawn);
    expect(answer).toMatchObject({ drawn: 5, runs: 4, exits: 2, over: 'seedsAndAssumptions' });
    expect(answer.chance?.value).toBe(0.5);
    expect(answer.tips).toEqual([0.1, 0.2, 0.3, null]);
    expect(answer.churn.own).toBeCloseTo(0.014, 12);
    expect(answer.churn.kept?.value).toBeCloseTo(0.014, 12);
  });

  test('ranges over the chances that the draws stand for', () => {
    const own = [run(0.21), run(0.22), run(0.23)];
    // Far on one side for every draw: chance over seeds is 0 or 1 under each.
    const halves = concludeAssumed(scenario, own, [
      ...Array.from({ length: 50 }, () => run(0.1)),
      ...Array.from({ length: 50 }, () => run(0.4)),
    ]);
    expect(halves.chance).toEqual({ value: 0.5, low: 0, high: 1 });
    expect(halves.above).toBe(0.5);
    // Just above the size: one seed in three tips before it.
    const near = concludeAssumed(
      scenario,
      own,
      Array.from({ length: 100 }, () => run(0.255, 0.1)),
    );
    expect(near.chance?.high).toBeCloseTo(1 / 3, 12);
    expect(near.above).toBe(0);
  });

  test('is never surer than the count of runs is', () => {
    const { chance, counted } = concludeAssumed(
      scenario,
      [run(0.2)],
      Array.from({ length: 10 }, () => run(0.6)),
    );
    expect(counted.high).toBeGreaterThan(0.1);
    expect(chance).toEqual({ value: 0, ...counted });
  });

  test('has the tips of nine runs in ten as the range of the tipping point', () => {
    const tips = Array.from({ length: 101 }, (_, i) => i / 200);
    const { tippingPoint } = concludeAssumed(
      scenario,
      [],
      tips.map((tip) => run(tip)),
    );
    expect(tippingPoint).toEqual({ value: 0.25, low: 0.025, high: 0.475, open: false });
    const open = concludeAssumed(scenario, [], [run(0.1), run(0.2), run(null)]);
    expect(open.tippingPoint).toMatchObject({ value: 0.2, high: 1, open: true });
    expect(concludeAssumed(scenario, [], [run(0.1), run(null), run(null)]).tippingPoint).toBe(
      null,
    );
  });

  test('is none if every draw was dropped, and plain data all the same', () => {
    const none = concludeAssumed(scenario, [run(0.2)], [DROPPED]);
    expect(none).toMatchObject({ runs: 0, chance: null, tippingPoint: null, tips: [] });
    expect(JSON.parse(JSON.stringify(none))).toEqual(none);
  });
});

describe('asked of a small market', () => {
  test('each run is its seed under its draw', async () => {
    const runner = await serialRunner();
    const market = { exits: 14, months: 1000 };
    const drawn = drawnScenarios(scenario, 12)[3] ?? scenario;
    const { outcome } = await runner.perform(assumedJob, [drawn, 3, null]);
    expect(outcome?.loss).toBe(await runner.perform(lossJob, [drawn, 3]));
    // With customers who leave ten times as fast it is another market.
    const hasty = { ...scenario, parameters: { h0: 0.028 } };
    const dropped = await runner.perform(assumedJob, [hasty, 3, market]);
    expect(dropped.outcome).toBeNull();
  });

  test('the answer rests on all of them, and what is known is not drawn', async () => {
    const runner = await serialRunner();
    const told: (readonly [number, number])[] = [];
    const answer = await assumed(scenario, runner, {
      onProgress: (done, planned) => told.push([done, planned]),
    });
    expect(answer.drawn).toBe(12);
    expect(answer.runs).toBeGreaterThan(5);
    expect(told.at(-1)).toEqual([24, 24]);
    expect(await assumed(scenario, runner)).toEqual(answer);
    const draws = await Promise.all(
      drawnScenarios(scenario, 12).map((drawn, i) => runner.perform(lossJob, [drawn, i])),
    );
    expect(answer.exits).toBeLessThanOrEqual(draws.filter((loss) => loss >= 0.2).length);
    expect(answer.exits).toBeGreaterThanOrEqual(
      draws.filter((loss) => loss >= 0.2).length - (12 - answer.runs),
    );
    const own = await Promise.all(
      draws.map((_, i) => runner.perform(assumedJob, [scenario, i, null])),
    );
    const spreadOf = (tips: readonly (number | null)[]) =>
      Math.max(...tips.map((tip) => tip ?? 1)) - Math.min(...tips.map((tip) => tip ?? 1));
    expect(spreadOf(answer.tips)).toBeGreaterThan(
      2 * spreadOf(own.map(({ outcome }) => outcome?.tip ?? null)),
    );

    const known = Object.fromEntries(
      assumptionsOf(scenario).map(({ name, base }) => [name, base]),
    );
    const certain = await assumed({ ...scenario, runs: 3, parameters: known }, runner);
    const plain = await Promise.all(
      [0, 1, 2].map((i) => runner.perform(lossJob, [scenario, i])),
    );
    expect(certain.exits).toBe(plain.filter((loss) => loss >= 0.2).length);
  });
});
