/** Numbers as people read them: true minus sign, signs on changes, ranges, chances that are never quite 0 or 1. */
import type { Language } from './language.ts';

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };
const BETWEEN: Readonly<Record<Language, string>> = { en: ' to ', zh: ' 至 ' };

export interface Numbers {
  /** 1,610 */
  readonly count: (value: number) => string;
  /** A number that names somebody: 4127 */
  readonly plain: (value: number) => string;
  /** At most `digits` decimals, no unit: 2.8 */
  readonly decimal: (value: number, digits?: number) => string;
  /** A share as a percentage: 0.71 is 71%. */
  readonly percent: (share: number, digits?: number) => string;
  /** A share as a percentage with one decimal, always. */
  readonly rate: (share: number) => string;
  /** A part of a whole as a percentage, `<1%` where there is little of it. */
  readonly part: (share: number) => string;
  /** A probability estimated from runs: a whole percentage, `<1%` and `>99%` at the ends. */
  readonly chance: (share: number) => string;
  /** 24 to 39, of probabilities, without unit. */
  readonly chanceRange: (low: number, high: number) => string;
  /** A change with its sign: 0.152 is +15.2%. */
  readonly change: (share: number, digits?: number) => string;
  /** A change with its sign and always that many decimals. */
  readonly preciseChange: (share: number, digits: number) => string;
  /** Points of percentage without sign: 0.028 is 2.8. */
  readonly points: (share: number) => string;
  /** Points of percentage with sign: 0.041 is +4.1. */
  readonly shift: (share: number) => string;
  /** +2.9 to +5.4, of shares, without unit. */
  readonly shiftRange: (low: number, high: number) => string;
  /** 2 to 9, of numbers with at most one decimal. */
  readonly range: (low: number, high: number) => string;
  /** 13.9 to 16.4, of shares, without unit. */
  readonly pointsRange: (low: number, high: number) => string;
  /** −39 to +9, of shares, without unit. */
  readonly changeRange: (low: number, high: number) => string;
}

/** Formats of one language. All results use U+2212 for minus and never show a negative zero. */
export function numbersFor(language: Language): Numbers {
  const plain = formats(language, {});
  const signed = formats(language, { signDisplay: 'exceptZero' });
  const fixed = formats(language, {}, true);
  const signedFixed = formats(language, { signDisplay: 'exceptZero' }, true);
  const percent = (share: number, digits = 0) => `${plain(share * 100, digits)}%`;
  return {
    count: (value) => plain(value, 0),
    plain: (value) => String(value),
    decimal: (value, digits = 1) => plain(value, digits),
    percent,
    rate: (share) => `${fixed(share * 100, 1)}%`,
    part: (share) => (share > 0 && share < 0.01 ? '<1%' : percent(share)),
    chance: (share) => (share < 0.01 ? '<1%' : share > 0.99 ? '>99%' : percent(share)),
    chanceRange: (low, high) => between(language, (value) => plain(value, 0), low, high),
    change: (share, digits = 1) => `${signed(share * 100, digits)}%`,
    preciseChange: (share, digits) => `${signedFixed(share * 100, digits)}%`,
    points: (share) => fixed(Math.abs(share) * 100, 1),
    shift: (share) => signedFixed(share * 100, 1),
    shiftRange: (low, high) => between(language, (value) => signedFixed(value, 1), low, high),
    range: (low, high) => between(language, (value) => plain(value, 1), low / 100, high / 100),
    pointsRange: (low, high) => between(language, (value) => fixed(value, 1), low, high),
    changeRange: (low, high) => between(language, (value) => signed(value, 0), low, high),
  };
}

type Format = (value: number, digits: number) => string;

function formats(
  language: Language,
  options: Intl.NumberFormatOptions,
  sameDigits = false,
): Format {
  const known = new Map<number, Intl.NumberFormat>();
  return (value, digits) => {
    let format = known.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(TAGS[language], {
        ...options,
        maximumFractionDigits: digits,
        minimumFractionDigits: sameDigits ? digits : 0,
      });
      known.set(digits, format);
    }
    return format.format(rounded(value, digits)).replace('-', '\u2212');
  };
}

/** Rounds first, so that −0.04 becomes 0 and not −0; and 0.185 * 100 loses its binary tail. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  const result = Math.round(Number((value * scale).toPrecision(12))) / scale;
  return Object.is(result, -0) ? 0 : result;
}

function between(
  language: Language,
  format: (value: number) => string,
  low: number,
  high: number,
): string {
  return `${format(low * 100)}${BETWEEN[language]}${format(high * 100)}`;
}
