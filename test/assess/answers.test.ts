import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { cliffPoints, doseAxis } from '../../src/assess/cliff.ts';
import { massExit } from '../../src/assess/massExit.ts';
import { quantile, spread } from '../../src/assess/quantile.ts';
import { tipOf, tippingPoint } from '../../src/assess/tipping.ts';
import { distanceTo } from '../../src/assess/distance.ts';
import { holdsAgain, verdict, verdictOfExits } from '../../src/assess/verdict.ts';
import { lossAgainst } from '../../src/engine/seeded.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  version: 1,
  name: 'Axis',
  seed: 'axis',
  horizon: 104,
  customers: 4000,
  runs: 100,
  template: 'general',
  decisions: [{ kind: 'price', week: 8, change: 0.18 }],
  buffers: [],
};

/** A run whose loss is a given function of the size, and which counts what it is asked. */
function runWith(loss: (dose: number) => number) {
  const asked: number[] = [];
  return {
    asked,
    loss: (dose: number) => {
      asked.push(dose);
      return loss(dose);
    },
  };
}

test('the answers count the runs of the verdict, and rest on those that break', async () => {
  const near: Scenario = {
    ...{ ...scenario, horizon: 60, customers: 600, runs: 44 },
    decisions: [{ kind: 'price', week: 4, change: 0.27 }],
  };
  const { massExit: exits, answers } = await assess(near, await serialRunner(), {
    questions: ['wayBack', 'warning', 'pilot'],
  });
  const all = { runs: 44, breaking: exits.exits };
  expect(exits.exits).toBeGreaterThan(0);
  expect(exits.exits).toBeLessThan(20);
  expect(answers.wayBack).toMatchObject({ all, breaking: exits.exits, runs: exits.exits });
  expect(answers.warning).toMatchObject({ all, breaking: exits.exits, runs: 40 });
  expect(answers.pilot).toMatchObject({ all, caught: { of: exits.exits } });
});

describe('chance of mass exit', () => {
  test('counts runs at or above the threshold, with the Wilson interval', () => {
    const exits = massExit([0.1, 0.2, 0.3, 0.19], 0.2);
    expect(exits).toMatchObject({ chance: 0.5, exits: 2, runs: 4, threshold: 0.2 });
    // Wilson 1927 for 2 of 4 at z = 1.645: 0.5 ± 0.5 sqrt(z²/(n + z²)).
    const half = 0.5 * Math.sqrt(2.7055434540954 / (4 + 2.7055434540954));
    expect(exits.low).toBeCloseTo(0.5 - half, 9);
    expect(exits.high).toBeCloseTo(0.5 + half, 9);
  });

  test('counts a run that loses just the threshold, whatever that is', () => {
    const percents = Array.from({ length: 99 }, (_, i) => i + 1);
    const counted = percents.filter((percent) =>
      [100, 300, 700, 4900].every((twin) => {
        const loss = lossAgainst(twin, (twin / 100) * (100 - percent));
        return massExit([loss], percent / 100).exits === 1;
      }),
    );
    expect(counted).toEqual(percents);
  });

  test('none and all are certain on one side only', () => {
    expect(massExit(Array<number>(20).fill(0), 0.2)).toMatchObject({ chance: 0, low: 0 });
    expect(massExit(Array<number>(20).fill(0), 0.2).high).toBeCloseTo(0.1192, 3);
    expect(massExit(Array<number>(20).fill(1), 0.2)).toMatchObject({ chance: 1, high: 1 });
  });
});

