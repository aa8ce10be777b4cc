/** Week 0 belongs to what is decided: where now is the border between past and decision. */
import { describe, expect, test } from 'vitest';
import { selectedDecision } from '../../src/model/dose.ts';
import { parseScenarioText, sentenceOf } from '../../src/model/parse.ts';
import type { Buffer } from '../../src/model/scenario.ts';
import { doNothing } from '../../src/model/twin.ts';
import { scenarioOf } from './reading.ts';

const boundIn = (week: number): readonly Buffer[] => [
  { kind: 'explanation', week, strength: 0.5 },
  { kind: 'grandfathering', week, share: 0.5, weeks: 10 },
  { kind: 'compensation', week, credit: 0.2 },
  { kind: 'apology', week, weeks: 4, strength: 0.5, kept: true },
  { kind: 'crisisResponse', week, hours: 24 },
  { kind: 'oneMessage', week, strength: 0.7 },
  { kind: 'opinionLeaders', week, strength: 0.7 },
  { kind: 'litePlan', week, price: 0.6, value: 0.7 },
  { kind: 'pause', week, weeks: 13, price: 0.1 },
  { kind: 'winBack', week, weeks: 4 },
];
const policies: readonly Buffer[] = [
  { kind: 'capacity', multiplier: 0.8 },
  { kind: 'saveDesk', week: 0, mode: 'listen', strength: 0.5 },
  { kind: 'outreach', week: 3, level: 0.5 },
];

describe('the do-nothing twin', () => {
  test.each(boundIn(0).map((buffer) => [buffer.kind, buffer] as const))(
    'goes without %s from week 0 on',
    (_, buffer) => {
      expect(doNothing(scenarioOf([], [buffer, ...policies])).buffers).toEqual(policies);
    },
  );

  test.each(boundIn(-1).map((buffer) => [buffer.kind, buffer] as const))(
    'keeps %s of the week before',
    (_, buffer) => {
      expect(doNothing(scenarioOf([], [buffer])).buffers).toEqual([buffer]);
    },
  );

  test('goes without a pilot, which may begin in week 0', () => {
    const piloted = scenarioOf(
      [{ kind: 'price', week: 0, change: 0.1 }],
      [{ kind: 'pilot', week: 0, share: 0.2 }],
    );
    expect(doNothing(piloted)).toMatchObject({ decisions: [], buffers: [] });
  });
});

describe('the decision whose size is varied', () => {
  test('may be of week 0, not of the week before', () => {
    const past = { kind: 'price', week: -1, change: 0.1 } as const;
    const now = { kind: 'price', week: 0, change: 0.1 } as const;
    expect(selectedDecision(scenarioOf([past, now]))).toBe(1);
    expect(selectedDecision({ ...scenarioOf([past, now]), selected: 1 })).toBe(1);
    expect(selectedDecision({ ...scenarioOf([past, now]), selected: 0 })).toMatchObject({
      ...{ path: 'selected', received: 0 },
    });
    expect(selectedDecision(scenarioOf([past]))).toMatchObject({
      ...{ path: 'decisions', received: ['price'] },
    });
    expect(selectedDecision(scenarioOf([{ kind: 'noticeMail', week: 3 }]))).toMatchObject({
      path: 'decisions',
    });
  });
});

describe('what was received', () => {
  const said = (text: string) => {
    const parsed = parseScenarioText(text);
    return parsed.ok ? [] : parsed.problems;
  };

  test('is shown whole up to 40 letters of a text', () => {
    expect(said('x'.repeat(40))[0]?.received).toBe('x'.repeat(40));
    expect(said('x'.repeat(41))[0]?.received).toBe(`${'x'.repeat(40)}…`);
  });

  test('is shown whole up to 80 letters of a value', () => {
    const shown = (letters: number) =>
      sentenceOf({ path: 'a', received: 'y'.repeat(letters - 2), expected: 'b' });
    expect(shown(80)).toBe(`a: received "${'y'.repeat(78)}", expected b`);
    expect(shown(81)).toBe(`a: received "${'y'.repeat(78)}…, expected b`);
  });

  test('a mark of the byte order is no part of it, but only in front', () => {
    expect(said('\uFEFF5')[0]?.received).toBe(5);
    expect(said('"\uFEFF"')[0]?.received).toBe('\uFEFF');
  });
});
