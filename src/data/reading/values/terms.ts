/** Contract terms as people write them. */
import type { ValueFault } from '../../findings.ts';
import { loose } from '../fields.ts';

/** Terms as they are coded in a column of numbers. */
export const TERMS = { monthly: 0, annual: 1, longer: 2 } as const;

/* prettier-ignore */
const MONTHLY = new Set([
  'monthtomonth', 'month', 'monthly', 'm2m', 'rolling', 'nocontract', 'none', '月付', '按月', '逐月', '包月', '无合约', '月',
]);
const ANNUAL = new Set(['year', 'yearly', 'annual', 'annually', '年付', '按年', '包年', '年']);
const LONGER = new Set(['biennial', 'biennially', '两年', '二年', '三年']);
const COUNTED =
  /^(\d+|one|two|three|一|两|二|三)个?(months?|mo|m|years?|yrs?|yr|y|月|年)(contract|合约|合同)?$/;
/* prettier-ignore */
const WORDS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, 一: 1, 两: 2, 二: 2, 三: 3,
};

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
  const months = (WORDS[count] ?? Number(count)) * (/^(y|年)/.test(unit) ? 12 : 1);
  if (months === 1) return TERMS.monthly;
  if (months === 12) return TERMS.annual;
  return months >= 24 && months <= 120 ? TERMS.longer : 'unknownTerms';
}
