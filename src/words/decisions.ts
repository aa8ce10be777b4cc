/** Decisions as people say them: how large, when, and how. */
import { doseOf } from '../model/dose.ts';
import { WEEKS_BETWEEN_STEPS } from '../model/levers/prices.ts';
import type { Decision, Scenario } from '../model/scenario.ts';
import type { Words } from './language.ts';
import type { Numbers } from './numbers.ts';
import { segmentName } from './segments.ts';

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

/** What else there is to know of a decision, in one line; empty where its size and week say it all. */
export function decisionDetail({ words, numbers }: Voice, decision: Decision): string {
  const { details, comma } = words.inputs;
  const { revert } = { revert: undefined, ...decision };
  const segments = 'segments' in decision ? (decision.segments ?? []) : [];
  return [
    ...ownDetails(decision, details, numbers),
    ...(segments.length > 0
      ? [segments.map((name) => segmentName(words, name)).join(comma)]
      : []),
    ...(revert === undefined ? [] : [details.until(numbers.count(revert))]),
  ].join(comma);
}

/** What only a decision of its kind has. */
function ownDetails(
  decision: Decision,
  details: Words['inputs']['details'],
  numbers: Numbers,
): string[] {
  switch (decision.kind) {
    case 'price': {
      const { steps = 1, interval = WEEKS_BETWEEN_STEPS } = decision;
      const apart = numbers.count(interval);
      return steps > 1 ? [details.steps(steps, numbers.count(steps), apart)] : [];
    }
    case 'service':
    case 'ads':
      return decision.ramp === undefined ? [] : [details.ramp(numbers.count(decision.ramp))];
    case 'featureCut':
      return [details.usedBy(numbers.percent(decision.breadth))];
    case 'overPromise': {
      const { share = 1 } = decision;
      return share < 1 ? [details.reached(numbers.percent(share))] : [];
    }
    case 'shock':
      return decision.integrity ? [details.integrity] : [];
    default:
      return [];
  }
}

/** When a decision is: a week of the horizon, or how long ago. */
export const decisionWeek = ({ words, numbers }: Voice, week: number): string =>
  week < 0
    ? words.inputs.agoWeeks(-week, numbers.count(-week))
    : words.rail.weekOf(numbers.count(week));
