import { expect, test } from 'vitest';
import { shuffled } from '../../src/model/shuffle.ts';

test('every order comes from the draws, and each equally often', () => {
  const orders = new Set<string>();
  for (let a = 0; a < 6; a++)
    for (let b = 0; b < 6; b++) {
      const draws = [(a + 0.5) / 6, (b + 0.5) / 6, 0.5];
      orders.add(shuffled(['x', 'y', 'z'], () => draws.shift() ?? 0).join(''));
    }
  expect([...orders].sort()).toEqual(['xyz', 'xzy', 'yxz', 'yzx', 'zxy', 'zyx']);
});

test('the list given stays as it is', () => {
  const items = [1, 2, 3];
  expect(shuffled(items, () => 0.99)).toEqual([3, 2, 1]);
  expect(items).toEqual([1, 2, 3]);
});
