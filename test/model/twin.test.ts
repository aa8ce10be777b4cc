import { describe, expect, test } from 'vitest';
import { compileLevers } from '../../src/model/levers.ts';
import { parseScenario } from '../../src/model/parse.ts';
import type { Buffer, Decision } from '../../src/model/scenario.ts';
import { doNothing, firstDifference, firstNews } from '../../src/model/twin.ts';
import { compiled, rowsOf, scenarioOf } from './reading.ts';

const rise = (change: number, week = 8): Decision => ({ kind: 'price', week, change });
const past: readonly Decision[] = [
  { kind: 'price', week: -40, change: 0.1, steps: 3, interval: 30 },
  { kind: 'featureCut', week: -20, breadth: 0.3, depth: 0.4 },
  { kind: 'openness', week: -1, level: 0.6 },
];
const future: readonly Decision[] = [
  { kind: 'price', week: 0, change: 0.1 },
  { kind: 'featureCut', week: 9, breadth: 0.6, depth: 0.7 },
  { kind: 'shock', week: 9, size: 0.4 },
];
const standing: readonly Buffer[] = [
  { kind: 'notice', weeks: 12 },
  { kind: 'capacity', week: 10, multiplier: 0.8 },
  { kind: 'empowerment', level: 0.9 },
  { kind: 'saveDesk', week: 5, mode: 'listen', strength: 0.5 },
  { kind: 'outreach', week: 5, level: 0.5 },
  { kind: 'fatigue' },
  { kind: 'referral', share: 0.3 },
];
const pastBuffers: readonly Buffer[] = [
  { kind: 'apology', week: -18, weeks: 6, strength: 0.5, kept: false },
  { kind: 'explanation', week: -20, strength: 0.3 },
];
const bound: readonly Buffer[] = [
  { kind: 'explanation', week: 8, strength: 0.5 },
  { kind: 'grandfathering', week: 0, share: 0.5, weeks: 10 },
  { kind: 'compensation', week: 8, credit: 0.2 },
  { kind: 'apology', week: 10, weeks: 4, strength: 0.5, kept: true },
  { kind: 'crisisResponse', week: 9, hours: 24 },
  { kind: 'oneMessage', week: 8, strength: 0.7 },
  { kind: 'opinionLeaders', week: 8, strength: 0.7 },
  { kind: 'litePlan', week: 8, price: 0.6, value: 0.7 },
  { kind: 'pause', week: 8, weeks: 13, price: 0.1 },
  { kind: 'winBack', week: 30, weeks: 4 },
  { kind: 'pilot', week: 8, share: 0.3 },
];

describe('do-nothing twin', () => {
  const scenario = scenarioOf([...future, ...past], [...bound, ...standing, ...pastBuffers], {
    selected: 1,
  });
  const twin = doNothing(scenario);

  test('keeps the past and the standing policies, and nothing else', () => {
    expect(twin.decisions).toEqual(past);
    expect(twin.buffers).toEqual([...standing, ...pastBuffers]);
    expect(twin.selected).toBeUndefined();
    expect(twin).toMatchObject({ seed: 'test', horizon: 60, customers: 1000 });
  });

  test('is a scenario itself, and its own twin', () => {
    expect(parseScenario(JSON.parse(JSON.stringify(twin))).ok).toBe(true);
    expect(doNothing(twin)).toEqual(twin);
  });

  test('is the same as the scenario until the decision can first be known', () => {
    // The pilot has to be left out: its complaints are counted from the first week on.
    const decided = scenarioOf(
      [...future, ...past],
      [...bound.slice(0, -1), ...standing, ...pastBuffers],
    );
    const a = compileLevers(decided);
    const b = compileLevers(doNothing(decided));
    expect(a.historyWeeks).toBe(78);
    // Twelve weeks of notice before week 0.
    expect(firstDifference(a, b)).toBe(78 - 12);
    expect(rowsOf(a, -78, -12)).toEqual(rowsOf(b, -78, -12));
  });
});

