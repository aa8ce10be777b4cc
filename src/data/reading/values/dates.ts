/** Dates as people write them, as days since 1970. */
import type { ValueFault } from '../../findings.ts';
import type { Format } from './format.ts';

const MS_PER_DAY = 86_400_000;
const YEARS = [1900, 2200] as const;
/** Two digits of a year: from here on they are of the last century. */
const LAST_CENTURY_FROM = 70;

/** A time of day behind a date is read over. */
const TIME = String.raw`(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?`;
const whole = (pattern: string) => new RegExp(`^${pattern}${TIME}$`, 'i');

const YEAR_FIRST = whole(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`);
const CHINESE = whole(String.raw`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?`);
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const POINTS = whole(String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})`);
const EITHER_ORDER = whole(String.raw`(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})`);
const DAY_NAMED = whole(String.raw`(\d{1,2})[- ]([a-z]{3,9})\.?,?[- ](\d{4}|\d{2})`);
const MONTH_NAMED = whole(String.raw`([a-z]{3,9})\.? (\d{1,2}),? (\d{4})`);
const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** The day of a date, since 1970; dates that can only be read in the other order are told apart. */
export function dayOf(text: string, format: Format): number | ValueFault {
  const either = EITHER_ORDER.exec(text);
  if (!either) return dayIn(text) ?? 'notADate';
  const [, first = '', , second = '', year = ''] = either;
  const days = { dmy: dayNumber(year, second, first), mdy: dayNumber(year, first, second) };
  format.seeDate(text, days);
  const other = format.dates === 'dmy' ? days.mdy : days.dmy;
  return days[format.dates] ?? (other === undefined ? 'notADate' : 'otherDateOrder');
}

/** The day of a date that can be read in one order only by its form. */
function dayIn(text: string): number | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayNumber(yearFirst[1], yearFirst[3], yearFirst[4]);
  const parts = CHINESE.exec(text) ?? TOGETHER.exec(text);
  if (parts) return dayNumber(parts[1], parts[2], parts[3]);
  const points = POINTS.exec(text);
  if (points) return dayNumber(points[3], points[2], points[1]);
  const dayNamed = DAY_NAMED.exec(text);
  if (dayNamed) return dayNumber(dayNamed[3], monthNamed(dayNamed[2]), dayNamed[1]);
  const named = MONTH_NAMED.exec(text);
  return named ? dayNumber(named[3], monthNamed(named[1]), named[2]) : undefined;
}

const monthNamed = (name = ''): string =>
  String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Undefined if there is no such day. */
function dayNumber(year = '', month = '', day = ''): number | undefined {
  const [y, m, d] = [fullYear(year), Number(month), Number(day)];
  if (y < YEARS[0] || y > YEARS[1]) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return exists ? date.getTime() / MS_PER_DAY : undefined;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year >= LAST_CENTURY_FROM ? 1900 : 2000);
}

/** `2024-02-29` */
export const isoDate = (day: number): string =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
