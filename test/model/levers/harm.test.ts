import { describe, expect, test } from 'vitest';
import { compiled, globalAt, globalsOf, valueAt, valuesOf } from '../reading.ts';

describe('levels of harm', () => {
  test('a service downgrade holds at once and ends when taken back', () => {
    const table = compiled([{ kind: 'service', week: 5, downgrade: 0.4, revert: 7 }]);
    expect(valuesOf(table, 's', 4, 7)).toEqual([0, 0.4, 0.4, 0]);
  });

  test('a ramp is 0 in its first week and full after its weeks', () => {
    const table = compiled([{ kind: 'service', week: 5, downgrade: 0.4, ramp: 4 }]);
    expect(valuesOf(table, 's', 5, 10)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.4]);
  });

  test('the latest level in force wins, whatever its place in the list', () => {
    const table = compiled([
      { kind: 'service', week: 10, downgrade: 0.2, revert: 12 },
      { kind: 'service', week: 5, downgrade: 0.6 },
    ]);
    expect(valuesOf(table, 's', 9, 12)).toEqual([0.6, 0.2, 0.2, 0.6]);
  });

  test('of two in the same week the one further down wins', () => {
    const table = compiled([
      { kind: 'service', week: 5, downgrade: 0.6 },
      { kind: 'service', week: 5, downgrade: 0.3 },
    ]);
    expect(valuesOf(table, 's', 5, 5)).toEqual([0.3]);
  });

  test('a ramp starts from the level that it replaces', () => {
    const table = compiled([
      { kind: 'service', week: 5, downgrade: 0.4 },
      { kind: 'service', week: 10, downgrade: 0.8, ramp: 4 },
    ]);
    expect(valuesOf(table, 's', 9, 14)).toEqual([0.4, 0.4, 0.5, 0.6, 0.7, 0.8]);
  });

  test('one gets used to ads, and feels what comes on top', () => {
    const table = compiled(
      [
        { kind: 'ads', week: 5, load: 0.4 },
        { kind: 'ads', week: 7, load: 1, revert: 8 },
      ],
      [],
      { parameters: { eta: 0.5 } },
    );
    expect(valuesOf(table, 'ads', 4, 9)).toEqual([0, 0.4, 0.4, 1, 0.4, 0.4]);
    // Used to: 0, .2, .3, .65, .525.
    expect(valuesOf(table, 'adg', 4, 9)).toEqual([0, 0.4, 0.2, 0.7, 0, 0]);
  });

  test('friction and lock-in are levels', () => {
    const table = compiled([
      { kind: 'friction', week: 5, level: 0.3 },
      { kind: 'lockIn', week: 6, level: 0.25, revert: 8 },
    ]);
    expect(valuesOf(table, 'D', 4, 5)).toEqual([0, 0.3]);
    expect(valuesOf(table, 'lock', 5, 8)).toEqual([0, 0.25, 0.25, 0]);
  });
});

