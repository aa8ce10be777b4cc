import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { lossAgainst } from '../../src/engine/seeded.ts';
import { Lab } from '../../src/assess/lab.ts';
import { searchLastSafe } from '../../src/assess/lastSafe.ts';
import { concludeWayBack, curveWeeks, wayBack, wayBackJob } from '../../src/assess/wayBack.ts';
import type { WayBackRun } from '../../src/assess/wayBack.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import type { Standing } from '../../src/assess/assessment.ts';
import type { Runner } from '../../src/assess/job.ts';
import { massExit } from '../../src/assess/massExit.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { doNothing } from '../../src/model/twin.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'test', seed: 'back', horizon: 60, customers: 700, runs: 5 },
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.35 }],
  buffers: [],
};

describe('the last safe week of a run', () => {
  const WEEKS = [5, 12, 20, 28, 36, 44, 52];
  const END = 60;
  const searched = (lossAt: (week: number) => number) => {
    const asked: number[] = [];
    const found = searchLastSafe(
      (week) => {
        asked.push(week);
        return lossAt(week);
      },
      WEEKS,
      END,
      0.2,
    );
    return { ...found, asked };
  };
  /** Breaks from a week on. */
  const from = (first: number) => (week: number) => (week >= first ? 0.2 : 0.19);

  test('is found wherever it lies, in few steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: END }), (first) => {
        const { lastSafe, monotone, asked } = searched(from(first));
        expect(lastSafe).toBe(first - 1);
        expect(monotone).toBe(true);
        expect(asked.length).toBeLessThanOrEqual(WEEKS.length + 4);
      }),
      { seed: 1 },
    );
  });

  test('is none if the first week is too late', () => {
    expect(searched(from(5)).lastSafe).toBeNull();
    expect(searchLastSafe(from(0), [], END, 0.2).lastSafe).toBeNull();
  });

  test('is the last week of the horizon if every week is early enough', () => {
    expect(searched(from(END)).lastSafe).toBe(END - 1);
  });

  test('comes before the first week that breaks, if later ones are safe again', () => {
    const twice = (week: number) => ((week >= 15 && week < 30) || week >= 40 ? 0.5 : 0);
    expect(searched(twice)).toMatchObject({ lastSafe: 14, monotone: false });
    // Between two weeks of the curve: seen only because every second week is looked at.
    const hidden = (week: number) => (week === 8 || week === 9 ? 0.5 : twice(week));
    expect(searched(hidden)).toMatchObject({ lastSafe: 7, monotone: false });
    expect(searched((week) => (week === 9 ? 0.5 : twice(week))).lastSafe).toBe(8);
    expect(searched((week) => (week === 20 ? 0.5 : 0))).toMatchObject({
      lastSafe: 19,
      monotone: false,
    });
  });

  test('keeps the loss of every week of the curve', () => {
    expect(searched((week) => week / 100).losses).toEqual(WEEKS.map((week) => week / 100));
  });
});

describe('the weeks of the curve', () => {
  const weeksOf = (week: number, horizon: number) =>
    curveWeeks({ ...scenario, horizon, decisions: [{ kind: 'price', week, change: 0.1 }] });

  test('begin after the decision and go on evenly before the horizon', () => {
    expect(weeksOf(4, 12)).toEqual([5, 6, 7, 8, 9, 10, 11]);
    expect(weeksOf(8, 112).slice(5, 8)).toEqual([40, 48, 56]);
    expect(weeksOf(8, 112).at(-1)).toBe(104);
    expect(weeksOf(11, 12)).toEqual([]);
    expect(weeksOf(0, 520).length).toBeLessThanOrEqual(19);
  });

  test('take in those that are told, in place of their neighbours', () => {
    expect(weeksOf(8, 112).slice(0, 5)).toEqual([9, 12, 16, 21, 34]);
    for (const horizon of [40, 60, 104, 200, 520])
      expect(weeksOf(4, horizon)).toEqual(expect.arrayContaining([8, 17, 30]));
  });
});

