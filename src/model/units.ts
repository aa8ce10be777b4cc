/** What the numbers of a scenario are counted in, read off its schema. */
import * as v from 'valibot';
import { keysOf } from './path.ts';
import { ScenarioSchema } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { optionFor } from './surplus.ts';
import type { Node } from './surplus.ts';

/**
 * The unit of an input named by its path: `share of list price` of `decisions[0].change`.
 * @returns undefined for what is no number, or no input of this scenario
 */
export function unitAt(scenario: Scenario, path: string): string | undefined {
  let node: Node | undefined = ScenarioSchema;
  let value: unknown = scenario;
  for (const key of keysOf(path)) {
    const { entries, item } = shapeOf(node, value);
    node = item ?? entries?.[key];
    if (!node) return undefined;
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  }
  const { unit } = v.getMetadata(shapeOf(node, value) as v.GenericSchema);
  return typeof unit === 'string' ? unit : undefined;
}

/** The schema itself, out of what says that it may be absent, and of several kinds that of the value. */
function shapeOf(node: Node, value: unknown): Node {
  if (node.wrapped) return shapeOf(node.wrapped, value);
  return node.type === 'variant' && typeof value === 'object' && value !== null
    ? optionFor(node, value)
    : node;
}
