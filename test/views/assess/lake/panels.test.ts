import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../../../src/views/assess/lake/events.ts';
import { historyKey, steppedBy } from '../../../../src/views/assess/keys.ts';
import {
  cliffPlot,
  depthScale,
  depthTicks,
  timelinePlot,
  weekTicks,
} from '../../../../src/views/assess/lake/panels.ts';
import { DOTS, pictogram, sinkingAt } from '../../../../src/views/assess/verdict/pictogram.ts';
import example from '../../../../public/examples/general-price-rise.json';
import { parseScenario } from '../../../../src/model/parse.ts';

const size = { width: 520, height: 700, waterline: 200, compact: false };

describe('the lake', () => {
  test('has one waterline for both panels', () => {
    expect(cliffPlot(size).top).toBe(timelinePlot(size).top);
    expect(cliffPlot(size).bottom).toBe(timelinePlot(size).bottom);
  });

  test('is as deep as its deepest run, in round steps, and never deeper than everybody', () => {
    const plot = cliffPlot(size);
    const depth = (losses: number[]) => depthScale(losses, plot).domain()[1];
    expect(depth([0.01, 0.46])).toBeCloseTo(0.5, 9);
    expect(depth([0.999])).toBe(1);
    expect(depth([0.02])).toBeCloseTo(0.25, 9);
    expect(depthScale([0.46], plot)(0)).toBe(plot.top);
  });

  test.each([0.25, 0.5, 0.75, 1])('has three to seven lines at a depth of %d', (depth) => {
    const ticks = depthTicks(depth);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(ticks).not.toContain(0);
  });
});

describe('the weeks under the timeline', () => {
  test.each([
    [104, 440, [0, 26, 39, 52, 65, 78, 91, 104]],
    [112, 900, [0, 13, 26, 39, 52, 65, 78, 91, 104]],
    [104, 240, [0, 26, 52, 78, 104]],
    [30, 440, [0, 4, 8, 12, 16, 20, 24, 28]],
  ])('of %d weeks on %d pixels', (weeks, width, expected) => {
    expect(weekTicks(weeks, width)).toEqual(expected);
  });
});

describe('the pictogram', () => {
  test.each([0, 0.04, 0.3, 0.71, 1])(
    'sinks as many of twenty as the chance %d says',
    (chance) => {
      const dots = pictogram(chance);
      const below = dots.filter(({ y }) => y > DOTS.waterline);
      expect(dots).toHaveLength(20);
      expect(below).toHaveLength(sinkingAt(chance));
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThan(5);
        expect(x).toBeLessThan(DOTS.width - 5);
        expect(y).toBeGreaterThan(4);
        expect(y).toBeLessThan(DOTS.height - 4);
      }
    },
  );
});

test('events are marked in the order of their weeks, later steps smaller, history not at all', () => {
  const parsed = parseScenario({
    ...example,
    decisions: [
      { kind: 'featureCut', week: 20, breadth: 0.2, depth: 0.5 },
      { kind: 'price', week: 8, change: 0.2, steps: 3, interval: 13 },
      { kind: 'price', week: -30, change: 0.05 },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(eventsOf(parsed.scenario).map(({ week, minor }) => [week, minor ?? false])).toEqual([
    [8, false],
    [20, false],
    [21, true],
    [34, true],
  ]);
});

describe('keys', () => {
  const steps = { step: 1, shift: 4, page: 13 };
  const press = (key: string, shiftKey = false, altKey = false) =>
    steppedBy({ key, shiftKey, altKey, ctrlKey: false, metaKey: false }, steps);

  test('move by a step, by several with Shift, by many by page', () => {
    expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'].map((key) => press(key))).toEqual([
      -1, 1, 13, -13,
    ]);
    expect(press('ArrowDown', true)).toBe(-4);
  });

  test('that mean something else are left alone', () => {
    expect(press('Tab')).toBeNull();
    expect(press('ArrowLeft', false, true)).toBeNull();
  });

  test('undo by Ctrl or Cmd and Z, and redo with Shift or by Ctrl and Y', () => {
    const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
    const asked = (key: string, held: Partial<typeof none>) =>
      historyKey({ key, ...none, ...held });
    expect(asked('z', { ctrlKey: true })).toBe('undo');
    expect(asked('Z', { metaKey: true, shiftKey: true })).toBe('redo');
    expect(asked('y', { ctrlKey: true })).toBe('redo');
    expect(asked('z', {})).toBeNull();
    expect(asked('y', { metaKey: true })).toBeNull();
    expect(asked('z', { ctrlKey: true, altKey: true })).toBeNull();
  });
});
