import { expect, test } from 'vitest';
import type { Standing } from '../../src/assess/assessment.ts';
import { allOf, bothKinds, breakingRuns } from '../../src/assess/lookedAt.ts';
import { breakingOf, massExit } from '../../src/assess/massExit.ts';

/** A decision of `runs` runs, of which those named break. */
const standing = (runs: number, ...breaking: number[]): Standing => {
  const losses = Array.from({ length: runs }, (_, run) => (breaking.includes(run) ? 0.5 : 0));
  return {
    massExit: massExit(losses, 0.2),
    tippingPoint: null,
    breaking: breakingOf(
      losses.map((loss, run) => ({ run, loss })),
      0.2,
    ),
  };
};
const range = (from: number, end: number) =>
  Array.from({ length: end - from }, (_, i) => from + i);

test('those that break are looked at, as many as are asked for', () => {
  expect(breakingRuns(120, 20, standing(120, 3, 77, 119))).toEqual([3, 77, 119]);
  expect(breakingRuns(120, 2, standing(120, 3, 77, 119))).toEqual([3, 77]);
  expect(breakingRuns(120, 20, standing(120))).toEqual([]);
});

test('where they are not known the first runs are looked at', () => {
  expect(breakingRuns(120, 3)).toEqual([0, 1, 2]);
  expect(breakingRuns(2, 3)).toEqual([0, 1]);
  expect(bothKinds(2, 3)).toEqual([0, 1]);
  const { massExit: exits } = standing(10, 4);
  expect(bothKinds(10, 4, { massExit: exits, tippingPoint: null })).toEqual([0, 1, 2, 3]);
});

test('of both kinds as many, and more of one where there are too few of the other', () => {
  const late = range(60, 120);
  const half = bothKinds(120, 40, standing(120, ...late));
  expect(half).toEqual([...range(0, 20), ...range(60, 80)]);
  const rare = bothKinds(120, 40, standing(120, 50, 90));
  expect(rare).toHaveLength(40);
  expect(rare).toEqual([...range(0, 38), 50, 90]);
  expect(bothKinds(120, 40, standing(120, ...range(5, 120)))).toEqual(range(0, 40));
  expect(bothKinds(8, 40, standing(8, 2))).toEqual(range(0, 8));
  // Of an odd number one more of those that break.
  expect(bothKinds(120, 3, standing(120, ...late))).toEqual([0, 60, 61]);
});

test('a run that is not done yet is not taken for one that holds', () => {
  expect(bothKinds(400, 40, standing(10, 2))).toEqual(range(0, 10));
});

test('all runs are counted where they are known', () => {
  expect(allOf(standing(120, 7, 90, 119), { runs: 20, breaking: 1 })).toEqual({
    runs: 120,
    breaking: 3,
  });
  expect(allOf(undefined, { runs: 20, breaking: 1 })).toEqual({ runs: 20, breaking: 1 });
});
