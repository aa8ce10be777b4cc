/** When the search ends, and what ending it early costs. */
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import type { CliffRun } from '../../src/assess/assessment.ts';
import { BATCH, isSettled } from '../../src/assess/settled.ts';
import { tippingPoint } from '../../src/assess/tipping.ts';
import { RUNS_AT_LEAST } from '../../src/assess/verdict.ts';

const at = (tip: number | null): CliffRun => ({
  ...{ run: 0, losses: [], monotone: true, path: [], tip },
  breaks: tip === null ? [] : [{ from: tip, to: null }],
});
const [MEDIAN, SPREAD, LIMIT] = [0.2, 0.012, 1];

/** Tips of one assessment, spread around the median as those of a general market are. */
function tipsOf(seed: string, count: number): number[] {
  const draw = seedrandom(seed);
  return Array.from(
    { length: count },
    () => MEDIAN + SPREAD * Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw()),
  );
}

/** Tips that are looked at before the search ends. */
function lookedAt(tips: readonly number[], size: number): number[] {
  const runs = tips.map(at);
  let count = RUNS_AT_LEAST;
  while (count < runs.length && !isSettled(runs.slice(0, count), LIMIT, size)) count += BATCH;
  return tips.slice(0, count);
}

describe('the search ends', () => {
  const runs = tipsOf('early', 40).map(at);

  test('with the first runs where the decision is far from the tipping point', () => {
    expect(isSettled(runs, LIMIT, 0.25)).toBe(true);
    expect(isSettled(runs, LIMIT, 0.1)).toBe(true);
    expect(isSettled(runs.slice(1), LIMIT, 0.25)).toBe(false);
  });

  test('not while the decision lies within a range, nor just outside of the usual one', () => {
    expect(isSettled(runs, LIMIT, MEDIAN)).toBe(false);
    const { high = NaN } = tippingPoint(tipsOf('early', 40), LIMIT) ?? {};
    expect(isSettled(runs, LIMIT, high + 1e-6)).toBe(false);
  });

  test('not while the tipping point is hardly known, but where it cannot be known better', () => {
    const wide = runs.map(({ tip }, i) => at((tip ?? 0) + 0.05 * (i % 4)));
    expect(isSettled(wide, LIMIT, 0.9)).toBe(false);
    const tiny = runs.map((_, i) => at(0.01 + 0.0001 * (i % 10)));
    expect(isSettled(tiny, LIMIT, 0.9)).toBe(true);
    // The range is from the 15th of these tips to the 26th: 11 steps wide, of twice the resolution at most.
    const inSteps = (step: number) => runs.map((_, i) => at(0.005 + step * i));
    expect(isSettled(inSteps(0.000_45), LIMIT, 0.9)).toBe(true);
    expect(isSettled(inSteps(0.000_46), LIMIT, 0.9)).toBe(false);
  });

  test('not while the range has no upper end, however close it comes to the largest size', () => {
    const few = runs.map((_, i) => at(i < 24 ? 0.97 : null));
    expect(
      tippingPoint(
        few.map(({ tip }) => tip),
        LIMIT,
      ),
    ).toMatchObject({ open: true });
    expect(isSettled(few, LIMIT, 0.1)).toBe(false);
    // A price more than doubled lies beyond all sizes: a range that is open there does not end below it.
    const most = runs.map(({ tip }, i) => at(i < 26 ? tip : null));
    expect(
      tippingPoint(
        most.map(({ tip }) => tip),
        LIMIT,
      ),
    ).toMatchObject({ open: false });
    expect(isSettled(most, LIMIT, 1.4)).toBe(false);
    expect(isSettled(runs, LIMIT, 1.4)).toBe(true);
  });

  test('without a tipping point when few runs tip, and not when nearly half do', () => {
    const tipping = (count: number) => runs.map(({ tip }, i) => at(i < count ? tip : null));
    expect(isSettled(tipping(10), LIMIT, 0.9)).toBe(true);
    expect(isSettled(tipping(11), LIMIT, 0.9)).toBe(false);
  });
});

test('ending early, the range misses the tipping point no more often than it says', () => {
  for (const [size, runs] of [
    [MEDIAN, 400],
    [MEDIAN, 120],
    [MEDIAN + 0.4 * SPREAD, 400],
  ] as const) {
    let [missed, off] = [0, 0];
    const assessments = 200;
    for (let i = 0; i < assessments; i++) {
      const found = tippingPoint(lookedAt(tipsOf(`${runs} ${i}`, runs), size), LIMIT);
      if (!found || found.low > MEDIAN || found.high < MEDIAN) missed++;
      off += ((found?.value ?? 0) - MEDIAN) / SPREAD;
    }
    expect(missed / assessments).toBeLessThan(0.14);
    expect(Math.abs(off / assessments)).toBeLessThan(0.07);
  }
});
