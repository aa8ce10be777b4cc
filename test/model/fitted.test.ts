import { expect, test } from 'vitest';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';

const fitted = {
  version: 1,
  modelVersion: '1.0.0',
  customers: 8000,
  months: [{ week: -30, churn: 0.02 }],
  narrowed: true,
  own: { eta: 0.03, beta: 0.07 },
  draws: { eta: [0.02, 0.03, 0.04], beta: [0.06, 0.07, 0.08] },
};
const problemsOf = (other: object) => {
  const parsed = parseScenario({
    version: 1,
    name: 'any',
    seed: 'any',
    horizon: 52,
    customers: 1000,
    runs: 1,
    template: 'general',
    decisions: [],
    buffers: [],
    fitted: { ...fitted, ...other },
  });
  return parsed.ok ? [] : parsed.problems.map(sentenceOf);
};

test('a fit is taken as it was stored', () => {
  expect(problemsOf({})).toEqual([]);
});

test.each([
  [
    { draws: { eta: [0.02, 0.03], beta: [0.06, 0.07, 0.08] } },
    [
      'fitted.draws.beta: received 3, expected 2 entries, as eta has: entry i of every list is one draw',
    ],
  ],
  [
    { own: { eta: 0.03 } },
    ['fitted.own.beta: received nothing, expected a value, as there are draws of it'],
  ],
  [
    { own: { ...fitted.own, push: 40 } },
    ['fitted.own.push: received 40, expected draws of it as well'],
  ],
  [
    { own: {}, draws: {} },
    ['fitted.draws: received {}, expected draws of at least one parameter'],
  ],
  [
    { draws: { ...fitted.draws, eta: [0.02, 0.03, 3] } },
    ['fitted.draws.eta[2]: received 3, expected a number from 0 to 1'],
  ],
  [{ version: 2 }, ['fitted.version: received 2, expected 1']],
  [
    { months: [{ week: 4, churn: 0.02 }] },
    ['fitted.months[0].week: received 4, expected a number from -260 to 0'],
  ],
  [
    { own: { ...fitted.own, rho: 0.1 } },
    [expect.stringContaining('fitted.own.rho: received 0.1')],
  ],
])('a fit that does not hold together is refused: %j', (other, problems) => {
  expect(problemsOf(other)).toEqual(problems);
});
