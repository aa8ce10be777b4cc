/** What an import says, in English sentences for the terminal. The page words the same codes in its languages. */
import type { CustomerField, ValueField } from './reading/fields.ts';
import { CUSTOMER_FIELDS } from './reading/fields.ts';
import type {
  FileProblem,
  Lookalike,
  Note,
  RowEffect,
  RowProblem,
  ValueFault,
} from './findings.ts';
import type { GroupingName } from './grouping/ways.ts';
import { RANGES } from './reading/values/values.ts';

/** What a field is, and what its values look like. */
const MEANING: Readonly<Record<CustomerField, string>> = {
  id: "the customer's id",
  price: 'the monthly charge',
  revenue: 'the revenue so far',
  tenure: 'the months as a customer',
  startDate: 'the day on which a customer came',
  contract: 'the contract terms',
  churned: 'whether the customer left',
  churnDate: 'the day on which a customer left',
  churnReason: 'why a customer left',
  complaints: 'the complaints',
  logins: 'the log-ins',
  lastPurchase: 'the day of the last purchase',
  purchases: 'the number of purchases',
  segment: 'the segment',
  total: 'the total charged so far',
};
const range = ([least, most]: readonly [number, number]) => `from ${least} to ${count(most)}`;
const DATE = 'a date such as 2024-12-31, 31/12/2024, 31.12.2024 or 2024年12月31日';
const EXPECTED: Readonly<Record<ValueField, string>> = {
  price: `an amount ${range(RANGES.price)}`,
  revenue: 'an amount',
  tenure: `months, a number ${range(RANGES.tenure)}`,
  startDate: DATE,
  contract: 'Month-to-month, One year, Two year or the like',
  churned: 'Yes or No, 1 or 0, Churned or Stayed',
  churnDate: `${DATE}, or nothing`,
  complaints: 'a number of complaints, or Yes or No',
  logins: `a number ${range(RANGES.logins)}`,
  lastPurchase: DATE,
  purchases: `a number ${range(RANGES.purchases)}`,
  total: 'an amount',
};
/** What some faults call for, whatever the field. */
const CALLED_FOR: Partial<Record<ValueFault, string>> = {
  percent: 'not a percentage',
  otherDecimal: 'the decimal sign of the other rows',
  otherDateOrder: 'day and month in the order of the other rows',
};

const NEEDED =
  'Needed is a column with the monthly charge (price), the contract terms (contract) or the segment (segment); or both the months as a customer (tenure, or startDate) and whether the customer left (churned, churnDate or churnReason); or the last purchase, the number of purchases and the revenue (lastPurchase, purchases, revenue). Name them by hand, for example --map price="Monthly fee".';

const LOOKS_LIKE: Readonly<Record<Lookalike, string>> = {
  spreadsheet: 'a spreadsheet or a zip archive',
  archive: 'a compressed archive',
  pdf: 'a PDF document',
  html: 'a web page or XML',
  json: 'JSON',
  binary: 'binary data',
};

const GROUPED: Readonly<Record<GroupingName, string>> = {
  column: 'by the segments of a column',
  terms: 'by contract terms and price',
  rfm: 'by recency, frequency and revenue',
};

type Wording<T extends { code: string }> = {
  readonly [C in T['code']]: (finding: Extract<T, { code: C }>) => string;
};

