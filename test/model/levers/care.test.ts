import { describe, expect, test } from 'vitest';
import { compiled, globalAt, globalsOf, valueAt, valuesOf } from '../reading.ts';

describe('repair', () => {
  test('compensation runs four weeks unless said otherwise and repairs by its root', () => {
    const table = compiled([], [{ kind: 'compensation', week: 5, credit: 0.25 }]);
    expect(valuesOf(table, 'credit', 4, 9)).toEqual([0, 0.25, 0.25, 0.25, 0.25, 0]);
    expect(valuesOf(table, 'rep', 4, 9)).toEqual([0, 0.01, 0.01, 0.01, 0.01, 0]);
    const two = compiled([], [{ kind: 'compensation', week: 5, weeks: 2, credit: 0.25 }]);
    expect(valuesOf(two, 'credit', 5, 7)).toEqual([0.25, 0.25, 0]);
  });

  test('credits add up to the whole bill at most', () => {
    const table = compiled(
      [],
      [
        { kind: 'compensation', week: 5, credit: 0.6 },
        { kind: 'compensation', week: 6, credit: 0.3 },
        { kind: 'compensation', week: 7, credit: 0.3 },
      ],
    );
    expect(valuesOf(table, 'credit', 5, 7)).toEqual([0.6, 0.9, 1]);
    expect(valueAt(table, 'rep', 7)).toBeCloseTo(0.02, 7);
  });

  test('apologies add up and add to compensation', () => {
    const table = compiled(
      [],
      [
        { kind: 'apology', week: 5, weeks: 2, strength: 0.5, kept: true },
        { kind: 'apology', week: 6, weeks: 2, strength: 1, kept: true },
        { kind: 'compensation', week: 6, weeks: 1, credit: 0.25 },
      ],
    );
    expect(valuesOf(table, 'rep', 4, 8)).toEqual([0, 0.007, 0.031, 0.014, 0]);
  });

  test('after a breach of integrity both count 40 %, in all weeks, where it was felt', () => {
    const table = compiled(
      [{ kind: 'shock', week: 30, size: 0.5, integrity: true, segments: ['vip'] }],
      [
        { kind: 'apology', week: 5, weeks: 2, strength: 0.5, kept: true },
        { kind: 'compensation', week: 5, weeks: 1, credit: 0.25 },
        { kind: 'outreach', level: 0.5 },
      ],
    );
    expect(valuesOf(table, 'rep', 5, 6, { segment: 'vip' })).toEqual([0.0068, 0.0028]);
    expect(valuesOf(table, 'rep', 5, 6)).toEqual([0.017, 0.007]);
    expect(valueAt(table, 'o', 5, { segment: 'vip' })).toBe(0.5);
  });

  test('a shock of no size breaches nothing', () => {
    const table = compiled(
      [{ kind: 'shock', week: 5, size: 0, integrity: true }],
      [{ kind: 'compensation', week: 5, credit: 0.25 }],
    );
    expect(valuesOf(table, 'rep', 5, 5)).toEqual([0.01]);
  });
});

describe('words', () => {
  test('an explanation holds until it is taken back', () => {
    const table = compiled([], [{ kind: 'explanation', week: 5, strength: 0.5, revert: 7 }]);
    expect(valuesOf(table, 'e', 4, 7)).toEqual([0, 0.5, 0.5, 0]);
    const lasting = compiled([], [{ kind: 'explanation', week: 5, strength: 0.5 }]);
    expect(valueAt(lasting, 'e', 59)).toBe(0.5);
  });

  test('one message strengthens an explanation, never beyond 95 % of the effect', () => {
    const message = { kind: 'oneMessage', week: 6, strength: 0.5 } as const;
    const table = compiled([], [{ kind: 'explanation', week: 5, strength: 0.5 }, message]);
    expect(valuesOf(table, 'e', 5, 6)).toEqual([0.5, 0.575]);
    const strong = compiled([], [{ kind: 'explanation', week: 5, strength: 1 }, message], {
      parameters: { explain: 0.95 },
    });
    expect(valuesOf(strong, 'e', 5, 6)).toEqual([1, 1]);
  });

  test('one message damps all talk by a quarter at most', () => {
    const table = compiled([], [{ kind: 'oneMessage', week: 6, strength: 0.8, revert: 8 }]);
    expect(globalsOf(table, 'calm', 5, 8)).toEqual([1, 0.8, 0.8, 1]);
    expect(valueAt(table, 'e', 6)).toBe(0);
  });

  test.each([
    [0, [1, 0.5, 0.5, 0.5]],
    [84, [1, 0.75, 0.5, 0.5]],
    [168, [1, 1, 0.5, 0.5]],
    [252, [1, 1, 0.75, 0.5]],
  ])('an answer after %i hours calms talk to %j', (hours, expected) => {
    const table = compiled([], [{ kind: 'crisisResponse', week: 5, hours }]);
    expect(globalsOf(table, 'calm', 4, 7)).toEqual(expected);
  });

  test('a later crisis plan replaces the earlier one, and one message multiplies', () => {
    const table = compiled(
      [],
      [
        { kind: 'crisisResponse', week: 5, hours: 0 },
        { kind: 'crisisResponse', week: 8, hours: 168 },
        { kind: 'oneMessage', week: 9, strength: 1 },
      ],
    );
    expect(globalsOf(table, 'calm', 7, 9)).toEqual([0.5, 1, 0.375]);
  });

  test('outreach to opinion leaders is a level for all', () => {
    const table = compiled(
      [],
      [
        { kind: 'opinionLeaders', week: 5, strength: 0.4 },
        { kind: 'opinionLeaders', week: 7, strength: 0.9, revert: 8 },
      ],
    );
    expect(globalsOf(table, 'hub', 4, 8)).toEqual([0, 0.4, 0.4, 0.9, 0.4]);
  });
});

