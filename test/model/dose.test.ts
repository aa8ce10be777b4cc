import { describe, expect, test } from 'vitest';
import {
  doseOf,
  doseRange,
  largestDose,
  levelBefore,
  selectedDecision,
  withDose,
} from '../../src/model/dose.ts';
import { compileLevers } from '../../src/model/levers.ts';
import { doNothing, firstDifference } from '../../src/model/twin.ts';
import type { Decision } from '../../src/model/scenario.ts';
import { scenarioOf, valueAt } from './reading.ts';

const sized: readonly [Decision, number][] = [
  [{ kind: 'price', week: 8, change: 0.22 }, 0.22],
  [{ kind: 'price', week: 8, newPrice: 1.25 }, 0.25],
  [{ kind: 'featureCut', week: 8, breadth: 0.9, depth: 0.3 }, 0.3],
  [{ kind: 'openness', week: 8, level: 0.05 }, 0.15],
  [{ kind: 'openness', week: 8, level: 0.7 }, -0.5],
  [{ kind: 'service', week: 8, downgrade: 0.4 }, 0.4],
  [{ kind: 'ads', week: 8, load: 0.6 }, 0.6],
  [{ kind: 'shock', week: 8, size: 0.7 }, 0.7],
  [{ kind: 'friction', week: 8, level: 0.2 }, 0.2],
  [{ kind: 'lockIn', week: 8, level: 0.3 }, 0.3],
  [{ kind: 'overPromise', week: 8, size: 0.5, share: 0.1 }, 0.5],
];

describe('dose', () => {
  test.each(sized)('of %j is %f', (decision, dose) => {
    expect(doseOf(scenarioOf([decision]), 0)).toBeCloseTo(dose, 12);
  });

  test.each(sized)('%j takes another one', (decision) => {
    const scenario = scenarioOf([{ kind: 'noticeMail', week: 3 }, decision]);
    const resized = withDose(scenario, 1, 0.1);
    expect(doseOf(resized, 1)).toBeCloseTo(0.1, 12);
    expect(resized.decisions[1]?.kind).toBe(decision.kind);
    expect(resized.decisions[0]).toBe(scenario.decisions[0]);
    expect(scenario.decisions[1]).toEqual(decision);
    expect(compileLevers(resized).blocks).not.toEqual(compileLevers(scenario).blocks);
  });

  test.each(sized)('none of %j is the do-nothing twin', (decision) => {
    const scenario = scenarioOf([decision], [], { horizon: 30 });
    const none = compileLevers(withDose(scenario, 0, 0));
    const twin = compileLevers(doNothing(scenario));
    expect(none.blocks).toEqual(twin.blocks);
    expect(none.globals).toEqual(twin.globals);
    expect(firstDifference(none, twin)).toBe(none.weeks);
  });

  test('a new price is counted from the list price in money', () => {
    const scenario = scenarioOf([{ kind: 'price', week: 8, newPrice: 11 }], [], {
      listPrice: 10,
    });
    expect(doseOf(scenario, 0)).toBeCloseTo(0.1, 12);
    expect(valueAt(compileLevers(withDose(scenario, 0, 0.3)), 'P', 8)).toBeCloseTo(1.3, 6);
  });

  test('openness is counted from what it was for those whom it reaches', () => {
    const scenario = scenarioOf([
      { kind: 'openness', week: 8, level: 0.3, segments: ['vip'] },
      { kind: 'openness', week: -5, level: 0.9, segments: ['vip', 'power'] },
      { kind: 'openness', week: 20, level: 0.1 },
    ]);
    expect(doseOf(scenario, 0)).toBeCloseTo(0.6, 12);
    expect(doseOf(scenario, 2)).toBeCloseTo(0.1, 12);
  });

  test('one cannot close more than all, nor open more than all', () => {
    const scenario = scenarioOf([{ kind: 'openness', week: 8, level: 0.1 }]);
    expect(withDose(scenario, 0, 0.9).decisions[0]).toMatchObject({ level: 0 });
    expect(withDose(scenario, 0, -0.9).decisions[0]).toMatchObject({ level: 1 });
  });

  test('every kind has a largest size that is accepted', () => {
    for (const [decision] of sized) {
      if (decision.kind === 'noticeMail') continue;
      const largest = largestDose(scenarioOf([decision]), 0);
      if (decision.kind !== 'openness') expect(largest).toBe(doseRange(decision.kind));
      const scenario = withDose(scenarioOf([decision]), 0, largest);
      expect(() => scenarioOf(scenario.decisions), decision.kind).not.toThrow();
    }
    expect(doseRange('price')).toBe(1);
  });

  test('nothing is closed further than it is open', () => {
    const market = [{ kind: 'openness' as const, week: 8, level: 0.1 }];
    expect(largestDose(scenarioOf(market), 0)).toBe(0.2);
    const opened = [...market, { kind: 'openness' as const, week: -5, level: 0.9 }];
    expect(largestDose(scenarioOf(opened), 0)).toBe(0.9);
    const closed = [...market, { kind: 'openness' as const, week: -5, level: 0 }];
    expect(largestDose(scenarioOf(closed), 0)).toBe(0.01);
    expect([market, opened, closed].map((all) => levelBefore(scenarioOf(all), 0))).toEqual([
      ...[0.2, 0.9, 0],
    ]);
    expect(levelBefore(scenarioOf([{ kind: 'ads', week: 8, load: 1 }]), 0)).toBeNull();
    // At the limit it is closed, and at every smaller size it is not.
    expect(withDose(scenarioOf(opened), 0, 0.9).decisions[0]).toMatchObject({ level: 0 });
    expect(withDose(scenarioOf(opened), 0, 0.899).decisions[0]).not.toMatchObject({ level: 0 });
  });

  test('a mail has no size', () => {
    const scenario = scenarioOf([{ kind: 'noticeMail', week: 3 }]);
    expect(() => doseOf(scenario, 0)).toThrow(
      'decisions[0]: received noticeMail, expected a decision with a size',
    );
    expect(() => withDose(scenario, 4, 1)).toThrow('decisions[4]: received nothing');
    expect(() => withDose(scenarioOf([{ kind: 'ads', week: 3, load: 1 }]), 0, NaN)).toThrow(
      'dose: received NaN, expected a finite number',
    );
  });
});

describe('selected decision', () => {
  const decisions: readonly Decision[] = [
    { kind: 'price', week: -5, change: 0.1 },
    { kind: 'noticeMail', week: 3 },
    { kind: 'ads', week: 20, load: 0.3 },
    { kind: 'price', week: 0, change: 0.1 },
  ];

  test('is the first in the list with a size from week 0 on', () => {
    expect(selectedDecision(scenarioOf(decisions))).toBe(2);
  });

  test('is the one that was chosen', () => {
    expect(selectedDecision(scenarioOf(decisions, [], { selected: 3 }))).toBe(3);
  });

  test('a scenario without one has a problem', () => {
    expect(selectedDecision(scenarioOf(decisions.slice(0, 2)))).toEqual({
      path: 'decisions',
      received: ['price', 'noticeMail'],
      expected: 'a decision with a size, dated week 0 or later, to assess',
    });
  });
});
