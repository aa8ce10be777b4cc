/** Complaints, the support queue and its staff by themselves (MODEL.md 4.3). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import { globalLevers, globalOf, levers } from '../support/kernel.ts';
import type { GlobalLevers, Levers } from '../support/kernel.ts';
import { Village } from './village.ts';
import type { VillageOptions, Villager } from './village.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

const LEFT = 1;
const FULL_PUSH = 40 * 0.2;
/** Nothing moves trust but the queue. */
const STILL: ParameterOverrides = { rho: 0, beta: 0, c0: 0, cv: 0, forget: 0, trap: 0 };

interface Given extends Omit<VillageOptions, 'people' | 'levers' | 'globals'> {
  readonly lever?: Partial<Levers>;
  readonly everybody?: (t: number) => Partial<GlobalLevers>;
}

function village(people: readonly Villager[], given: Given = {}): Village {
  const { lever, everybody = () => ({ cap: 0 }), parameters, ...rest } = given;
  return new Village(kernel, {
    people,
    levers: () => levers(lever),
    globals: (t) => globalLevers(everybody(t)),
    parameters: { ...STILL, ...parameters },
    ...rest,
  });
}

/** Complains this week, and not again for long. */
const cross = (over: Villager = {}): Villager => ({ V: 1, Vt: 1, ...over });
const calm = (count: number): Villager[] => Array.from({ length: count }, () => ({}));

/** Runs weeks; complaints come in the first, the threshold is then far away. */
function weeks(of: Village, count: number): number[][] {
  const trust: number[][] = [];
  for (let t = 0; t < count; t++) {
    of.week(t);
    if (t === 0) kernel.setStates('Vt', new Float64Array(of.size).fill(100));
    trust.push(of.state('T'));
  }
  return trust;
}

function expectClose(received: readonly number[], expected: readonly number[]): void {
  expect(received.length).toBe(expected.length);
  received.forEach((value, id) =>
    expect(value, `of ${id}`).toBeCloseTo(expected[id] ?? NaN, 6),
  );
}

