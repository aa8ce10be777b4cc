import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURES, alarmsOf, limitsOf } from '../../src/assess/alarms.ts';
import type { Alarms, Limits } from '../../src/assess/alarms.ts';
import { Lab } from '../../src/assess/lab.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { churnByRow, monthlyChurn } from '../../src/assess/timeline.ts';
import { bandOf, secondInRow, visibleRise, waveWeek } from '../../src/assess/visible.ts';
import { concludeWarning, warning, warningJob } from '../../src/assess/warning.ts';
import type { WarningRun } from '../../src/assess/warning.ts';
import type { Standing } from '../../src/assess/assessment.ts';
import type { Runner } from '../../src/assess/job.ts';
import { massExit } from '../../src/assess/massExit.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { openScenario } from '../../src/engine/seeded.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { doNothing } from '../../src/model/twin.ts';
import { seriesMade } from '../support/series.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'test', seed: 'warn', horizon: 60, customers: 700, runs: 4 },
  template: 'general',
  decisions: [{ kind: 'price', week: 6, change: 0.35 }],
  buffers: [],
};

describe('what is usual', () => {
  test('is within three standard deviations of the mean', () => {
    // Mean 5, variance of the sample (9 + 1 + 1 + 9) / 3.
    const { low, high } = bandOf([2, 4, 6, 8]);
    expect(high).toBeCloseTo(5 + 3 * Math.sqrt(20 / 3), 12);
    expect(low).toBeCloseTo(5 - 3 * Math.sqrt(20 / 3), 12);
  });

  test('is the value itself where it never changes, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 1e-6, max: 1e6 }), (value) => {
        expect(bandOf(Array<number>(26).fill(value))).toEqual({ low: value, high: value });
      }),
      { seed: 1 },
    );
  });
});

test('what stands out is seen in the second week running, and not before it counts', () => {
  const out = (value: number) => value > 1;
  expect(secondInRow([0, 2, 0, 2, 2, 2], 0, out)).toBe(4);
  expect(secondInRow([2, 2, 0, 2, 2], 0, out)).toBe(1);
  expect(secondInRow([2, 2, 2, 0], 1, out)).toBe(2);
  expect(secondInRow([2, 2, 0, 2], 1, out)).toBeNull();
  expect(secondInRow([0, 2, 0, 2], 0, out)).toBeNull();
});

