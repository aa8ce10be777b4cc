import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lab } from '../../src/assess/lab.ts';
import { breaksAtSize, crossingJob, crossingNear } from '../../src/assess/crossing.ts';
import { doseAxis } from '../../src/assess/cliff.ts';
import { cliffJob } from '../../src/assess/tipping.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { lossJob } from '../../src/assess/sweep.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { SeriesName } from '../../src/model/series.ts';
import { seriesMade } from '../support/series.ts';

const THRESHOLD = 0.2;

/** A run that loses nothing up to `tip` less a width, and everything from a width beyond it on. */
const ramp = (tip: number, width: number) => (dose: number) =>
  Math.min(1, Math.max(0, THRESHOLD + ((dose - tip) / width) * THRESHOLD));

describe('the crossing next to a guess', () => {
  test('is found from either side, and a straight line is met exactly', () => {
    const lossAt = ramp(0.3, 0.2);
    for (const guess of [0, 0.1, 0.29, 0.31, 0.6, 1])
      expect(crossingNear(lossAt, guess, 0.01, 1, THRESHOLD).tip).toBeCloseTo(0.3, 9);
  });

  test('lies at or below the guess exactly if the guess breaks', () => {
    const place = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(place, place, place, (tip, guess, stride) => {
        const lossAt = ramp(tip, 0.3);
        const found = crossingNear(lossAt, guess, stride, 1, THRESHOLD);
        expect(found.guess).toEqual({ dose: guess, loss: lossAt(guess) });
        expect(Math.abs((found.tip ?? NaN) - tip)).toBeLessThan(0.01);
        expect((found.tip ?? NaN) <= guess).toBe(lossAt(guess) >= THRESHOLD);
      }),
    );
  });

  test('is none where the run holds up to the limit, and 0 where it breaks without a decision', () => {
    const holds = crossingNear(() => 0.19, 0.5, 0.1, 1.5, THRESHOLD);
    expect(holds).toMatchObject({ tip: null, above: null, below: { dose: 1.5 } });
    const breaks = crossingNear(() => 0.2, 0.5, 0.1, 1.5, THRESHOLD);
    expect(breaks).toMatchObject({ tip: 0, above: { dose: 0 }, below: null });
  });

  test('counts a loss of just the threshold as a mass exit', () => {
    const step = (dose: number) => (dose >= 0.07 ? THRESHOLD : 0);
    const { tip, above, below } = crossingNear(step, 0.3, 0.04, 1, THRESHOLD);
    expect(above?.loss).toBe(THRESHOLD);
    expect(below?.loss).toBe(0);
    expect(Math.abs((tip ?? NaN) - 0.07)).toBeLessThan(0.01);
  });

  test('lies below what a tripwire saves, and is none where it saves all that would break', () => {
    // Holds up to .24, breaks from there on, and is stopped from .3 on.
    const window = (from: number, to: number) => {
      const lossAt = (dose: number) => (dose >= to ? 0 : ramp(from, 0.2)(dose));
      return (guess: number) =>
        crossingNear(lossAt, guess, 0.04, 1, THRESHOLD, (dose) => dose >= to).tip;
    };
    for (const guess of [0, 0.1, 0.23, 0.25, 0.29, 0.31, 0.6, 1])
      expect(window(0.24, 0.3)(guess)).toBeCloseTo(0.24, 9);
    for (const guess of [0, 0.1, 0.25, 0.6, 1]) expect(window(0.24, 0.2)(guess)).toBeNull();
    // Stopped by chance whatever the size.
    expect(window(0.24, 0)(0.25)).toBeNull();
  });

  test('looks at few sizes: two near the tip, a handful far from it', () => {
    const asked: number[] = [];
    const lossAt = (dose: number) => {
      asked.push(dose);
      return ramp(0.3, 0.2)(dose);
    };
    crossingNear(lossAt, 0.305, 0.01, 1, THRESHOLD);
    expect(asked).toHaveLength(2);
    asked.length = 0;
    crossingNear(lossAt, 0.9, 0.04, 1, THRESHOLD);
    expect(asked.length).toBeLessThan(10);
    asked.length = 0;
    // Nothing, and then everything: no straight line to go by.
    crossingNear((dose) => (lossAt(dose), dose < 0.07 ? 0 : 1), 0.9, 0.04, 1, THRESHOLD);
    expect(asked.length).toBeLessThan(18);
  });
});

const scenario: Scenario = {
  version: 1,
  name: 'Crossing',
  seed: 'crossing',
  horizon: 52,
  customers: 800,
  runs: 4,
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.3 }],
  buffers: [],
};

/** What customers do in two weeks. */
type Weekly = { readonly [name in SeriesName]?: readonly [number, number] };

/** A lab in which one seed of two weeks has customers who do the same at a size each time. */
const labAt = (
  twinActive: number,
  weeklyAt: (dose: number) => Weekly,
  decisionSize = 0.3,
): Lab =>
  ({
    study: () => ({ limit: 1, size: decisionSize }),
    seed: () => ({
      twinActive,
      watch: (dose: number) =>
        seriesMade({
          ...{ historyWeeks: 0, weeks: 2 },
          values: Object.fromEntries(
            Object.entries(weeklyAt(dose)).map(([name, weeks]) => [
              name,
              (week: number) => weeks[week] ?? NaN,
            ]),
          ),
        }),
    }),
  }) as unknown as Lab;

