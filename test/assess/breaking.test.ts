/** The sizes at which runs break, above all of those that hold again at larger ones. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { conclude, simulate } from '../../src/assess/assess.ts';
import type { CliffRun, Span } from '../../src/assess/assessment.ts';
import {
  breaksAt,
  chanceAt,
  dentedOf,
  firstSizes,
  isNoticeable,
  spansOf,
} from '../../src/assess/breaking.ts';
import type { Runner } from '../../src/assess/job.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { RUNS_SWEPT, thoroughnessAfter } from '../../src/assess/settled.ts';
import { cliffJob, tipOf, tippingOf } from '../../src/assess/tipping.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const THRESHOLD = 0.2;
const DOSES = Array.from({ length: 16 }, (_, i) => i / 50);

/** A run that breaks at these sizes and holds at all others, looked at at every size. */
function swept(run: number, spans: readonly Span[]): CliffRun {
  const loss = (dose: number) => (breaksAt({ breaks: spans }, dose) ? 0.5 : 0);
  return { run, ...tipOf(loss, DOSES, 1, THRESHOLD, 'sweep') };
}

/** Up to two spans, each at least a step of the axis wide and apart. */
const spans = fc
  .uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 4 })
  .map((edges) => edges.sort((a, b) => a - b).map((edge) => edge / 50 - 0.003))
  .map((edges) =>
    edges.flatMap((from, i) => (i % 2 ? [] : [{ from, to: edges[i + 1] ?? null }])),
  );

describe('where a run breaks', () => {
  test('is what every size says at which it was simulated', () => {
    fc.assert(
      fc.property(spans, (wanted) => {
        const { breaks, path, tip } = swept(0, wanted);
        for (const { dose, loss } of path)
          expect(breaksAt({ breaks }, dose)).toBe(loss >= THRESHOLD);
        expect(tip).toBe(breaks[0]?.from ?? null);
      }),
    );
  });

  test('is known to the resolution on both sides', () => {
    fc.assert(
      fc.property(spans, (wanted) => {
        const { breaks } = swept(0, wanted);
        expect(breaks).toHaveLength(wanted.length);
        breaks.forEach(({ from, to }, i) => {
          expect(Math.abs(from - (wanted[i]?.from ?? NaN))).toBeLessThan(1 / 400);
          expect((to === null) === (wanted[i]?.to === null)).toBe(true);
          expect(Math.abs((to ?? 0) - (wanted[i]?.to ?? 0))).toBeLessThan(1 / 400);
        });
      }),
    );
  });

  test('begins halfway between the sizes that tell, at 0 or nowhere', () => {
    const at = (...losses: number[]) =>
      spansOf(
        losses.map((loss, i) => ({ dose: i / 10, loss })),
        THRESHOLD,
      );
    expect(at(0, 0.2, 0.1, 0.3)).toEqual([
      { from: 0.05, to: expect.closeTo(0.15, 9) as number },
      { from: 0.25, to: null },
    ]);
    expect(at(0.5, 0.5)).toEqual([{ from: 0, to: null }]);
    expect(at(0, 0.1)).toEqual([]);
  });
});

