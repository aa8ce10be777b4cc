import { describe, expect, test } from 'vitest';
import { numbersFor } from '../../src/words/numbers.ts';

const en = numbersFor('en');
const zh = numbersFor('zh');

describe('numbers', () => {
  test.each([
    [en.count(7043), '7,043'],
    [en.percent(0.706), '71%'],
    [en.percent(0.7065, 1), '70.7%'],
    [en.rate(0.06), '6.0%'],
    [en.change(0.18), '+18%'],
    [en.change(0.185), '+18.5%'],
    [en.change(-0.31, 0), '\u221231%'],
    [en.change(0), '0%'],
    [en.preciseChange(0.15, 1), '+15.0%'],
    [en.points(-0.028), '2.8'],
    [en.pointsRange(0.139, 0.16), '13.9 to 16.0'],
    [en.changeRange(-0.39, 0.09), '\u221239 to +9'],
    [en.decimal(1.84), '1.8'],
    [zh.pointsRange(0.139, 0.16), '13.9 至 16.0'],
    [zh.changeRange(-0.39, 0.09), '\u221239 至 +9'],
    [zh.count(7043), '7,043'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });

  test('a chance from runs is never quite nothing and never quite certain', () => {
    expect([0, 0.004, 0.01, 0.5, 0.99, 0.996, 1].map(en.chance)).toEqual([
      '<1%',
      '<1%',
      '1%',
      '50%',
      '99%',
      '>99%',
      '>99%',
    ]);
  });

  test('a part is nothing only where there is nothing', () => {
    expect([0, 0.004, 1].map(en.part)).toEqual(['0%', '<1%', '100%']);
  });

  test('there is no negative zero and no hyphen for a minus', () => {
    expect(en.change(-0.0001, 0)).toBe('0%');
    expect(en.decimal(-0.04)).toBe('0');
    for (const shown of [en.decimal(-3), en.percent(-0.3), en.changeRange(-1, -0.5)])
      expect(shown).not.toContain('-');
  });
});
