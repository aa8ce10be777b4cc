import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Runner } from '../../src/assess/job.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { massExit } from '../../src/assess/massExit.ts';
import type { Lab } from '../../src/assess/lab.ts';
import { shape, shapeJob, shapeOf } from '../../src/assess/shape.ts';
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
  return { ...(JSON.parse(text) as Scenario), customers: 600, runs: 5, ...over };
}

const slopes = (atTip: number, small: number): ShapeRun => ({ run: 0, atTip, small });

describe('the shape', () => {
  test('of the general market is a cliff', async () => {
    const found = await shape(example('general-price-rise'), runner);
    expect(found?.kind).toBe('cliff');
    expect(found?.steeper.low).toBeGreaterThan(10);
    expect(found?.runs).toBe(5);
  });

  test('of a commodity, in which nobody trusts, is a slope', async () => {
    const larger = { customers: 1500, runs: 5 };
    const found = await shape(example('commodity-no-cliff', larger), runner);
    expect(found).toMatchObject({ kind: 'slope', capped: false, runs: 5 });
    expect(found?.steeper.value).toBeGreaterThan(0.7);
    expect(found?.steeper.value).toBeLessThan(2.5);
  });

  test('is none where hardly any run tips', async () => {
    const mail = { kind: 'openness' as const, week: 8, level: 0.1 };
    const open = example('commodity-no-cliff', { decisions: [mail], runs: 5 });
    expect(await shape(open, runner)).toBeNull();
  });

  test('of runs whose tips are known is the same', async () => {
    const scenario = example('commodity-no-cliff', { runs: 5 });
    const doses = Array.from({ length: 16 }, (_, i) => (2 * i) / 100);
    const cliffs = [];
    for (const run of [3, 2, 4, 1, 0])
      cliffs.push(await runner.perform(cliffJob, [scenario, run, doses, 'search']));
    const jobs: string[] = [];
    const told: Runner = {
      perform: (job, args, signal) => {
        jobs.push(job.name);
        return runner.perform(job, args, signal);
      },
    };
    expect(await shape(scenario, told, { cliffs })).toEqual(await shape(scenario, runner));
    expect(jobs).toEqual(Array(5).fill('shape'));
  });

  const five = (atTip: number, small: number) =>
    Array(5).fill(slopes(atTip, small)) as ShapeRun[];

  test('is told from how much steeper the loss is at the tip', () => {
    expect(shapeOf(five(2.9, 1))).toMatchObject({ kind: 'slope' });
    expect(shapeOf(five(3, 1))).toMatchObject({ kind: 'cliff', capped: false });
    const mixed = [2, 8, 4, 1, 9].map((atTip) => slopes(atTip, 1));
    expect(shapeOf(mixed)?.steeper.value).toBe(4);
  });

  test('is capped where small sizes cost nothing, or are worth something', () => {
    for (const small of [0, -0.2, 1e-9, 0.02])
      expect(shapeOf(five(1, small))).toEqual({
        ...{ kind: 'cliff', capped: true, runs: 5 },
        steeper: { value: 50, low: 50, high: 50 },
      });
    expect(shapeOf(five(1, 0.021))?.capped).toBe(false);
    expect(shapeOf(five(-1, -1))?.steeper.value).toBe(0);
  });

  test('is that of the runs that tip, if they are half or more, and five', () => {
    const none = Array<null>(5).fill(null);
    expect(shapeOf([...five(8, 1), ...none])).toMatchObject({ kind: 'cliff', runs: 5 });
    expect(shapeOf([...five(8, 1), ...none, null])).toBeNull();
    expect(shapeOf(five(8, 1).slice(1))).toBeNull();
    expect(shapeOf([])).toBeNull();
  });

  test('is not asked for where there is no tipping point, or too few runs for one', async () => {
    const nobody: Runner = {
      perform: () => Promise.reject(new Error('Nothing is to be simulated.')),
    };
    const standing = { massExit: massExit([0], 0.2), tippingPoint: null };
    expect(await shape(example('general-price-rise'), nobody, { standing })).toBeNull();
    expect(await shape(example('general-price-rise', { runs: 4 }), nobody)).toBeNull();
  });

  test('of a run that holds again is that of the sizes at which it breaks', async () => {
    const doses: number[] = [];
    const lab = {
      study: () => ({ limit: 1 }),
      seed: (_scenario: Scenario, _run: number, sizes: number[]) => {
        doses.push(...sizes);
        return { loss: (dose: number) => (dose < 0.2 ? 0 : dose < 0.21 ? 0.5 : 0.1) };
      },
    } as unknown as Lab;
    const scenario = example('general-price-rise');
    const { atTip } = await shapeJob.perform(lab, scenario, 0, { from: 0.2, to: 0.21 });
    expect(Math.max(...doses)).toBeLessThan(0.21);
    expect(atTip).toBeGreaterThan(10);
  });
});
