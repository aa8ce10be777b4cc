import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import example from '../../../public/examples/general-price-rise.json';
import { parseScenario } from '../../../src/model/parse.ts';
import {
  keepForReload,
  keptForReload,
  saysTheSame,
} from '../../../src/state/library/last-moment.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const { scenario } = parsed;
const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was on the page comes back to the record that it belongs to', () => {
  keepForReload('r1', { ...scenario, name: 'Mine' });
  expect(keptForReload('r1')).toEqual({ ...scenario, name: 'Mine' });
  expect(keptForReload('r2')).toBeNull();
});

test.each([
  '',
  '{',
  'null',
  '1',
  '{"record":"r1"}',
  '{"record":"r1","scenario":{"version":99}}',
])('what cannot be used is left: %j', (text) => {
  stored.set('thermocline.last', text);
  expect(keptForReload('r1')).toBeNull();
});

test('a browser that keeps nothing is no error', () => {
  vi.stubGlobal('sessionStorage', undefined);
  keepForReload('r1', scenario);
  expect(keptForReload('r1')).toBeNull();
});

test('the same is the same in any order', () => {
  const { name, ...rest } = scenario;
  expect(saysTheSame(scenario, { ...rest, name })).toBe(true);
  expect(saysTheSame(scenario, { ...rest, name: 'Another' })).toBe(false);
});
