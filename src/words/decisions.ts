/** Decisions as people say them: how large, and when. */
import { doseOf } from '../model/dose.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Words } from './language.ts';
import type { Numbers } from './numbers.ts';

interface Voice {
  readonly words: Words;
  readonly numbers: Numbers;
}

/** The size of a decision: a change, a level, or from which level to which. */
export function decisionValue(
  { words, numbers }: Voice,
  scenario: Scenario,
  index: number,
): string {
  const decision = scenario.decisions[index];
  if (!decision || decision.kind === 'noticeMail') return words.inputs.sent;
  const size = doseOf(scenario, index);
  if (decision.kind === 'price') return numbers.change(size);
  if (decision.kind !== 'openness') return numbers.percent(size, 1);
  const before = numbers.decimal((decision.level + size) * 100);
  return words.inputs.fromTo(before, numbers.decimal(decision.level * 100));
}

/** When a decision is: a week of the horizon, or how long ago. */
export const decisionWeek = ({ words, numbers }: Voice, week: number): string =>
  week < 0
    ? words.inputs.agoWeeks(-week, numbers.count(-week))
    : words.rail.weekOf(numbers.count(week));