const FILE_PROBLEMS: Wording<FileProblem> = {
  tooManyRows: ({ limit }) =>
    `The file has more than ${count(limit)} rows: take a random sample of them.`,
  unreadable: ({ reason }) => `The file cannot be read (${reason}).`,
  empty: () => 'The file is empty: expected CSV with a header line and one row per customer.',
  notCsv: ({ looksLike }) =>
    `The file is ${LOOKS_LIKE[looksLike]}, not CSV: save the table of customers as CSV (UTF-8) and import that.`,
  notUtf8: () =>
    'The text of the file is in none of UTF-8, UTF-16, GB18030 and Windows-1252: save the table as CSV (UTF-8) and import that.',
  otherEncoding: ({ encoding }) =>
    `The text of the file is not in ${encoding}: name another encoding with --encoding, or none to go by the bytes.`,
  openQuote: ({ line }) =>
    `line ${line}: a quotation mark is opened in this row and never closed; close it, or double it if it belongs to the text.`,
  rowTooLong: ({ line, limit }) =>
    `line ${line}: the row goes on for more than ${count(limit)} characters; expected a row per customer. A quotation mark may be opened in it and never closed.`,
  headerOnly: ({ columns }) =>
    `The file has a header (${listed(columns)}) but no rows below it: expected one row per customer.`,
  noUsableColumn: ({ columns }) =>
    `No column of the file can be used. Found: ${listed(columns)}. ${NEEDED}`,
  noUsableValue: ({ field, column, line, value }) =>
    `No value in the column ${shown(column)} can be read as ${MEANING[field]}: line ${line} has ${shown(value)}, expected ${EXPECTED[field]}. Correct the column, or name another one with --map ${field}=…`,
  noUsableRow: ({ rows }) =>
    `None of the ${count(rows)} rows can be used: each lacks a monthly charge or contract terms that can be read.`,
  noGrouping: ({ by, missing }) =>
    `The customers cannot be grouped ${GROUPED[by]}: no column for ${missing.map((field) => MEANING[field]).join(' and ')}. Name it by hand with --map, or group in another way with --by.`,
  badMapping: ({ entry }) =>
    `--map: received ${shown(entry)}, expected field=column, for example price="Monthly fee".`,
  fieldMappedTwice: ({ field }) => `--map: the field ${field} comes twice, expected once.`,
  unknownField: ({ field }) =>
    `--map: received the field ${shown(field)}, expected one of ${CUSTOMER_FIELDS.join(', ')}.`,
  unknownColumn: ({ field, column, columns }) =>
    `--map ${field}: received the column ${shown(column)}, expected one of ${listed(columns)}.`,
  columnMappedTwice: ({ fields, column }) =>
    `--map: the column ${shown(column)} is named for ${fields.join(' and ')}, expected a column for one field only.`,
};

const EFFECTS: Readonly<Record<RowEffect, (field: ValueField) => string>> = {
  kept: (field) =>
    `the row is kept, since ${KEPT_SINCE[field] ?? `${MEANING[field]} is not used`}`,
  leftOutOfChurn: () => 'the row is kept, but left out of the observed churn',
  leftOutOfComplaints: () => 'the row is kept, but left out of the share that complained',
  leftOut: () => 'the row is left out of all segments',
};
const KEPT_SINCE: Partial<Record<ValueField, string>> = {
  total: 'the total is not used',
  startDate: 'the months are known from elsewhere, or not used',
  churnDate: 'the day is not used',
  tenure: 'the months are not used without a column that says who left',
  churned: 'it is not used without a column of months',
};

