/** The support queue and its staff by themselves (MODEL.md 7.5). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import { globalOf } from '../support/kernel.ts';
import { calm, complainers, cross, weeks } from './complainers.ts';
import type { Complainers } from './complainers.ts';
import { expectClose } from './village.ts';
import type { Village, Villager } from './village.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

const LEFT = 1;

describe('an answer', () => {
  const answeredIn = (
    week: number,
    parameters: ParameterOverrides,
    given: Complainers = {},
  ) => {
    const everybody = (t: number) => ({ cap: t === week ? 500 : 0, emp: 0.3 });
    const of = complainers(kernel, [cross(), {}], {
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
    const of = complainers(kernel, people, {
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
    const of = complainers(kernel, four(), {
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
    const of = complainers(kernel, four(), {
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
    const of = complainers(kernel, [...four(), ...calm(6)], {
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

  test('has room for everybody complaining every week', () => {
    const people = Array.from({ length: 64 }, () => cross({ V: 1e6 }));
    const ring = people.map((_, id) => [id, (id + 1) % 64] as const);
    const parameters = { patience: 3, push: 0 };
    const of = complainers(kernel, people, { ties: ring, parameters, weeks: 10 });
    for (let t = 0; t < 9; t++) of.week(t);
    expect(of.series('backlog', 8)).toBe(4000);
    // What lies behind the queue in memory is whole: whom the ties lead to.
    kernel.setStates(
      'H',
      people.map((_, id) => (id === 9 ? 100 : 0)),
    );
    of.week(9);
    const missed = of.state('nl').flatMap((share, id) => (share > 0 ? [id] : []));
    expect(missed).toEqual([8, 10]);
  });

  test('tells the first response by how long the backlog takes', () => {
    const of = complainers(kernel, [...four(), ...calm(96)], {
      everybody: () => ({ cap: 20 }),
    });
    of.week(0);
    expect(of.series('firstResponse')).toBeCloseTo(6 + 168 * (1 / 2), 9);
    const hopeless = complainers(kernel, four(), { everybody: () => ({ cap: 0 }) });
    hopeless.week(0);
    expect(hopeless.series('firstResponse')).toBeCloseTo(6 + 168 * 3, 9);
    // Half an answer a week is the least that is reckoned with.
    const lonely = complainers(kernel, [cross(), {}]);
    lonely.week(0);
    expect(lonely.series('firstResponse')).toBeCloseTo(6 + 168 * 2, 9);
  });
});

describe('the staff', () => {
  const crowd: Villager[] = [...Array.from({ length: 5 }, () => cross()), ...calm(95)];
  const cap = 20;

  test('tire under a load above their capacity, less if they may decide', () => {
    const of = complainers(kernel, crowd, {
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

  test('are not infinitely loaded where there are none', () => {
    const of = complainers(kernel, [cross(), {}], { parameters: { fat: 1 } });
    of.week(0);
    expect(globalOf(kernel, 'F')).toBeCloseTo(0.05 * 0.7, 12);
  });

  test('carry what was left over from the week before', () => {
    const of = complainers(kernel, crowd, {
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
    const rested = complainers(kernel, calm(10), { parameters: { fat: 1 }, F: 0.5 });
    rested.week(0);
    expect(globalOf(kernel, 'F')).toBeCloseTo(0.5 - 0.01, 12);
    const without = complainers(kernel, crowd, { everybody: () => ({ cap }) });
    without.week(0);
    expect(globalOf(kernel, 'F')).toBe(0);
  });
});