/** The same at every size. */
const labWith = (
  twinActive: number,
  active: readonly [number, number],
  more: Weekly = {},
): Lab => labAt(twinActive, () => ({ active, ...more }));

/** So many of 400 are left at the end. */
const labLeaving = (leftAt: (dose: number) => number, decisionSize?: number): Lab =>
  labAt(400, (dose) => ({ active: [400, leftAt(dose)] }), decisionSize);

describe('the job', () => {
  test('takes nothing for unchanged whose do-nothing twin is another one', async () => {
    const search = { guess: 0.3, stride: 0.1 };
    const known = await crossingJob.perform(labWith(400, [400, 399]), scenario, 0, search);
    const again = (twinActive: number, ...active: [number, number]) =>
      crossingJob.perform(labWith(twinActive, active), scenario, 0, { ...search, known });
    expect(await again(400, 400, 399)).toMatchObject({ unchanged: true });
    expect(await again(401, 400, 399)).toMatchObject({ unchanged: false });
    expect(await again(400, 400, 398)).toMatchObject({ unchanged: false });
  });

  test('nor one in which as many stay each week, but others leave and come, or more complain', async () => {
    const search = { guess: 0.3, stride: 0.1 };
    const lab = (exits: readonly [number, number], complaints: readonly [number, number]) =>
      labWith(400, [400, 399], { exits, complaints });
    const known = await crossingJob.perform(lab([4, 5], [2, 0]), scenario, 0, search);
    const again = async (...weekly: Parameters<typeof lab>) =>
      (await crossingJob.perform(lab(...weekly), scenario, 0, { ...search, known })).unchanged;
    expect(await again([4, 5], [2, 0])).toBe(true);
    expect(await again([4, 6], [2, 0])).toBe(false);
    expect(await again([4, 5], [3, 0])).toBe(false);
    // As many in all, in other weeks.
    expect(await again([5, 4], [2, 0])).toBe(false);
    expect(await again([4, 5], [0, 2])).toBe(false);
  });

  test('looks at the size again where it breaks without the decision, and is unchanged only there as well', async () => {
    const breaking = labLeaving((dose) => (dose < 0.2 ? 200 : 150));
    const search = { guess: 0.1, stride: 0.1 };
    const known = await crossingJob.perform(breaking, scenario, 0, search);
    expect(known).toMatchObject({ tip: 0, atSize: { loss: 0.625, breaks: true } });
    const under = (lab: Lab) => crossingJob.perform(lab, scenario, 0, { ...search, known });
    expect(await under(breaking)).toEqual({ ...known, unchanged: true });
    // The same where the search begins, another loss at the size.
    const milder = labLeaving((dose) => (dose < 0.2 ? 200 : 190));
    expect(await under(milder)).toMatchObject({ atSize: { loss: 0.525 }, unchanged: false });
    // It holds without the decision now: the customers kept at the size are still to be told.
    const saved = labLeaving((dose) => (dose < 0.2 ? 400 : 300));
    const { tip, atSize } = await under(saved);
    expect(tip ?? NaN).toBeGreaterThan(0.1);
    expect(atSize).toEqual({ loss: 0.25, breaks: true });
  });

  test('counts a loss of just the threshold as a mass exit, at the size as well', async () => {
    const quarter = { ...scenario, threshold: 0.25 };
    const lab = labLeaving(() => 300);
    const found = await crossingJob.perform(lab, quarter, 0, { guess: 0.1, stride: 0.1 });
    expect(found).toMatchObject({ tip: 0, atSize: { loss: 0.25, breaks: true } });
  });

  test('nor one that comes to as many customers in the end by another way', async () => {
    const search = { guess: 0.3, stride: 0.1 };
    const known = await crossingJob.perform(labWith(400, [400, 399]), scenario, 0, search);
    const other = labWith(400, [399, 399]);
    expect(await crossingJob.perform(other, scenario, 0, { ...search, known })).toMatchObject({
      unchanged: false,
    });
    // Of another size nothing is known of the way.
    expect(
      await crossingJob.perform(labWith(400, [400, 399]), scenario, 0, {
        ...{ ...search, known },
        guess: 0.31,
      }),
    ).toMatchObject({ unchanged: false });
  });

  test('says of a size next to the tip what the run does there, and not what a straight line says', async () => {
    // Nothing is lost up to 0.2985, and everything beyond: the line between 0.29 and 0.30 has the tip at 0.292.
    const lab = labLeaving((dose) => (dose < 0.2985 ? 400 : 0), 0.295);
    const search = { guess: 0.29, stride: 0.01 };
    const found = await crossingJob.perform(lab, scenario, 0, search);
    expect(found.tip).toBeCloseTo(0.292, 9);
    expect(found).toMatchObject({ breaks: false, atSize: null });
    expect(breaksAtSize(found, 0.295)).toBe(false);
    // Further off the tip tells.
    const far = labLeaving((dose) => (dose < 0.2985 ? 400 : 0), 0.31);
    const beyond = await crossingJob.perform(far, scenario, 0, search);
    expect(beyond.breaks).toBeNull();
    const before = labLeaving((dose) => (dose < 0.2985 ? 400 : 0), 0.2);
    expect((await crossingJob.perform(before, scenario, 0, search)).breaks).toBeNull();
    expect(breaksAtSize(beyond, 0.31)).toBe(true);
  });

  test('says what the plain loss says, and twice the same', async () => {
    const runner = await serialRunner();
    const search = { guess: 0.3, stride: 0.04 };
    const found = await runner.perform(crossingJob, [scenario, 1, search]);
    expect(found.guess.loss).toBe(await runner.perform(lossJob, [scenario, 1]));
    expect(found.above?.loss ?? NaN).toBeGreaterThanOrEqual(0.2);
    expect(found.below?.loss ?? NaN).toBeLessThan(0.2);
    expect(await runner.perform(crossingJob, [scenario, 1, search])).toEqual(found);
  });

  test('finds the tip that all sizes show where a tripwire stops the larger ones', async () => {
    const runner = await serialRunner();
    const wired: Scenario = {
      ...{ ...scenario, customers: 6000, horizon: 60 },
      buffers: [
        { kind: 'pilot', week: 4, share: 0.5, widen: 12, tripwire: { times: 3, weeks: 2 } },
      ],
    };
    const { doses } = doseAxis(wired);
    // In the second one the wire is lit by chance at sizes that would hold.
    for (const run of [1, 4]) {
      const all = await runner.perform(cliffJob, [wired, run, doses, 'sweep']);
      const at = await runner.perform(lossJob, [wired, run]);
      for (const guess of [0.1, 0.3, 0.8]) {
        const found = await runner.perform(crossingJob, [wired, run, { guess, stride: 0.04 }]);
        if (all.tip === null) expect(found.tip).toBeNull();
        else expect(Math.abs((found.tip ?? NaN) - all.tip)).toBeLessThan(0.012);
        expect(breaksAtSize(found, 0.3)).toBe(at >= THRESHOLD);
        // The largest of the guesses is stopped.
        expect(found.guess.loss).toBeLessThan(guess === 0.3 ? 1 : THRESHOLD);
      }
    }
  });

  test('ends at once where nothing changes, and does not where something does', async () => {
    const runner = await serialRunner();
    const known = await runner.perform(crossingJob, [
      scenario,
      0,
      { guess: 0.3, stride: 0.04 },
    ]);
    const under = (parameters: Scenario['parameters']) =>
      runner.perform(crossingJob, [
        { ...scenario, parameters },
        0,
        { guess: known.guess.dose, stride: 0.01, known },
      ]);
    expect(known.unchanged).toBe(false);
    // Nobody is compensated here.
    expect(await under({ compGain: 0.04 })).toEqual({ ...known, unchanged: true });
    expect(await under({ beta: 0.1 })).toMatchObject({ unchanged: false });
  });

  test('looks at the decision\u2019s own size where the tip does not tell what becomes of it', async () => {
    const runner = await serialRunner();
    const look = (
      change: number,
      others: Scenario['decisions'],
      fix: Partial<Scenario> = {},
    ) => {
      const one: Scenario = {
        ...{ ...scenario, selected: 0, ...fix },
        decisions: [{ kind: 'price', week: 4, change }, ...others],
      };
      return runner.perform(crossingJob, [one, 0, { guess: change, stride: 0.04 }]);
    };
    expect((await look(0.3, [])).atSize).toBeNull();
    // A cut is no size of the search, and still what is decided.
    const [shock] = [{ kind: 'shock', week: 6, size: 1.4 } as const];
    const cut = await look(-0.2, [shock]);
    const loss = await runner.perform(lossJob, [
      {
        ...{ ...scenario, selected: 0 },
        decisions: [{ kind: 'price', week: 4, change: -0.2 }, shock],
      },
      0,
    ]);
    expect(cut).toMatchObject({ tip: 0, atSize: { loss, breaks: loss >= THRESHOLD } });
    expect((await look(-0.2, [])).atSize?.breaks).toBe(false);
    expect((await look(2, [])).atSize?.breaks).toBe(true);
    // What is about the decision alone changes nothing at 0, and something at its size.
    const known = await look(0.05, [shock]);
    expect(known).toMatchObject({ tip: 0, atSize: { breaks: true } });
    const paced: Scenario = {
      ...{ ...scenario, selected: 0 },
      decisions: [{ kind: 'price', week: 4, change: 0.05, steps: 4, interval: 4 }, shock],
    };
    const after = await runner.perform(crossingJob, [
      ...([paced, 0, { guess: 0, stride: 0.01, known }] as const),
    ]);
    expect(after.unchanged).toBe(false);
    expect(after.atSize?.loss).not.toBe(known.atSize?.loss);
  });
});
