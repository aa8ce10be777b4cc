/**
 * Where a run begins to break, looked for from a guess on: for questions that ask it of hundreds of runs, each of
 * which is known to tip near another one.
 */
import { lossAgainst } from '../engine/seeded.ts';
import { activeAtEnd } from '../engine/series.ts';
import { tripwireOf } from '../engine/tripwire.ts';
import { isLit } from '../engine/wired-pilot.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { doseAxis } from './cliff.ts';
import { courseOf } from './course.ts';
import type { Job } from './job.ts';
import { tipOf } from './tipping.ts';

/** A size of the selected decision, and what the run loses at it against the do-nothing twin. */
export interface Tried {
  readonly dose: number;
  readonly loss: number;
  /** It holds because a tripwire stopped the decision: what holds by itself lies below, and not above. */
  readonly saved?: boolean;
}

export interface Crossing {
  /**
   * Size at which the loss reaches the threshold; null if it does not up to the largest meaningful size, or up to the
   * sizes that a tripwire stops.
   */
  readonly tip: number | null;
  /** What the guess loses. */
  readonly guess: Tried;
  /** The smallest size tried that breaks or is saved, and the largest below it that holds, as far as there are such. */
  readonly above: Tried | null;
  readonly below: Tried | null;
}

/**
 * The search ends when the tip lies between two sizes this share of the largest meaningful one apart; there the
 * loss is taken to be a straight line. Neighbouring sizes differ by more than that by chance alone.
 */
const WIDTH = 1 / 100;
/** A stride of that width is not split for the sake of a rounding error. */
const ROUNDING = 1e-9;

/**
 * Looks at the guess, goes from there in growing strides to where the run stops breaking, or begins to, and then
 * narrows that down. Of a run that breaks, holds and breaks again it finds the crossing next to the guess. A size
 * that a tripwire saves lies above the sizes that break, if any do.
 *
 * @param lossAt loss of the run at a size
 * @param guess 0 to `limit`
 * @param stride first step away from the guess, above 0; each is twice the one before
 * @param threshold loss that counts as a mass exit
 * @param isStopped whether a tripwire stopped the decision at a size that was looked at
 */
export function crossingNear(
  lossAt: (dose: number) => number,
  guess: number,
  stride: number,
  limit: number,
  threshold: number,
  isStopped: (dose: number) => boolean = () => false,
): Crossing {
  const tryAt = (dose: number): Tried => {
    const loss = lossAt(dose);
    return { dose, loss, ...(loss < threshold && isStopped(dose) && { saved: true }) };
  };
  const first = tryAt(guess);
  const bracket = bracketFrom(first, tryAt, stride, limit, threshold);
  const { below = null, above = null } = narrowed(bracket, tryAt, limit, threshold);
  const breaking = above?.saved ? null : above;
  const tip = breaking && (below ? between(below, breaking, threshold) : breaking.dose);
  return { tip, guess: first, above, below };
}

/** It breaks, or would if nothing had stopped the decision. */
const isOver = ({ loss, saved = false }: Tried, threshold: number): boolean =>
  saved || loss >= threshold;

/** Of two sizes the smaller one holds; where there is none the run breaks at 0, or holds at the limit. */
interface Bracket {
  readonly below?: Tried;
  readonly above?: Tried;
}

function bracketFrom(
  first: Tried,
  tryAt: (dose: number) => Tried,
  stride: number,
  limit: number,
  threshold: number,
): Bracket {
  const down = isOver(first, threshold);
  const end = down ? 0 : limit;
  let last = first;
  for (let step = stride; last.dose !== end; step *= 2) {
    const next = tryAt(
      down ? Math.max(0, last.dose - step) : Math.min(limit, last.dose + step),
    );
    if (isOver(next, threshold) !== down)
      return down ? { below: next, above: last } : { below: last, above: next };
    last = next;
  }
  return down ? { above: last } : { below: last };
}

/** Narrows it down by false position, never by less than a quarter. */
function narrowed(
  bracket: Bracket,
  tryAt: (dose: number) => Tried,
  limit: number,
  threshold: number,
): Bracket {
  let { below, above } = bracket;
  while (below && above && above.dose - below.dose > (WIDTH + ROUNDING) * limit) {
    const width = above.dose - below.dose;
    // What is lost at a size that was stopped says nothing of where it began to be.
    const place = above.saved ? 0.5 : (between(below, above, threshold) - below.dose) / width;
    const next = tryAt(below.dose + width * Math.min(0.75, Math.max(0.25, place)));
    if (isOver(next, threshold)) above = next;
    else below = next;
  }
  return { ...(below && { below }), ...(above && { above }) };
}

