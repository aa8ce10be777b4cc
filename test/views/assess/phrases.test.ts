import { describe, expect, test } from 'vitest';
import { massExit } from '../../../src/assess/massExit.ts';
import { curveOf } from '../../../src/state/answers/results.ts';
import {
  assumedText,
  dentedSentence,
  distanceSentence,
  frequencySentence,
  horizonEnd,
  revenueStat,
  segmentName,
  tippingStat,
} from '../../../src/views/assess/phrases.ts';
import { wordsIn } from '../../../src/words/index.ts';
import type { Language } from '../../../src/words/index.ts';
import { numbersFor } from '../../../src/words/numbers.ts';
import type { SizedKind } from '../../../src/model/dose.ts';
import { sizesFor } from '../../../src/words/sizes.ts';
import { axis, cliffRun } from '../../state/made-up-runs.ts';

const voiceOf = (language: Language, lever: SizedKind = 'price') => {
  const [words, numbers] = [wordsIn(language), numbersFor(language)];
  return { words, numbers, sizes: sizesFor(words, numbers, lever) };
};
const en = voiceOf('en');
const zh = voiceOf('zh');
const tipping = curveOf(
  axis,
  0.2,
  Array.from({ length: 41 }, (_, run) => cliffRun(run, 0.142 + run * 0.0005)),
);
const flat = curveOf(
  axis,
  0.2,
  Array.from({ length: 41 }, (_, run) => cliffRun(run, null)),
);

/** As many runs with a mass exit as asked for, of all. */
const counted = (exits: number, runs: number) =>
  massExit(
    Array.from({ length: runs }, (_, run) => (run < exits ? 0.5 : 0)),
    0.2,
  );

describe('the tipping point with all assumptions varied', () => {
  const tip = { value: 0.208, low: 0.0824, high: 0.4146, open: false };
  test.each([
    ['ranges', tip, 'assumptions varied: 8 to 41', '假设变动时 8 至 41'],
    ['history', tip, 'within your history: 8 to 41', '按你的历史 8 至 41'],
    ['ranges', { ...tip, open: true }, 'assumptions varied: from 8', '假设变动时 8 以上'],
    ['history', null, 'within your history: mostly none', '按你的历史多半没有'],
  ] as const)('from %s', (from, tippingPoint, english, chinese) => {
    expect(assumedText(en, { from, tippingPoint })).toBe(english);
    expect(assumedText(zh, { from, tippingPoint })).toBe(chinese);
  });
});

describe('the distance', () => {
  test.each([
    [0.18, 'Your +18% is 2.8 points beyond the tipping point.'],
    [0.1, 'Your +10% is 5.2 points below the tipping point.'],
    [0.1522, 'Your +15.2% is at the tipping point.'],
    [0.1526, 'Your +15.3% is 0.1 points beyond the tipping point.'],
    [0.1514, 'Your +15.1% is 0.1 points below the tipping point.'],
  ])('of %d', (size, sentence) => {
    expect(distanceSentence(en, tipping, size)).toBe(sentence);
  });

  test('of a level has no sign', () => {
    expect(distanceSentence(voiceOf('en', 'ads'), tipping, 0.18)).toBe(
      'Your 18% is 2.8 points beyond the tipping point.',
    );
  });

  test('of openness is said of how far it is closed, not of its level', () => {
    expect(distanceSentence(voiceOf('en', 'openness'), tipping, 0.2)).toBe(
      'Your closing by 20 points is 4.8 points beyond the tipping point.',
    );
    expect(distanceSentence(voiceOf('zh', 'openness'), tipping, 0.125)).toBe(
      '关闭 12.5 个百分点距临界点还有 2.7 个百分点。',
    );
    expect(distanceSentence(voiceOf('en', 'openness'), flat, -0.5)).toBe(
      'Your opening by 50 points meets no tipping point: none up to closing by 100 points.',
    );
    expect(distanceSentence(voiceOf('zh', 'openness'), flat, -0.5)).toBe(
      '开放 50 个百分点未遇到临界点：关闭 100 个百分点以内没有。',
    );
    expect(tippingStat(voiceOf('en', 'openness'), tipping).value).toBe('15.2 points');
    expect(tippingStat(voiceOf('zh', 'openness'), flat).value).toBe('100 个百分点以内没有');
  });

  test('is none where the runs break without the decision as well', () => {
    const broken = curveOf(
      axis,
      0.2,
      Array.from({ length: 41 }, (_, run) => cliffRun(run, 0)),
    );
    expect(distanceSentence(en, broken, -0.2)).toMatch(
      /^Without your \u221220% half of the runs/,
    );
    expect(distanceSentence(zh, broken, -0.2)).toMatch(/^没有 \u221220% 也有/);
    expect(tippingStat(en, broken)).toEqual({ value: '≤ 0.0%', range: 'breaks without it' });
    expect(tippingStat(zh, broken).range).toBe('不做也会流失');
  });

  test('in Chinese', () => {
    expect(distanceSentence(zh, tipping, 0.18)).toBe('+18% 超出临界点 2.8 个百分点。');
  });

  test('where there is no tipping point', () => {
    expect(distanceSentence(en, flat, 0.18)).toBe(
      'Your +18% meets no tipping point: none up to +100%.',
    );
    expect(tippingStat(en, flat).value).toBe('none up to +100%');
    expect(tippingStat(en, tipping).value).toBe('+15.2%');
  });
});

