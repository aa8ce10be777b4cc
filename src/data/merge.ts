/** Puts the customers of a file into a scenario. */
import { parseScenario } from '../model/parse.ts';
import type { Parsed } from '../model/parse.ts';
import type { Problem, Scenario } from '../model/scenario.ts';
import type { CustomerFragment } from './fragment.ts';

/** What a file measures and a scenario may have set before for other customers. */
const MEASURED = ['annual', 'h0'] as const;

/**
 * The scenario with these customers in place of its own: template, segments, list price, and the parameters
 * that describe customers. What was fitted to the history of the customers before goes; everything else stays. Refused, with every problem named, if a decision or a buffer
 * aims at a segment that is no more, or names a new price in the money of the old list price; the scenario
 * passed in is never changed.
 */
export function mergeFragment(scenario: Scenario, fragment: CustomerFragment): Parsed {
  const parameters = { ...scenario.parameters };
  for (const name of MEASURED) delete parameters[name];
  const { fitted: _fitted, currency, ...rest } = scenario;
  const parsed = parseScenario({
    ...rest,
    ...(currency && fragment.listPrice === undefined ? { currency } : {}),
    ...fragment,
    parameters: { ...parameters, ...fragment.parameters },
  });
  const prices = strayPrices(scenario, fragment);
  if (prices.length === 0) return parsed;
  return { ok: false, problems: [...(parsed.ok ? [] : parsed.problems), ...prices] };
}

/** A price in money means another change once the list price is another one. */
function strayPrices(scenario: Scenario, { listPrice }: CustomerFragment): Problem[] {
  if (listPrice === undefined || listPrice === (scenario.listPrice ?? 1)) return [];
  return scenario.decisions.flatMap((decision, i) =>
    decision.kind === 'price' && decision.newPrice !== undefined
      ? [
          {
            path: `decisions[${i}].newPrice`,
            received: decision.newPrice,
            expected: `change, as a share of the price: with these customers the list price becomes ${listPrice}`,
          },
        ]
      : [],
  );
}