describe('churn and wave', () => {
  const [historyWeeks, weeks] = [26, 66];
  const leaving = (exits: (week: number) => number) =>
    seriesMade({ historyWeeks, weeks, values: { exits: (row) => exits(row - historyWeeks) } });
  const twin = leaving((week) => (week % 2 === 0 ? 9 : 11));

  test('churn is that of four weeks, from the first simulated one on', () => {
    const run = leaving((week) => (week === 0 ? 40 : 0));
    expect(churnByRow(run).slice(25, 31)).toEqual([0, 0.04, 0.04, 0.04, 0.04, 0]);
    expect(monthlyChurn(run)).toEqual(churnByRow(run).slice(26));
    const atFirst = seriesMade({
      ...{ historyWeeks, weeks },
      values: { active: () => 900, exits: () => 100, joins: () => 20, returns: () => 5 },
    });
    expect(churnByRow(atFirst)[0]).toBeCloseTo((100 / 975) * 4, 12);
  });

  test('the rise is seen when the churn exceeds the twin’s for the second week', () => {
    // The twin's churn of four weeks is .04 throughout: 41 in four weeks stand out.
    const from30 = leaving((week) => (week % 2 === 0 ? 9 : 11) + (week === 30 ? 1 : 0));
    expect(visibleRise(from30, twin, 8)).toBe(31);
    expect(visibleRise(from30, twin, 31)).toBe(32);
    expect(visibleRise(from30, twin, 33)).toBeNull();
    expect(visibleRise(twin, twin, 8)).toBeNull();
    const noisy = leaving((week) => (week === 20 ? 30 : 10));
    expect(visibleRise(from30, noisy, 8)).toBeNull();
  });

  test('the wave ends the four weeks with the most exits', () => {
    const wave = (size: number) => leaving((week) => (week >= 30 && week < 34 ? size : 10));
    expect(waveWeek(wave(20), twin, 8)).toBe(33);
    expect(waveWeek(wave(19), twin, 8)).toBeNull();
    expect(waveWeek(wave(20), twin, 35)).toBeNull();
    const double = leaving((week) =>
      [12, 13, 14, 15, 40, 41, 42, 43].includes(week) ? 30 : 0,
    );
    expect(waveWeek(double, twin, 8)).toBe(15);
    const quiet = leaving(() => 0);
    expect(waveWeek(quiet, quiet, 8)).toBeNull();
  });

  test('a decision announced before the first simulated week is followed from there on', () => {
    const early = leaving((week) => (week < -20 ? 50 : 10));
    expect(waveWeek(early, twin, -40)).toBe(-23);
    expect(visibleRise(early, twin, -40)).toBe(-25);
  });

  test('an alarm compares with the 26 weeks before the first news', () => {
    const news = 4;
    const usual = (week: number) => (week % 2 === 0 ? 10 : 12);
    const measured = (value: (week: number) => number) =>
      seriesMade({
        ...{ historyWeeks, weeks },
        values: { complaints: (row) => value(row - historyWeeks) },
      });
    // Mean 11, standard deviation 1.02: usual up to 14.06.
    const risingTo = (high: number, from = 20) =>
      alarmsOf(
        measured((week) => (week >= from ? high : usual(week))),
        news,
      ).complaints;
    expect(risingTo(14)).toBeNull();
    expect(risingTo(14.1)).toBe(21);
    expect(risingTo(7.9)).toBe(21);
    expect(risingTo(14.1, news)).toBe(news + 1);
    const limit = (value: number) =>
      limitsOf(
        measured((week) => (week >= 20 ? value : usual(week))),
        news,
      ).complaints;
    expect(limit(14.1)?.side).toBe('above');
    expect(limit(14.1)?.value).toBeCloseTo(14.06, 2);
    expect(limit(7.9)?.value).toBeCloseTo(7.94, 2);
    expect(limit(14)).toBeNull();
    const once = measured((week) => (week === 20 || week === 22 ? 99 : usual(week)));
    expect(alarmsOf(once, news).complaints).toBeNull();
    // What was before those 26 weeks does not count.
    const long = measured((week) => (week < -22 ? 99 : week >= 20 ? 14.1 : usual(week)));
    expect(alarmsOf(long, news).complaints).toBe(21);
    expect(alarmsOf(long, news - 1).complaints).toBeNull();
  });

  test('no alarm is read from less than 26 weeks', () => {
    const run = leaving((week) => (week > 20 ? 100 : 10));
    expect(alarmsOf(run, 0).churn).toBe(22);
    expect(Object.values(alarmsOf(run, -1))).toEqual(MEASURES.map(() => null));
  });
});