describe('feature cuts', () => {
  test('each has its own column, reach and habituation, in the order of their weeks', () => {
    const table = compiled(
      [
        { kind: 'featureCut', week: 6, breadth: 0.5, depth: 0.8 },
        { kind: 'featureCut', week: 5, breadth: 0.2, depth: 0.4, revert: 8 },
      ],
      [],
      { parameters: { eta: 0.5 } },
    );
    expect(table.cutBreadth).toEqual([0.2, 0.5]);
    expect(valuesOf(table, 'q0', 4, 8)).toEqual([0, 0.4, 0.4, 0.4, 0]);
    expect(valuesOf(table, 'qg0', 4, 8)).toEqual([0, 0.4, 0.2, 0.1, 0]);
    expect(valuesOf(table, 'q1', 4, 8)).toEqual([0, 0, 0.8, 0.8, 0.8]);
    expect(valuesOf(table, 'qg1', 4, 8)).toEqual([0, 0, 0.8, 0.4, 0.2]);
    expect(valuesOf(table, 'q2', 4, 8)).toEqual([0, 0, 0, 0, 0]);
  });

  test('habituation takes the rate of the template', () => {
    const decisions = [{ kind: 'featureCut', week: 5, breadth: 0.2, depth: 1 }] as const;
    expect(valueAt(compiled(decisions), 'qg0', 7)).toBeCloseTo(0.97 * 0.97, 6);
    const streaming = compiled(decisions, [], { template: 'streaming' });
    expect(valueAt(streaming, 'qg0', 7)).toBeCloseTo(0.95 * 0.95, 6);
  });

  test('a past cut is half forgotten when the horizon begins', () => {
    const table = compiled([{ kind: 'featureCut', week: -23, breadth: 0.2, depth: 1 }]);
    expect(valueAt(table, 'q0', 0)).toBe(1);
    expect(valueAt(table, 'qg0', 0)).toBeCloseTo(0.4963, 3); // .97^23
  });

  test('a fourth cut has the fourth column', () => {
    const cuts = [3, 4, 5, 6].map(
      (week) => ({ kind: 'featureCut', week, breadth: week / 10, depth: week / 10 }) as const,
    );
    const table = compiled(cuts);
    expect(table.cutBreadth).toEqual([0.3, 0.4, 0.5, 0.6]);
    expect(valuesOf(table, 'q3', 5, 6)).toEqual([0, 0.6]);
  });
});

describe('shocks', () => {
  test('a shock fades by 30 % a week, and shocks add up', () => {
    const table = compiled([
      { kind: 'shock', week: 5, size: 1 },
      { kind: 'shock', week: 7, size: 0.5 },
    ]);
    expect(valuesOf(table, 'z', 4, 8)).toEqual([0, 1, 0.7, 0.99, 0.693]);
    expect(globalsOf(table, 'z', 4, 8)).toEqual([0, 1, 0.7, 0.99, 0.693]);
  });

  test('a shock to one segment is felt there, and heard of everywhere', () => {
    const table = compiled([{ kind: 'shock', week: 5, size: 1, segments: ['budget'] }]);
    expect(valueAt(table, 'z', 5)).toBe(0);
    expect(valueAt(table, 'z', 5, { segment: 'budget' })).toBe(1);
    expect(globalAt(table, 'z', 5)).toBe(1);
  });

  test('powers of .7 are multiplied out', () => {
    const table = compiled([{ kind: 'shock', week: 5, size: 1 }]);
    let left = 1;
    for (let week = 5; week < 30; week++) left *= 0.7;
    expect(globalAt(table, 'z', 30)).toBe(left);
  });

  test('a broken plan of repair is a shock from its end on, a kept one is none', () => {
    const plan = { kind: 'apology', week: 5, weeks: 3, strength: 0.5 } as const;
    const broken = compiled([], [{ ...plan, kept: false }]);
    expect(valuesOf(broken, 'z', 7, 9)).toEqual([0, 0.4, 0.28]);
    expect(globalsOf(broken, 'z', 7, 9)).toEqual([0, 0.4, 0.28]);
    expect(valuesOf(compiled([], [{ ...plan, kept: true }]), 'z', 7, 9)).toEqual([0, 0, 0]);
  });
});

describe('over-promises', () => {
  test('each has its own reach and habituation', () => {
    const table = compiled(
      [
        { kind: 'overPromise', week: 5, size: 0.4, share: 0.3, revert: 8 },
        { kind: 'overPromise', week: 6, size: 0.2 },
      ],
      [],
      { parameters: { eta: 0.5 } },
    );
    expect(table.promiseShare).toEqual([0.3, 1]);
    expect(valuesOf(table, 'og0', 4, 8)).toEqual([0, 0.4, 0.2, 0.1, 0]);
    expect(valuesOf(table, 'og1', 4, 8)).toEqual([0, 0, 0.2, 0.1, 0.05]);
  });
});
