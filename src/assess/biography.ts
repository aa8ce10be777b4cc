/** Question 13: why did this customer stay or leave? */
import { MONTHLY } from '../model/customer.ts';
import type { Scenario } from '../model/scenario.ts';
import { diaryOf } from './biography/diary.ts';
import type { Diary, TrustCause } from './biography/diary.ts';
import type { TurningPoint } from './biography/story.ts';
import { turningPoints } from './biography/turningPoints.ts';
import { sumsOf } from './biography/trust.ts';
import type { Job } from './job.ts';

/** Who the customer is, at the start of week 0. */
export interface Portrait {
  /** Index of the segment within the scenario. */
  readonly segment: number;
  /** Served in person. */
  readonly vip: boolean;
  /** First week from week 0 on in which an annual plan renews; null for a monthly plan. */
  readonly renewal: number | null;
  /** Price billed a month, in today's list prices; and the revenue from it in the same unit. */
  readonly price: number;
  readonly revenue: number;
  /** People this customer knows in the market, and how many of them are customers. */
  readonly ties: number;
  readonly friends: number;
  /** 0..1. */
  readonly trust: number;
  readonly breakingPoint: number;
}

export interface Biography {
  readonly run: number;
  /** Size of the selected decision. */
  readonly size: number;
  readonly id: number;
  readonly who: Portrait;
  /** One to four, in the order of their weeks; the last is how it ended. */
  readonly points: readonly TurningPoint[];
  /**
   * What each cause did to trust from week 0 until the customer left, or the end. Together they are what it changed
   * by, but for the limits of trust.
   */
  readonly toTrust: Readonly<Record<TrustCause, number>>;
}

/**
 * One customer of one seed at one size. Rejects with a RangeError unless the id is that of a customer of week 0.
 */
export const biographyJob: Job<
  [scenario: Scenario, run: number, size: number, id: number],
  Biography
> = {
  name: 'biography',
  perform(lab, scenario, run, size, id) {
    const diary = diaryOf(lab.kernel, lab.study(scenario), run, size, id);
    const toTrust = Object.fromEntries(sumsOf(diary.entries)) as Record<TrustCause, number>;
    return {
      ...{ run, size, id },
      ...{ who: portraitOf(diary), points: turningPoints(diary), toTrust },
    };
  },
};

function portraitOf({ person, start, friends, entries }: Diary): Portrait {
  const { traits, segment, ties, arpu } = person;
  const { pp, T } = start.state;
  const first = entries[0];
  // Renewals follow the year of the simulation, which begins with the history.
  const today = first ? first.given.all.t - first.week : 0;
  return {
    ...{ segment, vip: traits.bond === 1, ties: ties.length, friends },
    renewal: traits.ph === MONTHLY ? null : (((traits.ph - today) % 52) + 52) % 52,
    ...{ price: pp, revenue: pp * arpu, trust: T, breakingPoint: traits.A },
  };
}
