/** What is done for customers, or to keep them: repair, explanation, openness, desk, support. */
import type { Parameters } from '../parameters.ts';
import { levels, weekly, weeklyLevel, weeklySum } from './course.ts';
import type { Course, Weekly } from './course.ts';
import { inForce, ofKind } from './entries.ts';
import type { Timed } from './entries.ts';
import type { SegmentLever } from './table.ts';

export const OPENNESS_AT_REST = 0.2;
/** Share of compensation and apology that counts after a breach of integrity (MODEL.md 7.1). */
const LEFT_AFTER_A_BREACH = 0.4;
const HOURS_A_WEEK = 168;

export function compileCare(
  course: Course,
  entries: readonly Timed[],
  parameters: Parameters,
  message: Weekly,
): Partial<Record<SegmentLever, Weekly>> {
  const openness = levels(ofKind(entries, 'openness'), ({ level }) => level);
  const lockIn = levels(ofKind(entries, 'lockIn'), ({ level }) => level);
  const outreach = levels(ofKind(entries, 'outreach'), ({ level }) => level);
  return {
    ...repair(course, entries, parameters),
    ...cancelling(course, entries),
    ...pause(course, entries),
    e: explanation(course, entries, parameters, message),
    x: weeklyLevel(course, openness, OPENNESS_AT_REST),
    lock: weeklyLevel(course, lockIn, 0),
    o: weeklyLevel(course, outreach, 0),
  };
}

function repair(
  course: Course,
  entries: readonly Timed[],
  { compGain, apolGain }: Parameters,
): { credit: Weekly; rep: Weekly } {
  const breach = ofKind(entries, 'shock').some(
    ({ entry, from, undone }) => entry.integrity === true && entry.size > 0 && from < undone,
  );
  const counted = breach ? LEFT_AFTER_A_BREACH : 1;
  const paid = weeklySum(course, ofKind(entries, 'compensation'), (entry) => entry.credit);
  const credit = paid.map((sum) => Math.min(1, sum));
  const apology = weeklySum(course, ofKind(entries, 'apology'), ({ strength }) => strength);
  const rep = credit.map(
    (share, row) => counted * (compGain * Math.sqrt(share) + apolGain * (apology[row] ?? 0)),
  );
  return { credit, rep };
}

/** Losses explained: one message on all channels strengthens an explanation, but never beyond 95 %. */
function explanation(
  course: Course,
  entries: readonly Timed[],
  { explain, msgExp }: Parameters,
  message: Weekly,
): Weekly {
  const given = levels(ofKind(entries, 'explanation'), ({ strength }) => strength);
  return weeklyLevel(course, given, 0).map((strength, row) => {
    const together = message[row] ?? 0;
    if (together === 0) return strength;
    return Math.min(0.95 / explain, strength * (1 + msgExp * together));
  });
}

/** Friction and an obstructing desk hold customers up; a desk that listens does not. */
function cancelling(course: Course, entries: readonly Timed[]): { D: Weekly; Li: Weekly } {
  const desks = ofKind(entries, 'saveDesk');
  const deskOf = (mode: 'obstruct' | 'listen') =>
    levels(desks, (desk) => (desk.mode === mode ? desk.strength : 0));
  const friction = levels(ofKind(entries, 'friction'), ({ level }) => level);
  const obstructing = weeklyLevel(course, deskOf('obstruct'), 0);
  const D = weeklyLevel(course, friction, 0).map(
    (level, row) => 1 - (1 - (obstructing[row] ?? 0)) * (1 - level),
  );
  return { D, Li: weeklyLevel(course, deskOf('listen'), 0) };
}

function pause(course: Course, entries: readonly Timed[]): { pzW: Weekly; pzP: Weekly } {
  const [offer] = ofKind(entries, 'pause');
  const offered = (value: number) =>
    weekly(course, (week) => (offer && inForce(offer, week) ? value : 0));
  return { pzW: offered(offer?.entry.weeks ?? 0), pzP: offered(offer?.entry.price ?? 0) };
}

/** Answers per 1000 customers and week for those whom the entries reach. */
export function capacity(
  course: Course,
  entries: readonly Timed[],
  service: Weekly,
  { cap }: Parameters,
): Weekly {
  const desks = levels(ofKind(entries, 'capacity'), ({ multiplier }) => multiplier);
  return weeklyLevel(course, desks, 1).map(
    (multiplier, row) => cap * multiplier * (1 - 0.4 * (service[row] ?? 0)),
  );
}

/** Factor on all public talk: an early answer in a crisis halves it, one message damps it further. */
export function calm(
  course: Course,
  entries: readonly Timed[],
  { msgCalm }: Parameters,
  message: Weekly,
): Weekly {
  const answers = ofKind(entries, 'crisisResponse');
  return weekly(course, (week) => {
    const answer = answers.findLast((timed) => inForce(timed, week));
    const weeksSince = answer ? week - answer.from + 1 - answer.entry.hours / HOURS_A_WEEK : 0;
    return 1 - 0.5 * Math.min(1, Math.max(0, weeksSince));
  }).map((factor, row) => factor * (1 - msgCalm * (message[row] ?? 0)));
}
