/** Question 7 and its neighbours, on small markets and on runs made up. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fixes, concludeFixes } from '../../src/assess/fixes.ts';
import { COST_ORDER, FIX_IDS, withFix, withFixes } from '../../src/assess/fixTable.ts';
import { history, withoutHistory } from '../../src/assess/history.ts';
import { homophily } from '../../src/assess/homophily.ts';
import type { Runner } from '../../src/assess/job.ts';
import { pacedScenarios, pacing } from '../../src/assess/pacing.ts';
import { concludePairs } from '../../src/assess/pairedTips.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { smallestFix } from '../../src/assess/smallestFix.ts';
import { compileLevers } from '../../src/model/levers.ts';
import { parseScenario } from '../../src/model/parse.ts';
import type { Decision, Scenario } from '../../src/model/scenario.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await serialRunner();
});

const scenarioWith = (decisions: Decision[], changes: Partial<Scenario> = {}): Scenario => ({
  ...{ version: 1, name: 'fixes', seed: 'fixes', horizon: 80, customers: 1200, runs: 12 },
  ...{ template: 'general', decisions, buffers: [] },
  ...changes,
});
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

describe('what moves the cliff', () => {
  test('explaining helps, an obstructing desk harms, and the largest shift comes first', async () => {
    const answer = await fixes(rise, runner);
    const shiftOf = (id: string) => answer.fixes.find((fix) => fix.id === id);
    expect(shiftOf('explanation')).toMatchObject({ effect: 'helps', runs: 12 });
    expect(shiftOf('obstructingDesk')).toMatchObject({ effect: 'harms' });
    const values = answer.fixes.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const { tippingPoint, needed } = answer;
    expect((tippingPoint?.value ?? NaN) + (needed ?? NaN)).toBeCloseTo(0.36, 12);
    for (const fix of answer.fixes) expect(fix.low).toBeLessThanOrEqual(fix.high);

    const least = await smallestFix(rise, answer, runner);
    if (least.kind !== 'found') throw new Error(`Nothing was found: ${least.kind}`);
    expect(least.before.chance).toBeGreaterThan(0.25);
    expect(least.after.chance).toBeLessThan(0.25);
    expect(least.fixes.length).toBeGreaterThan(0);
    expect(least.scenario).toEqual(withFixes(rise, least.fixes));
    const ranks = least.fixes.map((id) => COST_ORDER.findIndex((other) => other === id));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    // With the smaller decision first in the order nothing else is looked at.
    const [smaller] = await Promise.all([
      smallestFix(rise, answer, runner, {}, ['smallerDecision']),
    ]);
    expect(smaller).toMatchObject({ kind: 'found', fixes: [] });
    if (smaller.kind === 'found') expect(smaller.size).toBeLessThan(0.36);
  }, 60_000);

  test('a small rise needs none, and without any fix none is found', async () => {
    const small = scenarioWith([{ kind: 'price', week: 8, change: 0.02 }]);
    const none = { ...concludeFixes('price', 0.36, [], []) };
    expect(await smallestFix(small, none, runner)).toMatchObject({ kind: 'notNeeded' });
    expect(await smallestFix(rise, none, runner, {}, [])).toMatchObject({ kind: 'noneFound' });
  });

  test('a run that never tips counts as tipping at the largest size, and says so', () => {
    const { fixes: found } = concludeFixes(
      'price',
      0.3,
      [{ tip: 0.2 }, { tip: 0.3 }],
      [
        { id: 'notice', scenario: rise, runs: [{ tip: 0.3 }, { tip: null }] },
        { id: 'pause', scenario: rise, runs: [{ tip: 0.1 }, { tip: 0.2 }] },
      ],
    );
    expect(found[0]).toMatchObject({ id: 'notice', open: true, chance: 0.5 });
    expect(found[0]?.value).toBeCloseTo((0.1 + 0.7) / 2, 12);
    expect(found[1]).toMatchObject({ id: 'pause', open: false, chance: 1, effect: 'harms' });
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

  test('four steps keep more customers than one', async () => {
    const paces = (await pacing({ ...rise, horizon: 100 }, runner)) ?? [];
    const loss = (steps: number, weeks: number | null) =>
      paces.find((pace) => pace.steps === steps && pace.weeks === weeks)?.loss.value ?? NaN;
    expect(loss(4, 26)).toBeLessThan(loss(1, null));
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
    expect(answer).toMatchObject({ decisions: 1, since: -60, runs: 12 });
    expect(answer?.shift.high).toBeLessThan(0);
    expect(await history(rise, runner)).toBeNull();
  });

  test('without it as many weeks are simulated, and only the decisions differ', () => {
    const without = withoutHistory(burdened);
    expect(parseScenario(without).ok).toBe(true);
    expect(compileLevers(without).historyWeeks).toBe(compileLevers(burdened).historyWeeks);
    expect(without.decisions[without.selected ?? -1]).toBe(burdened.decisions[2]);
  });
});

describe('homophily', () => {
  test('is asked only where a part of the customers is hit', async () => {
    expect(await homophily(rise, runner)).toBeNull();
    const power = scenarioWith(
      [{ kind: 'price', week: 8, change: 0.3, segments: ['mainstream'] }],
      { customers: 800, runs: 4 },
    );
    const answer = await homophily(power, runner);
    expect(answer).toMatchObject({ segments: ['mainstream'], runs: 4 });
    expect(answer?.first.tippingPoint?.value).toBeGreaterThan(0);
  });
});

test('pairs of tips are compared seed by seed', () => {
  const pairs = concludePairs(
    [
      [0.2, 0.25],
      [0.3, 0.35],
      [0.4, null],
    ],
    0.3,
    1,
  );
  expect(pairs.first).toMatchObject({ chance: 2 / 3, tippingPoint: { value: 0.3 } });
  expect(pairs.second).toMatchObject({ chance: 1 / 3 });
  expect(pairs.shift.value).toBeCloseTo((0.05 + 0.05 + 0.6) / 3, 12);
  expect(pairs).toMatchObject({ runs: 3, open: true });
});
