/** What the page's controls change in a scenario. Each edit returns a new one and leaves the rest as it is. */
import type { Buffer, Decision, Scenario } from '../../model/scenario.ts';
import { TEMPLATES } from '../../model/templates.ts';
import type { TemplateName } from '../../model/templates.ts';
import { withDecisionSetting } from './decisions.ts';
import { withSetting } from './entry-fields.ts';

/**
 * Another market: its own segments and parameters take the place of those that were there, and what was fitted to
 * the history of the one before is no longer known. What was limited to segments that it does not have reaches
 * those it has, or everybody.
 */
export function withTemplate(scenario: Scenario, template: TemplateName): Scenario {
  const {
    segments: _segments,
    origin: _origin,
    parameters: _parameters,
    fitted: _fitted,
    ...rest
  } = scenario;
  const known = TEMPLATES[template].segments.map(({ name }) => name);
  return {
    ...rest,
    template,
    decisions: rest.decisions.map((decision) => limitedTo(known, decision)),
    buffers: rest.buffers.map((buffer) => limitedTo(known, buffer)),
  };
}

function limitedTo<E extends Decision | Buffer>(known: readonly string[], entry: E): E {
  if (!('segments' in entry) || entry.segments === undefined) return entry;
  const left = entry.segments.filter((name) => known.includes(name));
  return withSetting(entry, 'segments', left.length > 0 ? left : undefined);
}

/** Moves a decision to another week; an end that it has moves along. */
export const withWeek = (scenario: Scenario, index: number, week: number): Scenario =>
  withDecisionSetting(scenario, index, 'week', week);