describe('the answer', () => {
  const alarms = (weeks: Partial<Alarms>): Alarms => ({
    ...(Object.fromEntries(MEASURES.map((name) => [name, null])) as Alarms),
    ...weeks,
  });
  const none = Object.fromEntries(MEASURES.map((name) => [name, null])) as Limits;
  const run = (weeks: Partial<Alarms>, more: Partial<WarningRun> = {}): WarningRun => ({
    ...{ run: 0, breaks: true, visibleRise: 30, wave: 40, baseWeeks: 30 },
    ...{ alarms: alarms(weeks), limits: none, twinAlarms: alarms({}), ...more },
  });
  /** Each of them five times, as nothing is said of fewer that break. */
  const fiveTimes = (runs: readonly WarningRun[]) =>
    runs.flatMap((each) => Array<WarningRun>(5).fill(each));
  const complaintsOf = (...runs: WarningRun[]) => concludeWarning(fiveTimes(runs)).measures[0];

  test('gives the lead over the runs that break, late alarms included', () => {
    const runs = [
      run({ complaints: 20 }),
      run({ complaints: 26 }),
      run({ complaints: 34 }),
      run({}),
      run({ complaints: 1 }, { breaks: false }),
    ];
    expect(complaintsOf(...runs)).toMatchObject({
      ...{ measure: 'complaints', alarmed: 15, before: 10, beforeWave: 15 },
      lead: { value: 4, runs: 15 },
      leadToWave: { value: 14, runs: 15 },
      falseAlarms: { value: 1, runs: 5 },
      twinAlarms: { value: 0, runs: 25 },
      // Two of four are not most.
      claim: 'noLead',
    });
  });

  test('claims only what leads in most runs and is quiet where nothing is done', () => {
    const sounding = { twinAlarms: alarms({ complaints: 12 }) };
    const early = run({ complaints: 20 });
    expect(complaintsOf(early, early, run({ complaints: 31 }))?.claim).toBe('warns');
    expect(complaintsOf(early, early, run({}, sounding))?.claim).toBe('warns');
    expect(complaintsOf(early, run({ complaints: 30 }))?.claim).toBe('noLead');
    const loud = run({ complaints: 20 }, sounding);
    expect(complaintsOf(loud, early)?.claim).toBe('warns');
    expect(complaintsOf(loud, loud, early)).toMatchObject({
      claim: 'soundsAnyway',
      twinAlarms: { value: 2 / 3, runs: 15 },
    });
    expect(complaintsOf(run({ complaints: 20 }, { visibleRise: null }))).toMatchObject({
      ...{ claim: null, lead: null, leadToWave: { value: 20, low: 20, high: 20, runs: 5 } },
    });
  });

  test('claims nothing of what sounds in most of the runs that hold as well', () => {
    const early = run({ complaints: 20 });
    const holds = (weeks: Partial<Alarms>) => run(weeks, { breaks: false, visibleRise: null });
    const quiet = holds({});
    const loud = holds({ complaints: 20 });
    expect(complaintsOf(early, early, quiet)?.claim).toBe('warns');
    expect(complaintsOf(early, early, loud, quiet)?.claim).toBe('warns');
    expect(complaintsOf(early, early, loud, loud, quiet)).toMatchObject({
      claim: 'soundsEitherWay',
      falseAlarms: { value: 2 / 3, runs: 15 },
      twinAlarms: { value: 0 },
    });
    expect(complaintsOf(early, loud)?.claim).toBe('soundsEitherWay');
    // Without a lead, or sounding without a decision as well, that is what is said of it.
    expect(complaintsOf(run({ complaints: 31 }), loud)?.claim).toBe('noLead');
    const anyway = { ...loud, twinAlarms: alarms({ complaints: 12 }) };
    expect(complaintsOf(early, anyway, anyway)?.claim).toBe('soundsAnyway');
  });

  test('says what is crossed, on the side on which most runs that break cross it', () => {
    const crossing = (side: 'above' | 'below', value: number, breaks = true) =>
      run({ complaints: 20 }, { breaks, limits: { ...none, complaints: { side, value } } });
    expect(
      complaintsOf(
        crossing('above', 3),
        crossing('above', 5),
        crossing('above', 4),
        crossing('below', 1),
        crossing('below', 1, false),
      )?.limit,
    ).toMatchObject({ side: 'above', value: 4, runs: 15 });
    expect(complaintsOf(crossing('below', 1), run({}))?.limit).toMatchObject({ side: 'below' });
    expect(complaintsOf(run({}))?.limit).toBeNull();
  });

  test('has no false-alarm rate without runs that hold, and no lead without runs that break', () => {
    expect(complaintsOf(run({ complaints: 20 }))?.falseAlarms).toBeNull();
    const held = concludeWarning([run({ complaints: 20 }, { breaks: false })]);
    expect(held).toMatchObject({
      outcome: 'holds',
      breaking: 0,
      visibleRise: null,
      wave: null,
    });
    expect(held.measures[0]).toMatchObject({ lead: null, leadToWave: null, claim: null });
    expect(held.measures[0]?.falseAlarms).toMatchObject({ value: 1, runs: 1 });
  });

  test('is none of fewer than five runs that break, and says of how many there are', () => {
    const early = run({ complaints: 20 });
    const held = run({}, { breaks: false });
    const standing: Standing = {
      massExit: massExit([...Array<number>(4).fill(0.5), ...Array<number>(56).fill(0)], 0.2),
      tippingPoint: null,
      breaking: [7, 9, 30, 51],
    };
    const few = concludeWarning([early, early, early, early, held], standing);
    expect(few).toMatchObject({
      ...{ outcome: 'tooFew', all: { runs: 60, breaking: 4 }, runs: 5, breaking: 4 },
      ...{ showing: 4, visibleRise: null, wave: null },
    });
    expect(few.measures[0]).toMatchObject({
      lead: null,
      claim: null,
      falseAlarms: { runs: 1 },
    });
    const five = concludeWarning([early, early, early, early, early, held]);
    expect(five).toMatchObject({ outcome: 'measured', all: { runs: 6, breaking: 5 } });
    expect(five.measures[0]).toMatchObject({ lead: { value: 10, runs: 5 }, claim: 'warns' });
  });

  test('counts those in time among those that show a rise, as the claim does', () => {
    const early = run({ complaints: 20 });
    const unseen = run({ complaints: 20 }, { visibleRise: null });
    const found = concludeWarning(fiveTimes([early, unseen, unseen]));
    expect(found).toMatchObject({ breaking: 15, showing: 5 });
    expect(found.measures[0]).toMatchObject({ before: 5, claim: 'warns' });
  });

  test('claims nothing of the churn, which is what the others are to lead', () => {
    const early = run({ complaints: 20, churn: 20 });
    const found = concludeWarning(fiveTimes([early])).measures;
    expect(found.find(({ measure }) => measure === 'complaints')?.claim).toBe('warns');
    expect(found.find(({ measure }) => measure === 'churn')).toMatchObject({
      ...{ before: 5, claim: 'noLead' },
    });
  });

  test('claims no lead that too few alarms tell of', () => {
    const early = run({ complaints: 20 });
    const silent = run({});
    expect(
      concludeWarning([early, early, early, early, silent, silent]).measures[0],
    ).toMatchObject({ lead: null, before: 4, claim: 'noLead' });
  });
});