describe('first difference', () => {
  const table = (...decisions: Decision[]) => compiled(decisions);

  test('is the announcement of a price, and the week of anything else', () => {
    expect(firstDifference(table(rise(0.1)), table(rise(0.2)))).toBe(26 + 4);
    expect(firstDifference(table(rise(0.1)), table())).toBe(26 + 4);
    expect(firstDifference(table({ kind: 'ads', week: 8, load: 0.1 }), table())).toBe(26 + 8);
    expect(firstDifference(table({ kind: 'ads', week: 8, load: 0.1, ramp: 3 }), table())).toBe(
      26 + 9,
    );
    const shock = table({ kind: 'shock', week: 0, size: 0.1, segments: ['vip'] });
    expect(firstDifference(shock, table())).toBe(26);
  });

  test('is found in what holds for everybody as well', () => {
    const calm = compiled([], [{ kind: 'crisisResponse', week: 5, hours: 0 }]);
    expect(firstDifference(calm, compiled([]))).toBe(26 + 5);
  });

  test('is the number of rows if there is none', () => {
    expect(firstDifference(table(rise(0.1)), table(rise(0.1)))).toBe(86);
    const cut: Decision = { kind: 'featureCut', week: 8, breadth: 0.5, depth: 0 };
    expect(firstDifference(table(cut), table())).toBe(86);
  });

  test('is the last row for a decision of the last week', () => {
    expect(firstDifference(table({ kind: 'ads', week: 59, load: 1 }), table())).toBe(85);
  });

  test('ends with the shorter table', () => {
    const short = compiled([rise(0.1)], [], { horizon: 20 });
    expect(firstDifference(short, table(rise(0.1)))).toBe(46);
  });

  test('is the week of going back', () => {
    const scenario = scenarioOf([rise(0.1)]);
    const back = compileLevers(scenario, { goBackWeek: 30 });
    expect(firstDifference(compileLevers(scenario), back)).toBe(26 + 30);
  });

  test('is the start for another past, other switches, another pilot or another meaning', () => {
    const plain = compiled([rise(0.1)]);
    expect(firstDifference(plain, compiled([rise(0.1)], [], {}, { historyWeeks: 0 }))).toBe(0);
    expect(firstDifference(plain, table(rise(0.1), rise(0.1, -5)))).toBe(0);
    // Both rises wake everybody in the first row, and today's price is the same: only the price before differs.
    const before = (change: number) =>
      compiled([rise(change, -9)], [], {}, { historyWeeks: 9 });
    expect(firstDifference(before(1), before(2))).toBe(0);
    expect(firstDifference(plain, compiled([rise(0.1)], [{ kind: 'fatigue' }]))).toBe(0);
    const pilot = compiled([rise(0.1)], [{ kind: 'pilot', week: 8, share: 0.5 }]);
    expect(firstDifference(plain, pilot)).toBe(0);
    const cut = (breadth: number) =>
      table({ kind: 'featureCut', week: 8, breadth, depth: 0.5 });
    expect(firstDifference(cut(0.2), cut(0.3))).toBe(0);
    const promise = (share: number) =>
      table({ kind: 'overPromise', week: 8, size: 0.5, share });
    expect(firstDifference(promise(0.2), promise(0.3))).toBe(0);
    const lite = (value: number) =>
      compiled([], [{ kind: 'litePlan', week: 8, price: 0.5, value }]);
    expect(firstDifference(lite(0.2), lite(0.3))).toBe(0);
    expect(firstDifference(lite(0.2), compiled([]))).toBe(26 + 8);
  });
});

describe('the first news of the decisions', () => {
  const news = (decisions: readonly Decision[], ...buffers: Buffer[]) =>
    firstNews(scenarioOf(decisions, buffers));

  test('is the announcement of a price, four weeks before it unless set otherwise', () => {
    expect(news([rise(0.1, 8)])).toBe(4);
    expect(news([rise(0.1, 8)], { kind: 'notice', weeks: 12 })).toBe(-4);
    expect(news([rise(0.1, 8)], { kind: 'notice', weeks: 0 })).toBe(8);
  });

  test('is the week of anything else, and of the first of several from week 0 on', () => {
    const ads: Decision = { kind: 'ads', week: 7, load: 0.5 };
    expect(news([ads])).toBe(7);
    expect(news([rise(0.1, 20), ads, rise(0.1, 10), rise(0.1, -20)])).toBe(6);
    expect(news([rise(0.1, -20)])).toBe(Infinity);
  });

  test('is where the run leaves its twin', () => {
    const scenario = scenarioOf([rise(0.1, 8), { kind: 'ads', week: 7, load: 0.5 }]);
    const twin = compileLevers(doNothing(scenario));
    expect(firstDifference(twin, compileLevers(scenario))).toBe(26 + firstNews(scenario));
  });
});
