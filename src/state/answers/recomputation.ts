/** What a change of the scenario asks to be computed again. */
import { canonicalJson } from '../../model/canonical.ts';
import { doseOf, selectedDecision, withDose } from '../../model/dose.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * `nothing`: another name only; `size`: the selected decision at another size, for which the sweep over all
 * sizes still holds; `everything` otherwise.
 */
export type Recomputation = 'nothing' | 'size' | 'everything';

export function recomputation(before: Scenario, after: Scenario): Recomputation {
  if (computedFrom(before) === computedFrom(after)) return 'nothing';
  const index = selectedDecision(before);
  if (typeof index !== 'number' || index !== selectedDecision(after)) return 'everything';
  if (before.decisions[index]?.kind !== after.decisions[index]?.kind) return 'everything';
  const resized = withDose(before, index, doseOf(after, index));
  return computedFrom(resized) === computedFrom(withDose(after, index, doseOf(after, index)))
    ? 'size'
    : 'everything';
}

/** Everything but the names, of the money too, and the months before and after, whatever the order of the fields. */
const computedFrom = ({
  name: _name,
  currency: _currency,
  past: _past,
  launch: _launch,
  listPrice,
  ...rest
}: Scenario): string => canonicalJson({ ...rest, ...(hasPriceInMoney(rest) && { listPrice }) });

/** Without a price in money the list price is only shown. */
const hasPriceInMoney = ({ decisions }: Pick<Scenario, 'decisions'>): boolean =>
  decisions.some(({ kind, ...rest }) => kind === 'price' && 'newPrice' in rest);
