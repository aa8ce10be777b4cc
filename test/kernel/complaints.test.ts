/** Complaints by themselves, and what becomes of those that nobody answers (MODEL.md 7.5). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { complainers, cross, weeks } from './complainers.ts';
import { expectClose } from './village.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

const LEFT = 1;
/** Talk that a push of size 1 gives to somebody with a single tie: push (1 - mem). */
const FULL_PUSH = 40 * 0.2;

describe('a complaint', () => {
  test('moves the threshold on by a fresh draw, and waits', () => {
    const of = complainers(kernel, [{}, cross({ nV: 3 })]);
    of.week(0);
    expect(of.state('nV')).toEqual([0, 4]);
    expectClose(of.state('Vt'), [10, 1 + of.exponential(1, 4, 'complaint')]);
    expect(of.series('complaints')).toBe(500);
    expect(of.series('backlog')).toBe(500);
  });

  test('is one a week, however much has been gathered', () => {
    const of = complainers(kernel, [cross({ V: 50 })]);
    of.week(0);
    expect(of.state('nV')).toEqual([1]);
    of.week(1);
    expect(of.state('nV')).toEqual([2]);
  });

  test('is public at once the likelier the less trust there is', () => {
    const people = Array.from({ length: 600 }, (_, id) =>
      cross({ T: [0.1, 0.5, 0.9][id % 3] ?? 0 }),
    );
    const of = complainers(kernel, people);
    of.week(0);
    const chance = [0.65 * (1 - 0.1 / 0.6), 0.65 * (1 - 0.5 / 0.6), 0.03];
    const expected = people.filter(
      (_, id) => of.uniform(id, 1, 'public') < (chance[id % 3] ?? 0),
    );
    expect(of.series('publicActs')).toBe(expected.length);
    expect(of.series('publicShare')).toBeCloseTo(expected.length / 600, 12);
  });

  test('made public reaches the neighbours, as calm as the answer to the crisis makes it', () => {
    const pairs = Array.from({ length: 60 }, (_, i) => [2 * i, 2 * i + 1] as const);
    const of = complainers(
      kernel,
      pairs.flatMap(() => [cross({ T: 0.001 }), {}]),
      { ties: pairs, everybody: () => ({ cap: 0, calm: 0.5 }) },
    );
    of.week(0);
    const heard = of.state('dm').filter((_, id) => id % 2 === 1);
    const isPublic = pairs.map(
      ([id]) => of.uniform(id, 1, 'public') < 0.65 * (1 - 0.001 / 0.6),
    );
    expectClose(
      heard,
      isPublic.map((yes) => (yes ? FULL_PUSH * 0.5 : 0)),
    );
    expect(new Set(isPublic).size).toBe(2);
  });

  test('of the pilot group is counted apart', () => {
    const of = complainers(
      kernel,
      [cross({ uP: 0.2 }), cross({ uP: 0.8 }), cross({ uP: 0.3 })],
      {
        pilotShare: Float64Array.of(0.5),
      },
    );
    of.week(0);
    expect(of.series('pilotComplaints')).toBe(2);
  });

  test('counts even if its author leaves the same week, and is then skipped', () => {
    const of = complainers(kernel, [cross({ H: 1, E: 1 }), {}], {
      everybody: () => ({ cap: 1000 }),
    });
    of.week(0);
    expect(of.series('complaints')).toBe(500);
    expect(of.series('backlog')).toBe(0);
    expectClose(of.state('T'), [0.8, 0.8]);
  });
});

describe('without an answer', () => {
  test('a complaint is a second failure once it is older than patience, and public', () => {
    const of = complainers(kernel, [cross(), {}], {
      ties: [[0, 1]],
      parameters: { patience: 2 },
    });
    const trust = weeks(of, 5).map(([first = NaN]) => first);
    const before = of.uniform(0, 1, 'public') < 0.03 ? 1 : 0;
    expectClose(trust, [0.8, 0.8, 0.8, 0.8 * 0.92, 0.8 * 0.92]);
    expect([0, 1, 2, 3, 4].map((t) => of.series('publicActs', t))).toEqual([
      before,
      0,
      0,
      1,
      0,
    ]);
    expect([0, 1, 2, 3, 4].map((t) => of.series('backlog', t))).toEqual([500, 500, 500, 0, 0]);
  });

  test('of somebody who left it is dropped in silence', () => {
    const of = complainers(kernel, [cross(), {}], {
      ties: [[0, 1]],
      parameters: { patience: 1 },
    });
    of.week(0);
    kernel.setStates('Vt', [100, 100]);
    kernel.setStates('st', [LEFT, 0]);
    of.week(1);
    of.week(2);
    expect([1, 2].map((t) => of.series('publicActs', t))).toEqual([0, 0]);
    expectClose(of.state('T'), [0.8, 0.8]);
  });

  test('of somebody who left and came back it is served', () => {
    const of = complainers(kernel, [cross(), {}], {
      everybody: (t) => ({ cap: t === 2 ? 1000 : 0 }),
      parameters: { resolve: 1 },
    });
    of.week(0);
    kernel.setStates('Vt', [100, 100]);
    kernel.setStates('st', [LEFT, 0]);
    of.week(1);
    kernel.setStates('st', [0, 0]);
    of.week(2);
    expectClose(of.state('T'), [0.8 + 0.1 * 0.5 * 0.2, 0.8]);
  });
});
