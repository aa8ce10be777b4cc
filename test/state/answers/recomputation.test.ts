import { expect, test } from 'vitest';
import { withDose } from '../../../src/model/dose.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { recomputation } from '../../../src/state/answers/recomputation.ts';
import { scenarioWith } from '../scenarios.ts';

const scenario = scenarioWith({
  listPrice: 10,
  decisions: [
    { kind: 'price', week: 8, change: 0.25 },
    { kind: 'openness', week: 20, level: 0.1 },
    { kind: 'noticeMail', week: 4 },
  ],
});
const [first, second] = scenario.decisions as [
  Scenario['decisions'][0],
  Scenario['decisions'][0],
];

test.each([
  ['nothing', 'the same once more', { ...scenario }],
  ['nothing', 'another name', { ...scenario, name: 'Other' }],
  ['nothing', 'other money', { ...scenario, listPrice: 40, currency: 'EUR' }],
  [
    'nothing',
    'months of the past',
    { ...scenario, past: { months: [{ week: -9, churn: 0.1 }] } },
  ],
  ['size', 'another size', withDose(scenario, 0, 0.1)],
  [
    'size',
    'the same price said otherwise',
    scenarioWith({
      ...scenario,
      decisions: [{ kind: 'price', week: 8, newPrice: 11 }, ...scenario.decisions.slice(1)],
    }),
  ],
  ['everything', 'another week', { ...scenario, decisions: [{ ...first, week: 9 }, second] }],
  ['everything', 'another size of what is not selected', withDose(scenario, 1, 0.2)],
  ['everything', 'another selection', { ...scenario, selected: 1 }],
  ['everything', 'other people', { ...scenario, customers: 5000 }],
  ['everything', 'a buffer less', { ...scenario, buffers: [] }],
  ['everything', 'no decision', { ...scenario, decisions: [] }],
  ['everything', 'another kind in its place', { ...scenario, decisions: [second, first] }],
])('%s is computed again for %s', (what, _name, after) => {
  expect(recomputation(scenario, after)).toBe(what);
});

test('the selected decision at another size counts as such where another one is selected', () => {
  const other = { ...scenario, selected: 1 };
  expect(recomputation(other, withDose(other, 1, 0.2))).toBe('size');
  expect(recomputation(other, withDose(other, 0, 0.2))).toBe('everything');
});
