import { beforeAll, describe, expect, test } from 'vitest';
import { criticalSize, smallest } from '../../src/assess/facts/critical.ts';
import {
  meanCurve,
  reaches,
  sizesTo,
  steepest,
  straightness,
  width,
} from '../../src/assess/facts/curve.ts';
import { factSeeds } from '../../src/assess/facts/fact.ts';
import {
  amount,
  change,
  percent,
  points,
  size,
  weeks,
} from '../../src/assess/facts/figures.ts';
import { activeOf, NOTHING, People, rise, risePlan } from '../../src/assess/facts/people.ts';
import { rowsOf, summary, valuesOf } from '../../src/assess/facts/summary.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { activeAtEnd } from '../../src/engine/series.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

describe('a summary over seeds', () => {
  test('is the mean and its standard error, the median and nine seeds in ten', () => {
    const { count, mean, error, median, low, high } = summary([1, 2, 3, 4, 10]);
    expect({ count, mean, median }).toEqual({ count: 5, mean: 4, median: 3 });
    expect(error).toBeCloseTo(Math.sqrt(12.5 / 5), 12);
    expect(low).toBeCloseTo(1.2, 12);
    expect(high).toBeCloseTo(8.8, 12);
  });

  test('leaves out seeds in which nothing happened', () => {
    expect(summary([NaN, 2, 4])).toMatchObject({ count: 2, mean: 3, median: 3 });
    expect(summary([NaN]).count).toBe(0);
  });

  test('has a row for each case, and a name for each figure', () => {
    const rows = rowsOf(
      ['a', 'b'],
      [
        [1, 10],
        [3, 30],
      ],
      { twice: (x: number) => 2 * x },
    );
    expect(rows.map(({ figures }) => figures.twice.mean)).toEqual([4, 40]);
    expect(Object.keys(valuesOf(rows))).toEqual(['twice a', 'twice b']);
  });
});

describe('a curve of losses', () => {
  const sizes = sizesTo(0.4, 0.1);

  test('has evenly spaced sizes without rounding dust', () => {
    expect(sizes).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  });

  test('reaches a level between two points', () => {
    expect(reaches(sizes, [0, 0, 0.5, 1, 1], 0.25)).toBeCloseTo(0.15, 12);
    expect(reaches(sizes, [0, 0, 0, 0, 0.1], 0.25)).toBeNaN();
    expect(reaches(sizes, [0.5, 1, 1, 1, 1], 0.25)).toBe(0);
  });

  test('is as wide as from a tenth to nine tenths of its largest loss', () => {
    const { from, to, width: wide } = width(sizes, [0, 0.2, 0.4, 0.6, 0.8]);
    expect([from, to, wide].map((x) => Math.round(1000 * x))).toEqual([40, 360, 320]);
  });

  test('a line is straight and nowhere steep, a step neither', () => {
    expect(straightness(sizes, [0, 1, 2, 3, 4])).toBeCloseTo(1, 12);
    expect(steepest([0, 1, 2, 3, 4])).toBeCloseTo(1, 12);
    expect(straightness(sizes, [0, 0, 0, 4, 4])).toBeLessThan(0.8);
    expect(steepest([0, 0, 0, 4, 4])).toBe(4);
  });

  test('is averaged point by point', () => {
    expect(
      meanCurve([
        [0, 2],
        [4, 4],
      ]),
    ).toEqual([2, 3]);
  });
});

describe('figures', () => {
  const share = summary([0.1, 0.2]);

  test('carry their error', () => {
    expect(percent(share)).toBe('15.0±5.0 %');
    expect(change(summary([-0.1, -0.2]))).toBe('−15.0±5.0 %');
    expect(points(share)).toBe('+15.0±5.0');
    expect(amount(summary([3]))).toBe('3.0');
    expect(size(0.125)).toBe('+12.5 %');
  });

  test('say when something never happened, and do not write minus zero', () => {
    expect(weeks(summary([NaN]))).toBe('never');
    expect(weeks(summary([4, 6, 8]))).toBe('6 wk (4 to 8)');
    expect(points(summary([-0.0001, -0.0001]))).toBe('0.0±0.0');
  });
});

describe('the people of a seed', () => {
  const market = { template: 'general', customers: 1000 } as const;

  test('are the same whatever was tried on them before', () => {
    const people = new People(kernel, 'again', market, 60);
    const first = people.watch(risePlan(0.3));
    people.run({ decisions: [{ kind: 'shock', week: 2, size: 1 }] });
    people.run(NOTHING, 20);
    expect(people.watch(risePlan(0.3)).table).toEqual(first.table);
    expect(new People(kernel, 'again', market, 60).watch(risePlan(0.3)).table).toEqual(
      first.table,
    );
    expect(new People(kernel, 'other', market, 60).watch(risePlan(0.3)).table).not.toEqual(
      first.table,
    );
  });

  test('end up the same if they are followed week by week, with a history too', () => {
    const past = [rise(0.1, -10)];
    const people = new People(kernel, 'follow', { ...market, historyWeeks: 26, past }, 40);
    const seen: number[] = [];
    const followed = people.follow(risePlan(0.3), 40, (now, week) => {
      seen.push(week);
      expect(now.states('st')).toHaveLength(1000);
    });
    expect(seen).toEqual(Array.from({ length: 40 }, (_, week) => week));
    expect(activeOf(followed)).toEqual(activeOf(people.run(risePlan(0.3))));
    expect(people.active(risePlan(0.3), 39)).toBe(activeAtEnd(followed));
  });

  test('cannot be run for longer than they were drawn for', () => {
    const people = new People(kernel, 'long', market, 30);
    expect(() => people.run(NOTHING, 31)).toThrow(
      /weeks: received 31, expected at most the 30/,
    );
  });

  test('come from texts that no parameter was chosen on', () => {
    expect(factSeeds(3)).toEqual(['fact 201', 'fact 202', 'fact 203']);
  });
});

describe('a critical size', () => {
  test('is found by halving, and is the limit if there is none', () => {
    expect(smallest((x) => x >= 0.3141)).toBeCloseTo(0.3141, 3);
    expect(smallest(() => false, 0.7)).toBe(0.7);
  });

  test('is where the loss is critical', () => {
    const people = new People(
      kernel,
      'critical',
      { template: 'community', customers: 1000 },
      113,
    );
    const critical = criticalSize(people);
    const lost = (change: number) =>
      1 - people.active(risePlan(change), 112) / people.active(NOTHING, 112);
    expect(lost(critical - 0.01)).toBeLessThan(0.4);
    expect(lost(critical + 0.01)).toBeGreaterThan(0.4);
  });
});
