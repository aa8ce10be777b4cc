/** Segments as a column of the file names them. */
import type { Texts } from '../reading/texts.ts';
import { LEAST_SHARE, plainSegment } from './segmentation.ts';
import type { Grouped, Known } from './segmentation.ts';
import { addTo, emptyTally, sumOf } from './tally.ts';
import type { Tally } from './tally.ts';
import type { PlacedCustomers } from '../placed.ts';

/** Segments that are told apart; the smaller ones are taken together. */
const SEGMENTS = 12;
/** The name of those that are taken together, and of customers without a name. */
export const OTHER = 'other';

/** The largest segments of the column, the largest first, and the rest as `other`. */
export function groupByColumn(
  customers: PlacedCustomers,
  segment: Texts,
  known: Known,
): Grouped {
  const tallies = segment.names.map(emptyTally);
  const rest = emptyTally();
  for (let i = 0; i < customers.length; i += 1) {
    const customer = customers.at(i);
    const code = segment.codes.at(customers.rowAt(i));
    if (customer) addTo(tallies[code] ?? rest, customer);
  }
  const named = segment.names.flatMap((name, code) => {
    const tally = tallies[code];
    return tally && tally.count > 0 ? [{ name, tally }] : [];
  });
  return largest(named, rest, known);
}

interface Named {
  readonly name: string;
  readonly tally: Tally;
}

function largest(named: readonly Named[], nameless: Tally, known: Known): Grouped {
  const sorted = [...named].sort((a, b) => b.tally.count - a.tally.count);
  const least =
    LEAST_SHARE * sorted.reduce((sum, { tally }) => sum + tally.count, nameless.count);
  const kept = sorted
    .filter(({ name, tally }) => name !== OTHER && tally.count >= least)
    .slice(0, SEGMENTS);
  const others = sorted.filter((each) => !kept.includes(each));
  let rest = others.reduce((sum, { tally }) => sumOf(sum, tally), nameless);
  while (rest.count > 0 && rest.count < least) {
    const smallest = kept.pop();
    if (!smallest) break;
    others.push(smallest);
    rest = sumOf(rest, smallest.tally);
  }
  const segments = kept.map(({ name, tally }) => plainSegment(name, tally, known));
  if (rest.count === 0) return { segments, cuts: [], rareTerm: undefined };
  return {
    segments: [...segments, plainSegment(OTHER, rest, known)],
    cuts: [],
    rareTerm: undefined,
    others: { names: others.length, count: rest.count },
  };
}
