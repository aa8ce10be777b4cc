import { describe, expect, test } from 'vitest';
import { compileLevers } from '../../../src/model/levers.ts';
import { compiled, scenarioOf, valueAt, valuesOf } from '../reading.ts';

describe('list price', () => {
  test('a rise holds from its week to the end of the horizon', () => {
    const table = compiled([{ kind: 'price', week: 8, change: 0.22 }]);
    expect(valuesOf(table, 'P', 6, 9)).toEqual([1, 1, 1.22, 1.22]);
    expect(valueAt(table, 'P', 59)).toBeCloseTo(1.22, 6);
    expect(valueAt(table, 'P', -26)).toBe(1);
    expect([...table.startPrice]).toEqual([1, 1, 1, 1]);
  });

  test('a rise in week 0 and one in the last week are in the table', () => {
    const table = compiled([
      { kind: 'price', week: 0, change: 0.1 },
      { kind: 'price', week: 59, change: 0.5 },
    ]);
    expect(valuesOf(table, 'P', -1, 0)).toEqual([1, 1.1]);
    expect(valuesOf(table, 'P', 58, 59)).toEqual([1.1, 1.65]);
  });

  test('several changes multiply', () => {
    const table = compiled([
      { kind: 'price', week: 10, change: 0.1 },
      { kind: 'price', week: 5, change: -0.2 },
    ]);
    expect(valuesOf(table, 'P', 4, 11)).toEqual([1, 0.8, 0.8, 0.8, 0.8, 0.8, 0.88, 0.88]);
  });

  test('steps add up to the change, half a year apart unless said otherwise', () => {
    const apart = compiled([{ kind: 'price', week: 2, change: 0.2, steps: 4, interval: 3 }]);
    expect(valuesOf(apart, 'P', 1, 12)).toEqual([
      1, 1.05, 1.05, 1.05, 1.1, 1.1, 1.1, 1.15, 1.15, 1.15, 1.2, 1.2,
    ]);
    const usual = compiled([{ kind: 'price', week: 2, change: 0.2, steps: 2 }]);
    expect(valuesOf(usual, 'P', 27, 28)).toEqual([1.1, 1.2]);
  });

  test('going back restores the old price from that week on, whatever steps were left', () => {
    const table = compiled([
      { kind: 'price', week: 4, change: 0.2, steps: 2, interval: 10, revert: 9 },
    ]);
    expect(valuesOf(table, 'P', 3, 15)).toEqual([
      1, 1.1, 1.1, 1.1, 1.1, 1.1, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });

  test('a new price is a change of the list price', () => {
    const table = compiled([{ kind: 'price', week: 8, newPrice: 11.49 }], [], {
      listPrice: 9.99,
    });
    expect(valueAt(table, 'P', 8)).toBeCloseTo(11.49 / 9.99, 6);
    expect(valueAt(compiled([{ kind: 'price', week: 8, newPrice: 1.3 }]), 'P', 8)).toBeCloseTo(
      1.3,
      6,
    );
  });
});

describe('history', () => {
  const past = compiled([
    { kind: 'price', week: -60, change: 0.1 },
    { kind: 'price', week: -26, change: 0.25 },
    { kind: 'price', week: 8, change: 0.2 },
  ]);

  test("past prices are expressed in today's list price", () => {
    const first = 1 / 1.375;
    expect(past.startPrice[0]).toBeCloseTo(first, 12);
    expect(valueAt(past, 'P', -61)).toBeCloseTo(first, 6);
    expect(valueAt(past, 'P', -60)).toBeCloseTo(0.8, 6);
    expect(valueAt(past, 'P', -27)).toBeCloseTo(0.8, 6);
    expect(valueAt(past, 'P', -26)).toBe(1);
    expect(valueAt(past, 'P', -1)).toBe(1);
    expect(valueAt(past, 'P', 8)).toBeCloseTo(1.2, 6);
  });

  test('only the segments that a past rise reached were cheaper before', () => {
    const table = compiled([{ kind: 'price', week: -10, change: 0.25, segments: ['vip'] }]);
    expect([...table.startPrice]).toEqual([1, 1, 1, 0.8]);
    expect(valueAt(table, 'P', -11, { segment: 'vip' })).toBeCloseTo(0.8, 6);
    expect(valueAt(table, 'P', -11)).toBe(1);
    expect(valueAt(table, 'P', 0, { segment: 'vip' })).toBe(1);
  });

  test.each([
    [undefined, 26],
    [-1, 52],
    [-26, 52],
    [-27, 78],
    [-60, 104],
    [-260, 286],
  ])('the oldest past entry in week %s makes %i weeks of history', (week, expected) => {
    const mail = week === undefined ? [] : [{ kind: 'noticeMail', week } as const];
    const table = compiled([{ kind: 'price', week: 4, change: 0.1 }, ...mail]);
    expect(table.historyWeeks).toBe(expected);
    expect(table.weeks).toBe(expected + 60);
    expect(table.globals.length).toBe(table.weeks * 5);
    expect(table.blocks.length).toBe(table.weeks * 4 * 2 * 37);
  });

  test.each([
    [4, 4, 26],
    [3, 4, 52],
    [2, 52, 78],
    [0, 0, 26],
    [0, 4, 52],
    [-1, 52, 52],
  ])(
    'a rise in week %i with %i weeks of notice makes %i weeks of history',
    (week, notice, expected) => {
      const rise = { kind: 'price', week, change: 0.1 } as const;
      const { historyWeeks } = compiled([rise], [{ kind: 'notice', weeks: notice }]);
      expect(historyWeeks).toBe(expected);
    },
  );

  test('nothing else is announced', () => {
    expect(compiled([{ kind: 'service', week: 0, downgrade: 0.5 }]).historyWeeks).toBe(26);
  });

  test('past buffers count, standing policies without a week do not', () => {
    expect(compiled([], [{ kind: 'outreach', week: -30, level: 0.5 }]).historyWeeks).toBe(78);
    expect(compiled([], [{ kind: 'outreach', level: 0.5 }]).historyWeeks).toBe(26);
  });

  test('a given number of weeks overrides the rule', () => {
    const scenario = scenarioOf([{ kind: 'price', week: -10, change: 0.25 }]);
    const none = compileLevers(scenario, { historyWeeks: 0 });
    expect(none.historyWeeks).toBe(0);
    expect(none.weeks).toBe(60);
    expect([...none.startPrice]).toEqual([1, 1, 1, 1]);
    const nine = compileLevers(scenario, { historyWeeks: 10 });
    expect(nine.startPrice[0]).toBe(0.8);
    expect(valueAt(nine, 'P', -10)).toBe(1);
  });
});

describe('announcement', () => {
  test('the announced price runs ahead by the notice, beyond the horizon as well', () => {
    const table = compiled(
      [
        { kind: 'price', week: 8, change: 0.1 },
        { kind: 'price', week: 59, change: 1, steps: 2, interval: 3 },
      ],
      [{ kind: 'notice', weeks: 3 }],
    );
    expect(valuesOf(table, 'Pa', 4, 8)).toEqual([1, 1.1, 1.1, 1.1, 1.1]);
    expect(valuesOf(table, 'Pa', 55, 59)).toEqual([1.1, 1.65, 1.65, 1.65, 2.2]);
  });

  test('four weeks of notice unless said otherwise', () => {
    const table = compiled([{ kind: 'price', week: 8, change: 0.1 }]);
    expect(valuesOf(table, 'Pa', 3, 4)).toEqual([1, 1.1]);
    expect(valueAt(table, 'lam', 8)).toBe(1);
  });

  test.each([
    [0, 1.3],
    [1, 1.225],
    [2, 1.15],
    [4, 1],
    [12, 1],
  ])('with %i weeks of notice the surprise is %f', (weeks, expected) => {
    const table = compiled(
      [{ kind: 'price', week: 8, change: 0.1 }],
      [{ kind: 'notice', weeks }],
    );
    expect(valuesOf(table, 'lam', 8, 8)).toEqual([expected]);
  });
});

describe('waking', () => {
  test('the announcement wakes like a mail, the bill by its size', () => {
    const table = compiled([{ kind: 'price', week: 8, change: 0.1 }]);
    expect(valuesOf(table, 'W', 3, 9)).toEqual([0, 0.55, 0, 0, 0, 0.45, 0]);
    expect(valuesOf(table, 'WL', 7, 9)).toEqual([0, 0, 0]);
  });

  test('without notice only the bill wakes, and nobody more than fully', () => {
    const table = compiled(
      [{ kind: 'price', week: 8, change: 0.5 }],
      [{ kind: 'notice', weeks: 0 }],
    );
    expect(valuesOf(table, 'W', 3, 9)).toEqual([0, 0, 0, 0, 0, 1, 0]);
    const small = compiled(
      [{ kind: 'price', week: 8, change: 0.1 }],
      [{ kind: 'notice', weeks: 0 }],
    );
    expect(valuesOf(small, 'W', 7, 9)).toEqual([0, 0.45, 0]);
  });

  test('every step is announced and billed; the larger of two in one week counts', () => {
    const table = compiled([{ kind: 'price', week: 8, change: 0.2, steps: 2, interval: 4 }]);
    expect(valuesOf(table, 'W', 4, 12)).toEqual([0.55, 0, 0, 0, 0.55, 0, 0, 0, 0.45]);
    const steep = compiled([{ kind: 'price', week: 8, change: 0.8, steps: 2, interval: 4 }]);
    expect(valuesOf(steep, 'W', 8, 8)).toEqual([1]);
  });

  test('a cut is news to those who left, half of it at a factor of two', () => {
    const table = compiled([{ kind: 'price', week: 8, change: -0.2 }]);
    expect(valuesOf(table, 'WL', 7, 9)).toEqual([0, 0.4, 0]);
    expect(valuesOf(table, 'W', 8, 8)).toEqual([0.65]);
    const deep = compiled([{ kind: 'price', week: 8, change: -0.8 }]);
    expect(valuesOf(deep, 'WL', 8, 8)).toEqual([1]);
  });

  test('the end of a rise is announced and billed as well', () => {
    const table = compiled([{ kind: 'price', week: 8, change: 0.2, revert: 20 }]);
    expect(valuesOf(table, 'W', 15, 20)).toEqual([0, 0.55, 0, 0, 0, 0.65]);
    expect(valuesOf(table, 'WL', 20, 20)).toEqual([0.4]);
  });

  test('a rise shortly after the first simulated week is announced in that week', () => {
    const decisions = [{ kind: 'price', week: 2, change: 0.1 }] as const;
    const table = compiled(decisions, [], {}, { historyWeeks: 0 });
    expect(valuesOf(table, 'W', 0, 3)).toEqual([0.55, 0, 0.45, 0]);
    expect(valuesOf(table, 'Pa', 0, 0)).toEqual([1.1]);
  });

  test('a rise in the first simulated week comes by the bill alone', () => {
    const decisions = [{ kind: 'price', week: 0, change: 0.1 }] as const;
    const table = compiled(decisions, [], {}, { historyWeeks: 0 });
    expect(valuesOf(table, 'W', 0, 1)).toEqual([0.45, 0]);
  });

  test('a bare mail wakes in its week those whom it reaches', () => {
    const table = compiled([
      { kind: 'noticeMail', week: 12 },
      { kind: 'noticeMail', week: 14, segments: ['vip'] },
    ]);
    expect(valuesOf(table, 'W', 11, 15)).toEqual([0, 0.55, 0, 0, 0]);
    expect(valuesOf(table, 'W', 11, 15, { segment: 'vip' })).toEqual([0, 0.55, 0, 0.55, 0]);
  });

  test('parameters of the template and of the scenario set how much', () => {
    const streaming = compiled([{ kind: 'price', week: 8, change: 0.1 }], [], {
      template: 'streaming',
    });
    expect(valuesOf(streaming, 'W', 8, 8)).toEqual([0.7]);
    const own = compiled([{ kind: 'price', week: 8, change: 0.1 }], [], {
      parameters: { wakeMail: 0.3, wakePrice: 0.2, wakeSlope: 1 },
    });
    expect(valuesOf(own, 'W', 4, 8)).toEqual([0.3, 0, 0, 0, 0.3]);
  });

  test('a win-back campaign reaches former customers in its weeks', () => {
    const table = compiled([], [{ kind: 'winBack', week: 20, weeks: 3, segments: ['power'] }]);
    expect(valuesOf(table, 'WB', 19, 23, { segment: 'power' })).toEqual([0, 0.5, 0.5, 0.5, 0]);
    expect(valuesOf(table, 'WB', 19, 23)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('plans beside the full price', () => {
  test('grandfathering keeps the price of the week before for a while', () => {
    const table = compiled(
      [
        { kind: 'price', week: 5, change: 0.1 },
        { kind: 'price', week: 8, change: 0.2 },
      ],
      [{ kind: 'grandfathering', week: 8, share: 0.5, weeks: 3 }],
    );
    expect(valuesOf(table, 'gf', 7, 11)).toEqual([0, 0.5, 0.5, 0.5, 0]);
    expect(valuesOf(table, 'Pold', 7, 11)).toEqual([0, 1.1, 1.1, 1.1, 0]);
  });

  test('grandfathering of a past rise keeps its share of today', () => {
    const table = compiled(
      [{ kind: 'price', week: -10, change: 0.25 }],
      [{ kind: 'grandfathering', week: -10, share: 1, weeks: 20, segments: ['vip'] }],
    );
    expect(valuesOf(table, 'Pold', -10, -10, { segment: 'vip' })).toEqual([0.8]);
    expect(valuesOf(table, 'gf', -10, -10)).toEqual([0]);
  });

  test('the lite plan follows the list price, or stays where it is', () => {
    const rise = { kind: 'price', week: 8, change: 0.5 } as const;
    const plan = { kind: 'litePlan', week: 6, price: 0.6, value: 0.7, revert: 20 } as const;
    const table = compiled([rise], [plan]);
    expect(valuesOf(table, 'lite', 5, 6)).toEqual([0, 1]);
    expect(valuesOf(table, 'lite', 19, 20)).toEqual([1, 0]);
    expect(valuesOf(table, 'PL', 5, 8)).toEqual([0, 0.6, 0.6, 0.9]);
    expect(valuesOf(table, 'PLa', 5, 8)).toEqual([0, 0.9, 0.9, 0.9]);
    expect(table.liteValue).toBe(0.7);
    const fixed = compiled([rise], [{ ...plan, absolute: true }]);
    expect(valuesOf(fixed, 'PL', 6, 8)).toEqual([0.6, 0.6, 0.6]);
    expect(valuesOf(fixed, 'PLa', 6, 8)).toEqual([0.6, 0.6, 0.6]);
  });

  test('a pause is offered from its week on', () => {
    const table = compiled(
      [],
      [{ kind: 'pause', week: 6, weeks: 13, price: 0.1, segments: ['budget'] }],
    );
    expect(valuesOf(table, 'pzW', 5, 6, { segment: 'budget' })).toEqual([0, 13]);
    expect(valuesOf(table, 'pzP', 5, 6, { segment: 'budget' })).toEqual([0, 0.1]);
    expect(valuesOf(table, 'pzW', 6, 6)).toEqual([0]);
    expect(table.pauseOffered).toBe(true);
    expect(compiled([]).pauseOffered).toBe(false);
    expect(compiled([]).liteValue).toBeUndefined();
  });
});
