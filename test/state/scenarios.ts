/** Scenarios as a file would have them: read by the model's own rules. */
import example from '../../public/examples/general-price-rise.json';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';

/** The scenario of the first visit with some of its fields replaced. */
export function scenarioWith(fields: Readonly<Record<string, unknown>> = {}): Scenario {
  return read({ ...example, ...fields });
}

/** An edited scenario as the session would take it; throws what it would say. */
export const taken = (edited: Scenario): Scenario => read(JSON.parse(JSON.stringify(edited)));

function read(input: unknown): Scenario {
  const parsed = parseScenario(input);
  if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('; '));
  return parsed.scenario;
}
