import { describe, expect, test } from 'vitest';
import { concludePilot, pilot } from '../../src/assess/pilot.ts';
import type { PilotTrial } from '../../src/assess/pilot.ts';
import { designOf, objectionTo } from '../../src/assess/pilotDesign.ts';
import type { PilotDesign } from '../../src/assess/pilotDesign.ts';
import { pilotJob } from '../../src/assess/pilotRun.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { openScenario } from '../../src/engine/seeded.ts';
import { seriesOf } from '../../src/engine/series.ts';
import type { Standing } from '../../src/assess/assessment.ts';
import { massExit } from '../../src/assess/massExit.ts';
import { lossJob } from '../../src/assess/sweep.ts';
import type { Buffer, Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  version: 1,
  name: 'Pilot',
  seed: 'pilot',
  horizon: 60,
  customers: 1500,
  runs: 6,
  template: 'general',
  decisions: [{ kind: 'price', week: 8, change: 0.4 }],
  buffers: [],
};
const design: PilotDesign = {
  week: 8,
  weeks: 20,
  share: 0.3,
  segments: null,
  tripwire: { times: 3, weeks: 2, base: 52 },
};
const having = (...buffers: Buffer[]): Scenario => ({ ...scenario, buffers });

describe('the design', () => {
  test('is the scenario’s own, with the usual wire where it has none', () => {
    const own = having({ kind: 'pilot', week: 6, segments: ['budget'], widen: 19 });
    expect(designOf(own)).toEqual({
      week: 6,
      weeks: 13,
      share: 1,
      segments: ['budget'],
      tripwire: { times: 3, weeks: 2, base: 52 },
    });
    const wired = having({ kind: 'pilot', week: 8, share: 0.2, tripwire: { times: 5 } });
    expect(designOf(wired)).toMatchObject({
      weeks: 52,
      tripwire: { times: 5, weeks: 2, base: 52 },
    });
  });

  test('is a tenth for half a year from the decision on, if it has none', () => {
    expect(designOf(scenario)).toMatchObject({
      week: 8,
      weeks: 26,
      share: 0.1,
      segments: null,
    });
  });

  test.each([
    ['cannotBePiloted', { decisions: [{ kind: 'shock', week: 8, size: 0.5 }] }, {}],
    ['decisionOutsidePilot', {}, { week: 9 }],
    ['decisionOutsidePilot', {}, { week: 0, weeks: 8 }],
    ['endsAfterHorizon', {}, { weeks: 53 }],
    ['noWeeksBefore', {}, { week: -26, weeks: 60 }],
    ['nobodyInIt', {}, { share: 0 }],
    ['nobodyInIt', {}, { segments: ['nobody'] }],
    [null, {}, {}],
  ] as const)('objection: %s', (objection, changes, wanted) => {
    const changed = { ...scenario, ...changes } as Scenario;
    expect(objectionTo(changed, { ...design, ...wanted })).toBe(objection);
  });
});

const trial = (over: Partial<PilotTrial>): PilotTrial => ({
  typical: true,
  breaks: true,
  harmless: true,
  lit: [null, null],
  litByNothing: null,
  base: { weeks: 34, complaints: 17, headWeeks: 34 * 100 },
  heads: 100,
  nothing: { after: 95, atHorizon: 90 },
  alone: { after: 95, atHorizon: 81 },
  everybody: { after: 90, atHorizon: 45 },
  ...over,
});

