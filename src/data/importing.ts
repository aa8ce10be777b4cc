/** From the rows of a file to segments, scenario fragment and report. */
import type { TemplateName } from '../model/templates.ts';
import { derived } from './derive.ts';
import { effects } from './effects.ts';
import { Refusal } from './findings.ts';
import type { Note } from './findings.ts';
import { fragmentOf } from './fragment.ts';
import type { CustomerFragment } from './fragment.ts';
import { groupRows } from './grouping/group.ts';
import type { GroupedCustomers } from './grouping/group.ts';
import type { Known, SegmentTally, Segmentation } from './grouping/segmentation.ts';
import type { GroupingName } from './grouping/ways.ts';
import { survivalCurve } from './lifetimes.ts';
import {
  churnNotes,
  columnNotes,
  encodingNotes,
  formatNotes,
  gradeNotes,
  segmentNotes,
  totalNotes,
} from './notes.ts';
import { LEAST_TENURE } from './placed.ts';
import { usable } from './reading/columns.ts';
import { CUSTOMER_FIELDS } from './reading/fields.ts';
import type { FileHead } from './reading/pass.ts';
import type { Encoding } from './reading/restart.ts';
import type { CustomerRows } from './reading/rows.ts';
import type { Texts } from './reading/texts.ts';
import type { Format } from './reading/values/format.ts';
import { TERMS } from './reading/values/terms.ts';
import { churnOf, meanPriceOf, meanRevenueOf, tellsChurn } from './report.ts';
import type { CustomerReport, SegmentReport } from './report.ts';

interface Wishes {
  readonly template?: TemplateName;
  readonly by?: GroupingName;
  readonly splitSilent?: boolean;
  readonly file?: string;
  readonly encoding?: Encoding;
}

/** Refuses rows of which nothing can be used. */
export function importOf(
  head: FileHead,
  rows: CustomerRows,
  { template = 'telco', by, splitSilent = false, file, encoding }: Wishes,
): { readonly fragment: CustomerFragment; readonly report: CustomerReport } {
  const notes = [...columnNotes(rows.columns, rows), ...ignoredColumns(rows), ...derived(rows)];
  const grouped = groupRows(rows, { by, splitSilent });
  const { customers, segmentation, known } = grouped;
  const leftOut = rows.rows - customers.length;
  const origin = {
    rows: rows.rows,
    leftOut,
    ...fileNamed(file),
    ...survivalOf(segmentation),
  };
  const fragment = fragmentOf(segmentation, template, known, origin);
  return {
    fragment: { ...fragment, ...(fragment.listPrice ? currencyOf(rows.format) : {}) },
    report: reportOf(head, rows, grouped, [
      ...notes,
      ...encodingNotes(head.encoding, encoding),
      ...gradeNotes(rows.columns, head.header, head.sample),
      ...formatNotes(rows.format),
      ...customerNotes(grouped),
      ...segmentNotes(segmentation, known),
      ...churnNotes(segmentation, rows),
      ...totalNotes(rows.columns, rows),
    ]),
  };
}

function currencyOf({ currencies }: Format): { currency?: string } {
  const [currency, other] = currencies.keys();
  const isOnlyOne = currency !== undefined && other === undefined;
  return isOnlyOne && /^[A-Z]{3}$/.test(currency) ? { currency } : {};
}

/** Characters of a name that a scenario takes. */
const LONGEST_NAME = 200;

const fileNamed = (file: string | undefined) =>
  file ? { file: file.slice(0, LONGEST_NAME) } : {};

const survivalOf = ({ total, segments }: Segmentation) =>
  tellsChurn(total)
    ? { survival: segments.map((tally) => survivalCurve(tally.name, tally)) }
    : {};

/** Goes on without the columns that hold nothing readable, unless one was named by hand or nothing is left. */
function ignoredColumns(rows: CustomerRows): Note[] {
  const unreadable = rows.dropUnreadable();
  const fatal = unreadable.find(({ field }) => rows.columns[field]?.mapped);
  const nothingLeft = !usable((field) => rows.columnOf(field) !== undefined);
  const first = fatal ?? (nothingLeft ? unreadable[0] : undefined);
  if (first) throw new Refusal({ code: 'noUsableValue', ...first });
  return unreadable.map((column) => ({ code: 'columnIgnored', ...column }));
}

function reportOf(
  { encoding, delimiter, header }: FileHead,
  rows: CustomerRows,
  { customers, segmentation, known, needs }: GroupedCustomers,
  notes: readonly Note[],
): CustomerReport {
  const { total, segments, by, silent, cuts } = segmentation;
  const effectOf = effects(rows, needs);
  const told = tellsChurn(total);
  return {
    rows: rows.rows,
    placed: customers.length,
    leftOut: rows.rows - customers.length,
    form: { encoding, delimiter, decimal: rows.format.decimal, dates: rows.format.dates },
    header,
    columns: usedColumns(rows),
    by,
    silent,
    churnReasons: rows.churnReason ? commonest(rows.churnReason) : [],
    priceCuts: cuts,
    meanPrice: meanPriceOf(total),
    ...churnOf(total, told),
    segments: segments.map((tally) => segmentReport(tally, known, told)),
    problems: rows.problems(effectOf),
    problemCounts: rows.problemCounts(effectOf),
    notes,
  };
}

const usedColumns = (rows: CustomerRows): CustomerReport['columns'] =>
  Object.fromEntries(
    CUSTOMER_FIELDS.flatMap((field) => {
      const column = rows.columnOf(field);
      return column === undefined ? [] : [[field, column]];
    }),
  );

const REASONS = 10;

function commonest({ codes, names }: Texts): CustomerReport['churnReasons'] {
  const counts = names.map((reason) => ({ reason, count: 0 }));
  for (let i = 0; i < codes.length; i += 1) {
    const found = counts[codes.at(i)];
    if (found) found.count += 1;
  }
  return counts.sort((a, b) => b.count - a.count).slice(0, REASONS);
}

function segmentReport(tally: SegmentTally, known: Known, told: boolean): SegmentReport {
  const { name, term, levels, count, annual, priceFrom, priceTo } = tally;
  const { heard, complained, seen, inactive, left, stayed } = tally;
  return {
    name,
    term,
    levels,
    count,
    meanPrice: meanPriceOf(tally),
    priceFrom: known.price ? priceFrom : null,
    priceTo: known.price ? priceTo : null,
    annualShare: known.contract ? annual / count : null,
    complaintShare: heard > 0 ? complained / heard : null,
    meanRevenue: meanRevenueOf(tally),
    inactiveShare: seen > 0 ? inactive / seen : null,
    lifetimes: told ? { left, stayed } : null,
    ...churnOf(tally, told),
  };
}

/** What was counted as something near it. */
function customerNotes({ customers }: GroupedCustomers): Note[] {
  const long = customers.count((i) => customers.value('contract', i) === TERMS.longer);
  const short = customers.count(
    (i) =>
      !Number.isNaN(customers.value('churned', i)) &&
      customers.value('tenure', i) < LEAST_TENURE,
  );
  return [
    ...(long > 0 ? [{ code: 'longTermsAsAnnual' as const, count: long }] : []),
    ...(short > 0 ? [{ code: 'shortTenure' as const, count: short }] : []),
  ];
}
