/** Sums over customers: what a segment is made of. */
import { TERMS } from '../reading/values/terms.ts';

/** One customer, as far as segments need it. NaN where a value is unknown. */
export interface Customer {
  readonly price: number;
  /** One of TERMS. */
  readonly contract: number;
  /** Months, at least half a one. */
  readonly tenure: number;
  /** 0 or 1. */
  readonly churned: number;
  readonly complaints: number;
  /** What the customer has brought so far. */
  readonly revenue: number;
  readonly logins: number;
}

/** Customers in any order; they are made when they are asked for, since millions would fill the memory. */
export interface Customers {
  readonly length: number;
  at(index: number): Customer | undefined;
}

/** Sums over the customers of a group. */
export interface Tally {
  count: number;
  /** Sum, lowest and highest of the monthly charges. */
  paid: number;
  priceFrom: number;
  priceTo: number;
  /** On terms of a year or longer. */
  annual: number;
  /** Those whose churn and tenure are both known: how many, who left, months together. */
  followed: number;
  churned: number;
  months: number;
  /** The same by the whole months that they had been there: those who left then, and those still there. */
  left: number[];
  stayed: number[];
  /** Those of whom complaints are known, and who complained. */
  heard: number;
  complained: number;
  /** Those whose revenue is known, and their revenue together. */
  valued: number;
  revenue: number;
  /** Those whose log-ins are known, and who never logged in. */
  seen: number;
  inactive: number;
}

/** The sums over nobody. */
export const emptyTally = (): Tally => ({
  count: 0,
  paid: 0,
  priceFrom: Infinity,
  priceTo: -Infinity,
  annual: 0,
  followed: 0,
  churned: 0,
  months: 0,
  left: [],
  stayed: [],
  heard: 0,
  complained: 0,
  valued: 0,
  revenue: 0,
  seen: 0,
  inactive: 0,
});

/** The sums over these customers. */
export function tallyOf(customers: Customers): Tally {
  const tally = emptyTally();
  for (let i = 0; i < customers.length; i += 1) {
    const customer = customers.at(i);
    if (customer) addTo(tally, customer);
  }
  return tally;
}

/** Counts one more customer. */
export function addTo(
  tally: Tally,
  { price, contract, tenure, churned, complaints, revenue, logins }: Customer,
): void {
  tally.count += 1;
  if (!Number.isNaN(price)) {
    tally.paid += price;
    tally.priceFrom = Math.min(tally.priceFrom, price);
    tally.priceTo = Math.max(tally.priceTo, price);
  }
  if (contract !== TERMS.monthly && !Number.isNaN(contract)) tally.annual += 1;
  if (!Number.isNaN(tenure + churned)) {
    tally.followed += 1;
    tally.churned += churned;
    tally.months += tenure;
    // Who left after two months and a half was not there after the third.
    if (churned > 0) countAt(tally.left, Math.ceil(tenure));
    else countAt(tally.stayed, Math.floor(tenure));
  }
  if (!Number.isNaN(complaints)) {
    tally.heard += 1;
    if (complaints > 0) tally.complained += 1;
  }
  if (!Number.isNaN(revenue)) {
    tally.valued += 1;
    tally.revenue += revenue;
  }
  if (!Number.isNaN(logins)) {
    tally.seen += 1;
    if (logins === 0) tally.inactive += 1;
  }
}

function countAt(counts: number[], place: number): void {
  while (counts.length <= place) counts.push(0);
  counts[place] = (counts[place] ?? 0) + 1;
}

const added = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));

/** The sums over two groups together. */
export function sumOf(a: Tally, b: Tally): Tally {
  return {
    count: a.count + b.count,
    paid: a.paid + b.paid,
    priceFrom: Math.min(a.priceFrom, b.priceFrom),
    priceTo: Math.max(a.priceTo, b.priceTo),
    annual: a.annual + b.annual,
    followed: a.followed + b.followed,
    churned: a.churned + b.churned,
    months: a.months + b.months,
    left: added(a.left, b.left),
    stayed: added(a.stayed, b.stayed),
    heard: a.heard + b.heard,
    complained: a.complained + b.complained,
    valued: a.valued + b.valued,
    revenue: a.revenue + b.revenue,
    seen: a.seen + b.seen,
    inactive: a.inactive + b.inactive,
  };
}
