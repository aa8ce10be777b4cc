import { describe, expect, it } from 'vitest';
import { groupByTerms } from '../../../src/data/grouping/terms.ts';
import { tallyOf } from '../../../src/data/grouping/tally.ts';
import type { Customer } from '../../../src/data/grouping/tally.ts';
import { TERMS } from '../../../src/data/reading/values/terms.ts';

const some = (count: number, price: number, contract: keyof typeof TERMS): Customer[] =>
  Array<Customer>(count).fill({
    price,
    contract: TERMS[contract],
    tenure: 10,
    churned: 0,
    complaints: NaN,
    revenue: NaN,
    logins: NaN,
  });
const all = { price: true, contract: true };
const countsOf = (customers: readonly Customer[], known = all) =>
  Object.fromEntries(
    groupByTerms(customers, known).segments.map(({ name, count }) => [name, count]),
  );

const SIX = [
  ...some(100, 20, 'monthly'),
  ...some(100, 60, 'monthly'),
  ...some(100, 100, 'monthly'),
  ...some(100, 20, 'annual'),
  ...some(60, 60, 'longer'),
  ...some(40, 100, 'annual'),
];

describe('segments', () => {
  it('are six where terms and prices allow', () => {
    expect(countsOf(SIX)).toEqual({
      'monthly-low': 100,
      'monthly-middle': 100,
      'monthly-high': 100,
      'annual-low': 100,
      'annual-middle': 60,
      'annual-high': 40,
    });
  });

  it('hold a twentieth of the customers; smaller ones join the neighbour nearer in price', () => {
    expect(countsOf([...SIX.slice(0, 460), ...some(20, 90, 'annual')])).toMatchObject({
      'annual-low': 100,
      'annual-middle-high': 80,
    });
    expect(
      countsOf([...SIX.slice(0, 400), ...some(20, 45, 'annual'), ...some(40, 100, 'annual')]),
    ).toMatchObject({
      'annual-low-middle': 120,
      'annual-high': 40,
    });
  });

  it('join the dearer neighbour where that is the nearer', () => {
    const customers = [
      ...SIX.slice(0, 400),
      ...some(20, 65, 'annual'),
      ...some(40, 100, 'annual'),
    ];
    expect(countsOf(customers)).toMatchObject({ 'annual-low': 100, 'annual-middle-high': 60 });
  });

  it('lose their level when all levels merge', () => {
    expect(
      countsOf([...SIX.slice(0, 300), ...some(15, 20, 'annual'), ...some(10, 100, 'annual')]),
    ).toMatchObject({
      annual: 25,
    });
  });

  it('do not tell terms apart that too few are on', () => {
    const customers = [...SIX.slice(0, 300), ...some(10, 20, 'annual')];
    const { segments, rareTerm } = groupByTerms(customers, all);
    expect(segments.map(({ name, term }) => [name, term])).toEqual([
      ['low', 'mixed'],
      ['middle', 'mixed'],
      ['high', 'mixed'],
    ]);
    expect(segments[0]).toMatchObject({ count: 110, annual: 10 });
    expect(rareTerm).toEqual({ term: 'annual', count: 10 });
  });

  it('keep the name of the terms that all are on', () => {
    expect(countsOf(SIX.slice(0, 300))).toEqual({
      'monthly-low': 100,
      'monthly-middle': 100,
      'monthly-high': 100,
    });
    expect(countsOf(some(30, 5, 'longer'))).toEqual({ annual: 30 });
    expect(countsOf(some(3, 5, 'annual'))).toEqual({ annual: 3 });
  });

  it('keep the name of a level that stands alone on its terms', () => {
    const customers = [...some(100, 20, 'monthly'), ...some(100, 60, 'annual')];
    expect(countsOf(customers)).toEqual({ 'monthly-low': 100, 'annual-high': 100 });
    expect(groupByTerms(customers, all).segments.some(({ merged }) => merged)).toBe(false);
  });

  it('are one where a file is too small for more', () => {
    expect(countsOf([...some(8, 20, 'monthly'), ...some(9, 60, 'annual')])).toEqual({
      all: 17,
    });
  });

  it('go by what is known', () => {
    expect(countsOf(SIX, { price: true, contract: false })).toEqual({
      low: 200,
      middle: 160,
      high: 140,
    });
    expect(countsOf(SIX, { price: false, contract: true })).toEqual({
      monthly: 300,
      annual: 200,
    });
    expect(countsOf(SIX, { price: false, contract: false })).toEqual({ all: 500 });
  });

  it('add up to all customers, in every sum', () => {
    const customers = [...SIX.slice(0, 460), ...some(20, 90, 'annual')].map((one, i) => ({
      ...one,
      tenure: i,
      churned: i % 2,
    }));
    const { segments } = groupByTerms(customers, all);
    const total = tallyOf(customers);
    expect(segments.some(({ merged }) => merged)).toBe(true);
    const sum = (of: 'count' | 'paid' | 'annual' | 'followed' | 'churned' | 'months') =>
      segments.reduce((so, segment) => so + segment[of], 0);
    expect(total.count).toBe(480);
    for (const of of ['count', 'paid', 'annual', 'followed', 'churned', 'months'] as const)
      expect(sum(of)).toBe(total[of]);
  });
});
