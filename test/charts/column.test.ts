import { scaleLinear } from 'd3';
import { describe, expect, test } from 'vitest';
import { columnScene, GONE, heightOf, isGone, paintColumn } from '../../src/charts/column.ts';
import type { ColumnBrush, ColumnData, ColumnPalette } from '../../src/charts/column.ts';
import { bandsOf, dotAt, neighbourOf } from '../../src/charts/column-places.ts';

const plot = { left: 10, right: 110, top: 100, bottom: 300 };
const bands = [
  { from: 10, to: 70 },
  { from: 78, to: 110 },
];
const y = scaleLinear([100, -100], [plot.top, 280]);
const WEEKS = 8;

/** The same in each week, unless said otherwise. */
function data(dots: readonly Partial<Dot>[]): ColumnData {
  const full = dots.map((dot) => ({ ...QUIET, ...dot }));
  const weekly = (value: (dot: Dot, week: number) => number) =>
    Array.from({ length: WEEKS }, (_, week) => full.map((dot) => value(dot, week))).flat();
  return {
    count: full.length,
    weeks: WEEKS,
    margin: weekly(({ margins }, week) => margins[Math.min(week, margins.length - 1)] ?? 0),
    trust: weekly(({ trust }) => trust),
    trustParts: 255,
    gone: weekly(({ gone }, week) => (week >= gone[0] && week < gone[1] ? 1 : 0)),
    band: full.map(({ band }) => band),
    spend: full.map(({ spend }) => spend),
  };
}

interface Dot {
  margins: readonly number[];
  trust: number;
  gone: readonly [from: number, to: number];
  band: number;
  spend: number;
}
const QUIET: Dot = { margins: [50], trust: 255, gone: [99, 99], band: 0, spend: 1 };

const sceneOf = (dots: readonly Partial<Dot>[], sinkWeeks = 4) =>
  columnScene(data(dots), { plot, bands, y, sinkWeeks });
const heights = (scene: ReturnType<typeof sceneOf>, i = 0) =>
  Array.from({ length: WEEKS }, (_, week) => heightOf(scene, i, week));

