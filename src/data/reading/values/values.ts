/** One cell to one number, or what is wrong with it. */
import type { ValueFault } from '../../findings.ts';
import type { ValueField } from '../fields.ts';
import { detached } from '../ids.ts';
import { answerOf } from './answers.ts';
import { moneyOf, numberOf } from './amounts.ts';
import { dayOf } from './dates.ts';
import type { Format } from './format.ts';
import { termsOf } from './terms.ts';

/** Bounds of what is taken for a number of the field: money per month, months, money, counts. */
export const RANGES = {
  price: [0, 1e9],
  tenure: [0, 1200],
  total: [-1e12, 1e12],
  revenue: [-1e12, 1e12],
  complaints: [0, 1e6],
  logins: [0, 1e9],
  purchases: [0, 1e9],
} as const satisfies Partial<Record<ValueField, readonly [number, number]>>;

/** The churn date of a customer who has not left. */
export const NEVER = Infinity;
const NO_DATE = /^(?:-+|n\/?a|null|none|never|无|未流失|0000-00-00|9999-12-31)(?:$|[T ])/i;

type Reader = (text: string, format: Format) => number | ValueFault;

const within = (field: keyof typeof RANGES, read: Reader): Reader => {
  const [least, most] = RANGES[field];
  return (text, format) => {
    const value = read(text, format);
    if (typeof value !== 'number') return value;
    return value >= least && value <= most ? value : 'outOfRange';
  };
};

/** Different answers that are remembered: a file repeats a few. */
const REMEMBERED = 1000;

/** A reading of words that looks each of them up once. */
function remembering(read: (text: string) => number | ValueFault): Reader {
  const known = new Map<string, number | ValueFault>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size < REMEMBERED) known.set(detached(text), value);
    return value;
  };
}

const complaintCount = within('complaints', numberOf);

const READERS: Readonly<Record<ValueField, Reader>> = {
  price: within('price', moneyOf),
  tenure: within('tenure', numberOf),
  startDate: dayOf,
  contract: remembering(termsOf),
  churned: remembering(answerOf),
  churnDate: (text, format) => (NO_DATE.test(text) ? NEVER : dayOf(text, format)),
  total: within('total', moneyOf),
  revenue: within('revenue', moneyOf),
  purchases: within('purchases', numberOf),
  lastPurchase: dayOf,
  logins: within('logins', numberOf),
  complaints: (text, format) => {
    const yesOrNo = answerOf(text);
    return typeof yesOrNo === 'number' ? yesOrNo : complaintCount(text, format);
  },
};

/**
 * The value of a cell: contract as one of TERMS, churned as 0 or 1, dates as days since 1970, a churn date that
 * is blank as NEVER, the others as they stand.
 */
export function valueOf(field: ValueField, cell: string, format: Format): number | ValueFault {
  const text = plain(cell);
  if (text === '') return field === 'churnDate' ? NEVER : 'blank';
  return READERS[field](text, format);
}

const ASCII = /^[\x20-\x7E]*$/;

/** Without blanks around it, and with the usual digits, signs and blanks in place of their wide and narrow forms. */
function plain(cell: string): string {
  const text = cell.trim();
  return ASCII.test(text) ? text : text.normalize('NFKC').trim();
}
