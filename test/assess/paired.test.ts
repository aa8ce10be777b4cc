/** Shifts of tips that lie partly beyond the sizes tried. */
import { describe, expect, test } from 'vitest';
import { breaksAtSize } from '../../src/assess/crossing.ts';
import { effectOf, savedBy } from '../../src/assess/effect.ts';
import { movedBy, tipShift } from '../../src/assess/paired.ts';
import type { Shift } from '../../src/assess/paired.ts';
import type { Merit } from '../../src/assess/effect.ts';

type Tip = number | null;
const shifted = (...pairs: (readonly [Tip, Tip])[]): Shift | null =>
  tipShift(
    pairs.map(([before, after]) => ({ before, after })),
    1,
  );
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a shift of the tips', () => {
  test('within the sizes is the mean, with its range', () => {
    const shift = shifted([0.2, 0.3], [0.2, 0.32]);
    expect(shift).toMatchObject({ pairs: 2, bound: 'none' });
    expect(shift?.value).toBeCloseTo(0.11, 12);
    expect(shift?.low).toBeLessThan(0.11);
  });

  test('is the median where a run tips beyond them, however far beyond', () => {
    // Eleven pairs hold still, and one run no longer tips: no mean of +6 points, as if it had tipped at the limit.
    const shift = shifted(...times(11, [0.3, 0.3] as const), [0.3, null]);
    expect(shift).toEqual({ value: 0, low: 0, high: 0, pairs: 12, bound: 'none' });
  });

  test('is at least so large where many no longer tip, at most where many begin to', () => {
    const up = shifted([0.2, 0.25], [0.2, null], [0.3, null], [0.4, null]);
    expect(up).toMatchObject({
      pairs: 4,
      bound: 'atLeast',
      low: expect.closeTo(0.05) as number,
    });
    expect(up?.value).toBeCloseTo(0.65, 12);
    const down = shifted([null, 0.4], [null, 0.6], [0.5, 0.45]);
    expect(down).toMatchObject({ pairs: 3, bound: 'atMost' });
    expect(down?.value).toBeCloseTo(-0.4, 12);
    expect(down?.high).toBeCloseTo(-0.05, 12);
  });

  test('is at least so large where runs break without the decision, and then do not', () => {
    const shift = shifted([0, 0.03], [0, 0.04], [0, 0.05], [0, 0]);
    expect(shift).toMatchObject({ pairs: 3, bound: 'atLeast', low: 0.03, value: 0.04 });
  });

  test('cannot be told where most tip beyond the sizes both times', () => {
    expect(shifted(...times(7, [0, 0] as const), [0, 0.02])).toBeNull();
    expect(shifted(...times(7, [null, null] as const), [0.3, null])).toBeNull();
    expect(
      shifted(...times(3, [0.2, null] as const), ...times(3, [0.2, 0] as const)),
    ).toBeNull();
    expect(shifted()).toBeNull();
  });

  test('can be told where half of them do not, and not where fewer do', () => {
    const [blind, told] = [[0, 0] as const, [0, 0.02] as const];
    expect(shifted(...times(4, blind), ...times(4, told))).toMatchObject({
      ...{ pairs: 4, bound: 'atLeast', value: 0.02 },
    });
    expect(shifted(...times(5, blind), ...times(4, told))).toBeNull();
  });

  test('has the range of a median, from order statistics', () => {
    // For 20 pairs from the 6th to the 15th (Conover 1999, table A3); the last one no longer tips.
    const pairs = Array.from({ length: 19 }, (_, i) => [0.2, 0.21 + i / 100] as const);
    const shift = shifted(...pairs, [0.2, null]);
    expect(shift).toMatchObject({ pairs: 20, bound: 'none' });
    expect(shift?.value).toBeCloseTo(0.105, 12);
    expect(shift?.low).toBeCloseTo(0.06, 12);
    expect(shift?.high).toBeCloseTo(0.15, 12);
  });

  test('lies halfway between the least and the most that its median may be', () => {
    // One run no longer tips: its shift is .15 or anything above.
    const pairs = [1, 2, 3, 4, 5, 6, 7].map((i) => [0.1, 0.1 + i / 10] as const);
    const shift = shifted(...pairs, [0.85, null]);
    expect(shift).toMatchObject({ pairs: 8, bound: 'none' });
    expect(shift?.value).toBeCloseTo((0.35 + 0.45) / 2, 12);
  });

  test('is none in a run that comes out the same to the customer, wherever it tips', () => {
    const same = { before: null, after: null, unchanged: true };
    expect(tipShift(times(4, same), 1)).toEqual({
      ...{ value: 0, low: 0, high: 0, pairs: 4, bound: 'none' },
    });
  });
});

