/** The list price, what is announced of it, whom it wakes, and the plans whose price follows it. */
import type { DecisionOf } from '../scenario.ts';
import type { Parameters } from '../parameters.ts';
import { inForce, ofKind } from './entries.ts';
import type { Timed } from './entries.ts';
import { weekly } from './course.ts';
import type { Course, Weekly } from './course.ts';

export const WEEKS_BETWEEN_STEPS = 26;
/** Notice from which on a rise surprises nobody, in weeks. */
const WEEKS_OF_FULL_NOTICE = 4;
const WIN_BACK_ATTENTION = 0.5;

/** What a price decision changes, as a share of the list price: 0.18 is a rise of 18 %. */
export function priceChange(
  { change, newPrice }: Pick<DecisionOf<'price'>, 'change' | 'newPrice'>,
  listPrice: number,
): number {
  if (change !== undefined) return change;
  return newPrice === undefined ? 0 : newPrice / listPrice - 1;
}

/** The list price of a week as it is known in the week `known`, relative to the first price of all. */
type PriceList = (week: number, known: number) => number;

function priceList(entries: readonly Timed<DecisionOf<'price'>>[], today: number): PriceList {
  const changes = entries.map(({ entry, ...times }) => ({
    ...times,
    change: priceChange(entry, today),
    steps: entry.steps ?? 1,
    interval: entry.interval ?? WEEKS_BETWEEN_STEPS,
  }));
  return (week, known) => {
    let price = 1;
    for (const { from, until, undone, change, steps, interval } of changes) {
      const over = week >= until || (week >= undone && known >= undone);
      if (week < from || over) continue;
      const taken = Math.min(steps, 1 + Math.floor((week - from) / interval));
      price *= 1 + (change * taken) / steps;
    }
    return price;
  };
}

export interface PriceTerms {
  readonly course: Course;
  readonly parameters: Parameters;
  /** Today's list price in the unit of newPrice. */
  readonly listPrice: number;
  /** Weeks between announcement and bill. */
  readonly notice: number;
}

interface Prices {
  /** List price of the week before the first one. */
  readonly startPrice: number;
  readonly columns: Readonly<
    Record<
      'P' | 'Pa' | 'PL' | 'PLa' | 'lite' | 'lam' | 'W' | 'WL' | 'WB' | 'gf' | 'Pold',
      Weekly
    >
  >;
}

/** All prices in list prices of the week before week 0, whatever they were before. */
export function compilePrices(
  entries: readonly Timed[],
  { course, listPrice, notice, parameters }: PriceTerms,
): Prices {
  const list = priceList(ofKind(entries, 'price'), listPrice);
  const unit = list(-1, -1);
  const price = (week: number) => list(week, week) / unit;
  const P = weekly(course, price);
  const Pa = weekly(course, (week) => list(week + notice, week) / unit);
  const before = (week: number) => price(week - 1);
  const announced = (week: number) => isAnnounced(list, week, notice, course.first);
  return {
    startPrice: before(course.first),
    columns: {
      P,
      Pa,
      ...litePlan(course, entries, P, Pa),
      ...grandfathering(course, entries, before),
      ...waking(course, entries, P, before, announced, parameters),
      lam: weekly(course, () => surpriseOf(notice, parameters)),
    },
  };
}

const surpriseOf = (notice: number, { surprise }: Parameters) =>
  1 + surprise * Math.max(0, 1 - notice / WEEKS_OF_FULL_NOTICE);

/** Whether a change of price becomes known in a week; in the first one, whatever is known by then. */
function isAnnounced(list: PriceList, week: number, notice: number, first: number): boolean {
  if (notice === 0) return false;
  const compared = week === first ? week : week + notice - 1;
  return list(week + notice, week) !== list(compared, week);
}

function waking(
  course: Course,
  entries: readonly Timed[],
  P: Weekly,
  before: (week: number) => number,
  announced: (week: number) => boolean,
  { wakeMail, wakePrice, wakeSlope }: Parameters,
) {
  const mails = ofKind(entries, 'noticeMail');
  const campaigns = ofKind(entries, 'winBack');
  const change = P.map((price, row) => price - before(course.first + row));
  const W = change.map((moved, row) => {
    const week = course.first + row;
    const mail = announced(week) || mails.some((timed) => inForce(timed, week));
    const bill = moved === 0 ? 0 : wakePrice + wakeSlope * Math.abs(moved);
    return Math.min(1, Math.max(mail ? wakeMail : 0, bill));
  });
  const WL = change.map((moved) => Math.min(1, wakeSlope * Math.max(0, -moved)));
  const WB = weekly(course, (week) =>
    campaigns.some((timed) => inForce(timed, week)) ? WIN_BACK_ATTENTION : 0,
  );
  return { W, WL, WB };
}

function grandfathering(
  course: Course,
  entries: readonly Timed[],
  before: (week: number) => number,
) {
  const [promise] = ofKind(entries, 'grandfathering');
  const kept = (week: number) => promise !== undefined && inForce(promise, week);
  const old = promise === undefined ? 0 : before(promise.from);
  return {
    gf: weekly(course, (week) => (kept(week) ? (promise?.entry.share ?? 0) : 0)),
    Pold: weekly(course, (week) => (kept(week) ? old : 0)),
  };
}

function litePlan(course: Course, entries: readonly Timed[], P: Weekly, Pa: Weekly) {
  const [plan] = ofKind(entries, 'litePlan');
  const lite = weekly(course, (week) => (plan && inForce(plan, week) ? 1 : 0));
  const { price = 0, absolute = false } = plan?.entry ?? {};
  const priced = (list: Weekly) =>
    list.map((full, row) => (lite[row] === 1 ? price * (absolute ? 1 : full) : 0));
  return { lite, PL: priced(P), PLa: priced(Pa) };
}
