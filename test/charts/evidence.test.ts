import { scaleLinear } from 'd3';
import { describe, expect, test } from 'vitest';
import { barOf } from '../../src/charts/interval.ts';
import { shareBarOf } from '../../src/charts/share-bar.ts';

describe('the bar of an interval', () => {
  const options = { x: scaleLinear([-10, 10], [0, 200]), from: 0, to: 200 };

  test('reaches from the lower to the upper end of its range', () => {
    expect(barOf({ low: -2, high: 4 }, options)).toEqual({ left: 80, width: 60 });
  });

  test('is cut off at the ends of the axis', () => {
    expect(barOf({ low: -14, high: 20 }, options)).toEqual({ left: 0, width: 200 });
  });

  test('of no width is still seen, around its value', () => {
    expect(barOf({ low: 5, high: 5 }, options)).toEqual({ left: 147.5, width: 5 });
  });
});

describe('the bar of a share', () => {
  test('has the length of the share, and a line over its range', () => {
    const bar = shareBarOf({ value: 0.5, low: 0.25, high: 0.75 }, { width: 44 });
    expect(bar).toEqual({ bar: 22, from: 11, to: 33 });
  });

  test('stays on its track, also where customers were won', () => {
    const bar = shareBarOf({ value: -0.1, low: -0.3, high: 1.2 }, { width: 44 });
    expect(bar).toEqual({ bar: 0, from: 0, to: 44 });
  });
});
