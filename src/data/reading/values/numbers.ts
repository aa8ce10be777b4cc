/** Numbers as people write them: thousands separators, decimal point or comma. */
import type { Decimal } from '../restart.ts';

/** One sort of thousands separator throughout, groups of three, no leading zero before the first. */
const grouped = (separators: string) =>
  String.raw`[1-9]\d{0,2}([${separators}])\d{3}(?:\1\d{3})*`;
const written = (separators: string, decimal: string) =>
  new RegExp(
    String.raw`^[+-]?(?:(?:\d+|${grouped(separators)})(?:${decimal}\d*)?|${decimal}\d+)(?:e[+-]?\d+)?$`,
    'i',
  );
const WRITTEN: Readonly<Record<Decimal, RegExp>> = {
  '.': written(String.raw`,'’ `, String.raw`\.`),
  ',': written(String.raw`.'’ `, ','),
};
const SEPARATORS = /[,.'’ ]/g;
const WHOLE = /^[+-]?\d+$/;

export const otherDecimal = (decimal: Decimal): Decimal => (decimal === '.' ? ',' : '.');

/** A number with a decimal sign; undefined if it cannot be read so. */
export function numberWith(decimal: Decimal, text: string): number | undefined {
  if (!WRITTEN[decimal].test(text)) return undefined;
  return Number(text.replace(SEPARATORS, (separator) => (separator === decimal ? '.' : '')));
}

/**
 * What a number tells of its decimal sign: the sign by which alone it can be read, `either` if both read it
 * and differ (1,234), undefined if it does not matter or is no number.
 */
export function decimalIn(text: string): Decimal | 'either' | undefined {
  if (WHOLE.test(text)) return undefined;
  const [point, comma] = [numberWith('.', text), numberWith(',', text)];
  if (point === comma) return undefined;
  if (point === undefined) return ',';
  return comma === undefined ? '.' : 'either';
}
