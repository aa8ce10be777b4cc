import { describe, expect, test } from 'vitest';
import type { Buffer } from '../../../../src/model/scenario.ts';
import {
  answersToday,
  bufferText,
  decisionDetail,
  decisionValue,
  decisionWeek,
} from '../../../../src/views/assess/rail/entry-words.ts';
import { wordsIn } from '../../../../src/words/index.ts';
import type { Language } from '../../../../src/words/index.ts';
import { numbersFor } from '../../../../src/words/numbers.ts';
import { scenarioWith } from '../../../state/scenarios.ts';

const voiceOf = (language: Language) => ({
  words: wordsIn(language),
  numbers: numbersFor(language),
});
const en = voiceOf('en');
const zh = voiceOf('zh');

describe('a decision in words', () => {
  const scenario = scenarioWith({
    decisions: [
      { kind: 'price', week: 8, change: 0.18, steps: 3, interval: 13, revert: 80 },
      { kind: 'openness', week: 14, level: 0.05, segments: ['vip', 'power'] },
      { kind: 'openness', week: 30, level: 0.5 },
      { kind: 'featureCut', week: -2, breadth: 0.3, depth: 0.5 },
      { kind: 'noticeMail', week: -1 },
      { kind: 'overPromise', week: 9, size: 0.3, share: 0.4 },
      { kind: 'shock', week: 9, size: 0.6, integrity: true },
      { kind: 'service', week: 9, downgrade: 0.2, ramp: 6 },
    ],
  });
  const at = (index: number) => scenario.decisions[index] ?? expect.fail('no such decision');

  test.each([
    [0, '+18%'],
    [1, '20\u21925'],
    [2, '20\u219250'],
    [3, '50%'],
    [4, 'sent'],
    [6, '60%'],
  ])('has the size that the axis has: %d', (index, value) => {
    expect(decisionValue(en, scenario, index)).toBe(value);
  });

  test.each([
    [0, '3 steps, 13 weeks apart, until week 80'],
    [1, 'VIP, Power users'],
    [2, ''],
    [3, 'used by 30%'],
    [5, 'reaches 40%'],
    [6, 'breach of integrity'],
    [7, 'over 6 weeks'],
  ])('says what its size does not: %d', (index, detail) => {
    expect(decisionDetail(en, at(index))).toBe(detail);
  });

  test('is in a week to come, or some weeks ago', () => {
    expect([8, 0, -1, -26].map((week) => decisionWeek(en, week))).toEqual([
      'week 8',
      'week 0',
      '1 week ago',
      '26 weeks ago',
    ]);
    expect(decisionWeek(zh, -26)).toBe('26 周前');
  });
});

describe('a buffer in words', () => {
  test.each<[Buffer, string, string]>([
    [{ kind: 'notice', weeks: 4 }, '4 weeks', '4 周'],
    [{ kind: 'explanation', week: 8, strength: 0.3 }, 'brief 30%', '简短 30%'],
    [{ kind: 'explanation', week: 8, strength: 0.8 }, 'full 80%', '充分 80%'],
    [{ kind: 'compensation', week: 8, credit: 0.05 }, '5% credit', '返还 5%'],
    [
      { kind: 'apology', week: 8, weeks: 9, strength: 0.5, kept: false },
      '50% broken',
      '落空 50%',
    ],
    [{ kind: 'crisisResponse', week: 8, hours: 72 }, '72 h', '72 小时'],
    [{ kind: 'capacity', multiplier: 1.5 }, '12 a week', '每周 12 件'],
    [{ kind: 'saveDesk', mode: 'obstruct', strength: 0.4 }, 'obstructs 40%', '阻拦 40%'],
    [{ kind: 'fatigue' }, 'on', '开'],
  ])('%o', (buffer, english, chinese) => {
    expect(bufferText(en, buffer.kind, buffer, 8)).toBe(english);
    expect(bufferText(zh, buffer.kind, buffer, 8)).toBe(chinese);
  });

  test('is off, or as today where something is there already', () => {
    expect(bufferText(en, 'explanation', null, 8)).toBe('off');
    expect(bufferText(en, 'notice', null, 8)).toBe('usual 4 weeks');
    expect(bufferText(en, 'notice', { kind: 'notice', weeks: 0 }, 8)).toBe('none');
    expect(bufferText(en, 'capacity', null, 8)).toBe('as today');
  });

  test('counts answers by the staff of the market', () => {
    expect(answersToday(scenarioWith())).toBe(8);
    expect(answersToday(scenarioWith({ parameters: { cap: 5 } }))).toBe(5);
  });
});
