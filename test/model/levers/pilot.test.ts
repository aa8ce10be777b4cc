import { describe, expect, test } from 'vitest';
import type { Buffer, Decision } from '../../../src/model/scenario.ts';
import { compiled, globalAt, rowsOf, setOf, valueAt, valuesOf } from '../reading.ts';

const decisions: readonly Decision[] = [
  { kind: 'price', week: 8, change: 0.2, steps: 2, interval: 5 },
  { kind: 'featureCut', week: 10, breadth: 0.4, depth: 0.5 },
  { kind: 'service', week: 9, downgrade: 0.5, ramp: 4, revert: 30 },
  { kind: 'ads', week: 12, load: 0.3 },
  { kind: 'lockIn', week: 12, level: 0.3 },
  { kind: 'friction', week: 12, level: 0.2 },
  { kind: 'overPromise', week: 12, size: 0.3 },
];
const offers: readonly Buffer[] = [
  { kind: 'litePlan', week: 9, price: 0.7, value: 0.8, revert: 25 },
  { kind: 'pause', week: 9, weeks: 13, price: 0.1 },
];
const pilot = (more: Partial<Extract<Buffer, { kind: 'pilot' }>> = {}): Buffer => ({
  kind: 'pilot',
  week: 8,
  ...more,
});

describe('pilot', () => {
  test('widened at once it is the plain decision in both sets', () => {
    const plain = compiled(decisions, offers);
    const table = compiled(decisions, [...offers, pilot({ share: 0.3, widen: 8 })]);
    expect(table.blocks).toEqual(plain.blocks);
    expect(table.globals).toEqual(plain.globals);
    expect([...table.pilotShare]).toEqual([0.3, 0.3, 0.3, 0.3]);
  });

  test('of everybody it is the plain decision in the pilot set', () => {
    const plain = compiled(decisions, offers);
    const table = compiled(decisions, [...offers, pilot({ share: 1 })]);
    expect(setOf(table, true)).toEqual(setOf(plain, true));
    expect(table.globals).toEqual(plain.globals);
  });

  test('of all segments it is the plain decision in the pilot set', () => {
    const plain = compiled(decisions, offers);
    const segments = ['mainstream', 'power', 'budget', 'vip'];
    const table = compiled(decisions, [...offers, pilot({ segments })]);
    expect(setOf(table, true)).toEqual(setOf(plain, true));
    expect(table.globals).toEqual(plain.globals);
    expect([...table.pilotShare]).toEqual([1, 1, 1, 1]);
  });

  test('of nobody and never widened it is no decision outside', () => {
    const nothing = compiled([]);
    const table = compiled(decisions, [...offers, pilot({ share: 0 })]);
    expect(setOf(table, false)).toEqual(setOf(nothing, false));
    expect(table.globals).toEqual(nothing.globals);
    expect([...table.pilotShare]).toEqual([0, 0, 0, 0]);
  });

  test('of one segment only that one is in it', () => {
    const table = compiled(decisions, [...offers, pilot({ segments: ['power'], share: 0.5 })]);
    expect([...table.pilotShare]).toEqual([0, 0.5, 0, 0]);
  });

  test('the rest gets everything later by the same number of weeks', () => {
    const table = compiled(decisions, [...offers, pilot({ share: 0.3, widen: 28 })]);
    const inPilot = { inPilot: true };
    for (const lever of ['P', 'Pa', 'W', 's', 'ads', 'adg', 'lock', 'D', 'q0', 'qg0'] as const)
      expect(valuesOf(table, lever, 22, 55), lever).toEqual(
        valuesOf(table, lever, 2, 35, inPilot),
      );
    for (const lever of ['og0', 'lite', 'PL', 'PLa', 'pzW', 'pzP'] as const)
      expect(valuesOf(table, lever, 22, 55), lever).toEqual(
        valuesOf(table, lever, 2, 35, inPilot),
      );
    expect(valuesOf(table, 'P', 27, 33)).toEqual([1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.2]);
    expect(valuesOf(table, 's', 49, 50)).toEqual([0.5, 0]);
    expect(valuesOf(table, 'lite', 28, 29)).toEqual([0, 1]);
  });

  test('what comes before the pilot, and openness, shocks and mails, reach everybody', () => {
    const table = compiled(
      [
        { kind: 'price', week: 5, change: 0.1 },
        { kind: 'openness', week: 10, level: 0.9 },
        { kind: 'shock', week: 11, size: 0.4 },
        { kind: 'noticeMail', week: 12 },
        { kind: 'price', week: 20, change: 0.2 },
      ],
      [pilot({ share: 0.5 }), { kind: 'explanation', week: 10, strength: 0.4 }],
    );
    expect(valueAt(table, 'P', 10)).toBeCloseTo(1.1, 6);
    expect(valueAt(table, 'x', 10)).toBeCloseTo(0.9, 6);
    expect(valueAt(table, 'z', 11)).toBeCloseTo(0.4, 6);
    expect(valueAt(table, 'W', 12)).toBeCloseTo(0.55, 6);
    expect(valueAt(table, 'e', 10)).toBeCloseTo(0.4, 6);
    expect(valuesOf(table, 'P', 20, 20)).toEqual([1.1]);
    expect(valuesOf(table, 'P', 20, 20, { inPilot: true })).toEqual([1.32]);
  });

  test('a decision for one segment stays with it, in the pilot and outside', () => {
    const table = compiled(
      [{ kind: 'price', week: 8, change: 0.2, segments: ['budget'] }],
      [pilot({ share: 0.5, widen: 20 })],
    );
    expect(valuesOf(table, 'P', 20, 20, { inPilot: true })).toEqual([1]);
    const budget = { segment: 'budget' } as const;
    expect(valuesOf(table, 'P', 19, 20, budget)).toEqual([1, 1.2]);
    expect(valuesOf(table, 'P', 8, 8, { ...budget, inPilot: true })).toEqual([1.2]);
  });

  test('the capacity is the mean over those in the pilot and outside', () => {
    const table = compiled(
      [{ kind: 'service', week: 8, downgrade: 0.5 }],
      [pilot({ share: 0.25, segments: ['mainstream'], widen: 20 })],
    );
    // 8 at full service, 6.4 in the pilot: a quarter of 70 % of the customers.
    expect(globalAt(table, 'cap', 8)).toBeCloseTo(8 - 1.6 * 0.25 * 0.7, 12);
    expect(globalAt(table, 'cap', 7)).toBe(8);
    expect(globalAt(table, 'cap', 20)).toBeCloseTo(6.4, 12);
  });

  test('the old price of a grandfathered customer is that of the own set', () => {
    const table = compiled(
      [{ kind: 'price', week: 8, change: 0.2 }],
      [
        pilot({ share: 0.5, widen: 12 }),
        { kind: 'grandfathering', week: 10, share: 1, weeks: 9 },
      ],
    );
    expect(valuesOf(table, 'Pold', 10, 10)).toEqual([1]);
    expect(valuesOf(table, 'Pold', 10, 10, { inPilot: true })).toEqual([1.2]);
  });
});

