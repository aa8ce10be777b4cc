/** One customer's run, week by week: what the page of equations says each week did to them. */
import { Follower } from '../../engine/follow.ts';
import type { FollowedWeek, Moment, Person } from '../../engine/follow.ts';
import type { Kernel } from '../../engine/kernel.ts';
import type { Study } from '../../engine/study.ts';
import { Walk } from '../../engine/walk.ts';
import { ACTIVE, LEFT } from '../../model/customer.ts';
import type { MarginTerms, Situation, TrustTerms } from '../../model/customer.ts';
import { week as page } from '../../model/week.ts';

/** What moved trust: the terms of the page, and what became of complaints and of an attempt to cancel. */
export type TrustChanges = TrustTerms & {
  readonly complaints: number;
  readonly saveDesk: number;
};
export type TrustCause = keyof TrustChanges;

export type Answer = 'well' | 'badly' | 'never';

/** A week of somebody who was a customer at its start. Money is in today's list prices, trust in 0..1. */
export interface Entry {
  readonly week: number;
  /** Trust at its start and its end; the changes add up to the difference, but for the limits of trust. */
  readonly from: number;
  readonly to: number;
  readonly toTrust: TrustChanges;
  /** Net advantage of staying, and with the cost of switching the margin to leaving; what it consists of. */
  readonly u: number;
  readonly margin: number;
  readonly toMargin: MarginTerms;
  readonly given: Situation;
  /** Price billed at its start and its end. */
  readonly price: readonly [number, number];
  /** Friends who were customers in week 0 and have left. */
  readonly friendsGone: number;
  readonly complained: boolean;
  /** Complaints settled in this week: the weeks they were made in, and how. */
  readonly answers: readonly { readonly since: number; readonly answer: Answer }[];
  /** What the save desk made of an attempt to cancel, if there was one. */
  readonly desk: 'heldUp' | 'listened' | null;
  /** Would leave, and waits for the renewal of the plan. */
  readonly pending: boolean;
  readonly onLite: boolean;
  readonly paused: boolean;
  /** Why the customer left in this week; null if they did not. */
  readonly left: Reason | null;
}

/** Trust was below the breaking point; the offer was no longer worth it; or neither, as happens every week. */
export type Reason = 'trust' | 'price' | 'everyday';
const REASONS: readonly Reason[] = ['trust', 'price', 'everyday'];

/** What the kernel's single precision can make of no change of trust at all. */
const ROUNDING = 1e-5;

export interface Diary {
  readonly person: Person;
  /** At the start of week 0. */
  readonly start: Moment;
  readonly weeks: number;
  /** Friends: people at the other end of ties who were customers at the start of week 0. */
  readonly friends: number;
  /** From week 0 on, up to the first leaving. */
  readonly entries: readonly Entry[];
  /** The last week in which the customer came back, if they are one at the end. */
  readonly returned: number | null;
}

/**
 * @param dose size of the selected decision
 * @throws RangeError unless the id is that of a customer of week 0
 */
export function diaryOf(
  kernel: Kernel,
  study: Study,
  run: number,
  dose: number,
  id: number,
): Diary {
  const walk = new Walk(kernel, study, run, dose);
  const follower = new Follower(kernel, study.market, walk, id);
  const { person } = follower;
  while (walk.done < walk.historyWeeks) walk.step();
  const start = follower.moment();
  if (start.state.st !== ACTIVE)
    throw new RangeError(
      `id: received ${id}, expected the id of a customer of week 0, such as ${customerNear(kernel, id)}`,
    );
  const status = kernel.states('st', person.ties);
  const friends = person.ties.filter((_, i) => status[i] === ACTIVE);
  const entries: Entry[] = [];
  let returned: number | null = null;
  let loyal = true;
  for (let before = start; walk.done < walk.weeks;) {
    const followed = follower.step();
    const week = followed.t - walk.historyWeeks;
    if (loyal) entries.push(entryOf(week, followed, before, goneOf(kernel, friends)));
    const on = followed.after.state.st === ACTIVE;
    if (!on) [loyal, returned] = [false, null];
    else if (before.state.st !== ACTIVE) returned = week;
    before = followed.after;
  }
  return {
    ...{ person, start, entries, returned },
    ...{ weeks: walk.weeks - walk.historyWeeks, friends: friends.length },
  };
}

/** The customer with the nearest id. */
function customerNear(kernel: Kernel, id: number): number {
  const ids = Array.from(kernel.states('st'), (st, at) => (st === ACTIVE ? at : Infinity));
  return ids.reduce((best, at) => (Math.abs(at - id) < Math.abs(best - id) ? at : best));
}

const goneOf = (kernel: Kernel, friends: readonly number[]): number =>
  kernel.states('st', friends).filter((st) => st === LEFT).length;

function entryOf(
  week: number,
  { t, given, after }: FollowedWeek,
  before: Moment,
  friendsGone: number,
): Entry {
  const { next, u, margin, toMargin, toTrust, pending } = page(given);
  const history = t - week;
  const desk = deskOf(before, after);
  const saveDesk = desk ? deskEffect(desk, next.T, given) : 0;
  const done = settled(t, before, after);
  // What the page and the save desk leave of the change is what the answers did.
  const complaints = done.length > 0 ? after.state.T - next.T - saveDesk : 0;
  const answers = done.map((since) => ({
    since: since - history,
    answer: answerTo(t - since, complaints, given),
  }));
  return {
    ...{ week, from: given.was.T, to: after.state.T, u, margin, toMargin, given, friendsGone },
    toTrust: { ...toTrust, complaints, saveDesk },
    price: [before.state.pp, after.state.pp],
    complained: after.nV > before.nV,
    ...{ answers, desk, pending },
    onLite: after.state.plan === 1,
    paused: after.state.pz > 0,
    left: after.state.st === ACTIVE ? null : (REASONS[after.reason - 1] ?? 'everyday'),
  };
}

/** An attempt to cancel that did not end in leaving was held up or listened to. */
function deskOf(before: Moment, after: Moment): Entry['desk'] {
  if (after.nE === before.nE || after.state.st !== ACTIVE) return null;
  return after.blocked > before.blocked ? 'heldUp' : 'listened';
}

function deskEffect(did: 'heldUp' | 'listened', T: number, { par }: Situation): number {
  if (did === 'listened') return par.listenGain * (1 - T);
  return Math.max(0.001, T - par.deskFriction) - T;
}

/**
 * Weeks of the complaints that stopped waiting in week t: those from before, and one made and answered in it. To
 * those who left nobody answers any more.
 */
function settled(t: number, before: Moment, after: Moment): number[] {
  if (after.state.st !== ACTIVE) return [];
  const made = after.nV > before.nV ? [...before.waiting, t] : before.waiting;
  return made.filter((week) => !after.waiting.includes(week));
}

/** @param waited weeks; @param effect what the week's answers did to trust */
function answerTo(waited: number, effect: number, { par }: Situation): Answer {
  if (waited > par.patience) return 'never';
  return effect > ROUNDING ? 'well' : 'badly';
}
