import { describe, expect, test } from 'vitest';
import example from '../../../public/examples/general-price-rise.json';
import type { Counterfactual } from '../../../src/assess/counterfactual.ts';
import { doseOf } from '../../../src/model/dose.ts';
import { parseScenario } from '../../../src/model/parse.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { revenueThen, withListPrice } from '../../../src/state/edits/list-price.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const { scenario } = parsed;
const found = {
  measures: { revenue: { twin: { typical: [2000, 1900, 1500] } } },
} as unknown as Counterfactual;

describe('a list price', () => {
  test('changes no change of price', () => {
    const priced: Scenario = {
      ...scenario,
      ...{ listPrice: 10, currency: 'USD' },
      decisions: [{ kind: 'price', week: 8, newPrice: 12 }],
    };
    const now = withListPrice(priced, 40, 'EUR');
    expect(now).toMatchObject({ listPrice: 40, currency: 'EUR' });
    expect(doseOf(now, 0)).toBeCloseTo(0.2, 9);
    expect(withListPrice(priced, 40, undefined)).not.toHaveProperty('currency');
    expect(parseScenario(now).ok).toBe(true);
    expect(withListPrice(scenario, 40, 'EUR').decisions).toEqual(scenario.decisions);
  });

  test('turns the revenue of those simulated into money', () => {
    expect(revenueThen(scenario, found)).toBeNull();
    expect(revenueThen({ ...scenario, listPrice: 12 }, found)).toBe(1500 * 12);
  });

  test('counts the customers of a file as many as they are', () => {
    const own: Scenario = {
      ...scenario,
      listPrice: 12,
      segments: [
        { name: 'A', share: 9000, arpu: 0.5 },
        { name: 'B', share: 1000, arpu: 3 },
      ],
    };
    expect(revenueThen(own, found)).toBeCloseTo(7500 * 12 * 0.75, 6);
  });
});
