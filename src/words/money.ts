/** Amounts of money, short: €4.1m in English, 410 万欧元 in Chinese. */
import type { Language } from './language.ts';

const DIGITS = 2;
const HAN_AFTER_DIGIT = /(\d)(?=\p{Script=Han})/gu;

/** @param currency its code, such as EUR; without one the number stands alone */
export function moneyFor(
  language: Language,
  currency: string | undefined,
): (amount: number) => string {
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    notation: 'compact',
    maximumSignificantDigits: DIGITS,
    ...(currency && {
      style: 'currency',
      currency,
      currencyDisplay: language === 'zh' ? 'name' : 'narrowSymbol',
    }),
  });
  const spaced = (text: string) =>
    language === 'zh' ? text.replace(HAN_AFTER_DIGIT, '$1 ') : text;
  return (amount) => spaced(format.format(amount + 0)).replace('-', '\u2212');
}

/** Currencies that can be chosen: code and name, in the order of their names. */
export function currenciesIn(
  language: Language,
): readonly { readonly code: string; readonly name: string }[] {
  const tag = language === 'zh' ? 'zh-CN' : 'en-GB';
  const names = new Intl.DisplayNames(tag, { type: 'currency' });
  return Intl.supportedValuesOf('currency')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, tag));
}
