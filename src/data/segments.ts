/** From customers to segments: by terms and price level, small ones merged. */
import { levelOf, priceCuts } from './levels.ts';
import { sumOf, tallyOf } from './tally.ts';
import type { Customer, Tally } from './tally.ts';
import { TERMS } from './values.ts';

/** A segment holds at least this share of the customers, and this many. */
const LEAST_SEGMENT_SHARE = 0.05;
const LEAST_SEGMENT_ROWS = 20;

export type Term = 'monthly' | 'annual' | 'mixed' | 'unknown';
export type Level = 'low' | 'middle' | 'high';

export interface SegmentTally extends Tally {
  readonly name: string;
  readonly term: Term;
  /** Price levels it holds, the lowest first; none if prices do not divide its terms. */
  readonly levels: readonly Level[];
  /** Whether it holds levels that were too small to stand alone. */
  readonly merged: boolean;
}

export interface Segmentation {
  readonly segments: readonly SegmentTally[];
  readonly total: Tally;
  /** Prices at which a new level begins. */
  readonly cuts: readonly number[];
  /** The terms that too few customers are on to be told apart. */
  readonly rareTerm:
    { readonly term: 'monthly' | 'annual'; readonly count: number } | undefined;
}

export interface Known {
  readonly price: boolean;
  readonly contract: boolean;
}

interface Cell {
  readonly levels: readonly number[];
  readonly tally: Tally;
}

/** Groups customers by terms (monthly, annual) and price level, as far as those are known. */
export function groupCustomers(customers: readonly Customer[], known: Known): Segmentation {
  const total = tallyOf(customers);
  const least = Math.max(LEAST_SEGMENT_ROWS, Math.ceil(total.count * LEAST_SEGMENT_SHARE));
  const cuts = known.price
    ? priceCuts(
        customers.map(({ price }) => price),
        least,
      )
    : [];
  const rareTerm = known.contract ? rareTermOf(total, least) : undefined;
  const byTerm = known.contract && !rareTerm;
  const segments = termsOf(known, rareTerm).flatMap((term) => {
    const members = byTerm ? customers.filter((one) => termOf(one) === term) : customers;
    const cells = mergeSmall(cellsOf(members, cuts), least);
    return cells.map((cell) => segmentOf(cell, term, cuts, cells.length === 1));
  });
  return { segments, total, cuts, rareTerm };
}

const termOf = ({ contract }: Customer): Term =>
  contract === TERMS.monthly ? 'monthly' : 'annual';

function termsOf(known: Known, rareTerm: Segmentation['rareTerm']): readonly Term[] {
  if (!known.contract) return ['unknown'];
  if (!rareTerm) return ['monthly', 'annual'];
  if (rareTerm.count > 0) return ['mixed'];
  return rareTerm.term === 'annual' ? ['monthly'] : ['annual'];
}

function rareTermOf({ count, annual }: Tally, least: number): Segmentation['rareTerm'] {
  const monthly = count - annual;
  if (Math.min(monthly, annual) >= least) return undefined;
  return annual <= monthly
    ? { term: 'annual', count: annual }
    : { term: 'monthly', count: monthly };
}

function cellsOf(members: readonly Customer[], cuts: readonly number[]): Cell[] {
  const levels = Array.from({ length: cuts.length + 1 }, (_, level) => level);
  const groups: Customer[][] = levels.map(() => []);
  for (const member of members) groups[levelOf(member.price, cuts)]?.push(member);
  return levels
    .map((level) => ({ levels: [level], tally: tallyOf(groups[level] ?? []) }))
    .filter(({ tally }) => tally.count > 0);
}

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
