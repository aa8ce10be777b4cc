import { curveMonotoneX, line, scaleLinear } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seriesPath } from '../../src/charts/line.ts';
import { heightAt } from '../../src/charts/monotone.ts';
import { opacityFor, runPath } from '../../src/charts/runs.ts';
import { edgePath, layerPath, stacked } from '../../src/charts/strata.ts';
import { temperatureAt } from '../../src/charts/temperature.ts';
import { waterAt } from '../../src/charts/water.ts';

const x = scaleLinear([0, 0.3], [50, 350]);
const y = scaleLinear([0, 0.5], [100, 300]);

describe('a run', () => {
  test('is a monotone curve through its points, to a tenth of a pixel', () => {
    const path = runPath(
      [
        [0, 0],
        [0.1, 0.02],
        [0.2, 0.4],
        [0.3, 0.42],
      ],
      x,
      y,
    );
    expect(path).toBe(
      'M50,100C83.3,101.3,116.7,102.7,150,108C183.3,113.3,216.7,254.7,250,260C283.3,265.3,316.7,266.7,350,268',
    );
  });

  test('is drawn more faintly the more of them there are, within limits', () => {
    const counts = [1, 10, 100, 400, 10_000];
    const opacities = counts.map(opacityFor);
    expect(opacities).toEqual([...opacities].sort((a, b) => b - a));
    expect(Math.max(...opacities)).toBeLessThanOrEqual(0.4);
    expect(Math.min(...opacities)).toBeGreaterThanOrEqual(0.07);
  });
});

test('a series has a point for each of its values', () => {
  expect(seriesPath([0, 0.1, 0.3], scaleLinear([0, 2], [0, 20]), y)).toBe(
    'M0,100L10,140L20,220',
  );
});

describe('the height on a monotone curve', () => {
  const ascending = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 })
    .map((values) => values.sort((a, b) => a - b));
  const points = ascending.chain((xs) =>
    fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: xs.length, maxLength: xs.length })
      .map((ys) => xs.map((value, i) => [value, ys[i] ?? 0] as const)),
  );

  test('is that of the curve which D3 draws', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 1, noNaN: true }), (through, part) => {
        for (const piece of bezierPieces(through)) {
          const [place, height] = onBezier(piece, part);
          expect(heightAt(through, place)).toBeCloseTo(height, 3);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('stays that of the ends beyond them', () => {
    const through = [
      [1, 5],
      [2, 7],
    ] as const;
    expect(heightAt(through, 0)).toBe(5);
    expect(heightAt(through, 3)).toBe(7);
  });
});

describe('strata', () => {
  const strata = [
    { key: 'gone', values: [0, 0.25] },
    { key: 'held', values: [0.5, 0.25] },
    { key: 'open', values: [0.25, 0.5] },
  ];

  test('stand on each other, the first on the bed', () => {
    expect(stacked(strata)).toEqual([
      {
        key: 'gone',
        edges: [
          [0, 0],
          [0, 0.25],
        ],
      },
      {
        key: 'held',
        edges: [
          [0, 0.5],
          [0.25, 0.5],
        ],
      },
      {
        key: 'open',
        edges: [
          [0.5, 0.75],
          [0.5, 1],
        ],
      },
    ]);
  });

  test('have an outline and an upper edge', () => {
    const [, held] = stacked(strata);
    if (!held) throw new Error('There are two strata.');
    const weeks = scaleLinear([0, 1], [0, 10]);
    const share = scaleLinear([0, 1], [200, 100]);
    expect(layerPath(held, weeks, share)).toBe('M0,150L10,150L10,175L0,200Z');
    expect(edgePath(held, weeks, share)).toBe('M0,150L10,150');
  });
});

test('depth has nine temperatures, warm above and cold below', () => {
  expect([-1, 0, 0.5, 1, 2].map(temperatureAt)).toEqual([
    'var(--temp-0)',
    'var(--temp-0)',
    'var(--temp-4)',
    'var(--temp-8)',
    'var(--temp-8)',
  ]);
});

test('a halo has the colour of the water around it', () => {
  expect(waterAt(0)).toBe('color-mix(in srgb, var(--water-mid) 0%, var(--water-top))');
  expect(waterAt(0.25)).toBe('color-mix(in srgb, var(--water-mid) 50%, var(--water-top))');
  expect(waterAt(1)).toBe('color-mix(in srgb, var(--water-bed) 100%, var(--water-mid))');
});

type Bezier = readonly number[];

/** The cubic pieces of D3's path, each as its four points. */
function bezierPieces(points: readonly (readonly [number, number])[]): Bezier[] {
  const path = line<readonly [number, number]>().curve(curveMonotoneX).digits(12)(points) ?? '';
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(Number);
  if (!path.includes('C')) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers;
    const third = (a: number, b: number, k: number) => a + ((b - a) * k) / 3;
    return [
      [x0, y0, third(x0, x1, 1), third(y0, y1, 1), third(x0, x1, 2), third(y0, y1, 2), x1, y1],
    ];
  }
  const pieces: Bezier[] = [];
  for (let i = 0; i + 7 < numbers.length; i += 6) pieces.push(numbers.slice(i, i + 8));
  return pieces;
}

function onBezier(piece: Bezier, t: number): [number, number] {
  const at = (axis: number): number => {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 2, 4, 6].map((i) => piece[i + axis]);
    const s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  };
  return [at(0), at(1)];
}
