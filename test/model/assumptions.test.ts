import { describe, expect, test } from 'vitest';
import {
  ASSUMED,
  assuming,
  assumptionDraws,
  assumptionsOf,
  drawnScenarios,
  plausibleRange,
} from '../../src/model/assumptions.ts';
import { parameterProblem, PARAMETERS, PARAMETER_NAMES } from '../../src/model/parameters.ts';
import type { ParameterName } from '../../src/model/parameters.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { TEMPLATES, TEMPLATE_NAMES } from '../../src/model/templates.ts';

const COUNT = 40;
const column = (name: ParameterName, ...more: [seed?: string, count?: number]) =>
  assumptionDraws(more[0] ?? 'any', more[1] ?? COUNT, [name]).map((draw) => draw[name] ?? NaN);

/** Which of `count` equal parts of a range each value lies in. */
const partsOf = (values: readonly number[], low: number, high: number) =>
  values.map((value) => Math.floor(((value - low) / (high - low)) * values.length));

describe('draws', () => {
  test('every parameter takes one value from each part of its range', () => {
    const continuous = ASSUMED.filter((name) => !('whole' in PARAMETERS[name]));
    expect(continuous.length).toBeGreaterThan(80);
    const draws = assumptionDraws('any', COUNT);
    for (const name of continuous) {
      const { low, high } = PARAMETERS[name];
      const values = draws.map((draw) => draw[name] ?? NaN);
      expect(
        partsOf(values, low, high).toSorted((a, b) => a - b),
        name,
      ).toEqual(Array.from({ length: COUNT }, (_, part) => part));
    }
  });

  test('values lie anywhere within their part', () => {
    const { low, high } = PARAMETERS.rho;
    const within = column('rho', 'any', 200).map((value) => {
      const place = ((value - low) / (high - low)) * 200;
      return place - Math.floor(place);
    });
    expect(Math.min(...within)).toBeLessThan(0.1);
    expect(Math.max(...within)).toBeGreaterThan(0.9);
  });

  test('the order of one parameter says nothing about another', () => {
    const draws = assumptionDraws('any', 400, ['rho', 'beta']);
    const centred = (name: 'rho' | 'beta') => {
      const values = draws.map((draw) => draw[name] ?? NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.map((value) => value - mean);
    };
    const [a, b] = [centred('rho'), centred('beta')];
    const dot = (x: readonly number[], y: readonly number[]) =>
      x.reduce((sum, value, i) => sum + value * (y[i] ?? NaN), 0);
    expect(Math.abs(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)))).toBeLessThan(0.15);
  });

  test('no part comes first more often than another', () => {
    const firsts = Array.from(
      { length: 300 },
      (_, i) => column('rho', `seed ${i}`, 3)[0] ?? NaN,
    );
    const { low, high } = PARAMETERS.rho;
    for (const part of [0, 1, 2]) {
      const hits = firsts.filter((v) => Math.floor(((v - low) / (high - low)) * 3) === part);
      // 300 trials of one third: 4 standard deviations are 33.
      expect(Math.abs(hits.length - 100)).toBeLessThan(33);
    }
  });

  test('the seed decides them', () => {
    expect(assumptionDraws('a', 5)).toEqual(assumptionDraws('a', 5));
    expect(assumptionDraws('a', 5)).not.toEqual(assumptionDraws('b', 5));
  });

  test('what is drawn beside a parameter does not change it', () => {
    const alone = assumptionDraws('any', 7, ['eta']).map(({ eta }) => eta);
    const among = assumptionDraws('any', 7, ['rho', 'eta', 'cT']).map(({ eta }) => eta);
    expect(among).toEqual(alone);
  });

  test('of whole numbers each is equally likely, and ties are even', () => {
    const counts = (values: readonly number[]) =>
      Object.fromEntries(
        [...new Set(values)]
          .toSorted((a, b) => a - b)
          .map((v) => [v, values.filter((w) => w === v).length]),
      );
    expect(counts(column('patience'))).toEqual({ 1: 10, 2: 10, 3: 10, 4: 10 });
    expect(counts(column('fearPow', 'any', 30))).toEqual({ 0: 10, 1: 10, 2: 10 });
    expect(counts(column('k', 'any', 70))).toEqual(
      Object.fromEntries([4, 6, 8, 10, 12, 14, 16].map((k) => [k, 10])),
    );
  });

  test('facts of the market, levers and switches are left alone unless asked for', () => {
    const assumed: readonly ParameterName[] = ASSUMED;
    const left = PARAMETER_NAMES.filter((name) => !assumed.includes(name));
    expect(left).toEqual(['actShare', 'leftShare', 'annual', 'emp', 'fat', 'ref', 'refMode']);
    expect(Object.keys(assumptionDraws('any', 1)[0] ?? {})).toEqual(ASSUMED);
    expect(Object.keys(assumptionDraws('any', 1, ['annual'])[0] ?? {})).toEqual(['annual']);
  });

  test.each([0, -1, 2.5, NaN])('a count of %d is refused', (count) => {
    expect(() => assumptionDraws('any', count)).toThrow(
      `count: received ${count}, expected a whole number above 0`,
    );
  });

  test('one draw is a draw', () => {
    const [value = NaN] = column('rho', 'any', 1);
    expect(value).toBeGreaterThan(PARAMETERS.rho.low);
    expect(value).toBeLessThan(PARAMETERS.rho.high);
  });
});