describe('tipping point', () => {
  const steps = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

  test('is the median of the tips, with order statistics as its range', () => {
    // For 20 values the 90 % interval of the median is from the 6th to the 15th (Conover 1999, table A3).
    expect(tippingPoint(steps(20), 100)).toEqual({
      value: 10.5,
      low: 6,
      high: 15,
      open: false,
    });
    expect(tippingPoint(steps(100), 100)).toMatchObject({ low: 42, high: 59 });
    // Never narrower than the search can tell: a quarter of a hundredth of the largest size.
    expect(tippingPoint([7, 7, 7, 7, 7], 100)).toEqual({
      value: 7,
      low: 6.875,
      high: 7.125,
      open: false,
    });
    expect(tippingPoint([0, 100, 100, 100, 100], 100)).toMatchObject({ value: 100, high: 100 });
    expect(tippingPoint([0, 0, 0, 0, 0], 100)).toMatchObject({ low: 0, high: 0.125 });
  });

  test('has a range from five runs on, the least number of which 90 % ranges hold', () => {
    // All on one side of the median: 2 / 2^4 is 12.5 %, 2 / 2^5 is 6.25 %.
    for (const tips of [[7], [7, 8], [7, 8, 9], [7, 8, 9, 10]])
      expect(tippingPoint(tips, 100)).toMatchObject({ low: 0, high: 100, open: true });
    expect(tippingPoint([7, 8, 9, 10, 11], 100)).toMatchObject({
      low: 7,
      high: 11,
      open: false,
    });
  });

  test('does not depend on the order of the runs', () => {
    expect(tippingPoint([3, 1, null, 2, 5], 9)).toEqual(tippingPoint([null, 5, 1, 2, 3], 9));
  });

  test('is none where half of the runs hold, and open where the range has no upper end', () => {
    expect(tippingPoint([1, 2, null, null], 9)).toBeNull();
    expect(tippingPoint([], 9)).toBeNull();
    expect(tippingPoint([1, 2, 3, null, null], 9)).toMatchObject({
      value: 3,
      high: 9,
      open: true,
    });
  });

  const DOSES = Array.from({ length: 16 }, (_, i) => i / 50);

  test('a run is searched to a quarter of a percent of the range', () => {
    const run = runWith((dose) => (dose >= 0.2345 ? 0.5 : 0));
    const { tip, losses, path } = tipOf(run.loss, [0, 0.1, 0.2, 0.3], 1, 0.2, 'sweep');
    expect(Math.abs((tip ?? NaN) - 0.2345)).toBeLessThan(1 / 800);
    expect(losses).toEqual([0, 0, 0, 0.5]);
    expect(path.map(({ dose }) => dose)).toEqual([...run.asked].sort((a, b) => a - b));
  });

  test('a search comes to the same size as a sweep, with fewer runs', () => {
    for (const edge of [0, 0.001, 0.013, 0.15, 0.2345, 0.299, 0.3, 0.31, 0.77, 0.9999]) {
      const [swept, searched] = [runWith(step), runWith(step)];
      function step(dose: number) {
        return dose >= edge ? 0.5 : 0;
      }
      const whole = tipOf(swept.loss, DOSES, 1, 0.2, 'sweep');
      expect(tipOf(searched.loss, DOSES, 1, 0.2, 'search').tip).toBe(whole.tip);
      expect(searched.asked.length).toBeLessThanOrEqual(swept.asked.length);
      expect(new Set(searched.asked).size).toBe(searched.asked.length);
      // What tells nothing of a tip further off is not simulated.
      if (edge >= 0.15) expect(searched.asked).not.toContain(0);
    }
  });

  test('where a larger size is seen to lose less, all of them are looked at', () => {
    // It breaks from .11 to .125 and then from .24 on.
    const dented = (dose: number) => ((dose >= 0.11 && dose < 0.125) || dose >= 0.24 ? 0.5 : 0);
    const doses = [0, 0.02, 0.04, 0.1, 0.12, 0.13, 0.14, 0.16, 0.24];
    const searched = tipOf(dented, doses, 1, 0.2, 'search');
    const swept = tipOf(dented, doses, 1, 0.2, 'sweep');
    expect(swept.monotone).toBe(false);
    expect(swept.tip).toBeCloseTo(0.11, 2);
    expect(searched.monotone).toBe(false);
    expect(searched.tip).toBe(swept.tip);
    expect(searched.losses).toEqual(swept.losses);
  });

  test('beyond the axis it is looked for up to the limit, and none is an answer', () => {
    const tip = (loss: (dose: number) => number, doses = [0, 0.3]) =>
      tipOf(loss, doses, 1, 0.2, 'sweep').tip;
    expect(tip((dose) => (dose > 0.8 ? 1 : 0))).toBeCloseTo(0.8, 2);
    expect(tip(() => 0.1)).toBeNull();
    expect(tip(() => 0.3)).toBe(0);
    expect(tip((dose) => dose, [])).toBeCloseTo(0.2, 2);
  });
});