describe('the answer', () => {
  const run = (lastSafe: number | null, more: Partial<WayBackRun> = {}): WayBackRun => ({
    ...{ run: 0, loss: 0.4, visibleRise: 30 },
    back: { losses: curveWeeks(scenario).map(() => 0.1), lastSafe, monotone: true },
    ...more,
  });
  const held: WayBackRun = { run: 0, loss: 0.1, visibleRise: 3, back: null };
  /** Each of them five times, as nothing is said of fewer that break. */
  const fiveTimes = (runs: WayBackRun[]) =>
    runs.flatMap((each) => Array<WayBackRun>(5).fill(each));
  const answer = (...runs: WayBackRun[]) => concludeWayBack(scenario, fiveTimes(runs));

  test('says that no run breaks, and then nothing more', () => {
    expect(answer(held, held)).toEqual({
      ...{
        all: { runs: 10, breaking: 0 },
        runs: 10,
        breaking: 0,
        threshold: 0.2,
        decisionWeek: 4,
        deadline: { kind: 'holds' },
      },
      ...{ tooLate: 0, anyWeek: 0, irregular: 0 },
      ...{ loss: null, curve: [], visibleRise: null, calmWeeks: null },
    });
  });

  test('gives the last safe week over the runs that break', () => {
    const { deadline, breaking, runs } = answer(held, run(20), run(24), run(22));
    expect(deadline).toEqual({ kind: 'week', value: 22, low: 20, high: 24 });
    expect([breaking, runs]).toEqual([15, 20]);
  });

  test('counts a run that was too late at once as the decision’s week', () => {
    const some = answer(run(null), run(20), run(24));
    expect(some.deadline).toMatchObject({ kind: 'week', value: 20, low: 4 });
    expect(some.tooLate).toBe(5);
  });

  test('is none or any week if that holds for more than half of the runs', () => {
    expect(answer(run(null), run(null), run(20)).deadline).toEqual({ kind: 'none', from: 4 });
    expect(answer(run(null), run(20)).deadline.kind).toBe('week');
    expect(answer(run(59), run(59), run(20))).toMatchObject({
      ...{ deadline: { kind: 'any' }, anyWeek: 10 },
    });
  });

  test('pairs the calm weeks run by run, and omits them if there are none', () => {
    expect(answer(run(20, { visibleRise: 32 }), run(26)).calmWeeks).toMatchObject({
      ...{ value: 8, runs: 10 },
    });
    expect(answer(run(20), run(24, { visibleRise: null }), run(null)).calmWeeks).toEqual({
      ...{ value: 10, low: 10, high: 10, runs: 5 },
    });
    expect(answer(run(30)).calmWeeks).toBeNull();
    expect(answer(run(20, { visibleRise: null })).visibleRise).toBeNull();
  });

  test('gives what returns by week, and how often the exit is avoided', () => {
    const losing = (loss: number) => ({ losses: curveWeeks(scenario).map(() => loss) });
    const point = answer(
      run(20, { back: { ...losing(0.1), lastSafe: 20, monotone: true } }),
      run(20, { back: { ...losing(0.3), lastSafe: 20, monotone: false } }),
    );
    expect(point.irregular).toBe(5);
    expect(point.curve[1]).toMatchObject({ week: 8, weeksAfter: 4, avoided: 0.5 });
    expect(point.curve[1]?.loss.value).toBeCloseTo(0.2, 12);
    expect(point.curve[1]?.regained.value).toBeCloseTo((0.75 + 0.25) / 2, 12);
    // What still loses as much as counts as a mass exit has not avoided it.
    const just = run(20, { back: { ...losing(0.2), lastSafe: 20, monotone: true } });
    expect(answer(just).curve[1]?.avoided).toBe(0);
  });
});

