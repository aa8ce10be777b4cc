/** One cell to one number, or what is wrong with it. */
import type { ValueField } from './fields.ts';
import { loose } from './fields.ts';
import type { ValueFault } from '../findings.ts';

/** Bounds of what is taken for a number of the field: money per month, months, money, complaints. */
export const RANGES = {
  price: [0, 1e9],
  tenure: [0, 1200],
  total: [-1e12, 1e12],
  complaints: [0, 1e6],
} as const satisfies Partial<Record<ValueField, readonly [number, number]>>;

/** Terms as they are coded in a column of numbers. */
export const TERMS = { monthly: 0, annual: 1, longer: 2 } as const;

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const numberIn =
  (field: keyof typeof RANGES) =>
  (cell: string): number | ValueFault => {
    if (!PLAIN_NUMBER.test(cell)) return 'notANumber';
    const value = Number(cell);
    const [least, most] = RANGES[field];
    return value >= least && value <= most ? value : 'outOfRange';
  };

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

function terms(cell: string): number | ValueFault {
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

/* prettier-ignore */
const YES = new Set([
  'yes', 'y', 'true', 't', 'churned', 'churn', 'left', 'gone', 'cancelled', 'canceled', 'exited', 'lost',
  'attritedcustomer', '是', '有', '已流失', '流失', '离网', '已离网',
]);
/* prettier-ignore */
const NO = new Set([
  'no', 'n', 'false', 'f', 'stayed', 'joined', 'active', 'current', 'retained', 'existingcustomer',
  '否', '无', '未流失', '在网', '正常',
]);

function answer(cell: string): number | ValueFault {
  if (PLAIN_NUMBER.test(cell)) {
    const value = Number(cell);
    return value === 0 || value === 1 ? value : 'unknownAnswer';
  }
  const text = loose(cell);
  if (YES.has(text)) return 1;
  return NO.has(text) ? 0 : 'unknownAnswer';
}

const complaintCount = numberIn('complaints');

const READERS: Readonly<Record<ValueField, (cell: string) => number | ValueFault>> = {
  price: numberIn('price'),
  tenure: numberIn('tenure'),
  contract: terms,
  churned: answer,
  total: numberIn('total'),
  complaints: (cell) => {
    const yesOrNo = answer(cell);
    return typeof yesOrNo === 'number' ? yesOrNo : complaintCount(cell);
  },
};

/** The value of a cell: contract as one of TERMS, churned as 0 or 1, the others as they stand. */
export function valueOf(field: ValueField, cell: string): number | ValueFault {
  const text = cell.trim();
  return text === '' ? 'blank' : READERS[field](text);
}
