/** What the page's controls change in a scenario. Each edit returns a new one and leaves the rest as it is. */
import type { Decision, DecisionOf, Scenario } from '../model/scenario.ts';
import type { TemplateName } from '../model/templates.ts';

const FIRST_RISE = 0.1;
const FIRST_WEEK = 8;

/** Another market: its own segments and parameters take the place of those that were there. */
export function withTemplate(scenario: Scenario, template: TemplateName): Scenario {
  const { segments: _segments, parameters: _parameters, ...rest } = scenario;
  return { ...rest, template };
}

/** Moves a decision to another week; an end that it has moves along. */
export function withWeek(scenario: Scenario, index: number, week: number): Scenario {
  return changed(scenario, index, (decision) =>
    'revert' in decision && decision.revert !== undefined
      ? { ...decision, week, revert: decision.revert + week - decision.week }
      : { ...decision, week },
  );
}

/** Makes a price change in equal steps, `interval` weeks apart. */
export function withSteps(
  scenario: Scenario,
  index: number,
  steps: number,
  interval: number,
): Scenario {
  return changed(scenario, index, (decision) => {
    if (decision.kind !== 'price') return decision;
    const { steps: _steps, interval: _interval, ...once } = decision;
    return steps > 1 ? { ...once, steps, interval } : once;
  });
}

/** Sets the weeks between announcement and bill; 0 takes the notice away. */
export function withNotice(scenario: Scenario, weeks: number): Scenario {
  const others = scenario.buffers.filter((buffer) => buffer.kind !== 'notice');
  return { ...scenario, buffers: weeks > 0 ? [{ kind: 'notice', weeks }, ...others] : others };
}

export const noticeOf = (scenario: Scenario): number =>
  scenario.buffers.find((buffer) => buffer.kind === 'notice')?.weeks ?? 0;

/** Adds a price rise of a tenth and selects it. */
export function withPriceRise(scenario: Scenario): Scenario {
  const rise: DecisionOf<'price'> = {
    kind: 'price',
    week: Math.min(FIRST_WEEK, scenario.horizon - 1),
    change: FIRST_RISE,
  };
  const decisions = [...scenario.decisions, rise];
  return { ...scenario, decisions, selected: decisions.length - 1 };
}

function changed(
  scenario: Scenario,
  index: number,
  change: (decision: Decision) => Decision,
): Scenario {
  const decisions = scenario.decisions.map((decision, i) =>
    i === index ? change(decision) : decision,
  );
  return { ...scenario, decisions };
}
