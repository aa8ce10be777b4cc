import { describe, expect, test } from 'vitest';
import type { Biography, Portrait } from '../../src/assess/biography.ts';
import type { TurningPoint } from '../../src/assess/biography/story.ts';
import { storyOf } from '../../src/report/biography.ts';
import { wordsIn } from '../../src/words/index.ts';
import type { Language } from '../../src/words/index.ts';
import { numbersFor } from '../../src/words/numbers.ts';

const who: Portrait = {
  ...{ segment: 0, vip: false, renewal: null, price: 1, revenue: 1, ties: 8, friends: 6 },
  ...{ trust: 0.892, breakingPoint: 0.344 },
};
const story = (language: Language, points: readonly TurningPoint[], about: Portrait = who) =>
  storyOf({ who: about, points } as Biography, {
    language,
    words: wordsIn(language),
    numbers: numbersFor(language),
    segment: wordsIn(language).segments.mainstream,
  });
const lines = (language: Language, ...points: TurningPoint[]) => story(language, points).lines;

/** One who leaves, with all that led to it. */
const LEAVER: readonly TurningPoint[] = [
  {
    ...{ kind: 'trustFell', week: 8, until: 75, from: 0.892, to: 0.292, broke: true },
    ...{ priceChange: 0.25 },
    causes: [
      { cause: 'others', share: 0.544 },
      { cause: 'price', share: 0.456 },
    ],
  },
  { kind: 'friendsLeft', week: 72, gone: 4, friends: 6 },
  { kind: 'complained', week: 76, answer: 'well', settled: 78 },
  { kind: 'left', week: 84, reason: 'trust', most: 'trust', wanting: 5 },
];

describe('a customer’s story', () => {
  test('of one who left, in English', () => {
    expect(story('en', LEAVER)).toEqual({
      who: 'Mainstream, monthly plan, pays 1× the list price, 6 of 8 friends are customers too.',
      lines: [
        'Weeks 8 to 75: trust falls from 89 to 29, below the breaking point of 34, through what others say (54%) and the price, +25% (46%).',
        'Week 72: 4 of 6 friends have left by now.',
        'Week 76: complains; a good answer comes in week 78.',
        'Week 84: leaves, with trust below the breaking point. Had wanted to for 5 weeks.',
      ],
    });
  });

  test('of the same, in Chinese', () => {
    expect(story('zh', LEAVER)).toEqual({
      who: '主流客户，月付，每月付标价的 1 倍，8 位朋友中 6 位也是客户。',
      lines: [
        '第 8 至 75 周：信任从 89 降到 29，跌破底线 34，原因是周围人的议论（54%）和价格 +25%（46%）。',
        '第 72 周：6 位朋友中已有 4 位离开。',
        '第 76 周：投诉，第 78 周得到满意的答复。',
        '第 84 周：信任跌破底线，离开。此前想离开已有 5 周。',
      ],
    });
  });

  test('tells a single week as one, and one cause alone', () => {
    const fall: TurningPoint = {
      ...{ kind: 'trustFell', week: 12, until: 12, from: 0.87, to: 0.83, broke: false },
      ...{ priceChange: null, causes: [{ cause: 'complaints', share: 1 }] },
    };
    expect(lines('en', fall)).toEqual([
      'Week 12: trust falls from 87 to 83 through the answers to complaints (100%).',
    ]);
    expect(lines('en', { ...fall, causes: [] })).toEqual([
      'Week 12: trust falls from 87 to 83 through everyday wear.',
    ]);
  });

  test('says what became of a complaint', () => {
    const told = (answer: 'well' | 'badly' | 'never' | null, settled: number | null) =>
      lines('en', { kind: 'complained', week: 9, answer, settled })[0];
    expect(told('well', 9)).toBe('Week 9: complains and gets a good answer at once.');
    expect(told('badly', 11)).toBe('Week 9: complains; the answer in week 11 makes it worse.');
    expect(told('never', 12)).toBe('Week 9: complains; by week 12 nobody has answered.');
    expect(told(null, null)).toBe('Week 9: complains; no answer comes in time.');
  });

  test('says why somebody left or is still there', () => {
    const left = { kind: 'left', week: 20, wanting: 1 } as const;
    const stayed = { kind: 'stayed', week: 103 } as const;
    expect(
      lines(
        'en',
        { ...left, reason: 'price', most: 'bill' },
        { ...left, reason: 'everyday', most: null },
        { ...stayed, because: 'unknown' },
        { kind: 'returned', week: 90 },
      ),
    ).toEqual([
      'Week 20: leaves, as it is not worth the price any more; it costs more than before.',
      'Week 20: leaves for an everyday reason.',
      'Week 103: still a customer; what holds is not knowing the alternative.',
      'Week 90: comes back.',
    ]);
  });

  test('tells the terms of an annual plan, and an amount where there is a price in money', () => {
    const vip = { ...who, vip: true, renewal: 10, revenue: 6 };
    const telling = {
      language: 'en' as const,
      words: wordsIn('en'),
      numbers: numbersFor('en'),
      segment: 'VIP',
    };
    const biography = { who: vip, points: [] as TurningPoint[] } as unknown as Biography;
    const money = (listPrices: number) => `€${listPrices * 12}`;
    expect(storyOf(biography, { ...telling, money }).who).toBe(
      'VIP, served in person, annual plan, renewed in week 10, pays €72 a month, 6 of 8 friends are customers too.',
    );
  });
});
