/** The list price in money: what turns shares of revenue into amounts. */
import type { Counterfactual } from '../../assess/counterfactual.ts';
import type { Decision, Scenario } from '../../model/scenario.ts';
import { populationOf, sum } from './population.ts';

/** @param currency its code; undefined leaves it open */
export function withListPrice(
  { currency: _before, ...scenario }: Scenario,
  listPrice: number,
  currency: string | undefined,
): Scenario {
  const factor = listPrice / (scenario.listPrice ?? 1);
  // New prices are in the unit of the list price: the change that they mean stays.
  const decisions = scenario.decisions.map((decision): Decision =>
    decision.kind === 'price' && decision.newPrice !== undefined
      ? { ...decision, newPrice: decision.newPrice * factor }
      : decision,
  );
  return { ...scenario, decisions, listPrice, ...(currency && { currency }) };
}

/**
 * What all customers would pay a month at the end of the horizon if nothing were done, in money; null without a list
 * price. Customers of a file count as many as there are, others as many as are simulated.
 */
export function revenueThen(scenario: Scenario, { measures }: Counterfactual): number | null {
  const { listPrice } = scenario;
  const simulated = measures.revenue.twin.typical;
  const [first = 0, last = 0] = [simulated[0], simulated.at(-1)];
  if (listPrice === undefined) return null;
  const { segments, counted } = populationOf(scenario);
  if (!counted) return last * listPrice;
  const today = sum(segments.map(({ share, arpu = 1 }) => share * arpu)) * listPrice;
  return first > 0 ? (today * last) / first : null;
}
