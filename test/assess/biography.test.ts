/** Stories of single customers: true to the run, at most four events, the last of them the ending. */
import { beforeAll, describe, expect, test } from 'vitest';
import { biographyJob } from '../../src/assess/biography.ts';
import type { Biography } from '../../src/assess/biography.ts';
import { diaryOf } from '../../src/assess/biography/diary.ts';
import type { Diary } from '../../src/assess/biography/diary.ts';
import { turningPoints } from '../../src/assess/biography/turningPoints.ts';
import { Lab } from '../../src/assess/lab.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'biography', seed: 'biography', horizon: 56, customers: 500, runs: 1 },
  template: 'general',
  parameters: { annual: 0.2 },
  decisions: [{ kind: 'price', week: 4, change: 0.45 }],
  buffers: [
    { kind: 'capacity', multiplier: 0.25 },
    { kind: 'saveDesk', mode: 'obstruct', strength: 0.5 },
    { kind: 'litePlan', week: 20, price: 0.6, value: 0.8 },
  ],
};
const RISE = 0.45;

let lab: Lab;
let diaries: Diary[];
beforeAll(async () => {
  lab = new Lab(await Kernel.load());
  const study = lab.study(scenario);
  diaries = [];
  for (let id = 3; id < 500; id += 16)
    try {
      diaries.push(diaryOf(lab.kernel, study, 0, RISE, id));
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
});

const storyOf = (id: number, over: Partial<Scenario> = {}): Biography =>
  biographyJob.perform(lab, { ...scenario, ...over }, 0, RISE, id) as Biography;

describe('a diary', () => {
  test('explains every change of trust, weeks with events included', () => {
    let [weeks, eventful] = [0, 0];
    for (const { entries } of diaries)
      for (const { from, to, toTrust, answers, desk } of entries) {
        const { complaints, saveDesk, ...byPage } = toTrust;
        const sum = Object.values(byPage).reduce((all, change) => all + change, from);
        const explained = Math.min(0.995, Math.max(0.001, sum)) + saveDesk + complaints;
        expect(Math.abs(explained - to)).toBeLessThan(2e-6);
        weeks++;
        if (answers.length > 0 || desk) eventful++;
      }
    expect(weeks).toBeGreaterThan(1000);
    expect(eventful).toBeGreaterThan(10);
  });

  test('ends when the customer leaves, and remembers whether they came back', () => {
    const left = diaries.filter(({ entries }) => entries.at(-1)?.left);
    expect(left.length).toBeGreaterThan(10);
    for (const { entries, weeks, returned } of diaries) {
      expect(entries.slice(0, -1).every((entry) => entry.left === null)).toBe(true);
      if (entries.at(-1)?.left === null) expect(entries.length).toBe(weeks);
      if (returned !== null) expect(returned).toBeGreaterThan(entries.at(-1)?.week ?? NaN);
    }
  });

  test('an unanswered complaint is given up after the weeks of patience', () => {
    const given = diaries.flatMap(({ entries }) =>
      entries.flatMap(({ week, answers }) => answers.map((each) => ({ ...each, week }))),
    );
    const never = given.filter(({ answer }) => answer === 'never');
    expect(never.length).toBeGreaterThan(1);
    expect(never.every(({ week, since }) => week === since + 3)).toBe(true);
    expect(given.filter(({ answer }) => answer === 'well').length).toBeGreaterThan(0);
    for (const { entries } of diaries)
      for (const { answers, toTrust } of entries)
        if (answers.length === 1)
          expect(toTrust.complaints > 1e-5).toBe(answers[0]?.answer === 'well');
  });
});

describe('the turning points', () => {
  test('are one to four, in order, and the last is how it ended', () => {
    for (const diary of diaries) {
      const points = turningPoints(diary);
      expect(points.length).toBeLessThanOrEqual(4);
      const weeks = points.slice(0, -1).map(({ week }) => week);
      expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
      const last = diary.entries.at(-1);
      const ending = last?.left ? (diary.returned === null ? 'left' : 'returned') : 'stayed';
      expect(points.at(-1)?.kind).toBe(ending);
    }
  });

  test('are facts of the diary', () => {
    const kinds = new Set<string>();
    for (const diary of diaries) {
      const { entries, person } = diary;
      for (const point of turningPoints(diary)) {
        kinds.add(point.kind);
        const entry = entries[point.week];
        if (point.kind === 'waited') expect(person.traits.ph).not.toBe(255);
        if (point.kind === 'friendsLeft') expect(entry?.friendsGone).toBe(point.gone);
        if (point.kind === 'tookLite') expect(entries[point.week - 1]?.onLite).toBe(false);
        if (point.kind === 'captive')
          expect((entry?.u ?? 0) < 0 && entry?.margin).not.toBe(false);
        if (point.kind === 'complained') expect(entry?.complained).toBe(true);
        if (point.kind === 'heldUp') expect(entry?.toTrust.saveDesk).toBeLessThanOrEqual(0);
        if (point.kind === 'left') {
          const before = entries.slice(0, point.week + 1 - point.wanting);
          expect(entries.slice(before.length).every(({ margin }) => margin < 0)).toBe(true);
          expect(before.at(-1)?.margin ?? 0).toBeGreaterThanOrEqual(0);
        }
        if (point.kind !== 'trustFell') continue;
        expect(point.from).toBe(entry?.from);
        expect(point.to).toBe(entries[point.until]?.to);
        expect(point.broke).toBe(point.to < person.traits.A);
        expect(point.causes.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(1 + 1e-9);
      }
    }
    for (const kind of ['trustFell', 'friendsLeft', 'complained', 'heldUp', 'left', 'stayed'])
      expect(kinds).toContain(kind);
  });

  test('name the price where nothing else hurt', () => {
    const alone = { parameters: { push: 0, bcast: 0, c0: 0, cv: 0, trap: 0 }, buffers: [] };
    const { points, toTrust } = storyOf(3, alone);
    const fall = points.find((point) => point.kind === 'trustFell');
    expect(fall?.kind === 'trustFell' && fall.causes).toEqual([{ cause: 'price', share: 1 }]);
    expect(fall?.kind === 'trustFell' && fall.priceChange).toBeCloseTo(RISE, 6);
    expect(fall?.week).toBe(4);
    expect(toTrust.price).toBeLessThan(-0.1);
    expect(toTrust.others).toBeCloseTo(0, 12);
  });

  test('of a market in which nothing happens are few', () => {
    const quiet = { decisions: [{ kind: 'price' as const, week: 4, change: 0 }], buffers: [] };
    const { points } = biographyJob.perform(
      lab,
      { ...scenario, ...quiet },
      0,
      0,
      3,
    ) as Biography;
    expect(points.map(({ kind }) => kind)).toEqual(['stayed']);
  });
});

describe('a biography', () => {
  test('says who it is about', () => {
    const vip = diaries.find(({ person }) => person.traits.bond === 1);
    const { who } = storyOf(vip?.person.id ?? NaN);
    expect(who).toMatchObject({ segment: 3, vip: true, price: 1, friends: vip?.friends });
    expect(who.revenue).toBeCloseTo(6, 9);
    const annual = diaries.find(({ person }) => person.traits.ph !== 255);
    const { renewal } = storyOf(annual?.person.id ?? NaN).who;
    const { given } = annual?.entries[renewal ?? NaN] ?? {};
    expect((given?.all.t ?? NaN) % 52).toBe(annual?.person.traits.ph);
  });

  test('is the same every time, and plain data', () => {
    const id = diaries[5]?.person.id ?? NaN;
    const once = storyOf(id);
    storyOf(3);
    expect(storyOf(id)).toEqual(once);
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  });

  test('is of customers of week 0 only', () => {
    const told = new Set(diaries.map(({ person }) => person.id));
    const other = Array.from({ length: 31 }, (_, i) => 3 + 16 * i).find((id) => !told.has(id));
    expect(() => storyOf(other ?? NaN)).toThrow(
      `id: received ${other}, expected the id of a customer of week 0`,
    );
    expect(() => storyOf(500)).toThrow('expected a whole number from 0 to 499');
  });
});