describe('plausible ranges', () => {
  test('at the default, and without a base, they are those of the table', () => {
    for (const name of PARAMETER_NAMES) {
      const { default: usual, low, high } = PARAMETERS[name];
      expect(plausibleRange(name)).toEqual([low, high]);
      expect(plausibleRange(name, usual)).toEqual([low, high]);
    }
  });

  test.each([
    // Scaled, within the table's range and the base.
    ['beta', 0.085, [0.085 * (0.05 / 0.071), 0.1]],
    ['w', 0.8, [0.6, 0.8 * (1.3 / 1.15)]],
    ['push', 0.01, [0.01, 0.02]],
    ['beta', 0.025, [0.025, 0.025 * (0.1 / 0.071)]],
    ['h1', 1.2, [0.8, 1.5]],
    ['vMean', 4, [4 * (1.4 / 2.4), 4]],
    // What is off stays off.
    ['chi', 0, [0, 0]],
    // A relative range has no bounds but those of the kernel.
    ['h0', 0.0085, [0.00595, 0.01105]],
    ['h0', 0.9, [0.63, 1]],
    // Nothing to scale with.
    ['annual', 0.9, [0, 0.95]],
  ] as const)('%s at %d', (name, base, [low, high]) => {
    const range = plausibleRange(name, base);
    expect(range[0]).toBeCloseTo(low, 10);
    expect(range[1]).toBeCloseTo(high, 10);
  });

  test('a relative range is not below what the kernel accepts', () => {
    expect(plausibleRange('h0', -1)[0]).toBe(0);
  });

  test('draws from a market stay in its ranges, and the kernel accepts all of them', () => {
    for (const template of TEMPLATE_NAMES) {
      const base = TEMPLATES[template].parameters;
      for (const draw of assumptionDraws('any', 12, ASSUMED, base))
        for (const name of ASSUMED) {
          const value = draw[name] ?? NaN;
          const [low, high] = plausibleRange(name, base[name]);
          expect(parameterProblem(name, value), `${template} ${name}`).toBeUndefined();
          if (!('whole' in PARAMETERS[name])) {
            expect(value).toBeGreaterThanOrEqual(low);
            expect(value).toBeLessThanOrEqual(high);
          }
        }
    }
  });

  test('whole numbers of a market scale too', () => {
    const values = assumptionDraws('any', 30, ['k'], { k: 12 }).map(({ k }) => k ?? NaN);
    expect(new Set(values)).toEqual(new Set([6, 8, 10, 12, 14, 16]));
    const few = assumptionDraws('any', 9, ['fearPow'], { fearPow: 0 }).map((d) => d.fearPow);
    expect(new Set(few)).toEqual(new Set([0]));
  });
});

describe('what a scenario assumes', () => {
  const scenario: Scenario = {
    version: 1,
    name: 'Assumptions',
    seed: 'any',
    horizon: 52,
    customers: 500,
    runs: 10,
    template: 'community',
    parameters: { beta: 0.08, h0: 0.002, annual: 0.3 },
    decisions: [],
    buffers: [],
  };
  const names = assumptionsOf(scenario).map(({ name }) => name);

  test('is all that it does not say itself, around its own market', () => {
    const own = assumptionsOf(scenario);
    expect(names).not.toContain('beta');
    expect(names).not.toContain('h0');
    expect(own.find(({ name }) => name === 'netv')).toMatchObject({ base: 0.6, high: 0.7 });
    expect(own.find(({ name }) => name === 'rho')).toEqual({
      name: 'rho',
      known: 'range',
      base: 0.1,
      low: 0.07,
      high: 0.14,
    });
    expect(names).toHaveLength(ASSUMED.length - 2);
  });

  test('has ends that the kernel accepts, whole where they must be', () => {
    for (const template of TEMPLATE_NAMES)
      for (const { name, low, high } of assumptionsOf({ ...scenario, template })) {
        expect(parameterProblem(name, low), `${template} ${name}`).toBeUndefined();
        expect(parameterProblem(name, high), `${template} ${name}`).toBeUndefined();
        expect(low).toBeLessThan(high);
      }
    // The range of communities scales to 37.5, and nobody knows half a person.
    expect(assumptionsOf(scenario).find(({ name }) => name === 'comm')?.low).toBe(38);
  });

  test('leaves out what the template switches off', () => {
    const commodity = assumptionsOf({ ...scenario, template: 'commodity' });
    expect(commodity.map(({ name }) => name)).not.toContain('chi');
    expect(names).toContain('chi');
  });

  test('is drawn around what is known, which stays', () => {
    const drawn = drawnScenarios(scenario, 12);
    expect(drawn).toHaveLength(12);
    for (const { parameters, ...rest } of drawn) {
      expect({ ...rest, parameters: scenario.parameters }).toEqual(scenario);
      expect(parameters).toMatchObject({ beta: 0.08, h0: 0.002, annual: 0.3 });
      expect(Object.keys(parameters ?? {}).sort()).toEqual(
        [...names, 'beta', 'h0', 'annual'].sort(),
      );
    }
    expect(new Set(drawn.map(({ parameters }) => parameters?.rho)).size).toBe(12);
    expect(drawnScenarios(scenario, 12)).toEqual(drawn);
  });

  test('can be set, one value over the others', () => {
    expect(assuming(scenario, { rho: 0.12 })).toEqual({
      ...scenario,
      parameters: { ...scenario.parameters, rho: 0.12 },
    });
    expect(assuming({ ...scenario, parameters: undefined }, { rho: 0.12 }).parameters).toEqual({
      rho: 0.12,
    });
  });
});
