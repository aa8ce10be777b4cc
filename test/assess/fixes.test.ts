/** Question 7 and its neighbours, on small markets and on runs made up. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fixes, concludeFixes } from '../../src/assess/fixes.ts';
import { FIX_IDS, withFix, withFixes } from '../../src/assess/fixTable.ts';
import type { FixId } from '../../src/assess/fixTable.ts';
import type { Standing } from '../../src/assess/assessment.ts';
import { history, withoutHistory } from '../../src/assess/history.ts';
import { homophily } from '../../src/assess/homophily.ts';
import type { Runner } from '../../src/assess/job.ts';
import { isPaced, pacedScenarios, pacing } from '../../src/assess/pacing.ts';
import { concludePairs } from '../../src/assess/pairedTips.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { smallestFix } from '../../src/assess/smallestFix.ts';
import { compileLevers } from '../../src/model/levers.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { COST_ORDER } from '../../src/model/scenario.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await serialRunner();
});

const scenarioWith = (decisions: Decision[], changes: Partial<Scenario> = {}): Scenario => ({
  ...{ version: 1, name: 'fixes', seed: 'fixes', horizon: 70, customers: 800, runs: 8 },
  ...{ template: 'general', decisions, buffers: [] },
  ...changes,
});
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const rise = scenarioWith([{ kind: 'price', week: 8, change: 0.36 }]);

describe('the table of fixes', () => {
  const decisions: Decision[] = [
    { kind: 'price', week: 8, change: 0.3 },
    { kind: 'featureCut', week: 8, breadth: 0.5, depth: 0.5 },
    { kind: 'openness', week: 0, level: 0 },
    { kind: 'service', week: 8, downgrade: 0.5 },
    { kind: 'ads', week: 8, load: 0.5 },
    { kind: 'shock', week: 8, size: 0.5 },
  ];
  test.each(decisions)('for $kind every fix is a scenario, once', (decision) => {
    for (const id of FIX_IDS) {
      const fixed = withFix(scenarioWith([decision]), id);
      if (!fixed) continue;
      expect(parseScenario(fixed).ok).toBe(true);
      expect(fixed.selected).toBe(0);
      expect(compileLevers(fixed).globals.every(Number.isFinite)).toBe(true);
      expect([id, withFix(fixed, id)]).toEqual([id, null]);
    }
  });

  test('what only a price can have is offered to a price alone', () => {
    const offered = (decision: Decision) =>
      FIX_IDS.filter((id) => withFix(scenarioWith([decision]), id) !== null);
    expect(offered({ kind: 'price', week: 8, change: 0.3 })).toEqual(FIX_IDS);
    const shock = offered({ kind: 'shock', week: 8, size: 0.5 });
    for (const id of ['notice', 'phaseIn', 'grandfathering']) expect(shock).not.toContain(id);
    expect(offered({ kind: 'service', week: 8, downgrade: 0.5 })).toContain('phaseIn');
  });

  test('a weaker buffer is made stronger, and a stronger one left alone', () => {
    const noticed = (weeks: number) => ({
      ...rise,
      buffers: [{ kind: 'notice', weeks }] as const,
    });
    const weak: Scenario = { ...rise, buffers: [{ kind: 'notice', weeks: 2 }] };
    const strong: Scenario = { ...rise, buffers: [{ kind: 'notice', weeks: 20 }] };
    expect(withFix(weak, 'notice')?.buffers).toEqual(noticed(8).buffers);
    expect(withFix(strong, 'notice')).toBeNull();
  });
});

describe('a fix and what is there already', () => {
  const after = (
    id: FixId,
    buffers: Buffer[],
    decision: Decision = { kind: 'price', week: 8, change: 0.3 },
  ) => withFix(scenarioWith([decision], { buffers }), id)?.buffers;

  test('takes the place of a weaker one', () => {
    const shock: Decision = { kind: 'shock', week: 8, size: 0.5 };
    const late: Buffer = { kind: 'crisisResponse', week: 8, hours: 72 };
    expect(after('fasterResponse', [late], shock)).toEqual([{ ...late, hours: 24 }]);
    expect(after('fasterResponse', [{ ...late, hours: 12 }], shock)).toBeUndefined();
    const broken = { kind: 'apology', week: 10, weeks: 26, strength: 1, kept: false } as const;
    expect(after('apology', [broken], shock)).toMatchObject([{ week: 8, kept: true }]);
    expect(after('apology', [{ ...broken, kept: true }], shock)).toBeUndefined();
    const credit = { kind: 'compensation', week: 8, credit: 0.2 } as const;
    expect(after('compensation', [credit])).toMatchObject([{ credit: 0.2, weeks: 12 }]);
    expect(after('compensation', [{ ...credit, weeks: 12 }])).toBeUndefined();
    const desk = { kind: 'saveDesk', week: 6, mode: 'obstruct', strength: 0.6 } as const;
    expect(after('obstructingDesk', [desk])).toBeUndefined();
    expect(after('listeningDesk', [desk])).toEqual([{ ...desk, week: 4, mode: 'listen' }]);
  });

  test('leaves alone what was done before, and what is stronger later', () => {
    const past: Buffer = { kind: 'explanation', week: -30, strength: 0.2, revert: -20 };
    const standing: Buffer = { kind: 'capacity', multiplier: 0.7 };
    const later: Buffer = { kind: 'capacity', week: 40, multiplier: 3 };
    const explained = { kind: 'explanation', week: 4, strength: 0.8 };
    expect(after('explanation', [past])).toEqual([past, explained]);
    expect(after('capacity', [standing, later])).toEqual([
      ...[standing, later],
      { kind: 'capacity', week: 4, multiplier: 2 },
    ]);
  });

  test('reaches those whom the decision reaches, a policy everybody', () => {
    const some = { segments: ['budget', 'power'] };
    const decision: Decision = { kind: 'price', week: 8, change: 0.3, ...some };
    for (const id of ['explanation', 'litePlan', 'compensation', 'grandfathering'] as const)
      expect(after(id, [], decision)).toMatchObject([some]);
    expect(after('capacity', [], decision)).toEqual([
      { kind: 'capacity', week: 4, multiplier: 2 },
    ]);
    const budget: Buffer = { kind: 'litePlan', week: 8, price: 0.7, value: 0.75 };
    const offered = (segments: string[]) =>
      after('litePlan', [{ ...budget, segments }], decision);
    expect(offered(['budget'])).toMatchObject([some]);
    expect(offered(['budget', 'power', 'vip'])).toBeUndefined();
  });

  test('is no notice that is shorter than the one there is, or than the usual one', () => {
    const noticed = (week: number, buffers: Buffer[] = []) =>
      after('notice', buffers, { kind: 'price', week, change: 0.3 });
    for (const week of [0, 2, 4]) expect([week, noticed(week)]).toEqual([week, undefined]);
    expect(noticed(5)).toEqual([{ kind: 'notice', weeks: 5 }]);
    expect(noticed(20)).toEqual([{ kind: 'notice', weeks: 12 }]);
    // Without any notice so far, a short one is longer.
    expect(noticed(2, [{ kind: 'notice', weeks: 0 }])).toEqual([{ kind: 'notice', weeks: 2 }]);
    expect(noticed(0, [{ kind: 'notice', weeks: 0 }])).toBeUndefined();
  });

  test('comes with the news, which a longer notice moves', () => {
    const both = withFixes(rise, ['explanation', 'notice']);
    expect(both.buffers).toEqual([
      { kind: 'notice', weeks: 8 },
      { kind: 'explanation', week: 0, strength: 0.8 },
    ]);
  });

  test('paces what is faster than it', () => {
    const paced = (decision: Decision) =>
      withFix(scenarioWith([decision]), 'phaseIn')?.decisions[0];
    const two = { kind: 'price', week: 8, change: 0.3, steps: 2 } as const;
    expect(paced(two)).toEqual({ ...two, steps: 4, interval: 13 });
    expect(paced({ ...two, interval: 39 })).toBeUndefined();
    expect(paced({ ...two, steps: 4, interval: 4 })).toBeUndefined();
    expect(paced({ ...two, week: 30 })).toMatchObject({ steps: 4 });
    expect(paced({ ...two, week: 31 })).toBeUndefined();
    const ads = { kind: 'ads', week: 8, load: 0.5, ramp: 12 } as const;
    expect(paced(ads)).toEqual({ ...ads, ramp: 26 });
    expect(paced({ ...ads, ramp: 30 })).toBeUndefined();
  });
});

describe('what moves the cliff', () => {
  test('explaining helps, an obstructing desk harms, and the largest shift comes first', async () => {
    const answer = await fixes(rise, runner);
    const shiftOf = (id: string) => answer.fixes.find((fix) => fix.id === id);
    expect(shiftOf('explanation')).toMatchObject({ effect: 'helps', runs: 8 });
    expect(shiftOf('obstructingDesk')).toMatchObject({ effect: 'harms' });
    const values = answer.fixes.map(({ shift }) => shift?.value ?? NaN);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const { tippingPoint, needed } = answer;
    expect((tippingPoint?.value ?? NaN) + (needed ?? NaN)).toBeCloseTo(0.36, 12);
    for (const { shift } of answer.fixes)
      expect(shift?.low).toBeLessThanOrEqual(shift?.high ?? NaN);

    const least = await smallestFix(rise, answer, runner);
    if (least.kind !== 'found') throw new Error(`Nothing was found: ${least.kind}`);
    expect(least.before.chance).toBeGreaterThan(0.25);
    expect(least.after.chance).toBeLessThan(0.25);
    expect(least.fixes.length).toBeGreaterThan(0);
    expect(least.scenario).toEqual(withFixes(rise, least.fixes));
    const ranks = least.fixes.map((id) => COST_ORDER.findIndex((other) => other === id));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    // With the smaller decision first in the order nothing else is looked at.
    const smallerFirst: Scenario = { ...rise, costOrder: ['smallerDecision', 'explanation'] };
    const smaller = await smallestFix(smallerFirst, answer, runner);
    expect(smaller).toMatchObject({ kind: 'found', fixes: [] });
    if (smaller.kind === 'found') expect(smaller.size).toBeLessThan(0.36);
  }, 60_000);

  test('a small rise needs none, and without any fix none is found', async () => {
    const small = scenarioWith([{ kind: 'price', week: 8, change: 0.02 }]);
    const none = { ...concludeFixes('price', 0.36, [], []) };
    expect(await smallestFix(small, none, runner)).toMatchObject({ kind: 'notNeeded' });
    const nothingGoes: Scenario = { ...rise, costOrder: [] };
    expect(await smallestFix(nothingGoes, none, runner)).toMatchObject({ kind: 'noneFound' });
  });

  test('what a buffer is not about it does not move, to the bit', async () => {
    const shock = scenarioWith([{ kind: 'shock', week: 8, size: 1.4 }], { runs: 4 });
    const only: Runner = {
      perform: async (job, args, signal) => {
        const [{ buffers }] = args as unknown as [Scenario];
        const looked = buffers.length === 0 || buffers[0]?.kind === 'explanation';
        return looked ? runner.perform(job, args, signal) : ({ tip: 1 } as never);
      },
    };
    const answer = await fixes(shock, only);
    expect(answer.fixes.find(({ id }) => id === 'explanation')).toMatchObject({
      ...{ shift: { value: 0, low: 0, high: 0 }, effect: 'nothing' },
    });
  });

  test('nobody chooses the size of a shock, so a smaller one is no fix', async () => {
    const large: Runner = {
      perform: (_job, args) => {
        const [{ decisions }] = args as unknown as [Scenario];
        const [decision] = decisions;
        const breaks = decision && 'size' in decision && decision.size > 0.2;
        return Promise.resolve((breaks ? 0.5 : 0) as never);
      },
    };
    const least = (decision: Decision) =>
      smallestFix(
        scenarioWith([decision]),
        concludeFixes(decision.kind as 'shock', 0.6, [], []),
        large,
      );
    expect(await least({ kind: 'overPromise', week: 8, size: 0.6 })).toMatchObject({
      ...{ kind: 'found', size: 0.2 },
    });
    expect(await least({ kind: 'shock', week: 8, size: 0.6 })).toMatchObject({
      kind: 'noneFound',
    });
  });

  test('starts from how the decision stands where that is known, else from all its runs', async () => {
    const judged = (chance: number, value: number): Standing => ({
      massExit: { chance, low: 0, high: 1, exits: 100 * chance, runs: 100, threshold: 0.2 },
      tippingPoint: { value, low: value, high: value, open: false },
    });
    const none: Runner = { perform: () => Promise.reject(new Error('not needed')) };
    const of = (standing: Standing) =>
      concludeFixes('price', 0.36, [{ tip: 0.2 }], [], standing);
    expect(of(judged(0.9, 0.3))).toMatchObject({ needed: 0.06, tippingPoint: { value: 0.3 } });
    // Beyond a tipping point where most runs hold again, it is not to be moved there.
    const shifts = of(judged(0.2, 0.3));
    expect(shifts).toMatchObject({ needed: null, tippingPoint: { value: 0.3 }, chance: 1 });
    expect(await smallestFix(rise, shifts, none, { standing: judged(0.2, 0.3) })).toMatchObject(
      {
        ...{ kind: 'notNeeded', before: { exits: 20, runs: 100 } },
      },
    );
    // In the first 40 of its runs nothing breaks.
    const late: Runner = {
      perform: (_job, args) => {
        const [, run] = args as unknown as [Scenario, number];
        return Promise.resolve((run >= 40 ? 0.5 : 0) as never);
      },
    };
    const wide: Scenario = { ...rise, runs: 60, costOrder: [] };
    expect(await smallestFix(wide, shifts, late)).toMatchObject({
      ...{ kind: 'noneFound', before: { exits: 20, runs: 60 } },
    });
  });

  test('what suffices does so in as many runs as the chance before', async () => {
    const runs = 100;
    const breaking = (upTo: number, firstOf: number): Runner => ({
      perform: (_job, args) => {
        const [{ buffers }, run] = args as unknown as [Scenario, number];
        const breaks = buffers.length === 0 || (run >= firstOf && run < upTo);
        return Promise.resolve((breaks ? 0.5 : 0) as never);
      },
    });
    const helps = [{ id: 'explanation' as const, scenario: rise, runs: [{ tip: 0.9 }] }];
    const shifts = concludeFixes('price', 0.36, [{ tip: 0.2 }], helps);
    const wide: Scenario = { ...rise, runs, costOrder: ['explanation'] };
    const outcome = (broken: number, from = 0) =>
      smallestFix(wide, shifts, breaking(from + broken, from));
    expect(await outcome(15)).toMatchObject({ kind: 'found', after: { exits: 15, runs } });
    // 16 of the first 40 are too many, whatever follows; 24 of all are not, and 25 are.
    expect(await outcome(16)).toMatchObject({ kind: 'noneFound' });
    expect(await outcome(24, 40)).toMatchObject({ kind: 'found', after: { exits: 24, runs } });
    expect(await outcome(25, 40)).toMatchObject({ kind: 'noneFound' });
  });

  test('a candidate that breaks too often is not run to the end', async () => {
    const asked: number[] = [];
    const all: Runner = {
      perform: (_job, args) => {
        const [{ decisions }, run] = args as unknown as [Scenario, number];
        const [decision] = decisions;
        const change = (decision?.kind === 'price' && decision.change) || 0;
        if (change < 0.36) asked.push(run);
        return Promise.resolve((change > 0.1 ? 0.5 : 0) as never);
      },
    };
    const wide = { ...rise, runs: 100 };
    const found = await smallestFix(wide, concludeFixes('price', 0.36, [], []), all);
    expect(found).toMatchObject({ kind: 'found', size: 0.1, after: { exits: 0, runs: 100 } });
    // Sizes .01 to .355 in steps of .005, halved: as many runs as it takes to refuse one, and all to take one.
    expect(asked.filter((run) => run === 0).length).toBe(
      asked.filter((run) => run === 9).length,
    );
    expect(asked.filter((run) => run === 99).length).toBeGreaterThan(0);
    expect(asked.filter((run) => run === 20).length).toBeLessThan(
      asked.filter((run) => run === 9).length,
    );
  });

  test('a shift smaller than the search can tell is none', () => {
    const { fixes: found } = concludeFixes(
      'price',
      0.3,
      [{ tip: 0.2 }, { tip: 0.3 }],
      [
        { id: 'pause', scenario: rise, runs: [{ tip: 0.201 }, { tip: 0.301 }] },
        { id: 'capacity', scenario: rise, runs: [{ tip: 0.202 }, { tip: 0.302 }] },
      ],
    );
    expect(found).toMatchObject([
      { id: 'capacity', effect: 'helps' },
      { id: 'pause', effect: 'nothing' },
    ]);
  });

  test('no shift is needed where the runs break without the decision, nor for a cut', () => {
    const answer = (size: number, tip: number) => concludeFixes('price', size, [{ tip }], []);
    expect(answer(0.3, 0)).toMatchObject({ breaksWithout: true, needed: null });
    expect(answer(-0.2, 0.3)).toMatchObject({ breaksWithout: false, needed: null });
    expect(answer(0.2, 0.3)).toMatchObject({ breaksWithout: false });
    expect(answer(0.2, 0.3).needed).toBeCloseTo(-0.1, 12);
  });

  test('of a price that is cut a fix is judged by the customers it keeps, wherever the runs tip', () => {
    const at = (tip: number, loss: number) => ({ tip, atSize: { loss, breaks: false } });
    const { fixes: found } = concludeFixes('price', -0.2, times(8, at(0.2, 0.1)), [
      { id: 'notice', scenario: rise, runs: times(8, at(0.3, 0.1)) },
      { id: 'pause', scenario: rise, runs: times(8, at(0.1, 0.05)) },
    ]);
    expect(found).toMatchObject([
      { id: 'pause', shift: null, moved: { up: 0, down: 0 }, effect: 'helps' },
      { id: 'notice', shift: null, moved: { up: 0, down: 0 }, effect: 'nothing' },
    ]);
  });

  test('of a run that never tips it is known that it moves at least so far', () => {
    const { fixes: found } = concludeFixes(
      'price',
      0.3,
      [{ tip: 0.2 }, { tip: 0.3 }],
      [
        { id: 'notice', scenario: rise, runs: [{ tip: 0.3 }, { tip: null }] },
        { id: 'pause', scenario: rise, runs: [{ tip: 0.1 }, { tip: 0.2 }] },
      ],
    );
    expect(found[0]).toMatchObject({
      ...{ id: 'notice', chance: 0.5, effect: 'helps' },
      shift: { bound: 'atLeast', pairs: 2 },
    });
    expect(found[0]?.shift?.value).toBeCloseTo((0.1 + 0.7) / 2, 12);
    expect(found[1]).toMatchObject({
      ...{ id: 'pause', chance: 1, effect: 'harms', shift: { bound: 'none', pairs: 2 } },
    });
  });
});

describe('pacing', () => {
  test('every pace that ends before the horizon, at once first', () => {
    expect(pacedScenarios(rise)?.map(({ pace }) => pace)).toEqual([
      { steps: 1, weeks: null },
      { steps: 2, weeks: 13 },
      { steps: 2, weeks: 26 },
      { steps: 2, weeks: 52 },
      { steps: 4, weeks: 13 },
    ]);
    const cut = scenarioWith([{ kind: 'service', week: 8, downgrade: 0.4 }]);
    expect(pacedScenarios(cut)?.map(({ pace }) => pace.weeks)).toEqual([null, 13, 26, 52]);
    expect(pacedScenarios(scenarioWith([{ kind: 'shock', week: 8, size: 1 }]))).toBeNull();
  });

  test('knows the pace at which the decision stands', () => {
    const own = (decision: Decision) =>
      pacedScenarios(scenarioWith([decision]))?.filter(({ pace }) => isPaced(decision, pace));
    const price = { kind: 'price', week: 8, change: 0.3 } as const;
    const inSteps = (steps: number, interval?: number) => ({
      ...{ ...price, steps },
      ...(interval !== undefined && { interval }),
    });
    expect(own(price)).toMatchObject([{ pace: { steps: 1 } }]);
    expect(own(inSteps(2))).toMatchObject([{ pace: { steps: 2, weeks: 26 } }]);
    expect(own(inSteps(2, 13))).toMatchObject([{ pace: { steps: 2, weeks: 13 } }]);
    // One that is none of those looked at is looked at as well, in its place.
    expect(own(inSteps(3, 13))).toMatchObject([{ pace: { steps: 3, weeks: 13 } }]);
    expect(own(inSteps(8, 52))).toMatchObject([{ pace: { steps: 8, weeks: 52 } }]);
    const all = (decision: Decision) => pacedScenarios(scenarioWith([decision]));
    expect(all(inSteps(3, 13))?.map(({ pace }) => pace.steps)).toEqual([1, 2, 2, 2, 3, 4]);
    const cut = { kind: 'service', week: 8, downgrade: 0.4 } as const;
    expect(own(cut)).toMatchObject([{ pace: { weeks: null } }]);
    expect(own({ ...cut, ramp: 26 })).toMatchObject([{ pace: { weeks: 26 } }]);
    const slow = { ...cut, ramp: 12 };
    expect(all(slow)?.map(({ pace }) => pace.weeks)).toEqual([null, 12, 13, 26, 52]);
    expect(all(slow)?.[1]?.scenario.decisions).toEqual([slow]);
  });

  test('the last step comes before the horizon, and before the decision is taken back', () => {
    const within = (decision: Decision, horizon: number) =>
      pacedScenarios(scenarioWith([decision], { horizon }))?.map(({ pace }) => pace.weeks);
    const price = { kind: 'price', week: 8, change: 0.3 } as const;
    expect(within(price, 47)).toEqual([null, 13, 26]);
    expect(within(price, 48)).toEqual([null, 13, 26, 13]);
    expect(within({ ...price, revert: 34 }, 70)).toEqual([null, 13]);
    const ads = { kind: 'ads', week: 8, load: 0.4 } as const;
    expect(within(ads, 34)).toEqual([null, 13]);
    expect(within(ads, 35)).toEqual([null, 13, 26]);
    expect(within({ ...ads, revert: 21 }, 70)).toEqual([null]);
  });

  test('what grows is there in full once it has grown', async () => {
    const cut = scenarioWith([{ kind: 'service', week: 8, downgrade: 0.4, ramp: 26 }]);
    const perform = (() => Promise.resolve({ loss: 0, revenueChange: 0 })) as Runner['perform'];
    const paces = await pacing(cut, { perform });
    expect(paces?.map(({ weeks, weeksInFull, own }) => [weeks, weeksInFull, own])).toEqual([
      ...[
        [null, 62, false],
        [13, 49, false],
      ],
      ...[
        [26, 36, true],
        [52, 10, false],
      ],
    ]);
  });

  test('four steps keep more customers than one', async () => {
    const paces = (await pacing({ ...rise, horizon: 100 }, runner)) ?? [];
    const loss = (steps: number, weeks: number | null) =>
      paces.find((pace) => pace.steps === steps && pace.weeks === weeks)?.loss.value ?? NaN;
    expect(loss(4, 26)).toBeLessThan(loss(1, null));
    expect(paces.find(({ steps, weeks }) => steps === 4 && weeks === 26)?.weeksInFull).toBe(14);
    expect(paces.find(({ steps }) => steps === 1)?.weeksInFull).toBe(92);
    expect(paces.filter(({ own }) => own)).toEqual([expect.objectContaining({ steps: 1 })]);
  });
});

describe('history', () => {
  const burdened = scenarioWith(
    [
      { kind: 'price', week: -60, change: 0.08 },
      { kind: 'price', week: -170, change: 0.08 },
      { kind: 'price', week: 8, change: 0.25 },
    ],
    { selected: 2 },
  );

  test('a rise after others tips sooner', async () => {
    const answer = await history(burdened, runner);
    expect(answer).toMatchObject({ decisions: 1, since: -60, runs: 8 });
    expect(answer?.shift?.high).toBeLessThan(0);
    expect(await history(rise, runner)).toBeNull();
  });

  test('without it as many weeks are simulated, and only the decisions differ', () => {
    const without = withoutHistory(burdened);
    expect(parseScenario(without).ok).toBe(true);
    expect(compileLevers(without).historyWeeks).toBe(compileLevers(burdened).historyWeeks);
    expect(without.decisions[without.selected ?? -1]).toBe(burdened.decisions[2]);
    // Without the older rise nothing of the past is left: the levers are those of a rise without any.
    const recent = scenarioWith([...burdened.decisions.filter(({ week }) => week > -156)]);
    const { historyWeeks, globals, blocks } = compileLevers(withoutHistory(recent));
    const plain = scenarioWith(burdened.decisions.filter(({ week }) => week > 0));
    expect(historyWeeks).toBeGreaterThan(26);
    expect({ globals, blocks }).toEqual({
      globals: compileLevers(plain, { historyWeeks }).globals,
      blocks: compileLevers(plain, { historyWeeks }).blocks,
    });
  });
});

describe('homophily', () => {
  test('is asked only where a part of the customers is hit', async () => {
    expect(await homophily(rise, runner)).toBeNull();
    const power = scenarioWith([{ kind: 'price', week: 8, change: 0.3, segments: ['power'] }], {
      customers: 1500,
      runs: 4,
    });
    const answer = await homophily(power, runner);
    expect(answer).toMatchObject({ segments: ['power'], runs: 4 });
    // Among themselves they tip at a smaller rise (P8).
    expect(answer?.shift?.high).toBeLessThan(0);
  });
});

test('pairs of tips are compared seed by seed', () => {
  const pairs = concludePairs(
    [
      [{ tip: 0.2 }, { tip: 0.25 }],
      [{ tip: 0.3 }, { tip: 0.35 }],
      [{ tip: 0.4 }, { tip: null }],
    ],
    0.3,
    1,
  );
  expect(pairs.first).toMatchObject({ chance: 2 / 3, tippingPoint: { value: 0.3 } });
  expect(pairs.second).toMatchObject({ chance: 1 / 3 });
  expect(pairs.shift?.value).toBeCloseTo(0.05, 12);
  expect(pairs).toMatchObject({ runs: 3, shift: { pairs: 3, bound: 'atLeast' } });
});