describe('tripwire', () => {
  const buffers = [...offers, pilot({ share: 0.3, widen: 28 })];
  const planned = compiled(decisions, buffers);
  const tripped = compiled(decisions, buffers, {}, { tripWeek: 20 });

  test('before it nothing is different', () => {
    expect(rowsOf(tripped, -26, 20)).toEqual(rowsOf(planned, -26, 20));
  });

  test('from then on the pilot is undone and the rest never gets it', () => {
    const inPilot = { inPilot: true };
    for (const where of [{}, inPilot]) {
      for (const lever of ['P', 'Pa'] as const)
        expect(valuesOf(tripped, lever, 20, 40, where)).toEqual(Array(21).fill(1));
      for (const lever of ['q0', 's', 'ads', 'lock', 'D', 'og0', 'lite', 'pzW'] as const)
        expect(valuesOf(tripped, lever, 20, 40, where), lever).toEqual(Array(21).fill(0));
    }
    expect(valuesOf(tripped, 'W', 20, 20, inPilot)).toEqual([0.65]);
    expect(valuesOf(tripped, 'WL', 20, 20, inPilot)).toEqual([0.4]);
    expect(valuesOf(tripped, 'W', 20, 40)).toEqual(Array(21).fill(0));
  });

  test('a widening that was already announced is not billed', () => {
    const late = compiled(decisions, buffers, {}, { tripWeek: 26 });
    expect(valuesOf(late, 'Pa', 24, 26)).toEqual([1.1, 1.1, 1]);
    expect(valuesOf(late, 'W', 24, 28)).toEqual([0.55, 0, 0, 0, 0]);
    expect(valuesOf(late, 'P', 26, 40)).toEqual(Array(15).fill(1));
  });

  test('what is not piloted stays', () => {
    const table = compiled(
      [
        { kind: 'price', week: 8, change: 0.2 },
        { kind: 'openness', week: 9, level: 0.6 },
        { kind: 'price', week: 3, change: 0.1 },
      ],
      [pilot({ share: 0.5 })],
      {},
      { tripWeek: 12 },
    );
    expect(valuesOf(table, 'x', 12, 12, { inPilot: true })).toEqual([0.6]);
    expect(valuesOf(table, 'P', 11, 12, { inPilot: true })).toEqual([1.32, 1.1]);
  });
});
