import { describe, expect, test } from 'vitest';
import example from '../../public/examples/general-price-rise.json';
import { parseScenario } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import {
  noticeOf,
  withNotice,
  withPriceRise,
  withSteps,
  withTemplate,
  withWeek,
} from '../../src/state/edits.ts';

function parsed(input: unknown): Scenario {
  const result = parseScenario(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

const scenario = parsed(example);

describe('an edit', () => {
  test.each([
    ['template', withTemplate(scenario, 'telco')],
    ['week', withWeek(scenario, 0, 20)],
    ['steps', withSteps(scenario, 0, 3, 13)],
    ['notice', withNotice(scenario, 12)],
    ['no notice', withNotice(scenario, 0)],
    ['another rise', withPriceRise(scenario)],
  ])('of the %s leaves a scenario that holds, and the old one as it was', (_name, edited) => {
    expect(parseScenario(edited).ok).toBe(true);
    expect(edited).not.toEqual(scenario);
    expect(scenario).toEqual(parsed(example));
  });

  test('of the template takes its own segments and parameters', () => {
    const own = parsed({
      ...example,
      segments: [{ name: 'mine', share: 1 }],
      parameters: { h0: 0.01 },
    });
    const edited = withTemplate(own, 'saas');
    expect([edited.template, edited.segments, edited.parameters]).toEqual([
      'saas',
      undefined,
      undefined,
    ]);
  });

  test('of the week moves the end along', () => {
    const ending = parsed({
      ...example,
      decisions: [{ kind: 'price', week: 8, change: 0.2, revert: 30 }],
    });
    expect(withWeek(ending, 0, 18).decisions[0]).toMatchObject({ week: 18, revert: 40 });
  });

  test('to one step needs no interval', () => {
    const stepped = withSteps(scenario, 0, 3, 13);
    expect(stepped.decisions[0]).toMatchObject({ steps: 3, interval: 13 });
    expect(withSteps(stepped, 0, 1, 13).decisions[0]).toEqual(scenario.decisions[0]);
  });

  test('of the notice is read back', () => {
    expect([0, 4, 12].map((weeks) => noticeOf(withNotice(scenario, weeks)))).toEqual([
      0, 4, 12,
    ]);
    expect(withNotice(withNotice(scenario, 9), 2).buffers).toHaveLength(1);
  });

  test('that adds a rise selects it', () => {
    const empty = parsed({ ...example, decisions: [] });
    const edited = withPriceRise(empty);
    expect(edited.decisions[edited.selected ?? -1]?.kind).toBe('price');
  });
});