describe('asked of the model', () => {
  test('measures runs that break against their twins', async () => {
    const runner = await serialRunner();
    const answer = await warning({ ...scenario, runs: 5 }, runner);
    expect(answer).toMatchObject({ runs: 5, breaking: 5, baseWeeks: 28, outcome: 'measured' });
    expect(answer.measures.map(({ measure }) => measure)).toEqual([...MEASURES]);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    const wave = answer.wave?.value ?? NaN;
    expect(wave).toBeGreaterThan(answer.visibleRise?.value ?? NaN);
    const complaints = answer.measures.find(({ measure }) => measure === 'complaints');
    expect(complaints?.beforeWave).toBe(5);
  });

  test('looks at the runs that break, where they are known', async () => {
    const runner = await serialRunner();
    const losses = [0, 0, 0, 0.4, 0, 0, 0.4];
    const standing: Standing = {
      massExit: massExit(losses, 0.2),
      tippingPoint: null,
      breaking: [3, 6],
    };
    const asked: number[] = [];
    const answer = await warning(
      { ...scenario, runs: 7 },
      {
        perform: async (job, args) => {
          asked.push(args[1] as number);
          return runner.perform(job, args);
        },
      },
      { standing },
    );
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(answer.all).toEqual({ runs: 7, breaking: 2 });
  });

  test('looks for them among all runs, not among the first', async () => {
    const one = await (await serialRunner()).perform(warningJob, [scenario, 0]);
    const asked: number[] = [];
    const perform = ((_job: unknown, [, run]: [Scenario, number]) => {
      asked.push(run);
      return Promise.resolve({ ...one, run });
    }) as Runner['perform'];
    const losses = Array.from({ length: 60 }, (_, run) => (run === 55 ? 0.5 : 0));
    const standing: Standing = {
      massExit: massExit(losses, 0.2),
      tippingPoint: null,
      breaking: [55],
    };
    await warning({ ...scenario, runs: 60 }, { perform }, { standing });
    expect(asked).toEqual([...Array.from({ length: 39 }, (_, run) => run), 55]);
  });

  test('reads the decision’s run and its twin, each by itself', async () => {
    const kernel = await Kernel.load();
    const { alarms, twinAlarms } = await warningJob.perform(new Lab(kernel), scenario, 1);
    expect(alarms).toEqual(alarmsOf(openScenario(kernel, scenario, 1), 2));
    expect(twinAlarms).toEqual(alarmsOf(openScenario(kernel, doNothing(scenario), 1), 2));
    expect(twinAlarms).not.toEqual(alarms);
  });

  test('counts the weeks before the announcement, not before the bill', async () => {
    const runner = await serialRunner();
    const baseWeeks = async (week: number, notice: number, past = 0) => {
      const asked: Scenario = {
        ...scenario,
        decisions: [
          ...(past < 0 ? [{ kind: 'price', week: past, change: 0.01 } as const] : []),
          { kind: 'price', week, change: 0.3 },
        ],
        buffers: [{ kind: 'notice', weeks: notice }],
      };
      return (await runner.perform(warningJob, [asked, 0])).baseWeeks;
    };
    expect(await baseWeeks(6, 4)).toBe(28);
    expect(await baseWeeks(2, 4)).toBe(50);
    expect(await baseWeeks(2, 52)).toBe(28);
    expect(await baseWeeks(2, 4, -20)).toBe(52 - 2);
  });

  test('has as many weeks where the news comes before week 0', async () => {
    const first: Scenario = {
      ...{ ...scenario, runs: 5 },
      decisions: [{ kind: 'price', week: 0, change: 0.35 }],
    };
    const answer = await warning(first, await serialRunner());
    expect(answer).toMatchObject({ outcome: 'measured', baseWeeks: 48 });
    expect(answer.measures.find(({ measure }) => measure === 'complaints')?.alarmed).toBe(5);
  });
});