describe('a dot', () => {
  test('is as deep as its margin is small, and between two weeks in between', () => {
    const scene = sceneOf([{ margins: [100, 0, -100] }]);
    expect(heights(scene).slice(0, 3)).toEqual([100, 190, 280]);
    expect(heightOf(scene, 0, 0.25)).toBeCloseTo(122.5);
    expect(heightOf(scene, 0, 99)).toBe(280);
  });

  test('stands within its band, apart from the others', () => {
    const dots = Array.from({ length: 40 }, (_, i) => ({ band: i % 2 }));
    const { x } = sceneOf(dots);
    x.forEach((place, i) => {
      expect(place).toBeGreaterThanOrEqual(bands[i % 2]?.from ?? NaN);
      expect(place).toBeLessThanOrEqual(bands[i % 2]?.to ?? NaN);
    });
    const first = Array.from(x.filter((_, i) => i % 2 === 0)).sort((a, b) => a - b);
    const gaps = first.slice(1).map((place, i) => place - (first[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(1);
  });

  test('has the colour of its trust and the area of its spend, within limits', () => {
    const { color, radius } = sceneOf([
      { trust: 255 },
      { trust: 128, spend: 4 },
      { trust: 0, spend: 0 },
    ]);
    expect([...color.subarray(0, 3)]).toEqual([0, 4, 8]);
    expect((radius[1] ?? 0) / (radius[0] ?? 0)).toBeCloseTo(2);
    expect(radius[2]).toBeGreaterThan(1);
  });

  test('sinks to the bed over some weeks when it leaves, faster and faster, and stays there', () => {
    const scene = sceneOf([{ gone: [2, 99] }]);
    const all = heights(scene);
    const steps = all.slice(1).map((height, week) => height - (all[week] ?? 0));
    expect(steps.slice(1, 5)).toEqual([...steps.slice(1, 5)].sort((a, b) => a - b));
    expect(steps[0]).toBe(0);
    expect(all[5]).toBe(all[7]);
    expect(all[5]).toBeGreaterThan(plot.bottom - 12);
    expect(all[5]).toBeLessThanOrEqual(plot.bottom);
    expect([1, 2, 7].map((week) => isGone(scene, 0, week))).toEqual([false, true, true]);
  });

  test('lies on the bed at once where motion is not wanted', () => {
    const all = heights(sceneOf([{ gone: [2, 99] }], 1));
    expect(all[2]).toBe(all[7]);
    expect(all[1]).toBe(145);
  });

  test('that had left before the first week lies there from the beginning', () => {
    const scene = sceneOf([{ gone: [0, 99] }]);
    expect(new Set(heights(scene)).size).toBe(1);
    expect(scene.color[0]).toBe(GONE);
  });

  test('rises again when the customer comes back', () => {
    const scene = sceneOf([{ gone: [1, 4] }], 2);
    expect(heightOf(scene, 0, 3)).toBeGreaterThan(280);
    expect(heightOf(scene, 0, 4)).toBe(145);
    expect(isGone(scene, 0, 4)).toBe(false);
  });
});

describe('the picture', () => {
  const palette: ColumnPalette = {
    steps: Array.from({ length: 9 }, (_, step) => `t${step}`),
    gone: 'gone',
    trail: 'trail',
  };

  /** Notes what is painted in which colour. */
  function painted(dots: readonly Partial<Dot>[], at: number) {
    const arcs: Record<string, number[][]> = {};
    const lines: number[][] = [];
    let pen: number[] = [];
    const brush: ColumnBrush = {
      ...{ fillStyle: '', strokeStyle: '', lineWidth: 0, globalAlpha: 1 },
      ...{ beginPath: () => undefined, clearRect: () => undefined },
      ...{ fill: () => undefined, stroke: () => undefined },
      moveTo: (x, top) => (pen = [x, top]),
      lineTo: (x, to) => lines.push([...pen, x, to]),
      arc: (x, height, radius) =>
        (arcs[String(brush.fillStyle)] ??= []).push([x, height, radius]),
    };
    paintColumn(brush, sceneOf(dots), at, palette);
    return { arcs, lines };
  }

  test('paints each dot once, in its colour; those who have left small and grey', () => {
    const { arcs } = painted([{ trust: 255 }, { trust: 0 }, { gone: [0, 99], spend: 30 }], 1.5);
    expect(Object.keys(arcs)).toEqual(['gone', 't0', 't8']);
    expect(Object.values(arcs).map((dots) => dots.length)).toEqual([1, 1, 1]);
    expect(arcs['gone']?.[0]?.[2]).toBe(1.5);
  });

  test('draws a trail up from those who sink, not longer than 40 pixels, and from nobody else', () => {
    const sinking = { margins: [100, 100, 80, -100] };
    const { lines } = painted([sinking, {}, { margins: [0, 50] }], 2);
    expect(lines).toHaveLength(1);
    const [, from = 0, , to = 0] = lines[0] ?? [];
    expect([from, to]).toEqual([100, 118]);
    const [[, high = 0, , low = 0] = []] = painted([sinking], 3).lines;
    expect([high, low]).toEqual([240, 280]);
  });
});

describe('bands', () => {
  test('share the width by their counts, and leave nobody without room', () => {
    const [large, small] = bandsOf([90, 10], [20, 20], plot);
    expect(large?.from).toBe(plot.left);
    expect(small?.to).toBeCloseTo(plot.right);
    expect((small?.to ?? 0) - (small?.from ?? 0)).toBeCloseTo(20 + 52 * 0.1);
    expect((small?.from ?? 0) - (large?.to ?? 0)).toBe(8);
  });

  test('stay within the plot where there is not enough of it', () => {
    const all = bandsOf([5, 5, 5], [60, 60, 60], plot);
    expect(all.at(-1)?.to).toBeCloseTo(plot.right);
  });
});

describe('picking', () => {
  const scene = sceneOf([
    { margins: [50] },
    { margins: [0] },
    { margins: [-50] },
    { band: 1, margins: [5] },
  ]);
  const place = (i: number) => ({ x: scene.x[i] ?? 0, y: heightOf(scene, i, 0) });

  test('finds the nearest dot within reach', () => {
    const { x, y: height } = place(1);
    expect(dotAt(scene, 0, { x: x + 3, y: height - 4 }, 6)).toBe(1);
    expect(dotAt(scene, 0, { x: x + 3, y: height - 6 }, 6)).toBeNull();
  });

  test('goes from neighbour to neighbour by the arrows, and stays at the edge', () => {
    expect(neighbourOf(scene, 0, 0, 'down')).toBe(1);
    expect(neighbourOf(scene, 0, 1, 'down')).toBe(2);
    expect(neighbourOf(scene, 0, 2, 'down')).toBe(2);
    expect(neighbourOf(scene, 0, 1, 'right')).toBe(3);
    expect(neighbourOf(scene, 0, 3, 'left')).toBe(0);
  });
});