describe('the answer', () => {
  const answer = concludePilot(
    scenario,
    design,
    [
      trial({ lit: [7, null], litByNothing: 3 }),
      trial({ lit: [null, 2] }),
      trial({ lit: [4, 4], breaks: false }),
      trial({ lit: [9, null] }),
    ],
    0.14,
    { runs: 120, breaking: 90 },
  );
  if (answer.none !== null) throw new Error('expected an answer');

  test('counts what is caught among the runs that break, and false stops among all', () => {
    // Run 2 holds: that its wire is lit catches nothing.
    expect(answer.caught).toMatchObject({ count: 2, of: 3, value: 2 / 3 });
    expect(answer.stoppedPlacebo).toMatchObject({ count: 1, of: 4 });
    expect(answer.stoppedHarmless).toMatchObject({ count: 2, of: 4, size: 0.14 });
    expect(answer.all).toEqual({ runs: 120, breaking: 90 });
  });

  test('gives no week of fewer than five that are caught', () => {
    expect(answer.weekLit).toBeNull();
    const lit = (count: number) => {
      const caught = Array.from({ length: count }, (_, i) => trial({ lit: [4 + i, null] }));
      const told = concludePilot(scenario, design, caught, 0.1, { runs: 20, breaking: 20 });
      return told.none === null ? told.weekLit : NaN;
    };
    expect(lit(4)).toBeNull();
    expect(lit(5)).toMatchObject({ value: 6 });
  });

  test('gives the week of those that are caught, not of those that it stops for nothing', () => {
    const caught = Array.from({ length: 5 }, () => trial({ lit: [4, null] }));
    const held = Array.from({ length: 5 }, () => trial({ lit: [20, null], breaks: false }));
    const told = concludePilot(scenario, design, [...caught, ...held], 0.1, {
      ...{ runs: 10, breaking: 5 },
    });
    expect(told).toMatchObject({ weekLit: { value: 4, low: 4, high: 4 } });
  });

  test('rests on the first runs alone, but for those caught', () => {
    const added = trial({
      ...{ typical: false, harmless: null, lit: [5, 5], litByNothing: 5, heads: 900 },
      alone: { after: 0, atHorizon: 0 },
    });
    const quiet = trial({ breaks: false });
    const told = concludePilot(scenario, design, [quiet, quiet, added], 0.1, {
      ...{ runs: 60, breaking: 1 },
    });
    expect(told).toMatchObject({
      ...{ runs: 2, caught: { count: 1, of: 1 }, stoppedPlacebo: { count: 0, of: 2 } },
      ...{ stoppedHarmless: { count: 0, of: 2 }, group: { heads: 100 } },
    });
    expect(told.none === null && told.members?.shown.value).toBeCloseTo(0, 12);
  });

  test('calls no size harmless at which most runs break as well', () => {
    const at = (...harmless: boolean[]) =>
      concludePilot(
        scenario,
        design,
        harmless.map((holds, i) => trial({ harmless: holds, lit: [3, i === 0 ? 3 : null] })),
        0,
        { runs: 20, breaking: 20 },
      );
    const none = at(true, false);
    expect(none).toMatchObject({ stoppedHarmless: null });
    expect(none.none === null && none.cautions).toContain('nothingHarmless');
    // Counted among those that hold there.
    expect(at(true, true, false)).toMatchObject({ stoppedHarmless: { count: 1, of: 2 } });
  });

  test('says on how many complaints it rests, and warns', () => {
    expect(answer.group.heads).toBe(100);
    expect(answer.group.weeklyComplaints).toBeCloseTo(0.5, 12);
    expect(answer.group.limit).toBeCloseTo(1.5, 12);
    expect(answer.cautions).toEqual(['shortBase', 'fewComplaints']);
    // The whole base, two complaints a week and a single run to catch are enough.
    const plenty = trial({ base: { weeks: 52, complaints: 104, headWeeks: 5200 } });
    expect(
      concludePilot(scenario, design, [plenty], 0.1, { runs: 1, breaking: 1 }),
    ).toMatchObject({ group: { weeklyComplaints: 2 }, cautions: [] });
  });

  test('compares what its own exits show with what the decision does to the same people', () => {
    expect(answer.members?.shown.value).toBeCloseTo(0, 12);
    expect(answer.members?.alone.value).toBeCloseTo(0.1, 12);
    expect(answer.members?.withAll.value).toBeCloseTo(0.5, 12);
  });

  test('has nothing to catch where no run breaks', () => {
    const all = { runs: 60, breaking: 0 };
    const calm = concludePilot(scenario, design, [trial({ breaks: false })], 0.2, all);
    expect(calm).toMatchObject({
      caught: { count: 0, of: 0 },
      weekLit: null,
      stoppedHarmless: { size: 0.2 },
    });
    expect(calm.none === null && calm.cautions).toContain('nothingToCatch');
    expect(concludePilot(scenario, design, [trial({ heads: 0 })], 0.2, all)).toEqual({
      none: 'nobodyInIt',
      design,
    });
  });
});

