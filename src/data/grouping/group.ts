/** From customers to segments, by the way asked for or the one that the file suggests. */
import { Refusal } from '../findings.ts';
import { PlacedCustomers } from '../placed.ts';
import type { ValueField } from '../reading/fields.ts';
import type { CustomerRows } from '../reading/rows.ts';
import { groupByColumn } from './column.ts';
import { groupByRfm } from './rfm.ts';
import { plainSegment } from './segmentation.ts';
import type { Grouped, Known, Segmentation } from './segmentation.ts';
import type { GroupingName } from './ways.ts';
import { SILENT, silentIn } from './silent.ts';
import type { Silent } from './silent.ts';
import { tallyOf } from './tally.ts';
import { groupByTerms } from './terms.ts';

export interface GroupingWish {
  readonly by: GroupingName | undefined;
  /** Whether the silent high-value customers are to be a segment of their own, where there are any. */
  readonly splitSilent: boolean;
}

export interface GroupedCustomers {
  readonly customers: PlacedCustomers;
  readonly segmentation: Segmentation;
  readonly known: Known;
  /** Fields without which a customer has no segment. */
  readonly needs: readonly ValueField[];
}

/** Refuses a way of grouping that the file has no columns for, and a file without one usable row. */
export function groupRows(
  rows: CustomerRows,
  { by, splitSilent }: GroupingWish,
): GroupedCustomers {
  const way = by ?? suggested(rows);
  const missing = NEEDED[way](rows);
  if (missing.length > 0) throw new Refusal({ code: 'noGrouping', by: way, missing });
  const known = { price: rows.has('price'), contract: rows.has('contract') };
  const needs = needsOf(rows, way);
  const customers = PlacedCustomers.in(rows, needs);
  if (customers.length === 0) throw new Refusal({ code: 'noUsableRow', rows: rows.rows });
  const silent = silentIn(customers, rows);
  const split = splitSilent ? silent : undefined;
  const grouped = withSilent(customers, split, known, (some) =>
    groupBy(way, rows, some, known),
  );
  const segmentation: Segmentation = {
    ...grouped,
    by: way,
    total: tallyOf(customers),
    silent: silent ? { ...silent.group, split: split !== undefined } : null,
  };
  return { customers, segmentation, known, needs };
}

const moneyField = (rows: CustomerRows) => (rows.has('revenue') ? 'revenue' : 'total');

type Missing = readonly (ValueField | 'segment')[];

const lacking = (rows: CustomerRows, fields: readonly ValueField[]): Missing =>
  fields.filter((field) => !rows.has(field));

const NEEDED: Readonly<Record<GroupingName, (rows: CustomerRows) => Missing>> = {
  column: (rows) => (rows.segment ? [] : ['segment']),
  terms: () => [],
  rfm: (rows) => [
    ...lacking(rows, ['lastPurchase', 'purchases']),
    ...(rows.has('total') ? [] : lacking(rows, ['revenue'])),
  ],
};

function suggested(rows: CustomerRows): GroupingName {
  if (rows.segment && rows.segment.names.length > 1) return 'column';
  if (rows.has('price') || rows.has('contract')) return 'terms';
  return NEEDED.rfm(rows).length === 0 ? 'rfm' : 'terms';
}

function needsOf(rows: CustomerRows, way: GroupingName): ValueField[] {
  const always = (['price', 'contract'] as const).filter((field) => rows.has(field));
  return way === 'rfm' ? [...always, 'lastPurchase', 'purchases', moneyField(rows)] : always;
}

function groupBy(
  way: GroupingName,
  rows: CustomerRows,
  customers: PlacedCustomers,
  known: Known,
): Grouped {
  if (way === 'column' && rows.segment) return groupByColumn(customers, rows.segment, known);
  if (way === 'rfm') return groupByRfm(customers, moneyField(rows), known);
  return groupByTerms(customers, known);
}

/** The silent ones as a segment behind those of the others. */
function withSilent(
  customers: PlacedCustomers,
  silent: Silent | undefined,
  known: Known,
  grouped: (customers: PlacedCustomers) => Grouped,
): Grouped {
  if (!silent) return grouped(customers);
  const others = grouped(customers.only((i) => !silent.has(i)));
  const theirs = tallyOf(customers.only((i) => silent.has(i)));
  return { ...others, segments: [...others.segments, plainSegment(SILENT, theirs, known)] };
}
