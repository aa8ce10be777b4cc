import { expect, test } from 'vitest';
import { readActuals } from '../../../src/data/monthly/actuals.ts';

const read = (text: string) => {
  const found = readActuals(text);
  return found.ok ? found.actuals : found.problems;
};

test('months are read by the names of their columns, in order, blanks left out', () => {
  expect(
    read('Month;Customers;Churn;Complaints;NPS\n1;7.900;1,4%;;31\n0;8.000;0,015;12;\n\n'),
  ).toEqual([
    { month: 0, churn: 0.015, customers: 8000, complaints: 12 },
    { month: 1, churn: 0.014, customers: 7900, nps: 31 },
  ]);
});

test.each([
  ['churn\n0.1\n', [{ code: 'noColumn', expected: ['month'], received: [] }]],
  ['month,churn\n1,\n', [{ code: 'empty' }]],
  ['month,churn\n,0.1\n', [{ code: 'undated', line: 2 }]],
  ['month,churn\n1,0.1\n1,0.1\n', [{ code: 'twice', line: 3 }]],
  ['month,nps\n1,200\n', [expect.objectContaining({ code: 'outOfRange', low: -100 })]],
])('%j is refused', (text, problems) => {
  expect(read(text)).toEqual(problems);
});
