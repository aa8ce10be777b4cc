/** What the reader of an import's numbers should know about how they came about. */
import type { Column } from './reading/column.ts';
import type { Columns } from './reading/columns.ts';
import { gradedPrices } from './reading/columns.ts';
import { CUSTOMER_FIELDS } from './reading/fields.ts';
import type { Row } from './reading/table.ts';
import type { Note } from './findings.ts';
import { cappedHazards } from './fragment.ts';
import type { Encoding } from './reading/restart.ts';
import type { CustomerRows } from './reading/rows.ts';
import type { Format } from './reading/values/format.ts';
import type { Known, Segmentation } from './grouping/segmentation.ts';

/** A churn that rests on fewer customers who left is called uncertain. */
const FEW_CHURNED = 10;
/** The totals are compared only where enough of them are known. */
const ENOUGH_TOTALS = 20;
/** A ratio of totals between these does not call for a look at the units. */
const AGREEING = [0.8, 1.25] as const;

/** Notes on the columns: one chosen among several, names that occur twice. */
export function columnNotes(columns: Columns, rows: CustomerRows): Note[] {
  const chosen = CUSTOMER_FIELDS.flatMap((field): Note[] => {
    const column = columns[field];
    if (!column || column.others.length === 0) return [];
    return [{ code: 'columnChosen', field, column: column.name, others: column.others }];
  });
  const { duplicates } = rows;
  if (!duplicates || !columns.id) return chosen;
  return [...chosen, { code: 'duplicateIds', column: columns.id.name, ...duplicates }];
}

/** A column that is named like a price and is none, where there is no price. */
export function gradeNotes(
  columns: Columns,
  header: readonly string[],
  sample: readonly Row[],
): Note[] {
  if (columns.price) return [];
  return gradedPrices(header, sample).map((column) => ({ code: 'gradeNotPrice', column }));
}

/** A guess at the encoding that is easily wrong; GB18030 shows at once whether it is. */
export const encodingNotes = (encoding: Encoding, told: Encoding | undefined): Note[] =>
  told === undefined && encoding === 'windows-1252'
    ? [{ code: 'encodingGuessed', encoding }]
    : [];

/** Notes on how numbers and dates were read, where nothing told. */
export function formatNotes(format: Format): Note[] {
  const notes: Note[] = [];
  const { decimal, dates: order, ambiguousNumber, ambiguousDate, currencies } = format;
  if (format.decimalGuessed)
    notes.push({ code: 'decimalGuessed', value: ambiguousNumber ?? '', decimal });
  if (format.datesGuessed)
    notes.push({ code: 'datesGuessed', value: ambiguousDate ?? '', order });
  if (currencies.size > 1)
    notes.push({
      code: 'severalCurrencies',
      currencies: [...currencies].map(([currency, count]) => ({ currency, count })),
    });
  return notes;
}

/** Notes on the groups: what was too small to stand alone, and what the file does not tell. */
export function segmentNotes(segmentation: Segmentation, known: Known): Note[] {
  const { segments, rareTerm, others, joined = [], total } = segmentation;
  const notes: Note[] = [];
  if (!known.price) notes.push({ code: 'noPrice', revenue: total.valued > 0 });
  if (!known.contract) notes.push({ code: 'noContract' });
  if (rareTerm && rareTerm.count > 0) notes.push({ code: 'fewOnOneTerm', ...rareTerm });
  if (others) notes.push({ code: 'othersTogether', ...others });
  notes.push(...joined.map((each) => ({ code: 'groupJoined' as const, ...each })));
  for (const { name, count, merged } of segments)
    if (merged) notes.push({ code: 'levelsMerged', segment: name, count });
  return notes;
}

/** Notes on the churn: how it is counted, and where it rests on little. */
export function churnNotes(segmentation: Segmentation, rows: CustomerRows): Note[] {
  const missing = (['tenure', 'churned'] as const).filter((field) => !rows.has(field));
  const { total, segments } = segmentation;
  if (total.followed === 0) return [{ code: 'noChurn', missing }];
  if (total.churned === 0) return [{ code: 'nobodyChurned' }];
  if (total.churned === total.followed) return [{ code: 'everybodyChurned' }];
  const few = segments.filter(({ churned }) => churned < FEW_CHURNED);
  return [
    ...few.map(({ name, churned }) => ({
      code: 'fewChurned' as const,
      segment: name,
      churned,
    })),
    ...cappedHazards(segmentation),
  ];
}

/**
 * Compares the total charges with months times monthly charge: a median ratio far from 1 means that one of
 * them is in another unit than months or money per month.
 */
export function totalNotes(columns: Columns, rows: CustomerRows): Note[] {
  const [total, tenure, price] = (['total', 'tenure', 'price'] as const).map((field) =>
    rows.values(field),
  );
  if (!total || !tenure || !price || !columns.total) return [];
  const ratios = ratiosOf(total, tenure, price);
  const ratio = ratios[Math.floor(ratios.length / 2)];
  if (ratio === undefined || ratios.length < ENOUGH_TOTALS) return [];
  if (ratio >= AGREEING[0] && ratio <= AGREEING[1]) return [];
  return [{ code: 'totalDisagrees', column: columns.total.name, ratio }];
}

/** The totals over what months and charges make, in rising order, as far as they can be told. */
function ratiosOf(total: Column, tenure: Column, price: Column): Float64Array {
  const all = new Float64Array(total.length);
  let count = 0;
  for (let i = 0; i < total.length; i += 1) {
    const ratio = total.at(i) / (tenure.at(i) * price.at(i));
    if (!Number.isFinite(ratio) || ratio <= 0) continue;
    all[count] = ratio;
    count += 1;
  }
  return all.subarray(0, count).sort();
}
