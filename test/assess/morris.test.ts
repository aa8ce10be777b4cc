import { describe, expect, test } from 'vitest';
import type { SeedCrossing } from '../../src/assess/crossing.ts';
import { concludeMorris, morris, pointsOf, trajectory } from '../../src/assess/morris.ts';
import type { Walk } from '../../src/assess/morris.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { assumptionsOf } from '../../src/model/assumptions.ts';
import type { Assumption } from '../../src/model/assumptions.ts';
import { PARAMETERS } from '../../src/model/parameters.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  version: 1,
  name: 'Morris',
  seed: 'morris',
  horizon: 52,
  customers: 500,
  runs: 10,
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.25 }],
  buffers: [],
};
const all = assumptionsOf(scenario);
const some = (...names: string[]): Assumption[] =>
  names.flatMap((name) => all.filter((assumption) => assumption.name === name));
const assumptions = some('rho', 'beta', 'k', 'w', 'eta');

const at = (tip: number | null): SeedCrossing => ({
  tip,
  guess: { dose: 0, loss: 0 },
  above: null,
  below: null,
  twinActive: 1,
  courses: [],
  unchanged: false,
});

/** Ten trajectories over a tip that is a given function of the parameters. */
const walksOver = (tip: (values: ParameterOverrides) => number | null): Walk[] =>
  Array.from({ length: 10 }, (_, i) => {
    const path = trajectory('any', i, assumptions.length);
    return { path, points: pointsOf(path, assumptions).map((values) => at(tip(values))) };
  });

/** Place of a value in its range. */
const placeIn = (name: 'rho' | 'beta' | 'w', values: ParameterOverrides): number => {
  const { low, high } = PARAMETERS[name];
  return ((values[name] ?? NaN) - low) / (high - low);
};

describe('a trajectory', () => {
  test('changes every assumption once, by two levels of four, and stays in the range', () => {
    for (let i = 0; i < 20; i++) {
      const { start, steps } = trajectory('any', i, 30);
      expect(steps.map(({ changed }) => changed).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 30 }, (_, k) => k),
      );
      for (const { changed, place, by } of steps) {
        expect(Math.abs(by)).toBeCloseTo(2 / 3, 12);
        expect(place - (start[changed] ?? NaN)).toBeCloseTo(by, 12);
        expect([0, 1, 2, 3].some((level) => Math.abs(place - level / 3) < 1e-9)).toBe(true);
      }
    }
  });

  test('is drawn anew for each number and seed, and the same twice', () => {
    expect(trajectory('any', 1, 9)).toEqual(trajectory('any', 1, 9));
    expect(trajectory('any', 1, 9)).not.toEqual(trajectory('any', 2, 9));
    expect(trajectory('any', 1, 9)).not.toEqual(trajectory('other', 1, 9));
  });

  test('has points that differ in one parameter from the one before', () => {
    const points = pointsOf(trajectory('any', 3, assumptions.length), assumptions);
    expect(points).toHaveLength(assumptions.length + 1);
    points.slice(1).forEach((point, i) => {
      const before = points[i] ?? {};
      const changed = assumptions.filter(({ name }) => point[name] !== before[name]);
      expect(changed).toHaveLength(1);
    });
  });
});

describe('elementary effects', () => {
  test('of a sum are its weights, with no spread', () => {
    const { effects, trajectories } = concludeMorris(
      scenario,
      assumptions,
      walksOver((v) => 0.2 + 0.05 * placeIn('rho', v) - 0.12 * placeIn('beta', v)),
    );
    expect(trajectories).toBe(10);
    expect(effects.map(({ name }) => name).slice(0, 2)).toEqual(['beta', 'rho']);
    expect(effects[0]?.muStar).toBeCloseTo(0.12, 9);
    expect(effects[0]?.mu).toBeCloseTo(-0.12, 9);
    expect(effects[0]?.sigma).toBeCloseTo(0, 9);
    expect(effects[1]?.mu).toBeCloseTo(0.05, 9);
    expect(effects.slice(2).every(({ muStar }) => muStar < 1e-9)).toBe(true);
  });

  test('of a product spread', () => {
    const { effects } = concludeMorris(
      scenario,
      assumptions,
      walksOver((v) => 0.2 + 0.3 * (placeIn('rho', v) - 0.5) * (placeIn('beta', v) - 0.5)),
    );
    const rho = effects.find(({ name }) => name === 'rho');
    expect(rho?.sigma).toBeGreaterThan(0.05);
    expect(Math.abs(rho?.mu ?? NaN)).toBeLessThan(rho?.muStar ?? NaN);
  });

  test('spread as a sample does', () => {
    const path = { start: [0, 0], steps: [{ changed: 0, place: 2 / 3, by: 2 / 3 }] };
    const walk = (tip: number): Walk => ({ path, points: [at(0.2), at(tip)] });
    const { effects } = concludeMorris(scenario, some('rho'), [
      walk(0.3),
      walk(0.1),
      walk(0.2),
    ]);
    // Effects of .15, -.15 and 0.
    expect(effects[0]).toMatchObject({ name: 'rho', open: false });
    expect(effects[0]?.muStar).toBeCloseTo(0.1, 12);
    expect(effects[0]?.mu).toBeCloseTo(0, 12);
    expect(effects[0]?.sigma).toBeCloseTo(0.15, 12);
  });

  test('say where a run never tips', () => {
    const { effects } = concludeMorris(
      scenario,
      assumptions,
      walksOver((v) => (placeIn('w', v) > 0.9 ? null : 0.2)),
    );
    expect(effects[0]).toMatchObject({ name: 'w', open: true });
  });
});

test('asked of a small market: damage matters, an absent lever does not at all', async () => {
  const wanted = ['beta', 'compGain'];
  const known = all.filter(({ name }) => !wanted.includes(name));
  const told: (readonly [number, number])[] = [];
  const answer = await morris(
    {
      ...scenario,
      parameters: Object.fromEntries(known.map(({ name, base }) => [name, base])),
    },
    await serialRunner(),
    { onProgress: (done, planned) => told.push([done, planned]) },
  );
  expect(answer.effects.map(({ name }) => name)).toEqual(['beta', 'compGain']);
  expect(answer.effects[0]?.mu).toBeLessThan(-0.03);
  expect(answer.effects[1]).toMatchObject({ muStar: 0, mu: 0, sigma: 0 });
  expect(told.at(-1)).toEqual([30, 30]);
});
