import { describe, expect, test } from 'vitest';
import { withTemplate, withWeek } from '../../../src/state/edits/edits.ts';
import { scenarioWith, taken } from '../scenarios.ts';

describe('another template', () => {
  test('takes its own segments and parameters', () => {
    const own = scenarioWith({
      segments: [{ name: 'mine', share: 1 }],
      origin: { rows: 10, leftOut: 1 },
      parameters: { h0: 0.01 },
    });
    const { template, segments, origin, parameters } = taken(withTemplate(own, 'saas'));
    expect([template, segments, origin, parameters]).toEqual([
      'saas',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('keeps what was limited to segments that it does not have, for those it has', () => {
    const limited = scenarioWith({
      decisions: [{ kind: 'price', week: 8, change: 0.2, segments: ['budget', 'vip'] }],
      buffers: [{ kind: 'compensation', week: 8, credit: 0.1, segments: ['budget'] }],
    });
    const there = taken(withTemplate(limited, 'telco'));
    expect(there.decisions).toEqual([{ kind: 'price', week: 8, change: 0.2 }]);
    expect(there.buffers).toEqual([{ kind: 'compensation', week: 8, credit: 0.1 }]);
    expect(taken(withTemplate(limited, 'general')).decisions).toEqual(limited.decisions);
  });
});

test('another week moves the end along, and leaves the old scenario as it was', () => {
  const ending = scenarioWith({
    decisions: [{ kind: 'price', week: 8, change: 0.2, revert: 30 }],
  });
  expect(taken(withWeek(ending, 0, 18)).decisions[0]).toMatchObject({ week: 18, revert: 40 });
  expect(ending.decisions[0]).toMatchObject({ week: 8, revert: 30 });
});

describe('a decision in another week takes along', () => {
  const buffers = [
    { kind: 'explanation', week: 8, strength: 0.8 },
    { kind: 'grandfathering', week: 8, share: 0.5, weeks: 52 },
    { kind: 'pilot', week: 8, widen: 20 },
    { kind: 'compensation', week: 30, credit: 0.1 },
    { kind: 'outreach', week: 8, level: 0.5 },
  ];
  const price = { kind: 'price', week: 8, change: 0.2 };

  test('what was taken for its sake in its week, with its end; not what stands by itself', () => {
    const scenario = scenarioWith({ decisions: [price], buffers });
    expect(taken(withWeek(scenario, 0, 18)).buffers).toMatchObject([
      { kind: 'explanation', week: 18 },
      { kind: 'grandfathering', week: 18, weeks: 52 },
      { kind: 'pilot', week: 18, widen: 30 },
      { kind: 'compensation', week: 30 },
      { kind: 'outreach', week: 8 },
    ]);
    expect(scenario.buffers).toMatchObject(buffers);
  });

  test('nothing that another decision of its week still needs', () => {
    const ads = { kind: 'ads', week: 8, load: 0.2 };
    const scenario = scenarioWith({ decisions: [price, ads], buffers });
    expect(taken(withWeek(scenario, 0, 18)).buffers).toEqual(scenario.buffers);
  });
});