describe('verdict', () => {
  const tip = { value: 0.2, low: 0.19, high: 0.21, open: false };
  const judged = (share: number, runs: number, size: number, found: typeof tip | null = tip) =>
    verdict(
      massExit(
        Array.from({ length: runs }, (_, run) => (run < share * runs ? 1 : 0)),
        0.2,
      ),
      found,
      { size, limit: 1 },
    );

  test('follows chance and the upper end of the range', () => {
    expect(judged(0.9, 39, 0.5)).toBe('counting');
    expect(judged(0.225, 40, 0.5)).toBe('above');
    expect(judged(0.25, 40, 0.2)).toBe('near');
    expect(judged(0.5, 40, 0.21)).toBe('near');
    expect(judged(0.9, 40, 0.205)).toBe('near');
    expect(judged(0.9, 40, 0.21)).toBe('near');
    expect(judged(0.9, 40, 0.211)).toBe('past');
    expect(judged(0.9, 40, 0.3, null)).toBe('near');
  });

  test('is not past a range without an upper end, nor one that reaches to the largest size', () => {
    expect(judged(0.9, 40, 0.5, { ...tip, open: true })).toBe('near');
    const last = { value: 0.999, low: 0.99, high: 1, open: false };
    expect(judged(1, 40, 1, last)).toBe('near');
  });

  test('of the decision’s runs alone counts them as well', () => {
    const of = (exits: number, runs: number) =>
      verdictOfExits(
        massExit(
          Array.from({ length: runs }, (_, run) => (run < exits ? 1 : 0)),
          0.2,
        ),
      );
    expect([of(39, 39), of(0, 39)]).toEqual(['counting', 'counting']);
    expect([of(9, 40), of(10, 40), of(26, 40)]).toEqual(['above', 'near', 'past']);
  });

  test('is not past where runs that break at the tipping point hold again', () => {
    // Of 40 runs 26 are surely more than half of all, 15 surely fewer (binomial tails under 5 %).
    expect([0.3, 0.5, 0.625, 0.65].map((share) => judged(share, 40, 0.4))).toEqual([
      ...['near', 'near', 'near', 'past'],
    ]);
    const holds = (exits: number, runs: number, size: number) =>
      holdsAgain({ exits, runs }, tip, size);
    expect([0, 14, 15, 40].map((exits) => holds(exits, 40, 0.4))).toEqual([
      ...[true, true, false, false],
    ]);
    expect(holds(0, 40, 0.2)).toBe(false);
    expect(holds(0, 4, 0.4)).toBe(false);
    expect(holdsAgain({ exits: 0, runs: 40 }, null, 0.4)).toBe(false);
  });

  test('outside the sizes that were tried it is that of the runs at the size itself', () => {
    const broken = { value: 0, low: 0, high: 0.00125, open: false };
    expect(judged(1, 40, -0.2, broken)).toBe('past');
    expect(judged(0.5, 40, -0.2, broken)).toBe('near');
    expect(judged(0.1, 40, -0.2, broken)).toBe('above');
    expect(judged(1, 40, 0, broken)).toBe('past');
    expect(judged(1, 40, 1.4, null)).toBe('past');
    expect(judged(0.5, 40, 1.4, null)).toBe('near');
    expect(judged(1, 39, -0.2, broken)).toBe('counting');
  });

  test('its distance is known where the size makes the difference', () => {
    expect(distanceTo(tip, 0.228)).toBeCloseTo(0.028, 12);
    expect(distanceTo(tip, -0.1)).toBeCloseTo(-0.3, 12);
    expect(distanceTo(null, 0.3)).toBeNull();
    expect(distanceTo({ ...tip, value: 0, low: 0 }, -0.2)).toBeNull();
    expect(distanceTo({ ...tip, value: 0, low: 0 }, 0.2)).toBeNull();
    // A tipping point next to nothing is one all the same.
    expect(distanceTo({ ...tip, value: 0.001, low: 0 }, 0.2)).toBeCloseTo(0.199, 12);
  });
});

describe('the cliff', () => {
  test('reaches 30 %, one and a half times the decision, and beyond the tip', () => {
    const reach = (change: number, tip: number | null) =>
      doseAxis({ ...scenario, decisions: [{ kind: 'price', week: 8, change }] }, tip).doses.at(
        -1,
      );
    expect(reach(0.1, null)).toBeCloseTo(0.3, 9);
    expect(reach(0.4, null)).toBeGreaterThanOrEqual(0.6);
    expect(reach(0.1, 0.5)).toBeGreaterThanOrEqual(0.6);
    expect(reach(0.9, 0.9)).toBe(1);
    expect(doseAxis(scenario).doses[0]).toBe(0);
  });

  test('median, percentiles and chance at each size', () => {
    const from = (tip: number) => ({ tip, breaks: [{ from: tip, to: null }] });
    const runs = [0, 1, 2, 3].map((run) => ({
      ...{ run, losses: [0, run / 10], monotone: true, path: [] },
      ...(run < 2 ? { tip: null, breaks: [] } : from(0.1)),
    }));
    const searched = { run: 4, losses: [], monotone: true, path: [], ...from(0.05) };
    const [first, second] = cliffPoints([...runs, searched], [0, 0.1]);
    expect(first).toEqual({ dose: 0, typical: 0, low: 0, high: 0, chance: 0 });
    expect(second?.typical).toBeCloseTo(0.15, 9);
    expect(second?.chance).toBe(0.6);
    expect(cliffPoints([], [0, 0.1])).toEqual([]);
  });
});

test('quantiles interpolate between order statistics', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1], 0.95)).toBe(1);
  expect(spread([3, 1, 2])).toEqual({ value: 2, low: 1.1, high: 2.9 });
});