describe('a trial of a small market', () => {
  test('lights its wire in the week in which complaints have been many for long enough', async () => {
    const runner = await serialRunner();
    const kernel = await Kernel.load();
    const tripwire = { times: 1.5, weeks: 2, base: 20 };
    const lit: (number | null)[] = [];
    // Without a notice, as that wakes the group while its base is still counted.
    const sudden = having({ kind: 'notice', weeks: 0 });
    for (const run of [0, 1, 2, 3]) {
      const trial = await runner.perform(pilotJob, [
        sudden,
        run,
        { ...design, tripwire },
        [0.4],
      ]);
      const series = openScenario(
        kernel,
        having({ kind: 'notice', weeks: 0 }, { kind: 'pilot', week: 8, share: 0.3 }),
        run,
      );
      const complaints = seriesOf(series, 'pilotComplaints');
      const heads = seriesOf(series, 'pilotHeads');
      // Week 8 is the 35th simulated one.
      const sum = (of: Float64Array) => of.slice(14, 34).reduce((a, b) => a + b, 0);
      const many = complaints.map((count, t) =>
        count / (heads[t] ?? NaN) > (1.5 * sum(complaints)) / sum(heads) ? 1 : 0,
      );
      const second = many.findIndex(
        (now, t) => t > 34 && t < 54 && now + (many[t - 1] ?? 0) > 1,
      );
      expect(trial.lit).toEqual([second < 0 ? null : second - 33]);
      expect(trial.base).toEqual({
        weeks: 20,
        complaints: sum(complaints),
        headWeeks: sum(heads),
      });
      lit.push(...trial.lit);
    }
    expect(lit.some((week) => week !== null)).toBe(true);
  });

  test('compares the group with itself when everybody gets the decision', async () => {
    const runner = await serialRunner();
    const kernel = await Kernel.load();
    const trial = await runner.perform(pilotJob, [scenario, 2, design, [0.4]]);
    openScenario(kernel, scenario, 2);
    const lots = kernel.traits('uP');
    const stayed = kernel.states('st').filter((st, id) => st === 0 && (lots[id] ?? 1) < 0.3);
    expect(trial.everybody.atHorizon).toBe(stayed.length);
  });

  test('with everybody in it is the decision itself', async () => {
    const runner = await serialRunner();
    const whole = { ...design, share: 1 };
    const { alone, everybody, nothing } = await runner.perform(pilotJob, [
      scenario,
      0,
      whole,
      [0.4],
    ]);
    expect(alone).toEqual(everybody);
    expect(alone.atHorizon).toBeLessThan(nothing.atHorizon);
  });

  test('takes the people of its segments, and their share', async () => {
    const runner = await serialRunner();
    const heads = async (over: Partial<PilotDesign>) =>
      (await runner.perform(pilotJob, [scenario, 0, { ...design, ...over }, [0.4]])).nothing
        .after;
    const [some, all] = [await heads({}), await heads({ share: 1 })];
    expect(some / all).toBeCloseTo(0.3, 1);
    const parts = await Promise.all(
      ['mainstream', 'power', 'budget', 'vip'].map((name) =>
        heads({ share: 1, segments: [name] }),
      ),
    );
    // The group's own people are counted, whoever they live among; nothing is done to anybody.
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all);
    const [mainstream = NaN] = parts;
    expect(mainstream / all).toBeCloseTo(0.7, 1);
    expect(Math.min(...parts)).toBeGreaterThan(0);
  });

  test('the question: members of a pilot are carried by the others', async () => {
    const runner = await serialRunner();
    const wanted = { weeks: 20, share: 0.2 };
    const answer = await pilot(scenario, runner, { design: wanted });
    if (answer.none !== null) throw new Error('expected an answer');
    expect(answer.design).toMatchObject({ ...wanted, week: 8 });
    expect(answer).toMatchObject({ own: false, runs: 6, size: 0.4, caught: { of: 6 } });
    const { alone, withAll } = answer.members ?? {};
    expect(withAll?.value ?? NaN).toBeGreaterThan(2 * (alone?.value ?? NaN));
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    const shock: Scenario = { ...scenario, decisions: [{ kind: 'shock', week: 8, size: 0.5 }] };
    expect(await pilot(shock, runner)).toMatchObject({ none: 'cannotBePiloted' });
  });

  test('the question: with what is known of the decision it answers the same, and catches in more runs', async () => {
    const runner = await serialRunner();
    const short = { ...scenario, runs: 3 };
    const found = await pilot(short, runner);
    const losses = await Promise.all(
      [0, 1, 2].map((run) => runner.perform(lossJob, [short, run])),
    );
    if (found.none !== null || !found.stoppedHarmless) throw new Error('expected an answer');
    const standing: Standing = {
      massExit: massExit(losses, 0.2),
      tippingPoint: { value: 2 * found.stoppedHarmless.size, low: 0, high: 1, open: false },
      breaking: [0, 1, 2],
    };
    expect(await pilot(short, runner, { standing })).toEqual(found);
    const more = {
      ...standing,
      massExit: massExit([...losses, 0.5], 0.2),
      breaking: [0, 1, 2, 3],
    };
    expect(await pilot(short, runner, { standing: more })).toMatchObject({
      ...{
        runs: 3,
        caught: { of: 4 },
        stoppedPlacebo: { of: 3 },
        all: { runs: 4, breaking: 4 },
      },
    });
  });

  test('the question: a size at which everything else breaks is not harmless', async () => {
    const shocked: Scenario = {
      ...{ ...scenario, runs: 2, selected: 0 },
      decisions: [
        { kind: 'price', week: 8, change: 0.4 },
        { kind: 'shock', week: 9, size: 1.5 },
      ],
    };
    const answer = await pilot(shocked, await serialRunner());
    expect(answer).toMatchObject({ none: null, stoppedHarmless: null });
  });
});
