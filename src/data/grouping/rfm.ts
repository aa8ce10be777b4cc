/** Segments by recency, frequency and money: quintiles of each, taken together to the eight classic groups. */
import type { PlacedCustomers } from '../placed.ts';
import type { ValueField } from '../reading/fields.ts';
import { LEAST_SHARE, plainSegment } from './segmentation.ts';
import type { Grouped, Known } from './segmentation.ts';
import { addTo, emptyTally, sumOf } from './tally.ts';
import type { Tally } from './tally.ts';

export const RFM_GROUPS = [
  'champions',
  'loyal',
  'potentialLoyalists',
  'new',
  'promising',
  'needAttention',
  'atRisk',
  'hibernating',
] as const;
type RfmGroup = (typeof RFM_GROUPS)[number];

const FIFTHS = [1, 2, 3, 4] as const;

/** The groups that have customers, the best first. */
export function groupByRfm(
  customers: PlacedCustomers,
  money: 'revenue' | 'total',
  known: Known,
): Grouped {
  const [recency, frequency, value] = (['lastPurchase', 'purchases', money] as const).map(
    (field) => quintiles(customers, field),
  );
  const tallies = new Map<RfmGroup, Tally>();
  for (let i = 0; i < customers.length; i += 1) {
    const customer = customers.at(i);
    if (!customer || !recency || !frequency || !value) continue;
    const group = groupOf(recency(i), (frequency(i) + value(i)) / 2);
    const tally = tallies.get(group) ?? emptyTally();
    addTo(tally, customer);
    tallies.set(group, tally);
  }
  const cells = RFM_GROUPS.flatMap((name) => {
    const tally = tallies.get(name);
    return tally ? [{ name, tally }] : [];
  });
  const joined: Joined[] = [];
  const segments = joinSmall(cells, LEAST_SHARE * customers.length, joined);
  return {
    segments: segments.map(({ name, tally }) => plainSegment(name, tally, known)),
    cuts: [],
    rareTerm: undefined,
    joined,
  };
}

interface Cell {
  readonly name: RfmGroup;
  readonly tally: Tally;
}
type Joined = NonNullable<Grouped['joined']>[number];

/** Joins the smallest group with the next one, or the last with the one before, until all are large enough. */
function joinSmall(cells: readonly Cell[], least: number, joined: Joined[]): readonly Cell[] {
  const sizes = cells.map(({ tally }) => tally.count);
  const at = sizes.indexOf(Math.min(...sizes));
  const small = cells[at];
  const other = cells[at + 1] ?? cells[at - 1];
  if (!small || !other || small.tally.count >= least) return cells;
  joined.push({ group: small.name, into: other.name, count: small.tally.count });
  const both = { name: other.name, tally: sumOf(other.tally, small.tally) };
  const left = cells.filter((cell) => cell !== small);
  return joinSmall(
    left.map((cell) => (cell === other ? both : cell)),
    least,
    joined,
  );
}

/** The quintile of a customer's value, 1 to 5; equal values are in the same. */
function quintiles(customers: PlacedCustomers, field: ValueField): (i: number) => number {
  const sorted = customers.values(field).sort();
  const cuts = FIFTHS.map((fifth) => sorted[Math.ceil((sorted.length * fifth) / 5) - 1] ?? 0);
  return (i) => 1 + cuts.filter((cut) => customers.value(field, i) > cut).length;
}

/**
 * The group in the usual grid of recency against the mean of frequency and money, each from 1 to 5.
 * @param recent 5 for the latest purchases, @param worth 5 for the most and dearest
 */
export function groupOf(recent: number, worth: number): RfmGroup {
  if (recent <= 2) return worth >= 2.5 ? 'atRisk' : 'hibernating';
  if (recent === 3) {
    if (worth >= 3.5) return 'loyal';
    return worth >= 1.5 ? 'needAttention' : 'promising';
  }
  if (worth >= 4.5 || (recent === 5 && worth >= 3.5)) return 'champions';
  if (worth >= 3.5) return 'loyal';
  if (worth >= 1.5) return 'potentialLoyalists';
  return recent === 5 ? 'new' : 'promising';
}
