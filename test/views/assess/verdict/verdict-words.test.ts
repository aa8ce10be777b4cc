import { describe, expect, test } from 'vitest';
import type { Deadline, WayBack } from '../../../../src/assess/wayBack.ts';
import { backStat, slopeSentence } from '../../../../src/views/assess/verdict/verdict-words.ts';
import { wordsIn } from '../../../../src/words/index.ts';
import { numbersFor } from '../../../../src/words/numbers.ts';

const en = { words: wordsIn('en'), numbers: numbersFor('en') };
const zh = { words: wordsIn('zh'), numbers: numbersFor('zh') };
const estimate = (value: number, spread = 0) => ({
  ...{ value, low: value - spread, high: value + spread },
});

describe('the last safe week', () => {
  const stat = (deadline: Deadline, breaking = 90) => {
    const all = { runs: 120, breaking };
    const wayBack = { deadline, all, runs: 20, breaking: 16, anyWeek: 10, tooLate: 9 };
    return backStat(en, wayBack as WayBack, 104);
  };

  test('is a week with its range, or says that there is none, or no need', () => {
    expect(stat({ kind: 'week', value: 19, low: 17, high: 21 })).toEqual({
      ...{ value: 'Week 19', range: '17 to 21', isSentence: false },
    });
    expect(stat({ kind: 'week', value: 19, low: 17, high: 21 }, 60).range).toBe('17 to 21');
    expect(stat({ kind: 'week', value: 19, low: 17, high: 21 }, 9).range).toBe(
      '17 to 21 in 9 of 120 runs',
    );
    expect(stat({ kind: 'any' })).toEqual({
      ...{ value: 'any week up to month 24', range: 'in 10 of 16 runs that break' },
      isSentence: true,
    });
    expect(stat({ kind: 'none', from: 8 })).toEqual({
      ...{ value: 'none: past from week 8', range: 'in 9 of 16 runs that break' },
      isSentence: true,
    });
    expect(stat({ kind: 'holds' }).range).toBe('none of 120 runs breaks');
    expect(stat({ kind: 'tooFew' })).toEqual({
      ...{ value: 'too few to tell', range: '90 of 120 runs break', isSentence: true },
    });
  });
});

test('a slope is called a slope, and a cliff needs no word', () => {
  const shape = {
    kind: 'slope',
    steeper: estimate(1.8, 0.4),
    capped: false,
    runs: 20,
  } as const;
  expect(slopeSentence(en, shape, 'near')).toBe(
    'A slope, not a cliff: at the tipping point a step costs 1.8 times what the first ones cost (1.4 to 2.2).',
  );
  // The headline says past then.
  expect(slopeSentence(en, shape, 'past')).toBe(
    'It went down a slope, not off a cliff: the loss grows step by step, at the tipping point 1.8 times as fast as at first (1.4 to 2.2).',
  );
  expect(slopeSentence(zh, shape, 'past')).toMatch(/^越过的是斜坡，不是悬崖：/);
  expect(slopeSentence(en, { ...shape, kind: 'cliff' }, 'past')).toBe('');
  expect(slopeSentence(zh, null, 'near')).toBe('');
});
