/** Contract terms as people write them. */
import type { ValueFault } from '../../findings.ts';
import { loose } from '../fields.ts';

/** Terms as they are coded in a column of numbers. */
export const TERMS = { monthly: 0, annual: 1, longer: 2 } as const;

/* prettier-ignore */
const MONTHLY = new Set([
  'monthtomonth', 'month', 'monthly', 'm2m', 'rolling', 'nocontract', 'none', '月付', '按月', '逐月', '包月', '无合约', '月',
  'monatlich', 'monat', 'ohnelaufzeit', 'mensuel', 'mensuelle', 'mois', 'sansengagement', 'mensual', 'mes',
  'sinpermanencia',
]);
/* prettier-ignore */
const ANNUAL = new Set([
  'year', 'yearly', 'annual', 'annually', '年付', '按年', '包年', '年',
  'jahrlich', 'jaehrlich', 'jahr', 'jahresvertrag', 'annuel', 'annuelle', 'an', 'anual', 'ano',
]);
const LONGER = new Set(['biennial', 'biennially', '两年', '二年', '三年']);
/* prettier-ignore */
const UNITS = [
  'months?', 'mo', 'm', 'monate?n?', 'mois', 'mes(?:es)?', '月',
  'years?', 'yrs?', 'y', 'jahre?n?', 'ans?', 'annees?', 'anos?', '年',
];
/* prettier-ignore */
const WORDS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, 一: 1, 两: 2, 二: 2, 三: 3,
  ein: 1, zwei: 2, drei: 3, un: 1, deux: 2, trois: 3, dos: 2, tres: 3,
};
const COUNTED = new RegExp(
  String.raw`^(\d+|${Object.keys(WORDS).join('|')})个?(${UNITS.join('|')})(contract|合约|合同)?$`,
);

/** One of TERMS. */
export function termsOf(cell: string): number | ValueFault {
  const text = loose(cell);
  if (MONTHLY.has(text)) return TERMS.monthly;
  if (ANNUAL.has(text)) return TERMS.annual;
  if (LONGER.has(text)) return TERMS.longer;
  return countedTerms(text);
}

function countedTerms(text: string): number | ValueFault {
  const [, count, unit] = COUNTED.exec(text) ?? [];
  if (count === undefined || unit === undefined) return 'unknownTerms';
  const months = (WORDS[count] ?? Number(count)) * (/^(y|j|an|年)/.test(unit) ? 12 : 1);
  if (months === 1) return TERMS.monthly;
  if (months === 12) return TERMS.annual;
  return months >= 24 && months <= 120 ? TERMS.longer : 'unknownTerms';
}