describe('fewer than five runs that break', () => {
  const breaks: WayBackRun = {
    ...{ run: 0, loss: 0.4, visibleRise: 30 },
    back: { losses: curveWeeks(scenario).map(() => 0.1), lastSafe: 20, monotone: true },
  };
  const standing: Standing = {
    massExit: massExit([...Array<number>(4).fill(0.5), ...Array<number>(116).fill(0)], 0.2),
    tippingPoint: null,
    breaking: [8, 40, 41, 99],
  };

  test('give neither a week nor a range, and are counted among all runs', () => {
    expect(
      concludeWayBack(scenario, Array<WayBackRun>(4).fill(breaks), standing),
    ).toMatchObject({
      ...{ deadline: { kind: 'tooFew' }, all: { runs: 120, breaking: 4 }, breaking: 4 },
      ...{ loss: null, curve: [], visibleRise: null, calmWeeks: null },
    });
    const five = concludeWayBack(scenario, Array<WayBackRun>(5).fill(breaks));
    expect(five.deadline.kind).toBe('week');
    expect(five).toMatchObject({ loss: { value: 0.4 }, visibleRise: { runs: 5 } });
    expect(five.curve).toHaveLength(curveWeeks(scenario).length);
  });

  test('are the ones looked at, wherever they are among all', async () => {
    const asked: number[] = [];
    const perform = ((_job: unknown, [, run]: [Scenario, number]) => {
      asked.push(run);
      return Promise.resolve({ ...breaks, run });
    }) as Runner['perform'];
    const answer = await wayBack({ ...scenario, runs: 120 }, { perform }, { standing });
    expect(asked).toEqual([8, 40, 41, 99]);
    expect(answer).toMatchObject({ runs: 4, breaking: 4 });
    const none = { ...standing, massExit: massExit([0, 0, 0], 0.2), breaking: [] };
    expect(await wayBack(scenario, { perform }, { standing: none })).toMatchObject({
      ...{ deadline: { kind: 'holds' }, all: { runs: 3, breaking: 0 } },
    });
  });
});

describe('asked of the model', () => {
  let runs: WayBackRun[];
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.load();
    const lab = new Lab(await Kernel.load());
    runs = await Promise.all(
      [0, 1, 2].map(async (run) => wayBackJob.perform(lab, scenario, run)),
    );
  });

  /** Losses of one seed when gone back on in each week, from the first simulated week on. */
  function lossesByWeek(run: number): number[] {
    const active = (levers: ReturnType<typeof compileLevers>) => {
      kernel.begin(marketOf(scenario), keyOf(scenario.seed, run), levers);
      kernel.run(0, levers.weeks, 'events');
      return kernel.active();
    };
    const twin = active(compileLevers(doNothing(scenario)));
    return Array.from({ length: scenario.horizon }, (_, week) =>
      lossAgainst(twin, active(compileLevers(scenario, { goBackWeek: week }))),
    );
  }

  test('the last safe week is that of trying every one', () => {
    for (const { run, back } of runs) {
      const losses = lossesByWeek(run);
      const first = losses.findIndex((loss, week) => week > 4 && loss >= 0.2);
      expect(back?.lastSafe, `run ${run}`).toBe(first - 1);
      expect(back?.losses).toEqual(curveWeeks(scenario).map((week) => losses[week]));
    }
    expect(new Set(runs.map(({ back }) => back?.lastSafe)).size).toBeGreaterThan(1);
  });

  test('the same runs are behind the answer, as many as the scenario has', async () => {
    const progress: string[] = [];
    const runner = await serialRunner();
    const answer = await wayBack({ ...scenario, runs: 3 }, runner, {
      onProgress: (done, planned) => progress.push(`${done}/${planned}`),
    });
    expect(answer).toEqual(concludeWayBack(scenario, runs));
    expect(answer.deadline).toEqual({ kind: 'tooFew' });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
  });

  test('a decision that does not break needs no way back', async () => {
    const lab = new Lab(kernel);
    const small: Scenario = {
      ...scenario,
      decisions: [{ kind: 'price', week: 4, change: 0.01 }],
    };
    expect(await wayBackJob.perform(lab, small, 0)).toMatchObject({ back: null });
  });

  test('there is none from a shock: it stays felt', async () => {
    const lab = new Lab(kernel);
    const shock: Scenario = { ...scenario, decisions: [{ kind: 'shock', week: 4, size: 1.5 }] };
    const run = await wayBackJob.perform(lab, shock, 0);
    expect(run.back?.lastSafe).toBeNull();
    expect(new Set(run.back?.losses)).toEqual(new Set([run.loss]));
    const five = Array<WayBackRun>(5).fill(run);
    expect(concludeWayBack(shock, five).deadline).toEqual({ kind: 'none', from: 4 });
  });
});
