import { describe, expect, test } from 'vitest';
import type { Buffer, Decision } from '../../../src/model/scenario.ts';
import { compiled, globalsOf, rowsOf, valueAt, valuesOf } from '../reading.ts';

const decisions: readonly Decision[] = [
  { kind: 'price', week: -26, change: 0.25 },
  { kind: 'price', week: 8, change: 0.2, steps: 3, interval: 10 },
  { kind: 'featureCut', week: -10, breadth: 0.2, depth: 0.3 },
  { kind: 'featureCut', week: 9, breadth: 0.4, depth: 0.5 },
  { kind: 'openness', week: -5, level: 0.5 },
  { kind: 'openness', week: 9, level: 0.1 },
  { kind: 'service', week: 9, downgrade: 0.4 },
  { kind: 'ads', week: 9, load: 0.4 },
  { kind: 'friction', week: 9, level: 0.3 },
  { kind: 'lockIn', week: 9, level: 0.2 },
  { kind: 'shock', week: 12, size: 1 },
  { kind: 'shock', week: 40, size: 1 },
  { kind: 'overPromise', week: 12, size: 0.5 },
  { kind: 'overPromise', week: 41, size: 0.5 },
  { kind: 'noticeMail', week: 42 },
];
const buffers: readonly Buffer[] = [
  { kind: 'litePlan', week: 9, price: 0.7, value: 0.8 },
  { kind: 'pause', week: 9, weeks: 13, price: 0.1 },
  { kind: 'compensation', week: 14, credit: 0.25, weeks: 4 },
];
const planned = compiled(decisions, buffers);
const back = compiled(decisions, buffers, {}, { goBackWeek: 16 });

describe('going back', () => {
  test('nothing before that week is different', () => {
    expect(rowsOf(back, -52, 16)).toEqual(rowsOf(planned, -52, 16));
    expect(rowsOf(back, 16, 17)).not.toEqual(rowsOf(planned, 16, 17));
  });

  test('prices return to today’s, which past rises had made', () => {
    expect(valuesOf(back, 'P', 14, 18)).toEqual([1.066667, 1.066667, 1, 1, 1]);
    expect(valuesOf(back, 'P', 50, 59)).toEqual(Array(10).fill(1));
    expect(valueAt(back, 'P', -27)).toBeCloseTo(0.8, 6);
  });

  test('it is not announced: the next step was, going back was not', () => {
    expect(valuesOf(back, 'Pa', 13, 17)).toEqual([1.066667, 1.133333, 1.133333, 1, 1]);
    expect(valuesOf(back, 'W', 13, 18)).toEqual([0, 0.55, 0, 0.383333, 0, 0]);
    expect(valuesOf(back, 'WL', 16, 16)).toEqual([0.133333]);
    expect(valuesOf(back, 'W', 19, 39)).toEqual(Array(21).fill(0));
  });

  test('cuts, service, ads, lock-in, friction, openness and the lite plan are withdrawn', () => {
    for (const lever of ['q1', 's', 'ads', 'lock', 'D', 'lite'] as const) {
      expect(valueAt(back, lever, 15), lever).toBeGreaterThan(0);
      expect(valueAt(back, lever, 16), lever).toBe(0);
    }
    expect(valuesOf(back, 'x', 15, 16)).toEqual([0.1, 0.5]);
  });

  test('what past decisions did stays', () => {
    expect(valuesOf(back, 'q0', 16, 16)).toEqual([0.3]);
  });

  test('what was felt stays felt, what lay ahead does not happen', () => {
    expect(valuesOf(back, 'z', 15, 17)).toEqual([0.343, 0.2401, 0.16807]);
    expect(globalsOf(back, 'z', 16, 16)).toEqual([0.2401]);
    expect(valueAt(back, 'z', 40)).toBeLessThan(1e-3);
    expect(valuesOf(back, 'og0', 16, 16)).toEqual(valuesOf(planned, 'og0', 16, 16));
    expect(valueAt(back, 'og0', 16)).toBeGreaterThan(0);
    expect(valueAt(back, 'og1', 41)).toBe(0);
    expect(valueAt(back, 'W', 42)).toBe(0);
  });

  test('buffers stay', () => {
    expect(valuesOf(back, 'credit', 15, 18)).toEqual([0.25, 0.25, 0.25, 0]);
    expect(valuesOf(back, 'pzW', 16, 16)).toEqual([13]);
  });

  test('habituation goes on along the path', () => {
    const short = compiled(
      [
        { kind: 'ads', week: 5, load: 0.4 },
        { kind: 'ads', week: -20, load: 0.1 },
      ],
      [],
      { parameters: { eta: 0.5 } },
      { goBackWeek: 7 },
    );
    // Long used to .1; then .4 for two weeks: used to .25 and .325, which hides the .1 that is left.
    expect(valuesOf(short, 'adg', 4, 8)).toEqual([0, 0.3, 0.15, 0, 0]);
    expect(valuesOf(short, 'ads', 4, 8)).toEqual([0.1, 0.4, 0.4, 0.1, 0.1]);
  });

  test('going back in week 0 leaves the past alone', () => {
    const table = compiled(decisions, buffers, {}, { goBackWeek: 0 });
    expect(valuesOf(table, 'P', -27, 59)).toEqual([0.8, ...Array<number>(86).fill(1)]);
    expect(valuesOf(table, 'x', 0, 0)).toEqual([0.5]);
  });

  test('after going back a pilot is not widened any more, whatever was to be piloted', () => {
    const table = compiled(
      [
        { kind: 'price', week: 8, change: 0.2 },
        { kind: 'overPromise', week: 8, size: 0.3 },
      ],
      [{ kind: 'pilot', week: 8, share: 0.5, widen: 20 }],
      {},
      { goBackWeek: 12 },
    );
    expect(valuesOf(table, 'P', 20, 20)).toEqual([1]);
    expect(valueAt(table, 'og0', 20)).toBe(0);
    expect(valueAt(table, 'og0', 12, { inPilot: true })).toBeGreaterThan(0);
  });
});