/** Where a straight line between two losses reaches the threshold. */
function between(below: Tried, above: Tried, threshold: number): number {
  const share = (threshold - below.loss) / (above.loss - below.loss);
  return below.dose + share * (above.dose - below.dose);
}

/** What a run does at the decision's own size. */
export interface AtSize {
  readonly loss: number;
  /** It ends in a mass exit. */
  readonly breaks: boolean;
}

/** A tip as far as it is known, and the decision's own size where the tip does not tell what becomes of it. */
export interface Tip {
  /** 0 if the run breaks without the decision, null if it does not break up to the largest meaningful size. */
  readonly tip: number | null;
  /** Simulated where the size lies outside the sizes searched, or the run breaks without the decision; else null. */
  readonly atSize?: AtSize | null | undefined;
  /**
   * Whether it breaks at the decision's own size, simulated where the tip does not tell: where the size lies between
   * the two around the tip, which is only as exact as these are close, and where a tripwire may save it; else null.
   */
  readonly breaks?: boolean | null | undefined;
}

/** Whether a run breaks at the decision's size. */
export const breaksAtSize = ({ tip, atSize, breaks }: Tip, size: number): boolean =>
  atSize?.breaks ?? breaks ?? (tip !== null && tip <= size);

/** What one seed of a scenario does. */
export interface SeedCrossing extends Crossing, Tip {
  readonly tip: number | null;
  /** Customers of the do-nothing twin at the horizon. */
  readonly twinActive: number;
  /** What customers do week by week at the sizes that it was looked at, as a number each. */
  readonly courses: readonly { readonly dose: number; readonly course: number }[];
  /** It does what was known of it, to the customer. */
  readonly unchanged: boolean;
}

export interface Search {
  readonly guess: number;
  /** First step away from the guess. */
  readonly stride: number;
  /**
   * What the seed does under other assumptions. If at the guess, and at the decision's size where that is known, as
   * many customers leave and complain in every week, and as many are left without a decision, what was changed is
   * taken to change nothing, and the search ends. The number of customers at the end alone would not do: among some
   * hundred of them it is the same by chance in one case of ten.
   */
  readonly known?: SeedCrossing | undefined;
}

/** One seed's tip, looked for from a guess on. */
export const crossingJob: Job<[scenario: Scenario, run: number, search: Search], SeedCrossing> =
  {
    name: 'crossing',
    perform(lab, scenario, run, { guess: wanted, stride, known }) {
      const { limit, size } = lab.study(scenario);
      const guess = Math.min(limit, Math.max(0, wanted));
      const outside = size < 0 || size > limit;
      const doses = outside ? [guess, limit, size] : [guess, limit];
      const seeded = lab.seed(scenario, run, doses, 'events');
      const { twinActive } = seeded;
      const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
      const courses = new Map<number, number>();
      const wire = tripwireOf(scenario);
      const stopped = new Set<number>();
      const lossAt = (dose: number): number => {
        const series = seeded.watch(dose);
        courses.set(dose, courseOf(series));
        if (wire && isLit(series, wire)) stopped.add(dose);
        return lossAgainst(twinActive, activeAtEnd(series));
      };
      const first = lossAt(guess);
      const again = (dose: number): boolean => courses.get(dose) === courseKnown(known, dose);
      if (known && twinActive === known.twinActive && again(guess)) {
        if (known.atSize && !courses.has(size)) lossAt(size);
        if (!known.atSize || again(size)) return { ...known, unchanged: true };
      }
      const anyLoss = (dose: number) => (dose === guess ? first : lossAt(dose));
      const isStopped = (dose: number) => stopped.has(dose);
      const near = crossingNear(anyLoss, guess, stride, limit, threshold, isStopped);
      // Stopped by chance at a size that would hold: only all sizes tell whether it breaks at a larger one.
      const crossing = near.above?.saved
        ? {
            ...near,
            tip: tipOf(anyLoss, doseAxis(scenario).doses, limit, threshold, 'sweep').tip,
          }
        : near;
      const untold = outside || crossing.tip === 0 || known?.atSize;
      const atSize = untold ? anyLoss(size) : null;
      const { below, above } = crossing;
      const isBetween = below && above && below.dose < size && size < above.dose;
      const mayBeSaved = wire && crossing.tip !== null && crossing.tip <= size;
      return {
        ...crossing,
        atSize: atSize === null ? null : { loss: atSize, breaks: atSize >= threshold },
        breaks:
          (isBetween || mayBeSaved) && atSize === null ? anyLoss(size) >= threshold : null,
        courses: [...courses].map(([dose, course]) => ({ dose, course })),
        twinActive,
        unchanged: false,
      };
    },
  };

const courseKnown = (known: SeedCrossing | undefined, wanted: number): number | undefined =>
  known?.courses.find(({ dose }) => dose === wanted)?.course;
