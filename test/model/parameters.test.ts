import { describe, expect, test } from 'vitest';
import {
  labelKey,
  PARAMETERS,
  PARAMETER_NAMES,
  parameterProblem,
  parametersWith,
  weakInputs,
} from '../../src/model/parameters.ts';
import type { Evidence, ParameterName, ParameterSpec } from '../../src/model/parameters.ts';
import { SOURCES } from '../../src/model/sources.ts';
import { REFERENCES } from '../../src/model/references.ts';

const specs: readonly (readonly [ParameterName, ParameterSpec])[] = PARAMETER_NAMES.map(
  (name) => [name, PARAMETERS[name]],
);
const namesWith = (...kinds: Evidence[]) =>
  specs.flatMap(([name, { evidence }]) => (kinds.includes(evidence) ? [name] : []));

describe('the table', () => {
  test.each(specs)(
    '%s: the default lies in its range, the range in what is accepted',
    (...row) => {
      const [, { default: value, low, high, min, max }] = row;
      expect([min, low, value, high, max]).toEqual(
        [min, low, value, high, max].toSorted((a, b) => a - b),
      );
      expect(high).toBeGreaterThan(low);
    },
  );

  test.each(specs)(
    '%s: the kernel accepts the default and both ends of the range',
    (...row) => {
      const [name, { default: value, low, high }] = row;
      for (const accepted of [value, low, high])
        expect(parameterProblem(name, accepted)).toBeUndefined();
    },
  );

  test('says what it means, in which unit', () => {
    for (const [, { meaning, unit }] of specs) {
      expect(meaning).not.toBe('');
      expect(unit).not.toBe('');
    }
  });

  test('evidence is not claimed without saying what it is', () => {
    for (const name of namesWith('measured', 'meta-analysis', 'case', 'fitted', 'no source'))
      expect(SOURCES[name], name).toHaveProperty('found');
    for (const name of namesWith('meta-analysis'))
      expect(SOURCES[name], name).toHaveProperty('cite');
  });

  test('what is cited names authors and year as its reference does', () => {
    for (const [short, full] of Object.entries(REFERENCES)) {
      const year = / (\d{4})$/.exec(short)?.[1] ?? 'no year';
      expect(full).toContain(`(${year})`);
      const [first = ''] = short.split(/,| and | \d/);
      expect(full).toContain(first);
    }
  });

  test('ranges that scale are those of hazards that differ from market to market', () => {
    expect(specs.flatMap(([name, { relative }]) => (relative ? [name] : []))).toEqual(['h0']);
    expect(PARAMETERS.h0.low / PARAMETERS.h0.default).toBeCloseTo(0.7, 10);
    expect(PARAMETERS.h0.high / PARAMETERS.h0.default).toBeCloseTo(1.3, 10);
  });
});

describe('parametersWith', () => {
  test('gives every default, and later layers win', () => {
    const none = parametersWith();
    expect(Object.keys(none)).toEqual(PARAMETER_NAMES);
    for (const [name, spec] of specs) expect(none[name]).toBe(spec.default);
    const layered = parametersWith({ k: 4, rho: 0 }, { k: 6, beta: undefined });
    expect(layered).toEqual({ ...none, k: 6, rho: 0 });
  });

  test('leaves the table as it is', () => {
    parametersWith({ rho: 0.5 }).rho = 7;
    expect(parametersWith().rho).toBe(PARAMETERS.rho.default);
  });
});

describe('parameterProblem', () => {
  test.each([
    ['rho', -0.001, 'a number from 0 to 1 (per week)'],
    ['rho', 1.001, 'a number from 0 to 1 (per week)'],
    ['kappa', 0, 'a number from 1e-9 to 10 (prices)'],
    ['h1', NaN, 'a number from 0 to 1000000000 (per week)'],
    ['fearPow', 1.5, 'a whole number from 0 to 2 (exponent)'],
    ['fearPow', 3, 'a whole number from 0 to 2 (exponent)'],
    ['k', 7, 'an even number from 2 to 64 (ties)'],
    ['k', 7.5, 'an even number from 2 to 64 (ties)'],
  ] as const)('%s %d is refused', (name, value, expected) => {
    expect(parameterProblem(name, value)).toBe(expected);
  });

  test.each([
    ['rho', 0],
    ['rho', 1],
    ['kappa', 1e-9],
    ['h1', 1e9],
    ['fearPow', 1],
    ['k', 6],
    ['patience', 3],
  ] as const)('%s %d is accepted', (name, value) => {
    expect(parameterProblem(name, value)).toBeUndefined();
  });
});

describe('weak inputs', () => {
  test('are all that nobody measured, those without a source first', () => {
    const weak = weakInputs();
    expect(weak.map(({ name }) => name)).toEqual([
      ...namesWith('no source'),
      ...namesWith('fitted'),
      ...namesWith('design'),
    ]);
    for (const { name, evidence } of weak) expect(evidence).toBe(PARAMETERS[name].evidence);
  });

  test('name those on which the tipping point hangs most', () => {
    const names = weakInputs().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['cT', 'Tmean', 'beta', 'Amean', 'eta', 'rho']),
    );
    expect(names).not.toContain('chi');
    expect(names).not.toContain('emp');
  });
});

test('labels have a key each', () => {
  expect(labelKey('vMean')).toBe('parameters.vMean');
});
