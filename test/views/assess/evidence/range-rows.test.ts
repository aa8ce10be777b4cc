import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../../src/charts/label.ts';
import { axisLabels, rangeScale } from '../../../../src/views/assess/evidence/range-rows.ts';
import type { AxisMark, RangeRow } from '../../../../src/views/assess/evidence/range-rows.ts';

const row = (low: number, high: number): RangeRow => ({
  ...{ key: `${low}`, name: 'a', figure: 'b' },
  estimate: { value: (low + high) / 2, low, high },
});
const zero: AxisMark = { key: 'zero', value: 0, color: 'x', label: '0' };
const needed = (value: number): AxisMark => ({
  ...{ key: 'needed', value, color: 'green', dashed: true, label: 'needed' },
});

describe('the axis of a list of ranges', () => {
  test('holds every range, every mark and the zero, with room at both ends', () => {
    const x = rangeScale([row(1, 4), row(-2, 3)], [zero, needed(6)], 300);
    expect(x(-2)).toBeGreaterThan(8);
    expect(x(6)).toBeLessThan(292);
    expect(x(0)).toBeGreaterThan(x(-2));
  });

  test('has a place for zero when there is nothing else', () => {
    const x = rangeScale([], [], 100);
    expect(x(0)).toBeGreaterThan(0);
    expect(x(0)).toBeLessThan(100);
  });

  test('names a line under it, and beside it where two would meet', () => {
    const x = (value: number) => 100 + value * 10;
    const far = axisLabels([zero, needed(10)], x, 300);
    expect(far.map(({ anchor }) => anchor)).toEqual(['middle', 'middle']);
    const near = axisLabels([zero, needed(1)], x, 300);
    expect(near.map(({ anchor }) => anchor)).toEqual(['middle', 'start']);
    const spare = axisLabels([zero, needed(-1)], x, 300);
    expect(spare.map(({ anchor }) => anchor)).toEqual(['middle', 'end']);
  });

  test('no name lies over the zero, however near its line is', () => {
    const x = (value: number) => 100 + value * 10;
    const long: AxisMark = { ...needed(0), label: '+12.8 needed' };
    const ends = { start: [0, 1], middle: [0.5, 0.5], end: [1, 0] } as const;
    for (let value = -6; value <= 9; value += 0.1) {
      const [nought, named] = axisLabels([zero, { ...long, value }], x, 300);
      const [before, after] = ends[named?.anchor ?? 'middle'];
      const wide = textWidth(long.label);
      const from = (named?.x ?? 0) - before * wide;
      const to = (named?.x ?? 0) + after * wide;
      const middle = nought?.x ?? 0;
      const half = textWidth(zero.label) / 2;
      expect(value > 0 ? from - middle : middle - to).toBeGreaterThanOrEqual(half);
    }
  });

  test('leaves out the ticks that would meet another label, and moves none', () => {
    const tick = (value: number): AxisMark => ({
      ...{ key: `${value}`, value, color: 'x', label: `${-value}`, bare: true },
    });
    const churn = { ...zero, label: 'churn' };
    const texts = (scale: number) =>
      axisLabels([churn, ...[-25, -20, -15, -10, -5].map(tick)], (v) => 250 + v * scale, 300)
        .sort((a, b) => a.x - b.x)
        .map(({ text, x }) => [text, Math.round((x - 250) / scale)]);
    expect(texts(8)).toEqual([
      ['25', -25],
      ...[
        ['20', -20],
        ['15', -15],
      ],
      ...[
        ['10', -10],
        ['5', -5],
        ['churn', 0],
      ],
    ]);
    // A week is 3.4 pixels wide: no room for 5 beside the zero, nor for 15 and 25 beside 20.
    expect(texts(3.4)).toEqual([
      ['20', -20],
      ['10', -10],
      ['churn', 0],
    ]);
  });

  test('keeps names within the column', () => {
    const x = (value: number) => value;
    expect(axisLabels([needed(295)], x, 300)[0]).toMatchObject({ anchor: 'end', x: 300 });
    expect(axisLabels([needed(5)], x, 300)[0]?.anchor).toBe('start');
  });
});
