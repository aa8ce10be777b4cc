import { describe, expect, test } from 'vitest';
import { withTemplate, withWeek } from '../../src/state/edits.ts';
import { scenarioWith, taken } from './scenarios.ts';

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
