import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Runner } from '../../src/assess/job.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { shape, shapeOf } from '../../src/assess/shape.ts';
import type { ShapeRun } from '../../src/assess/shape.ts';
import { cliffJob } from '../../src/assess/tipping.ts';
import type { Scenario } from '../../src/model/scenario.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await serialRunner();
});

/** An example as it is delivered, with fewer people and runs. */
function example(name: string, over: Partial<Scenario> = {}): Scenario {
  const text = readFileSync(`public/examples/${name}.json`, 'utf8');
  return { ...(JSON.parse(text) as Scenario), customers: 600, runs: 3, ...over };
}

const slopes = (atTip: number, small: number): ShapeRun => ({ run: 0, atTip, small });

describe('the shape', () => {
  test('of the general market is a cliff', async () => {
    const found = await shape(example('general-price-rise'), runner);
    expect(found?.kind).toBe('cliff');
    expect(found?.steeper.low).toBeGreaterThan(10);
    expect(found?.runs).toBe(3);
  });

  test('of a commodity, in which nobody trusts, is a slope', async () => {
    const larger = { customers: 1500, runs: 3 };
    const found = await shape(example('commodity-no-cliff', larger), runner);
    expect(found).toMatchObject({ kind: 'slope', capped: false, runs: 3 });
    expect(found?.steeper.value).toBeGreaterThan(0.7);
    expect(found?.steeper.value).toBeLessThan(2.5);
  });

  test('is none where hardly any run tips', async () => {
    const mail = { kind: 'openness' as const, week: 8, level: 0.1 };
    const open = example('commodity-no-cliff', { decisions: [mail], runs: 2 });
    expect(await shape(open, runner)).toBeNull();
  });

  test('of runs whose tips are known is the same', async () => {
    const scenario = example('commodity-no-cliff', { runs: 2 });
    const doses = Array.from({ length: 16 }, (_, i) => (2 * i) / 100);
    const cliffs = [];
    for (const run of [1, 0])
      cliffs.push(await runner.perform(cliffJob, [scenario, run, doses, 'search']));
    const jobs: string[] = [];
    const told: Runner = {
      perform: (job, args, signal) => {
        jobs.push(job.name);
        return runner.perform(job, args, signal);
      },
    };
    expect(await shape(scenario, told, { cliffs })).toEqual(await shape(scenario, runner));
    expect(jobs).toEqual(['shape', 'shape']);
  });

  test('is told from how much steeper the loss is at the tip', () => {
    expect(shapeOf([slopes(2.9, 1)])).toMatchObject({ kind: 'slope' });
    expect(shapeOf([slopes(3, 1)])).toMatchObject({ kind: 'cliff', capped: false });
    expect(shapeOf([slopes(2, 1), slopes(8, 1), slopes(4, 1)])?.steeper.value).toBe(4);
  });

  test('is capped where small sizes cost nothing, or are worth something', () => {
    for (const small of [0, -0.2, 1e-9, 0.02])
      expect(shapeOf([slopes(1, small)])).toEqual({
        ...{ kind: 'cliff', capped: true, runs: 1 },
        steeper: { value: 50, low: 50, high: 50 },
      });
    expect(shapeOf([slopes(1, 0.021)])?.capped).toBe(false);
    expect(shapeOf([slopes(-1, -1)])?.steeper.value).toBe(0);
  });

  test('is that of the runs that tip, if they are half or more', () => {
    expect(shapeOf([slopes(8, 1), null])).toMatchObject({ kind: 'cliff', runs: 1 });
    expect(shapeOf([slopes(8, 1), null, null])).toBeNull();
    expect(shapeOf([])).toBeNull();
  });
});
