/** The public way to dock a model: networks, populations and settings given from outside. */
import { beforeAll, describe, expect, test } from 'vitest';
import { dock } from '../../src/engine/docking.ts';
import type { Docking } from '../../src/engine/docking.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { completeTies, randomTies, ringTies } from '../../src/engine/networks.ts';
import { seriesOf } from '../../src/engine/series.ts';
import { thresholdPopulation } from '../../src/engine/thresholds.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

const degreesOf = (pairs: Int32Array, people: number): number[] => {
  const degrees = Array.from({ length: people }, () => 0);
  for (const id of pairs) degrees[id] = (degrees[id] ?? NaN) + 1;
  return degrees;
};
const pairsOf = (ids: Int32Array): (readonly [number, number])[] =>
  Array.from({ length: ids.length / 2 }, (_, i) => [ids[2 * i] ?? NaN, ids[2 * i + 1] ?? NaN]);

describe('networks', () => {
  test('a random network has the ties asked for, none of them to oneself', () => {
    const pairs = pairsOf(randomTies(500, 3, 'any'));
    expect(pairs).toHaveLength(750);
    expect(
      pairs.every(([a, b]) => a !== b && Math.min(a, b) >= 0 && Math.max(a, b) < 500),
    ).toBe(true);
  });

  test('its degrees spread as those of a random network do: variance equal to the mean', () => {
    const degrees = degreesOf(randomTies(20_000, 4, 'any'), 20_000);
    const variance = degrees.reduce((sum, degree) => sum + (degree - 4) ** 2, 0) / 20_000;
    expect(variance).toBeGreaterThan(3.8);
    expect(variance).toBeLessThan(4.2);
  });

  test('the seed decides it', () => {
    expect(randomTies(50, 4, 'a')).toEqual(randomTies(50, 4, 'a'));
    expect(randomTies(50, 4, 'a')).not.toEqual(randomTies(50, 4, 'b'));
  });

  test('a ring ties everybody to the next on either side', () => {
    expect(Array.from(ringTies(4, 1))).toEqual([0, 1, 1, 2, 2, 3, 3, 0]);
    expect(new Set(degreesOf(ringTies(11, 3), 11))).toEqual(new Set([6]));
  });

  test('a complete network has each pair once', () => {
    expect(Array.from(completeTies(4))).toEqual([0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3]);
  });

  test.each([
    ['two people', () => randomTies(1, 3, 'any'), 'people: received 1'],
    ['ties', () => randomTies(10, -1, 'any'), 'meanTies: received -1'],
    ['a ring', () => ringTies(4, 2), 'people: received 4, expected a whole number from 5 on'],
    ['whole people', () => completeTies(2.5), 'people: received 2.5'],
  ])('without %s it says what was expected', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('docking', () => {
  const ring = { weeks: 5, seed: 'any', ties: ringTies(40, 1) };
  const thresholds = Array.from({ length: 40 }, (_, id) => (id === 7 ? -10 : 0.5));

  test('on a ring half of the neighbours suffice, and the wave moves one place a week each way', () => {
    const series = dock(kernel, { ...thresholdPopulation(thresholds, 'ties'), ...ring });
    expect(Array.from(seriesOf(series, 'active'))).toEqual([39, 37, 35, 33, 31]);
    const gone = Array.from(kernel.states('st').entries()).flatMap(([id, st]) =>
      st === 1 ? [id] : [],
    );
    expect(gone).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('those who count everybody are not moved by two gone neighbours', () => {
    const series = dock(kernel, { ...thresholdPopulation(thresholds, 'everybody'), ...ring });
    expect(Array.from(seriesOf(series, 'active'))).toEqual([39, 39, 39, 39, 39]);
  });

  test('everybody tied to everybody is counting everybody', () => {
    const even = Array.from({ length: 60 }, (_, id) => id / 60);
    const active = (reference: 'ties' | 'everybody', ties: Int32Array) =>
      Array.from(
        seriesOf(
          dock(kernel, {
            ...thresholdPopulation(even, reference),
            ...{ weeks: 70, seed: 'any', ties },
          }),
          'active',
        ),
      );
    expect(active('everybody', completeTies(60))).toEqual(active('ties', completeTies(60)));
    expect(active('everybody', new Int32Array()).at(-1)).toBe(0);
  });

  test('decisions work on docked people as on any', () => {
    const docking: Docking = {
      ...{ people: 300, weeks: 60, seed: 'any', parameters: {}, ties: randomTies(300, 8, 'a') },
      decisions: [{ kind: 'price', week: 4, change: 1 }],
    };
    const rise = seriesOf(dock(kernel, docking), 'active').at(-1) ?? NaN;
    const none = seriesOf(dock(kernel, { ...docking, decisions: [] }), 'active').at(-1) ?? NaN;
    expect(rise).toBeLessThan(0.6 * none);
  });

  test.each([
    [
      'values',
      { traits: { v: [1, 2] } },
      'v: received 2 values, expected one for each of the 3',
    ],
    ['pairs', { ties: Int32Array.of(0, 1, 2) }, 'ties: received 3 ids, expected pairs'],
    ['people', { ties: Int32Array.of(0, 3) }, 'ties: received id 3, expected ids from 0 to 2'],
    ['ids', { ties: Int32Array.of(-1, 2) }, 'ties: received id -1, expected ids from 0 to 2'],
  ])('wrong %s are refused', (_, wrong, message) => {
    const docking = {
      people: 3,
      weeks: 4,
      seed: 'any',
      parameters: {},
      ties: new Int32Array(),
    };
    expect(() => dock(kernel, { ...docking, ...wrong })).toThrow(message);
  });
});
