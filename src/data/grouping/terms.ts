/** From customers to segments: by terms and price level, small ones merged. */
import { levelOf, priceCuts } from './levels.ts';
import { addTo, emptyTally, sumOf, tallyOf } from './tally.ts';
import type { Customer, Customers, Tally } from './tally.ts';
import { TERMS } from '../reading/values/terms.ts';
import type { Grouped, Known, Level, RareTerm, SegmentTally, Term } from './segmentation.ts';

/** A segment holds at least this share of the customers, and this many. */
const LEAST_SEGMENT_SHARE = 0.05;
const LEAST_SEGMENT_ROWS = 20;

interface Cell {
  readonly levels: readonly number[];
  readonly tally: Tally;
}

/** Groups customers by terms (monthly, annual) and price level, as far as those are known. */
export function groupByTerms(customers: Customers, known: Known): Grouped {
  const total = tallyOf(customers);
  const least = Math.max(LEAST_SEGMENT_ROWS, Math.ceil(total.count * LEAST_SEGMENT_SHARE));
  const cuts = known.price ? priceCuts(pricesOf(customers), least) : [];
  const rareTerm = known.contract ? rareTermOf(total, least) : undefined;
  const terms = termsOf(known, rareTerm);
  const cells = cellsOf(customers, terms, cuts);
  const segments = terms.flatMap((term, t) => {
    const merged = mergeSmall(cells[t] ?? [], least);
    return merged.map((cell) => segmentOf(cell, term, cuts, merged.length === 1));
  });
  return { segments, cuts, rareTerm };
}

const pricesOf = (customers: Customers): Float64Array =>
  Float64Array.from({ length: customers.length }, (_, i) => customers.at(i)?.price ?? NaN);

const termOf = ({ contract }: Customer): Term =>
  contract === TERMS.monthly ? 'monthly' : 'annual';

function termsOf(known: Known, rareTerm: RareTerm | undefined): readonly Term[] {
  if (!known.contract) return ['unknown'];
  if (!rareTerm) return ['monthly', 'annual'];
  if (rareTerm.count > 0) return ['mixed'];
  return rareTerm.term === 'annual' ? ['monthly'] : ['annual'];
}

function rareTermOf({ count, annual }: Tally, least: number): RareTerm | undefined {
  const monthly = count - annual;
  if (Math.min(monthly, annual) >= least) return undefined;
  return annual <= monthly
    ? { term: 'annual', count: annual }
    : { term: 'monthly', count: monthly };
}

/** By terms, the sums of each price level that has customers, the cheapest first. */
function cellsOf(
  customers: Customers,
  terms: readonly Term[],
  cuts: readonly number[],
): Cell[][] {
  const tallies = terms.map(() => Array.from({ length: cuts.length + 1 }, emptyTally));
  for (let i = 0; i < customers.length; i += 1) {
    const customer = customers.at(i);
    const tally = customer && tallies[termAt(terms, customer)]?.[levelOf(customer.price, cuts)];
    if (tally) addTo(tally, customer);
  }
  return tallies.map((levels) =>
    levels
      .map((tally, level) => ({ levels: [level], tally }))
      .filter(({ tally }) => tally.count > 0),
  );
}

/** Where terms are told apart, the index of the customer's own. */
const termAt = (terms: readonly Term[], customer: Customer): number =>
  terms.length === 1 ? 0 : terms.indexOf(termOf(customer));

/** Merges the smallest cell with the neighbour nearer in price until all are large enough, or one is left. */
function mergeSmall(cells: readonly Cell[], least: number): readonly Cell[] {
  if (cells.length === 1) return cells;
  const sizes = cells.map(({ tally }) => tally.count);
  const small = sizes.indexOf(Math.min(...sizes));
  if ((sizes[small] ?? least) >= least) return cells;
  const left = nearerIsLeft(cells, small) ? small - 1 : small;
  const [a, b] = cells.slice(left, left + 2);
  if (!a || !b) return cells;
  const joined: Cell = { levels: [...a.levels, ...b.levels], tally: sumOf(a.tally, b.tally) };
  return mergeSmall([...cells.slice(0, left), joined, ...cells.slice(left + 2)], least);
}

function nearerIsLeft(cells: readonly Cell[], at: number): boolean {
  const mean = (cell: Cell | undefined) => (cell ? cell.tally.paid / cell.tally.count : NaN);
  const here = mean(cells[at]);
  const left = Math.abs(here - mean(cells[at - 1]));
  const right = Math.abs(here - mean(cells[at + 1]));
  return at === cells.length - 1 || (at > 0 && left <= right);
}

const LEVEL_NAMES: readonly (readonly Level[])[] = [
  [],
  ['low', 'high'],
  ['low', 'middle', 'high'],
];

function segmentOf(
  { levels, tally }: Cell,
  term: Term,
  cuts: readonly number[],
  alone: boolean,
): SegmentTally {
  const merged = levels.length > 1;
  const names = LEVEL_NAMES[cuts.length] ?? [];
  const held = alone && merged ? [] : levels.flatMap((level) => names[level] ?? []);
  const name = [...(term === 'monthly' || term === 'annual' ? [term] : []), ...held].join('-');
  return { ...tally, name: name || 'all', term, levels: held, merged };
}