describe('the chance', () => {
  test('at a size is the share of the runs that break there, whatever they do at smaller ones', () => {
    const runs = [
      swept(0, [{ from: 0.1, to: null }]),
      swept(1, [{ from: 0.12, to: 0.2 }]),
      swept(2, [{ from: 0.12, to: 0.16 }]),
      swept(3, []),
    ];
    expect([0.05, 0.11, 0.14, 0.18, 0.3].map((size) => chanceAt(runs, size))).toEqual([
      ...[0, 0.25, 0.75, 0.5, 0.25],
    ]);
  });

  test('at a size at which one run holds again and the next begins to break is that of one', () => {
    const [first, second] = [{ from: 0.1, to: 0.2 } as Span, { from: 0.2, to: null } as Span];
    const runs = [first, second].map((span, run) => ({ ...swept(run, []), breaks: [span] }));
    expect([0.1, 0.2, 0.3].map((size) => chanceAt(runs, size))).toEqual([0.5, 0.5, 0.5]);
    expect(firstSizes(runs)).toEqual([0.1, null]);
  });

  test('comes to half at the tipping point, or there is none', () => {
    // Three of four break somewhere, but no two of them at the same size.
    const apart = [
      swept(0, [{ from: 0.04, to: 0.1 }]),
      swept(1, [{ from: 0.12, to: 0.18 }]),
      swept(2, [{ from: 0.2, to: 0.26 }]),
      swept(3, []),
    ];
    expect(firstSizes(apart).slice(1)).toEqual([null, null, null]);
    expect(tippingOf(apart, 1)).toBeNull();
    fc.assert(
      fc.property(fc.array(spans, { minLength: 5, maxLength: 9 }), (all) => {
        const runs = all.map((each, i) => swept(i, each));
        const tipping = tippingOf(runs, 1);
        const chances = DOSES.map((dose) => chanceAt(runs, dose));
        if (tipping && runs.length % 2 === 1)
          expect(chanceAt(runs, tipping.value)).toBeGreaterThan(0.5);
        if (!tipping) expect(Math.max(...chances)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test('of runs that never hold again: the smallest sizes at which 1, 2, … break are their tips', () => {
    const runs = [0.3, 0.1, 0.2].map((from, i) => swept(i, [{ from, to: null }]));
    const tips = runs.map(({ tip }) => tip ?? NaN).sort((a, b) => a - b);
    expect(firstSizes([...runs, swept(3, [])])).toEqual([...tips, null]);
  });
});

test('runs that hold again are noticed from more than a tenth on, and then none is searched', () => {
  const runs = Array.from({ length: RUNS_SWEPT }, (_, i) =>
    swept(i, [{ from: 0.1, to: i < 5 ? 0.2 : null }]),
  );
  expect(dentedOf(runs)).toBe(5);
  expect([4, 5].map((dented) => isNoticeable(dented, RUNS_SWEPT))).toEqual([false, true]);
  expect([40, 41].map((dented) => isNoticeable(dented, 400))).toEqual([false, true]);
  expect(thoroughnessAfter(runs.slice(0, -1))).toBe('sweep');
  expect(thoroughnessAfter(runs)).toBe('sweep');
  const plain = runs.map((run, i) => (i === 0 ? swept(0, [{ from: 0.1, to: null }]) : run));
  expect(thoroughnessAfter(plain)).toBe('search');
  // What later runs do does not matter: else the answer would depend on the size of the batches.
  expect(thoroughnessAfter([...plain, ...runs])).toBe('search');
});

/** A rise that about half of the runs would not survive, tried on some first and stopped where these complain. */
const piloted: Scenario = {
  version: 1,
  name: 'Piloted',
  seed: 'piloted',
  horizon: 80,
  customers: 1000,
  runs: 14,
  template: 'general',
  decisions: [{ kind: 'price', week: 8, change: 0.32 }],
  buffers: [
    { kind: 'notice', weeks: 4 },
    {
      ...{ kind: 'pilot', week: 8, share: 0.25, widen: 26 },
      tripwire: { times: 3, weeks: 2, base: 26 },
    },
  ],
};

describe('a pilot with a tripwire', { timeout: 60_000 }, () => {
  let runner: Runner;
  beforeAll(async () => {
    runner = await serialRunner();
  });

  test('is simulated at every size, as the wire saves runs at large sizes that break at smaller ones', async () => {
    const { axis, cliffs, decisions } = await simulate(piloted, runner);
    expect(dentedOf(cliffs)).toBeGreaterThan(cliffs.length / 10);
    for (const { losses } of cliffs) expect(losses).toHaveLength(axis.doses.length);
    conclude(piloted, axis, cliffs, decisions).cliff.forEach(({ chance }, i) => {
      const broken = cliffs.filter(({ losses }) => (losses[i] ?? 0) >= THRESHOLD);
      expect(chance).toBe(broken.length / cliffs.length);
    });
    // At the decision's own size, which is one of them, the runs that it is judged by say the same.
    const same = decisions.filter(({ loss }) => loss >= THRESHOLD);
    expect(chanceAt(cliffs, axis.size)).toBe(same.length / cliffs.length);
  });

  test('has no run that only searches for its tip, as a decision without one has', async () => {
    const searched = (of: Scenario) =>
      runner.perform(cliffJob, [of, 0, [0, 0.1, 0.2, 0.3, 0.4, 0.5], 'search']);
    expect((await searched(piloted)).losses).toHaveLength(6);
    const unwired: Scenario = { ...piloted, buffers: piloted.buffers.slice(0, 1) };
    expect((await searched(unwired)).losses).toEqual([]);
  });
});
