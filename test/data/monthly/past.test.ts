import { describe, expect, test } from 'vitest';
import { monthAfter, readPast } from '../../../src/data/monthly/past.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

const scenario = (...weeks: number[]): Scenario => ({
  version: 1,
  name: 'any',
  seed: 'any',
  horizon: 52,
  customers: 1000,
  runs: 1,
  template: 'general',
  decisions: weeks.map((week) => ({ kind: 'price', week, change: 0.1 })),
  buffers: [],
});
const one = scenario(-30, 8);
const months = (text: string, of = one) => {
  const read = readPast(text, of);
  return read.ok ? read.months : read.problems;
};

describe('a table of past churn', () => {
  test('counts months from the change', () => {
    expect(months('month,churn\n-1,2.1%\n0,0.035\n1,3 %\n')).toEqual([
      { week: -34.3333, churn: 0.021 },
      { week: -30, churn: 0.035 },
      { week: -25.6667, churn: 0.03 },
    ]);
    expect(monthAfter(-30, -1)).toBe(-34.3333);
  });

  test.each([
    ['commas', 'Month,Churn rate,Customers\n0,0.02,"12,500"\n'],
    ['semicolons and decimal commas', 'churn;month;customers\n0,02;0;12.500\n'],
    ['tabs', 'month\tchurn\tcustomers\tremark\n0\t2%\t12500\tnone\n'],
    [
      'a byte order mark, CRLF and blank rows',
      '\uFEFFmonth,churn,base\r\n\r\n0,0.02,12500\r\n,,\r\n',
    ],
    ['Chinese headers', '月,流失率,客户数\n0,2％,12500\n'],
  ])('is read with %s', (_, text) => {
    expect(months(text)).toEqual([{ week: -30, churn: 0.02, customers: 12_500 }]);
  });

  test('takes weeks in place of months, and leaves rows without churn aside', () => {
    expect(months('week,churn\n-12,0.02\n-20.5,0.03\n-8,\n')).toEqual([
      { week: -20.5, churn: 0.03 },
      { week: -12, churn: 0.02 },
    ]);
  });

  test('knows several changes apart, the oldest being the first', () => {
    expect(months('change,month,churn\n2,0,0.02\n1,0,0.03\n', scenario(-20, -60))).toEqual([
      { week: -60, churn: 0.03 },
      { week: -20, churn: 0.02 },
    ]);
  });

  test.each([
    ['', [{ code: 'empty' }]],
    ['month,churn\n', [{ code: 'empty' }]],
    ['month,churn\n0,\n', [{ code: 'empty' }]],
    ['a,b\n1,2\n', [expect.objectContaining({ code: 'noColumn', received: ['a', 'b'] })]],
    ['month,rate\n1,2\n', [{ code: 'noColumn', expected: ['churn'], received: [] }]],
    ['churn\n0.1\n', [{ code: 'noColumn', expected: ['month'], received: [] }]],
    [
      'month,churn\n0,many\n',
      [expect.objectContaining({ code: 'notANumber', line: 2, value: 'many' })],
    ],
    [
      'month,churn\n0.5,0.1\n',
      [expect.objectContaining({ code: 'notANumber', column: 'month' })],
    ],
    [
      'month,churn\n0,2.1\n',
      [expect.objectContaining({ code: 'outOfRange', low: 0, high: 1 })],
    ],
    [
      'month,churn\n0,NaN\n1,Infinity\n',
      [
        expect.objectContaining({ code: 'notANumber', line: 2 }),
        expect.objectContaining({ code: 'notANumber', line: 3 }),
      ],
    ],
    ['month,churn\n7,0.02\n', [{ code: 'future', line: 2 }]],
    ['month,churn\n-60,0.02\n', [{ code: 'tooEarly', line: 2 }]],
    ['month,churn\n,0.02\n', [{ code: 'undated', line: 2 }]],
    ['month,churn\n1,0.02\n1,0.03\n', [{ code: 'twice', line: 3 }]],
    ['change,month,churn\n3,0,0.02\n', [{ code: 'noSuchChange', line: 2, changes: 1 }]],
    [`month,churn\n${'0,0.1\n'.repeat(121)}`, [{ code: 'tooLong', limit: 120 }]],
  ])('is refused as %j', (text, problems) => {
    expect(months(text)).toEqual(problems);
  });

  test('is refused where nobody can tell which change is meant', () => {
    expect(months('month,churn\n0,0.02\n', scenario(-20, -60))).toEqual([
      { code: 'whichChange', changes: 2 },
    ]);
    expect(months('month,churn\n0,0.02\n', scenario(8))).toEqual([{ code: 'noPastChange' }]);
  });
});
