import { describe, expect, it } from 'vitest';
import { levelOf, priceCuts } from '../../../src/data/grouping/levels.ts';

const times = (count: number, price: number) => Array<number>(count).fill(price);
const between = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

describe('price levels', () => {
  it('are cut at the gaps where prices lie in three heaps', () => {
    const prices = [
      ...between(300, 90, 110),
      ...between(200, 18, 25),
      ...between(250, 48.4, 61),
    ];
    expect(priceCuts(prices, 20)).toEqual([40, 90]);
  });

  it('follow the plans where there are few prices', () => {
    expect(priceCuts([...times(50, 5), ...times(30, 9.99), ...times(40, 19.99)], 20)).toEqual([
      9, 10,
    ]);
    expect(priceCuts([...times(50, 5), ...times(30, 9.99)], 20)).toEqual([9]);
    expect(priceCuts(times(80, 5), 20)).toEqual([]);
  });

  it('hold a tenth of the customers and the least number asked for', () => {
    const prices = [...times(91, 5), ...times(9, 50)];
    expect(priceCuts(prices, 1)).toEqual([]);
    expect(priceCuts([...times(85, 5), ...times(15, 50)], 1)).toEqual([50]);
    expect(priceCuts([...times(85, 5), ...times(15, 50)], 16)).toEqual([]);
  });

  it('are not decided by a few huge prices', () => {
    const heaps = [...between(300, 18, 25), ...between(300, 50, 60), ...between(300, 90, 110)];
    expect(priceCuts([...heaps, 1e9, 1e8], 20)).toEqual(priceCuts(heaps, 20));
  });

  it('do not depend on the order of the customers', () => {
    const prices = between(997, 10, 120).map((price, i, all) => all[(i * 389) % 997] ?? price);
    expect(priceCuts(prices, 20)).toEqual(priceCuts([...prices].reverse(), 20));
    expect(priceCuts(prices, 20)).toHaveLength(2);
  });

  it('begin at their cut', () => {
    expect([9.9, 10, 19, 20, 21].map((price) => levelOf(price, [10, 20]))).toEqual([
      0, 1, 1, 2, 2,
    ]);
  });

  it('need customers', () => {
    expect(priceCuts([], 20)).toEqual([]);
    expect(priceCuts([3], 1)).toEqual([]);
  });
});
