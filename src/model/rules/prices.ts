/** Rules on prices: a change or a new price, and a new price that says by how much it changes today's. */
import { PRICE_CHANGE } from '../scenario.ts';
import type { Decision, DecisionOf, Problem } from '../scenario.ts';
import type { Draft, Placed } from './draft.ts';

/** Problems of the price decisions. */
export function problemsOfPrices(
  decisions: readonly Placed<Decision>[],
  draft: Draft,
): Problem[] {
  const list = decisions.filter(
    (d): d is Placed<DecisionOf<'price'>> => d.entry.kind === 'price',
  );
  return list.flatMap(({ path, entry }): Problem[] => {
    const { change, newPrice } = entry;
    if ((change === undefined) === (newPrice === undefined))
      return [{ path, received: { change, newPrice }, expected: 'either change or newPrice' }];
    if (newPrice === undefined) return [];
    const expected = newPriceExpected(entry, newPrice, list, draft);
    return expected === undefined
      ? []
      : [{ path: `${path}.newPrice`, received: newPrice, expected }];
  });
}

/** What a new price should have been; undefined if it can be read as a change of today's price. */
function newPriceExpected(
  entry: DecisionOf<'price'>,
  newPrice: number,
  all: readonly Placed<DecisionOf<'price'>>[],
  { listPrice = 1, broken }: Draft,
): string | undefined {
  if (entry.week < 0)
    return "change instead: today's price is known, past ones follow from the changes";
  const before = all.find((other) => other.entry !== entry && movesUnder(entry, other.entry));
  if (before)
    return `change instead: ${before.path} moves the list price as well, so that a new price does not say by how much this decision changes it`;
  const relative = newPrice / listPrice - 1;
  if (broken.has('listPrice') || (relative >= PRICE_CHANGE.min && relative <= PRICE_CHANGE.max))
    return undefined;
  return `a price between a tenth of the listPrice and four times as much (listPrice is ${listPrice})`;
}

/** Whether another decision moves the same customers' price between week 0 and the end of this one's steps. */
function movesUnder(entry: DecisionOf<'price'>, other: DecisionOf<'price'>): boolean {
  const shared =
    entry.segments === undefined ||
    other.segments === undefined ||
    other.segments.some((name) => entry.segments?.includes(name));
  const last = lastStep(entry);
  const within = (week: number) => week >= 0 && week <= last;
  const steps = Array.from({ length: other.steps ?? 1 }, (_, k) => stepWeek(other, k));
  return shared && [...steps, other.revert ?? -1].some(within);
}

const stepWeek = ({ week, interval = 26 }: DecisionOf<'price'>, step: number) =>
  week + step * interval;

const lastStep = (entry: DecisionOf<'price'>) => stepWeek(entry, (entry.steps ?? 1) - 1);
