/** Dates that just meet, and values that just are not there. */
import { describe, expect, test } from 'vitest';
import { compileLevers } from '../../../src/model/levers.ts';
import { priceChange } from '../../../src/model/levers/prices.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { compiled, globalsOf, scenarioOf, valueAt, valuesOf } from '../reading.ts';

describe('prices', () => {
  test("the announced price is in today's list price, too", () => {
    const table = compiled([
      { kind: 'price', week: -20, change: 0.25 },
      { kind: 'price', week: 10, change: 0.1 },
    ]);
    expect(valuesOf(table, 'Pa', -25, -23)).toEqual([0.8, 1, 1]);
    expect(valuesOf(table, 'Pa', 5, 6)).toEqual([1, 1.1]);
  });

  test('a decision that changes no price is no change', () => {
    expect(priceChange({}, 9.99)).toBe(0);
    expect(priceChange({ newPrice: 5 }, 4)).toBe(0.25);
    expect(priceChange({ change: 0.1, newPrice: 5 }, 4)).toBe(0.1);
  });
});

describe('going back', () => {
  test('a rise in week 0 itself is taken back', () => {
    const table = compiled(
      [{ kind: 'price', week: 0, change: 0.3 }],
      [],
      {},
      { goBackWeek: 5 },
    );
    expect(valuesOf(table, 'P', -1, 6)).toEqual([1, 1.3, 1.3, 1.3, 1.3, 1.3, 1, 1]);
  });

  test('a shock in that very week or later does not happen, one before does', () => {
    const shockIn = (week: number) =>
      compiled([{ kind: 'shock', week, size: 1 }], [], {}, { goBackWeek: 10 });
    expect(valuesOf(shockIn(9), 'z', 8, 10)).toEqual([0, 1, 0.7]);
    expect(globalsOf(shockIn(9), 'z', 8, 10)).toEqual([0, 1, 0.7]);
    for (const week of [10, 11]) {
      expect(valuesOf(shockIn(week), 'z', 9, 14)).toEqual([0, 0, 0, 0, 0, 0]);
      expect(globalsOf(shockIn(week), 'z', 9, 14)).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });

  test('a breach of integrity that does not happen does not devalue compensation', () => {
    const repairWith = (goBackWeek: number) =>
      valueAt(
        compiled(
          [{ kind: 'shock', week: 10, size: 1, integrity: true }],
          [{ kind: 'compensation', week: 3, credit: 0.25 }],
          {},
          { goBackWeek },
        ),
        'rep',
        3,
      );
    expect(repairWith(11) / repairWith(10)).toBeCloseTo(0.4, 6);
  });

  test('a broken plan that ended before is felt, however late one goes back', () => {
    const table = compiled(
      [{ kind: 'price', week: 2, change: 0.1 }],
      [{ kind: 'apology', week: 2, weeks: 3, strength: 1, kept: false }],
      {},
      { goBackWeek: 4 },
    );
    expect(valuesOf(table, 'z', 4, 6)).toEqual([0, 0.8, 0.56]);
  });
});

describe('entries without a value', () => {
  test('an end that is not there is no end', () => {
    const openness = { kind: 'openness', week: 3, level: 0.9, revert: undefined } as const;
    const table = compileLevers({ ...scenarioOf([]), decisions: [openness] });
    expect(valuesOf(table, 'x', 2, 4)).toEqual([0.2, 0.9, 0.9]);
    expect(valueAt(table, 'x', 59)).toBeCloseTo(0.9, 6);
  });

  test('a list of segments that is not there reaches everybody', () => {
    const ads = { kind: 'ads', week: 3, load: 0.5, segments: undefined } as const;
    const table = compileLevers({ ...scenarioOf([]), decisions: [ads] });
    for (const segment of ['mainstream', 'vip'] as const)
      expect(valueAt(table, 'ads', 3, { segment })).toBe(0.5);
  });

  test('without a template the parameters are those of the general market', () => {
    const { template, ...rest } = scenarioOf([{ kind: 'noticeMail', week: 4 }]);
    expect(template).toBe('general');
    const own: Scenario = { ...rest, segments: [{ name: 'mainstream', share: 1 }] };
    const table = compileLevers(own);
    expect(table.segments).toBe(1);
    expect(table.blocks).toContain(Math.fround(0.55));
  });
});
