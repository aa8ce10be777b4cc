import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, test } from 'vitest';
import { ScenarioSchema } from '../../src/model/scenario.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';
import { unitAt } from '../../src/model/units.ts';
import { scenarioOf } from './reading.ts';

const decisions: readonly Decision[] = [
  { kind: 'price', week: 8, change: 0.2 },
  { kind: 'openness', week: 9, level: 0 },
  { kind: 'lockIn', week: 10, level: 1 },
];
const buffers: readonly Buffer[] = [
  { kind: 'notice', weeks: 4 },
  { kind: 'pilot', week: 8, share: 0.1, tripwire: { times: 2 } },
];

describe('the unit of an input', () => {
  const scenario: Scenario = scenarioOf(decisions, buffers);
  test.each([
    ['decisions[0].change', 'share of list price'],
    ['decisions.0.change', 'share of list price'],
    ['decisions[0].week', 'week'],
    ['decisions[0].interval', 'weeks'],
    // The same key of another kind.
    ['decisions[1].level', 'level 0 to 1'],
    ['decisions[2].level', 'list prices'],
    ['buffers[0].weeks', 'weeks'],
    ['buffers[1].tripwire.times', 'multiple of those before'],
    ['parameters.rho', 'per week'],
    ['parameters.Smean', 'list prices'],
    ['segments[0].share', 'relative size'],
    ['customers', 'people'],
    ['threshold', "share of the twin's customers"],
    ['name', undefined],
    ['decisions[0].charm', undefined],
    ['decisions', undefined],
  ])('%s: %s', (path, unit) => {
    expect(unitAt(scenario, path)).toBe(unit);
  });
});

test('every number that is computed with has one', () => {
  const { properties = {} } = toJsonSchema(ScenarioSchema, { typeMode: 'input' });
  const computed = Object.entries(properties).filter(
    ([key]) => !['version', 'past', 'fitted', 'launch', 'origin'].includes(key),
  );
  const numbers = computed.flatMap(([key, schema]) => numbersIn(schema, key));
  expect(numbers.length).toBeGreaterThan(100);
  expect(numbers.filter(({ unit }) => typeof unit !== 'string')).toEqual([]);
});

interface Found {
  readonly path: string;
  readonly unit: unknown;
}

/** Every number within a schema, by its path. */
function numbersIn(schema: unknown, path: string): Found[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, unit, enum: options } = schema as Readonly<Record<string, unknown>>;
  const isNumber =
    type === 'number' ||
    type === 'integer' ||
    (Array.isArray(options) && options.some((option) => typeof option === 'number'));
  if (isNumber) return [{ path, unit }];
  return Object.entries(schema).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}
