import { beforeAll, describe, expect, test } from 'vitest';
import { counterfactual, counterfactualOf } from '../../src/assess/counterfactual.ts';
import { counterfactualJob } from '../../src/assess/counterfactualRun.ts';
import type { CounterfactualRun } from '../../src/assess/counterfactualRun.ts';
import { decisionJob, timelineJob } from '../../src/assess/decision.ts';
import type { Runner } from '../../src/assess/job.ts';
import { presentValue } from '../../src/assess/presentValue.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { silentVips } from '../../src/assess/silent.ts';
import type { Spender } from '../../src/assess/silent.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const RISE = 0.35;
const scenario: Scenario = {
  ...{ version: 1, name: 'twin', seed: 'twin', horizon: 70, customers: 800, runs: 4 },
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: RISE }],
  buffers: [],
};

let runner: Runner;
let runs: CounterfactualRun[];
beforeAll(async () => {
  runner = await serialRunner();
  runs = [];
  for (const run of [0, 1, 2, 3])
    runs.push(await runner.perform(counterfactualJob, [scenario, run, RISE]));
});

describe('against doing nothing', () => {
  test('are the losses and revenues of question 1', async () => {
    for (const { run, own, twin } of runs) {
      const decision = await runner.perform(decisionJob, [scenario, run, RISE]);
      const atEnd = (course: readonly number[]) => course.at(-1) ?? NaN;
      expect(1 - atEnd(own.customers) / atEnd(twin.customers)).toBeCloseTo(decision.loss, 9);
      const value = counterfactualOf([{ ...runs[run], own, twin } as CounterfactualRun], 0);
      expect(value.presentValue.relative.value).toBeCloseTo(decision.revenueChange, 9);
      const shown = async (size: number) =>
        (await runner.perform(timelineJob, [scenario, run, size])).monthlyChurn;
      expect(own.churn).toEqual(await shown(RISE));
      expect(twin.churn).toEqual(await shown(0));
    }
  });

  test('nothing is different where nothing is done', async () => {
    const none = await runner.perform(counterfactualJob, [scenario, 0, 0]);
    const { measures, presentValue: value, segments } = counterfactualOf([none], 0.1);
    for (const { difference } of Object.values(measures))
      expect(difference.typical.every((each) => each === 0)).toBe(true);
    expect(value.difference.value).toBe(0);
    expect(segments.every(({ lost, atStake }) => lost.value === 0 && atStake.value === 0)).toBe(
      true,
    );
  });

  test('bands are by week, over the runs', async () => {
    const { measures, runs: count } = await counterfactual(scenario, runner);
    expect(count).toBe(4);
    const { own, difference } = measures.customers;
    expect(own.typical.length).toBe(scenario.horizon);
    expect(difference.typical[2]).toBe(0);
    expect(difference.high.at(-1)).toBeLessThan(-0.2);
    const last = runs.map((run) => run.own.customers.at(-1) ?? NaN).sort((a, b) => a - b);
    expect(own.typical.at(-1)).toBeCloseTo(((last[1] ?? NaN) + (last[2] ?? NaN)) / 2, 12);
    own.typical.forEach((value, week) => {
      expect(own.low[week]).toBeLessThanOrEqual(value);
      expect(own.high[week]).toBeGreaterThanOrEqual(value);
    });
  });

  test('segments lose what the whole loses, and revenue is at stake in proportion', () => {
    const { segments } = counterfactualOf(runs.slice(0, 1), 0.1);
    const [run] = runs;
    const sum = (name: 'customers' | 'twinCustomers' | 'twinRevenue') =>
      (run?.segments ?? []).reduce((all, each) => all + each[name], 0);
    const lost = 1 - (run?.own.customers.at(-1) ?? NaN) / (run?.twin.customers.at(-1) ?? NaN);
    expect(1 - sum('customers') / sum('twinCustomers')).toBeCloseTo(lost, 9);
    expect(sum('twinRevenue')).toBeCloseTo(run?.twin.revenue.at(-1) ?? NaN, 6);
    expect(segments.map(({ segment }) => segment)).toEqual([0, 1, 2, 3]);
    segments.forEach((each, g) => {
      const own = run?.segments[g]?.twinRevenue ?? NaN;
      expect(each.atStake.value).toBeCloseTo((each.lost.value * own) / sum('twinRevenue'), 9);
    });
  });

  test('silent VIPs of the segments are those of the whole', () => {
    const { segments, all } = counterfactualOf(runs.slice(1, 2), 0.1);
    const total = segments.reduce((sum, each) => sum + each.silent.customers.value, 0);
    expect(all.silent.customers.value).toBe(total);
    expect(total).toBeGreaterThan(0);
    expect(segments[3]?.silent.customers.value).toBe(total);
    // Of the twentieth of those who are customers at the end.
    const { highValue } = counterfactualOf(runs.slice(1, 2), 0.1);
    const left = (runs[1]?.segments ?? []).reduce((sum, { customers }) => sum + customers, 0);
    expect(highValue.value).toBe(Math.ceil(0.05 * left));
    expect(all.silent.revenue.value).toBeGreaterThan(0);
    expect(all.silent.revenue.value).toBeLessThan(0.5);
    const atStake = segments.reduce((sum, each) => sum + each.atStake.value, 0);
    expect(all.atStake.value).toBeCloseTo(atStake, 12);
    const losses = segments.map(({ lost }) => lost.value);
    expect(all.lost.value).toBeGreaterThan(Math.min(...losses));
    expect(all.lost.value).toBeLessThan(Math.max(...losses));
  });

  test('money needs a list price, and a rate a year', async () => {
    const { presentValue: bare } = counterfactualOf(runs, 0.1);
    expect(bare.money).toBeNull();
    const { presentValue: priced } = counterfactualOf(runs, 0.1, 12);
    expect(priced.money?.value).toBeCloseTo(12 * bare.difference.value, 6);
    await expect(counterfactual(scenario, runner, { rate: 1.5 })).rejects.toThrow(
      'rate: received 1.5, expected a yearly rate from 0 to 1',
    );
  });

  test('the answer is plain data', async () => {
    const answer = await counterfactual(scenario, runner);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

describe('a save desk', () => {
  const having = (...buffers: Scenario['buffers']): Scenario => ({ ...scenario, buffers });

  test('stops about as many as its strength at first, and fewer as those held up come back', async () => {
    const answer = await counterfactual(
      having({ kind: 'saveDesk', week: 6, mode: 'obstruct', strength: 0.6 }),
      runner,
    );
    const { first, last } = answer.desk ?? {};
    expect(answer.desk?.mode).toBe('obstruct');
    expect(first?.saved?.value).toBeGreaterThan(0.35);
    expect(first?.saved?.value).toBeLessThan(0.75);
    expect(last?.saved?.value).toBeLessThan(first?.saved?.value ?? 0);
    expect(last?.attempts.value).toBeGreaterThan(first?.attempts.value ?? Infinity);
    expect(JSON.parse(JSON.stringify(answer.desk))).toEqual(answer.desk);
  });

  test('is counted week by week from when it is there', async () => {
    const desk = having({ kind: 'saveDesk', week: 30, mode: 'listen', strength: 1 });
    const run = await runner.perform(counterfactualJob, [desk, 0, RISE]);
    expect(run.desk).toMatchObject({
      mode: 'listen',
      first: { weeks: 13 },
      last: { weeks: 13 },
    });
    // Everybody who reaches it stays for now.
    expect(run.desk?.first.saved).toBe(run.desk?.first.attempts);
    expect(run.desk?.first.attempts).toBeGreaterThan(0);
    const late = having({ kind: 'saveDesk', week: 65, mode: 'listen', strength: 1 });
    const short = await runner.perform(counterfactualJob, [late, 0, RISE]);
    expect(short.desk).toMatchObject({ first: { weeks: 5 } });
    expect(short.desk?.last.saved).toBe(short.desk?.first.saved);
    expect((await runner.perform(counterfactualJob, [scenario, 0, RISE])).desk).toBeNull();
  });
});

describe('a present value', () => {
  test('discounts a year by the yearly rate, and weeks in between', () => {
    const after = (week: number) => [...Array<number>(week).fill(0), 100];
    expect(presentValue(after(52), 0.1)).toBeCloseTo(100 / 1.1, 9);
    expect(presentValue(after(104), 0.25)).toBeCloseTo(100 / 1.5625, 9);
    expect(presentValue(after(26), 0.44)).toBeCloseTo(100 / 1.2, 9);
    expect(presentValue(after(52), 1)).toBeCloseTo(50, 9);
  });

  test('is the sum at a rate of 0, and counts week 0 in full', () => {
    expect(presentValue([3, 4, 5], 0)).toBe(12);
    expect(presentValue([7], 0.9)).toBe(7);
    expect(presentValue([], 0.1)).toBe(0);
  });

  test.each([-0.1, 1.01, NaN])('refuses %f', (rate) => {
    expect(() => presentValue([1], rate)).toThrow(`rate: received ${rate}`);
  });
});

describe('silent VIPs', () => {
  const customers = (count: number, over: (id: number) => Partial<Spender>): Spender[] =>
    Array.from({ length: count }, (_, id) => ({
      ...{ id, spend: 1, past: true, complained: false },
      ...over(id),
    }));
  const ids = (spenders: readonly Spender[]) => silentVips(spenders).map(({ id }) => id);

  test('are of the twentieth that spends most; of equals the lower ids', () => {
    expect(ids(customers(100, (id) => ({ spend: id })))).toEqual([99, 98, 97, 96, 95]);
    expect(ids(customers(60, () => ({})))).toEqual([0, 1, 2]);
    expect(ids(customers(3, () => ({})))).toEqual([0]);
    expect(ids([])).toEqual([]);
  });

  test('are past their breaking point and have not complained', () => {
    expect(ids(customers(60, (id) => ({ past: id !== 1 })))).toEqual([0, 2]);
    expect(ids(customers(60, (id) => ({ complained: id === 0 })))).toEqual([1, 2]);
  });
});
