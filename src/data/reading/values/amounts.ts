/** Numbers and amounts of money in the format of a file. */
import type { ValueFault } from '../../findings.ts';
import type { Format } from './format.ts';
import { numberWith, otherDecimal } from './numbers.ts';

const WHOLE = /^[+-]?\d+$/;
/** What most numbers of most files are. */
const PLAIN = /^[+-]?\d+\.\d*$/;

/** A number in the format of the file. `percent` and numbers of another format are told apart from the rest. */
export function numberOf(text: string, format: Format): number | ValueFault {
  if (WHOLE.test(text)) return Number(text);
  if (text.endsWith('%')) return 'percent';
  format.seeNumber(text);
  if (format.decimal === '.' && PLAIN.test(text)) return Number(text);
  const value = numberWith(format.decimal, text);
  if (value !== undefined) return value;
  return numberWith(otherDecimal(format.decimal), text) === undefined
    ? 'notANumber'
    : 'otherDecimal';
}

/* prettier-ignore */
const CODES = [
  'AED', 'ARS', 'AUD', 'BRL', 'CAD', 'CHF', 'CLP', 'CNY', 'COP', 'CZK', 'DKK', 'EGP', 'EUR', 'GBP', 'HKD', 'HUF',
  'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NGN', 'NOK', 'NZD', 'PHP', 'PKR', 'PLN', 'RMB', 'RON', 'RUB',
  'SAR', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'ZAR',
];
/** Signs and words that stand for a code. */
const MEANT: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
};
const CURRENCY = String.raw`(?:(?:US|A|C|HK|NT|NZ|S|R)?\$|\p{Sc}|${CODES.join('|')}|元|人民币|kr\.?|zł|Fr\.?)`;
const BEFORE = new RegExp(String.raw`^([+-]?)\s*(${CURRENCY})\s*(?=[+-]?[\d.,])`, 'iu');
const AFTER = new RegExp(String.raw`(?<=[\d.,])\s*(${CURRENCY})$`, 'iu');
const BARE = /^[+-]?[\d.,]+$/;

/** An amount of money in the format of the file, with or without a currency, which is only noted. */
export function moneyOf(text: string, format: Format): number | ValueFault {
  if (BARE.test(text)) return numberOf(text, format);
  const before = BEFORE.exec(text);
  const after = before ? null : AFTER.exec(text);
  const [, sign = ''] = before ?? [];
  const rest = before ? sign + text.slice(before[0].length) : text.slice(0, after?.index);
  const currency = before?.[2] ?? after?.[1];
  const value = numberOf(rest, format);
  if (currency !== undefined && typeof value === 'number') format.seeCurrency(codeOf(currency));
  return value;
}

const codeOf = (currency: string): string =>
  MEANT[currency.toUpperCase()] ?? currency.toUpperCase();