describe('a complaint', () => {
  test('moves the threshold on by a fresh draw, and waits', () => {
    const of = village([{}, cross({ nV: 3 })]);
    of.week(0);
    expect(of.state('nV')).toEqual([0, 4]);
    expectClose(of.state('Vt'), [10, 1 + of.exponential(1, 4, 'complaint')]);
    expect(of.series('complaints')).toBe(500);
    expect(of.series('backlog')).toBe(500);
  });

  test('is one a week, however much has been gathered', () => {
    const of = village([cross({ V: 50 })]);
    of.week(0);
    expect(of.state('nV')).toEqual([1]);
    of.week(1);
    expect(of.state('nV')).toEqual([2]);
  });

  test('is public at once the likelier the less trust there is', () => {
    const people = Array.from({ length: 600 }, (_, id) =>
      cross({ T: [0.1, 0.5, 0.9][id % 3] ?? 0 }),
    );
    const of = village(people);
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
    const of = village(
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

  test('counts even if its author leaves the same week, and is then skipped', () => {
    const of = village([cross({ H: 1, E: 1 }), {}], { everybody: () => ({ cap: 1000 }) });
    of.week(0);
    expect(of.series('complaints')).toBe(500);
    expect(of.series('backlog')).toBe(0);
    expectClose(of.state('T'), [0.8, 0.8]);
  });
});

describe('without an answer', () => {
  test('a complaint is a second failure once it is older than patience, and public', () => {
    const of = village([cross(), {}], { ties: [[0, 1]], parameters: { patience: 2 } });
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
    const of = village([cross(), {}], { ties: [[0, 1]], parameters: { patience: 1 } });
    of.week(0);
    kernel.setStates('Vt', [100, 100]);
    kernel.setStates('st', [LEFT, 0]);
    of.week(1);
    of.week(2);
    expect([1, 2].map((t) => of.series('publicActs', t))).toEqual([0, 0]);
    expectClose(of.state('T'), [0.8, 0.8]);
  });

  test('of somebody who left and came back it is served', () => {
    const of = village([cross(), {}], {
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

describe('an answer', () => {
  const answeredIn = (week: number, parameters: ParameterOverrides, given: Given = {}) => {
    const everybody = (t: number) => ({ cap: t === week ? 500 : 0, emp: 0.3 });
    const of = village([cross(), {}], {
      ...given,
      everybody,
      parameters: { patience: 4, ...parameters },
    });
    return weeks(of, week + 1)[week]?.[0] ?? NaN;
  };

  test('can come the same week, and is worth less the later it comes', () => {
    const gain = 0.1 * (0.5 + 0.3) * 0.2;
    expectClose(
      [0, 1, 3, 4].map((week) => answeredIn(week, { resolve: 1 })),
      [0.8 + gain, 0.8 + gain * 0.75, 0.8 + gain * 0.25, 0.8],
    );
  });

  test('that solves nothing costs half of a second failure', () => {
    expect(answeredIn(0, { resolve: 0 })).toBeCloseTo(0.8 * (1 - 0.04), 6);
  });

  test('solves less often with a worse service and with tired staff', () => {
    const people = Array.from({ length: 500 }, () => cross());
    const chance = 0.6 * (1 - 0.3 * 0.5) * (1 - 0.4 * 0.25);
    const of = village(people, {
      lever: { s: 0.5 },
      everybody: () => ({ cap: 2000 }),
      F: 0.25,
      parameters: { resolve: 0.6 },
    });
    of.week(0);
    const solved = people.map((_, id) => of.uniform(id, 0, 'answer') < chance);
    expect(of.state('T').map((T) => T > 0.801)).toEqual(solved);
  });
});

describe('the queue', () => {
  const four = () => [cross(), cross(), cross(), {}];
  const answered = (of: Village): number[] => of.state('T').map((T) => (T > 0.801 ? 1 : 0));

  test('is served in the order of arrival', () => {
    const of = village(four(), {
      everybody: () => ({ cap: 250 }),
      parameters: { resolve: 1, patience: 4 },
    });
    of.week(0);
    kernel.setStates('Vt', [100, 100, 100, 100]);
    expect(answered(of)).toEqual([1, 0, 0, 0]);
    kernel.setStates('Vt', [0, 100, 100, 100]);
    of.week(1);
    kernel.setStates('Vt', [100, 100, 100, 100]);
    expect(answered(of)).toEqual([1, 1, 0, 0]);
    of.week(2);
    expect(answered(of)).toEqual([1, 1, 1, 0]);
    expect(of.series('backlog', 2)).toBe(250);
  });

  test('skips those who left free of charge', () => {
    const of = village(four(), {
      everybody: (t) => ({ cap: t === 1 ? 250 : 0 }),
      parameters: { resolve: 1, patience: 4 },
    });
    of.week(0);
    kernel.setStates('Vt', [100, 100, 100, 100]);
    kernel.setStates('st', [LEFT, 0, 0, 0]);
    of.week(1);
    expect(answered(of)).toEqual([0, 1, 0, 0]);
  });

  test('gets the fraction of an answer by one draw a week', () => {
    const of = village([...four(), ...calm(6)], {
      everybody: () => ({ cap: 50 }),
      parameters: { resolve: 1, patience: 12 },
    });
    const served = [0, 1, 2, 3, 4, 5].map((t) => {
      of.week(t);
      kernel.setStates('Vt', new Float64Array(10).fill(100));
      return answered(of).reduce((a, b) => a + b, 0);
    });
    let sum = 0;
    const expected = [0, 1, 2, 3, 4, 5].map((t) => {
      if (of.uniform(t, 0, 'capacity') < 0.5) sum++;
      return Math.min(3, sum);
    });
    expect(served).toEqual(expected);
    expect(sum).toBeGreaterThan(0);
  });

  test('tells the first response by how long the backlog takes', () => {
    const of = village([...four(), ...calm(96)], { everybody: () => ({ cap: 20 }) });
    of.week(0);
    expect(of.series('firstResponse')).toBeCloseTo(6 + 168 * (1 / 2), 9);
    const hopeless = village(four(), { everybody: () => ({ cap: 0 }) });
    hopeless.week(0);
    expect(hopeless.series('firstResponse')).toBeCloseTo(6 + 168 * 3, 9);
  });
});

describe('the staff', () => {
  const crowd: Villager[] = [...Array.from({ length: 5 }, () => cross()), ...calm(95)];
  const cap = 20;

  test('tire under a load above their capacity, less if they may decide', () => {
    const of = village(crowd, {
      everybody: () => ({ cap, emp: 0.5 }),
      parameters: { fat: 1 },
      F: 0.2,
    });
    const capacity = 2 * (1 - 0.4 * 0.2);
    of.week(0);
    const strain = Math.min(1, 5 / capacity - 1);
    const F = 0.2 + 0.05 * strain * (1 - 0.6 * 0.5) * 0.8 - 0.02 * 0.2;
    expect(globalOf(kernel, 'F')).toBeCloseTo(F, 12);
    expect(of.series('fatigue')).toBeCloseTo(F, 12);
  });

  test('carry what was left over from the week before', () => {
    const of = village(crowd, {
      everybody: () => ({ cap }),
      parameters: { fat: 1, resolve: 1, patience: 9 },
    });
    of.week(0);
    const left = of.series('backlog') / 10;
    kernel.setStates('Vt', new Float64Array(100).fill(100));
    const before = globalOf(kernel, 'F');
    of.week(1);
    const capacity = 2 * (1 - 0.4 * before);
    const strain = Math.min(1, Math.max(0, left / capacity - 1));
    expect(left).toBe(3);
    expect(globalOf(kernel, 'F')).toBeCloseTo(
      before + 0.05 * strain * 0.7 * (1 - before) - 0.02 * before,
      12,
    );
  });

  test('recover when there is little to do, and do not tire unless that is switched on', () => {
    const rested = village(calm(10), { parameters: { fat: 1 }, F: 0.5 });
    rested.week(0);
    expect(globalOf(kernel, 'F')).toBeCloseTo(0.5 - 0.01, 12);
    const without = village(crowd, { everybody: () => ({ cap }) });
    without.week(0);
    expect(globalOf(kernel, 'F')).toBe(0);
  });
});
