/**
 * One week of the kernel against the page of equations.
 *
 * The kernel computes in float32, whose rounding is 6e-8 of the larger operand; a week chains some thirty
 * operations. So two numbers agree if they differ by at most 5e-7 of what was added up to make them (not of
 * the result, which may be a small difference of large terms). A hazard passes through the sigmoid, which
 * can be as steep as 1/kappa: there the rounding of the margin is carried through.
 */
import type { Situation, Week } from '../../src/model/customer.ts';
import type { Case, Outcome } from './cases.ts';

export type Page = (situation: Situation) => Week;

/** A week of a whole market. */
export interface Staged {
  readonly cases: readonly Case[];
  /** How many wait for their renewal: the kernel only counts them. */
  readonly pending: number;
}

const EPSILON = 5e-7;
const sizeOf = (terms: Readonly<Record<string, number>>) =>
  Object.values(terms).reduce((total, term) => total + Math.abs(term), 0);

/** How far the kernel may lie from the page in each number. */
function tolerances(given: Situation, page: Week): Record<string, number> {
  const { who, was, par, all } = given;
  const T = EPSILON * (was.T + page.next.T + sizeOf(page.toTrust));
  const margin = EPSILON * (sizeOf(page.toMargin) + who.v);
  const hazard = hazardTolerance(given, page, margin);
  const cry = who.voice * par.cv * all.nc * 2 * T;
  return {
    ...{ T, u: margin, margin, pay: EPSILON * Math.abs(page.pay) },
    att: EPSILON * (1 + par.wakeSoc * was.dm),
    H: EPSILON * page.next.H + hazard,
    Hd: EPSILON * page.next.Hd + hazard,
    V: EPSILON * page.next.V + cry,
    ...{ r: EPSILON * (was.r + page.next.pp), pp: EPSILON * page.next.pp },
    ...{ xl: EPSILON * was.xl, dm: EPSILON * was.dm },
    ...{ nl: 0, E: 0, Vt: 0, st: 0, hold: 0, plan: 0, pz: 0 },
  };
}

/** What the rounding of margin and sigmoid makes of the weekly hazard. */
function hazardTolerance({ was, par, who }: Situation, page: Week, margin: number): number {
  const on = was.st === 0;
  const y = ((on ? -1 : 1) * page.margin) / par.kappa;
  const dy = (margin + EPSILON * Math.abs(page.margin)) / par.kappa;
  const squared = (at: number) => (0.5 * (1 + at / Math.sqrt(1 + at * at))) ** 2;
  const slope = Math.max(squared(y + dy) - squared(y), squared(y) - squared(y - dy));
  const rounding = slope + EPSILON * (Math.sqrt(squared(y)) + EPSILON);
  const most = on
    ? par.h1 * (1 + par.chi * was.xl * Math.min(1, par.k * who.id))
    : par.hw + par.ha * (1 + par.ref);
  return most * rounding;
}

function differenceFrom(given: Situation, made: Outcome, page: Week): string | undefined {
  const limits = tolerances(given, page);
  const ours: Record<string, number> = {
    ...page.next,
    u: page.u,
    margin: page.margin,
    pay: page.pay,
  };
  const theirs: Record<string, number> = {
    ...made.next,
    u: made.u,
    margin: made.margin,
    pay: made.pay,
  };
  for (const [name, limit] of Object.entries(limits)) {
    const [mine, its] = [ours[name] ?? NaN, theirs[name] ?? NaN];
    if (!(Math.abs(mine - its) <= limit))
      return `${name}: page ${mine}, kernel ${its}, within ${limit}`;
  }
  const { H, E, V, Vt } = page.next;
  if (page.event !== made.event && Math.abs(H - E) > (limits.H ?? 0))
    return `event: page ${page.event}, kernel ${made.event}, H ${H}, E ${E}`;
  if (page.complaint !== made.complaint && Math.abs(V - Vt) > (limits.V ?? 0))
    return `complaint: page ${page.complaint}, kernel ${made.complaint}, V ${V}, Vt ${Vt}`;
  return undefined;
}

const NUDGED = ['T', 'att', 'r', 'pp'] as const;
const NUDGED_TRAITS = ['v', 'a', 'imp'] as const;

/**
 * Whether a comparison was so close that rounding decided it: then the page comes to the kernel's answer
 * from an input that is different by no more than rounding.
 */
function isOnTheEdge(given: Situation, made: Outcome, page: Page): boolean {
  return nudged(given).some(
    (situation) => differenceFrom(situation, made, page(situation)) === undefined,
  );
}

function nudged(given: Situation): Situation[] {
  const { who, was } = given;
  return [1 - EPSILON / 4, 1 + EPSILON / 4].flatMap((factor) => [
    ...NUDGED.map((name) => ({ ...given, was: { ...was, [name]: was[name] * factor } })),
    ...NUDGED_TRAITS.map((name) => ({ ...given, who: { ...who, [name]: who[name] * factor } })),
  ]);
}

/** Where the kernel differs from the page beyond rounding, in words; undefined if nowhere. */
export function difference({ cases, pending }: Staged, page: Page): string | undefined {
  let waiting = 0;
  for (const { given, made } of cases) {
    const expected = page(given);
    const found = differenceFrom(given, made, expected);
    if (found !== undefined && !isOnTheEdge(given, made, page))
      return `${found}\n${JSON.stringify(given)}`;
    if (expected.pending) waiting++;
  }
  return waiting === pending ? undefined : `pending: page ${waiting}, kernel ${pending}`;
}