describe('an effect', () => {
  const judged = (merit: Partial<Merit>) =>
    effectOf({ shift: null, moved: { up: 0, down: 0 }, saved: null, ...merit }, 1);
  const range = (low: number, high: number, bound: Shift['bound'] = 'none'): Shift => ({
    ...{ value: (low + high) / 2, low, high, pairs: 20, bound },
  });
  test.each([
    [range(0.02, 0.04), 'helps'],
    [range(-0.04, -0.02), 'harms'],
    [range(0.0005, 0.0015), 'nothing'],
    [range(-0.001, 0.001), 'nothing'],
    [range(-0.0015, -0.0005), 'nothing'],
    [range(-0.0024, 0.0024), 'nothing'],
    [range(-0.0026, 0.0026), 'unclear'],
    [range(0, 0.04), 'unclear'],
    [range(-0.05, 0.17), 'unclear'],
    [range(-0.001, 0.001, 'atLeast'), 'unclear'],
    [range(0.02, 0.04, 'atMost'), 'unclear'],
    [range(0.02, 0.04, 'atLeast'), 'helps'],
    [range(-0.02, 0.04, 'atLeast'), 'unclear'],
    [range(-0.04, -0.02, 'atLeast'), 'unclear'],
    [range(-0.04, -0.02, 'atMost'), 'harms'],
  ] as const)('of %o is %s', (shift, effect) => {
    expect(judged({ shift })).toBe(effect);
  });

  test('is told by the runs that tip later, where none tips sooner', () => {
    const pairs = [
      ...times(6, { before: 0, after: 0.02 }),
      ...times(11, { before: 0, after: 0 }),
      ...[
        { before: null, after: 0.4 },
        { before: null, after: null },
      ],
    ];
    expect(movedBy(pairs, 1)).toEqual({ up: 6, down: 1 });
    // A run that stays where it is moves neither way.
    expect(movedBy([{ before: 0.2, after: 0.2 }], 1)).toEqual({ up: 0, down: 0 });
    const saved = { value: -0.03, low: -0.04, high: -0.02 };
    expect(judged({ moved: { up: 5, down: 0 }, saved })).toBe('helps');
    expect(judged({ moved: { up: 0, down: 5 } })).toBe('harms');
    expect(judged({ moved: { up: 4, down: 0 }, saved })).toBe('harms');
    expect(judged({ moved: { up: 5, down: 1 } })).toBe('unclear');
    expect(judged({ moved: { up: 1, down: 5 } })).toBe('unclear');
  });

  test('is told by the customers kept where the tipping point does not tell', () => {
    const [base, fixed] = [0.66, 0.68].map((loss) => ({
      ...{ tip: 0, atSize: { loss, breaks: true } },
    }));
    if (!base || !fixed) throw new Error('no runs');
    const kept = savedBy([base, base], [fixed, fixed]);
    expect(kept?.value).toBeCloseTo(0.02, 12);
    expect(judged({ saved: kept })).toBe('helps');
    expect(judged({ saved: savedBy([fixed, fixed], [base, base]) })).toBe('harms');
    expect(judged({ saved: savedBy([base], [base]) })).toBe('nothing');
    const [unknown] = [{ tip: 0.2 }];
    expect(savedBy([unknown, base, unknown], [base, base, base])).toBeNull();
    expect(savedBy([unknown, base], [base, base])).toMatchObject({ value: 0 });
    // Half a customer of a hundred is what begins to matter.
    const kept3 = (value: number) => ({ value, low: value / 2, high: 2 * value });
    expect(judged({ saved: kept3(0.006) })).toBe('helps');
    expect(judged({ saved: kept3(0.004) })).toBe('nothing');
    expect(judged({})).toBe('unclear');
  });
});

test('a size that was simulated breaks or holds, whatever the tip says', () => {
  expect(breaksAtSize({ tip: 0.2 }, 0.2)).toBe(true);
  expect(breaksAtSize({ tip: null }, 0.2)).toBe(false);
  expect(breaksAtSize({ tip: 0, atSize: { loss: 0.3, breaks: true } }, -0.2)).toBe(true);
  expect(breaksAtSize({ tip: 0, atSize: { loss: 0.1, breaks: false } }, 0.1)).toBe(false);
});
