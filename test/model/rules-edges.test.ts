/** Rules at their limits, and beside something that is wrong already. */
import { describe, expect, test } from 'vitest';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';

function saidOf(differences: object): string[] {
  const parsed = parseScenario({
    ...{ version: 1, name: 'edges', seed: 'a', horizon: 60, customers: 1000, runs: 1 },
    ...{ template: 'general', decisions: [], buffers: [], ...differences },
  });
  return parsed.ok ? [] : parsed.problems.map(sentenceOf);
}

const newPrice = (price: number, more = {}) => ({
  ...{ kind: 'price', week: 8, newPrice: price, ...more },
});
const rise = { kind: 'price', week: 8, change: 0.2 };
const moves = (i: number): unknown =>
  expect.stringContaining(`decisions[${i}] moves the list price as well`);

describe('a new price', () => {
  test('may be a tenth of the list price or four times as much, and no less or more', () => {
    expect(saidOf({ decisions: [newPrice(0.1)] })).toEqual([]);
    expect(saidOf({ decisions: [newPrice(4)] })).toEqual([]);
    expect(saidOf({ decisions: [newPrice(0.0999)] })).toHaveLength(1);
    expect(saidOf({ decisions: [newPrice(4.001)] })).toHaveLength(1);
  });

  test('may be of week 0, which is not the past', () => {
    expect(saidOf({ decisions: [newPrice(1.2, { week: 0 })] })).toEqual([]);
    expect(saidOf({ decisions: [newPrice(1.2, { week: -1 })] })).toHaveLength(1);
  });

  test('is in the way of another change for any of the same customers', () => {
    const beside = (segments: string[] | undefined, others: string[] | undefined) =>
      saidOf({
        decisions: [newPrice(1.2, { segments }), { ...rise, week: 3, segments: others }],
      });
    expect(beside(undefined, ['budget'])).toEqual([moves(1)]);
    expect(beside(['budget'], undefined)).toEqual([moves(1)]);
    expect(beside(['budget', 'vip'], ['power', 'vip'])).toEqual([moves(1)]);
    expect(beside(['budget', 'vip'], ['power', 'mainstream'])).toEqual([]);
  });

  test('is in the way of changes from week 0 to its last step', () => {
    const beside = (week: number, more = {}) =>
      saidOf({ decisions: [newPrice(1.2, more), { ...rise, week }] });
    expect(beside(0)).toEqual([moves(1)]);
    expect(beside(-1)).toEqual([]);
    expect(beside(8)).toEqual([moves(1)]);
    expect(beside(9)).toEqual([]);
    expect(beside(18, { steps: 2, interval: 10 })).toEqual([moves(1)]);
    expect(beside(19, { steps: 2, interval: 10 })).toEqual([]);
    expect(beside(34, { steps: 2 })).toEqual([moves(1)]);
    expect(beside(35, { steps: 2 })).toEqual([]);
  });

  test('is in the way of the steps and the end of an earlier change', () => {
    const beside = (more: object) =>
      saidOf({ decisions: [newPrice(1.2), { ...rise, week: -10, ...more }] });
    expect(beside({ steps: 2, interval: 10 })).toEqual([moves(1)]);
    expect(beside({ steps: 2, interval: 9 })).toEqual([]);
    expect(beside({ steps: 3, interval: 6 })).toEqual([moves(1)]);
    expect(beside({ revert: 0 })).toEqual([moves(1)]);
    expect(beside({ revert: 9 })).toEqual([]);
    expect(beside({ revert: -1 })).toEqual([]);
  });
});

describe('beside something that is wrong', () => {
  test('segments that cannot be read are not missed', () => {
    expect(saidOf({ template: undefined, segments: 'many' })).toEqual([
      'segments: received "many", expected a list',
    ]);
  });

  test('a number of customers that cannot be read empties no segment', () => {
    const segments = [{ name: 'a', share: 1 }];
    expect(saidOf({ segments, customers: 'many' })).toEqual([
      expect.stringMatching(/^customers: received "many"/),
    ]);
  });

  test('parameters that are no object are just that', () => {
    expect(saidOf({ parameters: 5 })).toEqual(['parameters: received 5, expected an object']);
  });

  test('a tripwire that is no object is just that', () => {
    const pilot = { kind: 'pilot', week: 3, share: 0.1, tripwire: 3 };
    expect(saidOf({ decisions: [rise], buffers: [pilot] })).toEqual([
      'buffers[0].tripwire: received 3, expected an object',
    ]);
  });
});

describe('sums', () => {
  test('customers and former customers may be all people there are', () => {
    expect(saidOf({ parameters: { actShare: 0.5, leftShare: 0.5 } })).toEqual([]);
    expect(saidOf({ parameters: { actShare: 0.5, leftShare: 0.51 } })).toHaveLength(1);
  });

  test('parts of the switching cost may miss 1 by rounding', () => {
    const parts = (data: number) =>
      saidOf({ segments: [{ name: 'a', share: 1, data, fear: 0.35, contract: 0.15 }] });
    expect(parts(0.5 + 5e-7)).toEqual([]);
    expect(parts(0.5 + 2e-6)).toHaveLength(1);
    expect(parts(0.5 - 2e-6)).toHaveLength(1);
  });
});