/** Of forty runs so many break from 10 to 20 % alone, the others from 10 % on. */
const again = (dented: number) =>
  curveOf(
    axis,
    0.2,
    Array.from({ length: 40 }, (_, run) => {
      const whole = cliffRun(run, 0.1 + run * 1e-4);
      return run < dented
        ? { ...whole, monotone: false, breaks: [{ from: 0.1 + run * 1e-4, to: 0.2 }] }
        : whole;
    }),
  );

describe('where runs hold again at larger sizes', () => {
  test('the distance does not contradict the chance', () => {
    const [few, many] = [counted(2, 40), counted(38, 40)];
    expect(distanceSentence(en, again(38), 0.35, few)).toBe(
      'Your +35% is 24.8 points beyond the first tipping point; most runs hold again there.',
    );
    expect(distanceSentence(zh, again(38), 0.35, few)).toBe(
      '+35% 超出第一个临界点 24.8 个百分点；在这个幅度，多数运行又稳住了。',
    );
    expect(distanceSentence(en, again(2), 0.35, many)).toMatch(/beyond the tipping point\.$/);
    expect(distanceSentence(en, again(38), 0.05, few)).toMatch(/below the tipping point\.$/);
  });

  test('it is said, if they are more than a tenth', () => {
    expect(dentedSentence(en, again(38))).toBe(
      '38 of 40 runs break at some sizes and hold at larger ones; the tipping point is the first.',
    );
    expect(dentedSentence(zh, again(38))).toBe(
      '40 次运行中有 38 次在某些幅度出现集中流失，幅度更大时反而没有；这里的临界点是第一个。',
    );
    expect(dentedSentence(en, { ...again(38), tipping: null })).toMatch(/larger ones\.$/);
    expect(dentedSentence(en, again(4))).toBe('');
  });
});

test('fewer than five runs have no range', () => {
  const few = (count: number) => curveOf(axis, 0.2, tipping.runs.slice(0, count));
  expect(tippingStat(en, few(1)).range).toBe('in 1 run');
  expect(tippingStat(zh, few(4)).range).toBe('共 4 次运行');
  expect(tippingStat(en, few(5)).range).toBe('14.2 to 14.4');
  const estimate = { value: -0.3, low: -0.4, high: 0.1 };
  expect([4, 5].map((runs) => revenueStat(en, estimate, runs).range)).toEqual([
    ...['in 4 runs', '−40 to +10'],
  ]);
});

describe('the frequency', () => {
  test.each([
    [284, 400, '14 in 20 simulated runs end in a mass exit; 6 in 20 do not.'],
    [0, 400, 'None of the 400 simulated runs ends in a mass exit.'],
    [400, 400, 'All of the 400 simulated runs end in a mass exit.'],
    [3, 400, '3 of 400 simulated runs end in a mass exit; 397 do not.'],
    [1, 400, '1 of 400 simulated runs ends in a mass exit; 399 do not.'],
    [399, 400, '399 of 400 simulated runs end in a mass exit; 1 does not.'],
  ])('of %d in %d', (exits, runs, sentence) => {
    expect(frequencySentence(en, counted(exits, runs))).toBe(sentence);
  });

  test('in Chinese', () => {
    expect(frequencySentence(zh, counted(284, 400))).toBe(
      '20 次模拟中约 14 次出现集中流失，6 次没有。',
    );
  });
});

test('a horizon is said in months where it has whole ones', () => {
  expect([52, 104, 112].map((weeks) => horizonEnd(en.words, weeks))).toEqual([
    'month 12',
    'month 24',
    'week 112',
  ]);
  expect(horizonEnd(zh.words, 104)).toBe('第 24 个月');
});

test('segments have the name of their template, or of the file', () => {
  expect(segmentName(en.words, 'power')).toBe('Power users');
  expect(segmentName(zh.words, 'monthly-low')).toBe('月付，低价');
  expect(segmentName(zh.words, 'Gold-members')).toBe('Gold-members');
});
