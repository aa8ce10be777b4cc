/**
 * public/scenario.schema.json lets editors complete and check scenario files. It is written from the
 * schema in src/model/scenario.ts by `npx vitest run --project unit test/model/schema.test.ts -u`.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import { ScenarioSchema } from '../../src/model/scenario.ts';

const schema = toJsonSchema(ScenarioSchema, { typeMode: 'input' });

/** All objects within a JSON value, itself included. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [value as Record<string, unknown>];
  return [...own, ...Object.values(value).flatMap(objectsIn)];
}

test('public/scenario.schema.json is current', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../public/scenario.schema.json',
    'out of date: npx vitest run --project unit test/model/schema.test.ts -u',
  );
});

test('no object takes surplus keys', () => {
  const objects = objectsIn(schema).filter(({ type }) => type === 'object');
  expect(objects.length).toBeGreaterThan(30);
  for (const object of objects) expect(object.additionalProperties).toBe(false);
});

test('every field is described', () => {
  const fields = objectsIn(schema)
    .filter(({ type }) => type === 'object')
    .flatMap(({ properties }) => Object.entries(properties as Record<string, object>));
  const silent = fields.filter(([, field]) => !('description' in field) && !('const' in field));
  expect(silent.map(([name]) => name)).toEqual([]);
});