describe('openness', () => {
  test('a fifth is open at rest', () => {
    const table = compiled([{ kind: 'openness', week: 5, level: 0.8, revert: 6 }]);
    expect(valuesOf(table, 'x', 4, 6)).toEqual([0.2, 0.8, 0.2]);
    expect(valuesOf(table, 'x', -26, -26)).toEqual([0.2]);
  });
});

describe('cancelling', () => {
  test('friction and an obstructing desk combine', () => {
    const table = compiled(
      [{ kind: 'friction', week: 5, level: 0.5 }],
      [{ kind: 'saveDesk', week: 6, mode: 'obstruct', strength: 0.6 }],
    );
    expect(valuesOf(table, 'D', 4, 6)).toEqual([0, 0.5, 0.8]);
    expect(valuesOf(table, 'Li', 4, 6)).toEqual([0, 0, 0]);
  });

  test('a desk that starts to listen no longer obstructs', () => {
    const table = compiled(
      [],
      [
        { kind: 'saveDesk', mode: 'obstruct', strength: 0.6 },
        { kind: 'saveDesk', week: 6, mode: 'listen', strength: 0.7, segments: ['vip'] },
      ],
    );
    expect(valuesOf(table, 'D', 5, 6, { segment: 'vip' })).toEqual([0.6, 0]);
    expect(valuesOf(table, 'Li', 5, 6, { segment: 'vip' })).toEqual([0, 0.7]);
    expect(valuesOf(table, 'D', -26, -26)).toEqual([0.6]);
    expect(valuesOf(table, 'D', 6, 6)).toEqual([0.6]);
  });
});

describe('support', () => {
  test('at rest the template decides', () => {
    const table = compiled([]);
    expect(globalAt(table, 'cap', 0)).toBe(8);
    expect(globalAt(table, 'emp', 0)).toBe(0.5);
    expect(globalAt(compiled([], [], { parameters: { cap: 5 } }), 'cap', 0)).toBe(5);
    // Exactly, whatever the sizes of the segments.
    const odd = compiled([], [], { parameters: { cap: 0.3 }, customers: 777 });
    expect(globalAt(odd, 'cap', 0)).toBe(0.3);
  });

  test('capacity falls with its multiplier and with the service', () => {
    const table = compiled(
      [{ kind: 'service', week: 6, downgrade: 0.5 }],
      [{ kind: 'capacity', week: 5, multiplier: 0.5, revert: 7 }],
    );
    expect(globalsOf(table, 'cap', 4, 7)).toEqual([8, 4, 3.2, 6.4]);
  });

  test('what reaches a segment weighs by its customers', () => {
    // 1000 customers: 700 mainstream, 120 power, 130 budget, 50 vip.
    const table = compiled([], [{ kind: 'capacity', multiplier: 3, segments: ['power'] }]);
    expect(globalAt(table, 'cap', 0)).toBeCloseTo(0.88 * 8 + 0.12 * 24, 12);
  });

  test('empowerment is a level', () => {
    const table = compiled(
      [],
      [
        { kind: 'empowerment', level: 0.2 },
        { kind: 'empowerment', week: 5, level: 1, revert: 6 },
      ],
    );
    expect(globalsOf(table, 'emp', 4, 6)).toEqual([0.2, 1, 0.2]);
    expect(globalAt(table, 'emp', -26)).toBe(0.2);
  });

  test('early outreach is a level', () => {
    const table = compiled(
      [],
      [{ kind: 'outreach', week: 5, level: 0.7, revert: 6, segments: ['power'] }],
    );
    expect(valuesOf(table, 'o', 4, 6, { segment: 'power' })).toEqual([0, 0.7, 0]);
    expect(valueAt(table, 'o', 5)).toBe(0);
  });
});

describe('switches', () => {
  test('fatigue and referral are switched on by their buffers', () => {
    expect(compiled([]).parameters).toEqual({});
    expect(compiled([], [{ kind: 'fatigue' }]).parameters).toEqual({ fat: 1 });
    expect(compiled([], [{ kind: 'referral', share: 0.4 }]).parameters).toEqual({
      ref: 0.4,
      refMode: 0,
    });
    expect(compiled([], [{ kind: 'referral', share: 0.4, by: 'nps' }]).parameters).toEqual({
      ref: 0.4,
      refMode: 1,
    });
  });
});
