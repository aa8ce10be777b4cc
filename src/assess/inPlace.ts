/** Whether a scenario has a buffer already, and the scenario with it in the place of weaker ones. */
import { endWeek, firstWeek, reaches } from '../model/levers/entries.ts';
import { segmentsOf } from '../model/scenario.ts';
import type { Buffer, Scenario } from '../model/scenario.ts';

/** A buffer that comes this many weeks later still serves the same decision. */
const GRACE_WEEKS = 4;

/** Kinds of which a scenario has one at most. */
const ONCE: readonly Buffer['kind'][] = ['notice', 'grandfathering', 'litePlan', 'pause'];

/**
 * The scenario with a buffer, in the place of weaker ones of its kind that are planned from `from` on; what was done
 * before stays done.
 * @param from first week of what is planned, at least 0
 * @returns null if the one of its kind that holds then is as strong and reaches as many
 */
export function withBuffer(scenario: Scenario, buffer: Buffer, from: number): Scenario | null {
  if (isInPlace(scenario, buffer)) return null;
  const givesWay = (other: Buffer): boolean =>
    other.kind === buffer.kind &&
    (ONCE.includes(buffer.kind) || (firstWeek(other) >= from && !isAsStrong(other, buffer)));
  const others = scenario.buffers.filter((other) => !givesWay(other));
  return { ...scenario, buffers: [...others, buffer] };
}

function isInPlace(scenario: Scenario, buffer: Buffer): boolean {
  const week = firstWeek(buffer);
  const holding = scenario.buffers
    .filter(({ kind }) => kind === buffer.kind)
    .filter((other) => firstWeek(other) <= week + GRACE_WEEKS)
    .filter((other) => endWeek(other, firstWeek(other)) > week)
    .reduce<Buffer | null>(laterOf, null);
  if (!holding || !isAsStrong(holding, buffer)) return false;
  return segmentsOf(scenario).every(
    ({ name }) => reaches(holding, name) || !reaches(buffer, name),
  );
}

const laterOf = (one: Buffer | null, other: Buffer): Buffer =>
  one && firstWeek(one) > firstWeek(other) ? one : other;

/** Lite plans and pauses are not compared: the one that there is stays as it is. */
function isAsStrong(held: Buffer, wanted: Buffer): boolean {
  switch (wanted.kind) {
    case 'notice':
      return held.kind === wanted.kind && held.weeks >= wanted.weeks;
    case 'explanation':
    case 'oneMessage':
    case 'opinionLeaders':
      return held.kind === wanted.kind && held.strength >= wanted.strength;
    case 'saveDesk':
      return (
        held.kind === wanted.kind &&
        held.mode === wanted.mode &&
        held.strength >= wanted.strength
      );
    case 'crisisResponse':
      return held.kind === wanted.kind && held.hours <= wanted.hours;
    case 'empowerment':
    case 'outreach':
      return held.kind === wanted.kind && held.level >= wanted.level;
    case 'capacity':
      return held.kind === wanted.kind && held.multiplier >= wanted.multiplier;
    case 'grandfathering':
      return (
        held.kind === wanted.kind && held.share >= wanted.share && held.weeks >= wanted.weeks
      );
    case 'compensation':
      return (
        held.kind === wanted.kind &&
        held.credit >= wanted.credit &&
        endWeek(held, 0) >= endWeek(wanted, 0)
      );
    case 'apology':
      return (
        held.kind === wanted.kind &&
        held.kept &&
        held.strength >= wanted.strength &&
        held.weeks >= wanted.weeks
      );
    default:
      return held.kind === wanted.kind;
  }
}
