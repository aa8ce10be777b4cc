/** The decision of a scenario that the questions are about. */
import { selectedDecision } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import { sentenceOf } from '../model/parse.ts';
import type { Scenario } from '../model/scenario.ts';

/**
 * The decision whose size is varied.
 * @throws Error if the scenario has none
 */
export function selectedOf(scenario: Scenario): { index: number; kind: SizedKind } {
  const index = selectedDecision(scenario);
  if (typeof index !== 'number') throw new Error(sentenceOf(index));
  const kind = scenario.decisions[index]?.kind;
  if (!kind || kind === 'noticeMail') throw new RangeError(`decisions[${index}] has no size`);
  return { index, kind };
}
