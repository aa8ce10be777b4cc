import { describe, expect, test } from 'vitest';
import { chanceAt } from '../../../src/assess/breaking.ts';
import { curveOf, judge, outcomeOf } from '../../../src/state/answers/results.ts';
import type { Curve, Judgement, Outcome } from '../../../src/state/answers/results.ts';
import { axis, cliffRun, decisionRun } from '../made-up-runs.ts';

const THRESHOLD = 0.2;
/** Forty runs that tip at 11.5 % to 21.25 %, and ten that never do. */
const runs = [
  ...Array.from({ length: 40 }, (_, run) => cliffRun(run, 0.115 + run * 0.0025)),
  ...Array.from({ length: 10 }, (_, run) => cliffRun(40 + run, null)),
];
const curve = curveOf(axis, THRESHOLD, runs);

describe('a curve', () => {
  test('does not depend on the order of its runs', () => {
    expect(curveOf(axis, THRESHOLD, [...runs].reverse()).points).toEqual(curve.points);
  });

  test('has its tipping point where half of the runs have tipped', () => {
    expect(curve.tipping?.value).toBeCloseTo(0.17625, 6);
    expect(chanceAt(curve.runs, curve.tipping?.value ?? 0)).toBe(0.5);
  });

  test('follows the median between the sizes of its axis', () => {
    const at = (size: number) =>
      curve.typical.find(([dose]) => Math.abs(dose - size) < 1e-9)?.[1];
    expect(at(0)).toBe(0);
    expect(at(0.05)).toBeCloseTo(0.0005, 9);
    expect(at(0.15)).toBeLessThan(0.02);
    expect(at(0.2)).toBe(0.5);
    expect(curve.typical).toHaveLength(13);
  });

  test('has nothing to show without runs', () => {
    const empty = curveOf(axis, THRESHOLD, []);
    expect([empty.points, empty.typical, empty.tipping]).toEqual([[], [], null]);
  });
});

describe('a judgement', () => {
  function at(sweep: Curve | null, outcome: Outcome | null, size: number): Judgement {
    const judgement = judge(sweep, outcome, size, THRESHOLD);
    if (!judgement) throw new Error('There is nothing to judge by.');
    return judgement;
  }

  test('counts the runs that have tipped, while the exact ones are on their way', () => {
    const { massExit, verdict } = at(curve, null, 0.25);
    expect([massExit.exits, massExit.runs, verdict]).toEqual([40, 50, 'past']);
    expect(at(curve, null, 0.05).massExit.exits).toBe(0);
    expect(at(curve, null, 0.05).verdict).toBe('above');
  });

  test('rests on the exact runs as soon as they are all there', () => {
    const few = Array.from({ length: 10 }, (_, run) => decisionRun(run, 0.25, 0.5));
    const all = Array.from({ length: 50 }, (_, run) =>
      decisionRun(run, 0.25, run < 30 ? 0.5 : 0),
    );
    expect(at(curve, outcomeOf(0.25, 50, few), 0.25).massExit.exits).toBe(40);
    expect(at(curve, outcomeOf(0.25, 50, all), 0.25).massExit.exits).toBe(30);
    expect(at(curve, outcomeOf(0.25, 50, all), 0.24).massExit.exits).toBe(40);
  });

  test('waits for forty runs', () => {
    const young = curveOf(axis, THRESHOLD, runs.slice(0, 39));
    expect(at(young, null, 0.25).verdict).toBe('counting');
    expect(judge(null, outcomeOf(0.25, 50, exact(39, 39)), 0.25, THRESHOLD)).toBeNull();
  });

  test('needs no sweep: forty runs at the size tell on which side of the tipping point it lies', () => {
    expect(at(null, outcomeOf(0.25, 50, exact(40, 9)), 0.25).verdict).toBe('above');
    expect(at(null, outcomeOf(0.25, 50, exact(40, 20)), 0.25).verdict).toBe('near');
    expect(at(null, outcomeOf(0.25, 50, exact(40, 40)), 0.25).verdict).toBe('past');
    expect(judge(null, outcomeOf(0.25, 50, exact(40, 40)), 0.26, THRESHOLD)).toBeNull();
  });

  test.each([40, 41, 100, 399])(
    'is the same with and without the sweep, of %i runs',
    (count) => {
      for (let breaking = 0; breaking <= count; breaking++) {
        const tips = Array.from({ length: count }, (_, run) =>
          cliffRun(run, run < breaking ? 0.1 : 0.3),
        );
        const swept = curveOf(axis, THRESHOLD, tips);
        const outcome = outcomeOf(0.2, count, exact(count, breaking, 0.2));
        expect(at(null, outcome, 0.2).verdict).toBe(at(swept, outcome, 0.2).verdict);
      }
    },
  );

  /** Runs at a size, of which the first ones break. */
  const exact = (count: number, breaking: number, size = 0.25) =>
    Array.from({ length: count }, (_, run) => decisionRun(run, size, run < breaking ? 0.5 : 0));
});

describe('an outcome', () => {
  test('shows the run with the median loss, whatever the order', () => {
    const three = [0.3, 0.1, 0.2].map((loss, run) => decisionRun(run, 0.2, loss));
    expect(outcomeOf(0.2, 3, three)?.typical.run).toBe(2);
    expect(outcomeOf(0.2, 3, [...three].reverse())?.typical.run).toBe(2);
    expect(outcomeOf(0.2, 3, three)?.revenue.value).toBeCloseTo(0, 9);
  });

  test('is none without runs', () => {
    expect(outcomeOf(0.2, 3, [])).toBeNull();
  });
});