const NOTES: Wording<Note> = {
  columnChosen: ({ field, column, others }) =>
    `The column ${shown(column)} was taken for ${MEANING[field]}; ${listed(others)} would fit as well. Choose with --map ${field}=…`,
  columnIgnored: ({ field, column, line, value }) =>
    `The column ${shown(column)} was not used: none of its values can be read as ${MEANING[field]}. Line ${line} has ${shown(value)}, expected ${EXPECTED[field]}.`,
  encodingGuessed: ({ encoding }) =>
    `The file does not say in which encoding it is: it is read as ${encoding}. Choose with --encoding if names look wrong.`,
  gradeNotPrice: ({ column }) =>
    `The column ${shown(column)} was not taken for the monthly charge: it holds grades from 0 to 10, not amounts. If they are amounts, say so with --map price=…`,
  decimalGuessed: ({ value, decimal }) =>
    `Nothing in the file tells whether ${shown(value)} is a number of thousands: it is read with ${decimal === '.' ? 'a decimal point' : 'a decimal comma'}. Choose with --decimal.`,
  datesGuessed: ({ value, order }) =>
    `Nothing in the file tells whether ${shown(value)} begins with the day or the month: it is read with the ${order === 'dmy' ? 'day' : 'month'} first. Choose with --dates.`,
  severalCurrencies: ({ currencies }) =>
    `Amounts are in several currencies (${currencies.map(({ currency, count: n }) => `${currency}: ${count(n)}`).join(', ')}); they are not converted.`,
  tenureFromDates: ({ column, until }) =>
    `Months are counted from ${plain(column)} to the day on which a customer left, or to ${until}, the latest date in the file.`,
  endsBeforeStart: ({ count: n }) =>
    `${customers(n)} left before the day on which they came; they are left out of the observed churn.`,
  churnedFrom: ({ columns }) =>
    `Whoever has something in ${columns.map(plain).join(' or ')} is taken to have left.`,
  longTermsAsAnnual: ({ count: n }) =>
    `${customers(n)} on terms of two years or longer ${n === 1 ? 'counts' : 'count'} as annual.`,
  shortTenure: ({ count: n }) =>
    `${customers(n)} with a tenure of less than half a month ${n === 1 ? 'counts' : 'count'} as half a month in the observed churn.`,
  noChurn: ({ missing }) =>
    `The file does not tell how many leave (${missing.length === 0 ? 'no row has both months and churn' : `no column for ${missing.map((field) => MEANING[field]).join(' and ')}`}): the everyday churn is that of the template.`,
  noPrice: ({ revenue }) =>
    revenue
      ? 'The file has no monthly charge: there are no price levels, and the revenue so far tells what a segment brings.'
      : 'The file has no monthly charge: there are no price levels, and every customer is taken to bring the same revenue.',
  noContract: () =>
    'The file has no contract terms: the share on annual terms is that of the template.',
  nobodyChurned: () =>
    'Nobody in the file has left: the everyday churn is that of the template.',
  everybodyChurned: () =>
    'Everybody in the file has left, which tells nothing about those who stay: the everyday churn is that of the template.',
  fewOnOneTerm: ({ term, count: n }) =>
    `Only ${customers(n)} ${n === 1 ? 'is' : 'are'} on ${term} terms: too few for segments of their own, so terms are not told apart.`,
  othersTogether: ({ names, count: n }) =>
    names === 0
      ? `${customers(n)} without a segment ${n === 1 ? 'is' : 'are'} in the segment "other".`
      : `${count(names)} smaller ${names === 1 ? 'segment is' : 'segments are'} taken together as "other" (${customers(n)}).`,
  groupJoined: ({ group, into, count: n }) =>
    `${group} (${customers(n)}) is too small for a segment of its own and counts as ${into}.`,
  levelsMerged: ({ segment, count: n }) =>
    `${segment} (${customers(n)}) holds price levels that were too small to stand alone.`,
  fewChurned: ({ segment, churned }) =>
    churned === 0
      ? `No customer of ${segment} has left: its observed churn is 0, which is uncertain.`
      : `The observed churn of ${segment} rests on ${customers(churned)} who left: it is uncertain.`,
  hazardCapped: ({ segment, ratio, cap }) =>
    `The observed churn of ${segment} is ${count(Math.round(ratio))} times the mean; the scenario takes at most ${cap} times.`,
  totalDisagrees: ({ column, ratio }) =>
    `${column} is typically ${ratio.toPrecision(2)} times the months multiplied by the monthly charge: check that tenure is in months and the charge per month.`,
  duplicateIds: ({ column, count: n, line, id }) =>
    `${count(n)} ${n === 1 ? 'row repeats' : 'rows repeat'} an id of an earlier row (${column}), the first on line ${line} (${shown(id)}); all are counted.`,
};

/** Why a file was refused and what to do about it. */
export const sentenceOfFileProblem = (problem: FileProblem): string =>
  worded(FILE_PROBLEMS, problem);

/** `line 490: TotalCharges is blank; the row is kept, since the total is not used` */
export function sentenceOfRowProblem(problem: RowProblem): string {
  if (problem.code === 'tooManyCells')
    return `line ${problem.line}: the row has ${problem.cells} cells, expected ${problem.expected} as in the header; ${EFFECTS.leftOut('price')}`;
  const { line, code, field, column, value, effect } = problem;
  const found =
    code === 'blank'
      ? `${plain(column)} is blank`
      : `${plain(column)} is ${shown(value)}, expected ${CALLED_FOR[code] ?? EXPECTED[field]}`;
  return `line ${line}: ${found}; ${EFFECTS[effect](field)}`;
}

/** What to know about the numbers. */
export const sentenceOfNote = (note: Note): string => worded(NOTES, note);

function worded<T extends { code: string }>(wording: Wording<T>, finding: T): string {
  const words = wording[finding.code as T['code']];
  return words(finding as Extract<T, { code: T['code'] }>);
}

const LONGEST = 60;
const LISTED = 30;

/** A value of the file in quotation marks, control characters escaped, cut if long. */
function shown(value: string): string {
  return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value);
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no names';
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return `${names.slice(0, LISTED).map(plain).join(', ')}${more}`;
}

/** A column's name bare if it reads as one, else as shown. */
const plain = (name: string) => (/^[\p{L}\p{N} _-]{1,60}$/u.test(name) ? name : shown(name));

function count(n: number): string {
  return n.toLocaleString('en-US');
}

const customers = (n: number) => (n === 1 ? '1 customer' : `${count(n)} customers`);
