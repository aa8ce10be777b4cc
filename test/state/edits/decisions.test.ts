import { describe, expect, test } from 'vitest';
import { selectedDecision } from '../../../src/model/dose.ts';
import { DecisionSchema } from '../../../src/model/scenario.ts';
import type { Decision, Scenario } from '../../../src/model/scenario.ts';
import {
  canAdd,
  decisionRows,
  withDecision,
  withDecisionSetting,
  withinWeek,
  withoutDecision,
  withSelected,
} from '../../../src/state/edits/decisions.ts';
import { DECISION_GROUPS, SETTINGS, settingOf } from '../../../src/state/edits/entry-fields.ts';
import { scenarioWith, taken } from '../scenarios.ts';

const KINDS = DecisionSchema.options.map(({ entries }) => entries.kind.literal);
const price = (week: number, more: object = {}) => ({
  kind: 'price',
  week,
  change: 0.1,
  ...more,
});
const cut = (week: number) => ({ kind: 'featureCut', week, breadth: 0.2, depth: 0.5 });
const mail = (week: number) => ({ kind: 'noticeMail', week });
const kindsOf = ({ decisions }: Scenario) => decisions.map(({ kind }) => kind);

test('the rows stand in the order of their weeks, history first', () => {
  const rows = decisionRows(
    scenarioWith({ decisions: [price(20), cut(8), price(-30), mail(8)] }),
  );
  expect(rows.map(({ index }) => index)).toEqual([2, 1, 3, 0]);
  expect(rows.map(({ history }) => history)).toEqual([true, false, false, false]);
  expect(rows.map(({ selectable }) => selectable)).toEqual([false, true, false, true]);
});

describe('another decision', () => {
  test('can be of every kind that a scenario knows', () => {
    const offered = DECISION_GROUPS.flatMap(({ kinds }): readonly string[] => kinds);
    expect(offered.toSorted()).toEqual(KINDS.toSorted());
  });

  test.each(KINDS)('of the kind %s holds, and is selected if it has a size', (kind) => {
    const { decisions, selected } = taken(withDecision(scenarioWith(), kind));
    expect(decisions).toHaveLength(2);
    expect(decisions[1]).toMatchObject({ kind });
    expect(selected).toBe(kind === 'noticeMail' ? undefined : 1);
  });

  test('stands beside the selected one, or half a year after the last of its kind', () => {
    const scenario = scenarioWith({ decisions: [price(20), price(-40)] });
    expect(withDecision(scenario, 'shock').decisions[2]?.week).toBe(20);
    expect(withDecision(scenario, 'price').decisions[2]?.week).toBe(46);
    expect(withDecision(scenarioWith({ decisions: [] }), 'price').decisions[0]?.week).toBe(8);
  });

  test('never stands beyond the horizon', () => {
    const late = scenarioWith({ decisions: [price(100)] });
    expect(taken(withDecision(late, 'price')).decisions[1]?.week).toBe(111);
  });

  test('that moves the price turns a new price into a change', () => {
    const priced = scenarioWith({
      listPrice: 10,
      decisions: [{ kind: 'price', week: 8, newPrice: 12 }],
    });
    const { decisions } = taken(withDecision(priced, 'price'));
    const [first] = decisions;
    expect(first).not.toHaveProperty('newPrice');
    expect(first?.kind === 'price' && first.change).toBeCloseTo(0.2, 12);
  });

  test('of a kind that comes four times at most is not offered a fifth time', () => {
    const three = scenarioWith({ decisions: [cut(8), cut(9), cut(10)] });
    const four = taken(withDecision(three, 'featureCut'));
    expect([canAdd(three, 'featureCut'), canAdd(four, 'featureCut')]).toEqual([true, false]);
    expect(canAdd(four, 'price')).toBe(true);
  });
});

describe('a decision less', () => {
  const three = scenarioWith({ decisions: [price(8), cut(20), price(60)], selected: 1 });

  test.each([
    [0, 0],
    [1, undefined],
    [2, 1],
  ])('at %d leaves the selection where it was', (index, selected) => {
    const left = taken(withoutDecision(three, index));
    expect(left.decisions).toEqual(three.decisions.toSpliced(index, 1));
    expect(left.selected).toBe(selected);
  });

  test('takes a pilot along that has nothing left to try, and only then', () => {
    const piloted = scenarioWith({
      decisions: [price(8), price(30)],
      buffers: [{ kind: 'pilot', week: 20, share: 0.1 }],
    });
    expect(taken(withoutDecision(piloted, 0)).buffers).toHaveLength(1);
    expect(taken(withoutDecision(piloted, 1)).buffers).toEqual([]);
  });

  test('may be the last one', () => {
    expect(taken(withoutDecision(scenarioWith(), 0)).decisions).toEqual([]);
  });
});

describe('the selection', () => {
  const scenario = scenarioWith({ decisions: [price(8), price(-8), mail(9), cut(20)] });

  test('goes to what has a size and is ahead', () => {
    expect(selectedDecision(taken(withSelected(scenario, 3)))).toBe(3);
    expect(withSelected(scenario, 1)).toBe(scenario);
    expect(withSelected(scenario, 2)).toBe(scenario);
  });

  test('is given up by a decision that becomes history', () => {
    const past = taken(withDecisionSetting(withSelected(scenario, 3), 3, 'week', -4));
    expect(past.selected).toBeUndefined();
    expect(selectedDecision(past)).toBe(0);
  });
});

describe('a setting', () => {
  const set = (decision: object, key: string, value: unknown): Decision | undefined =>
    taken(withDecisionSetting(scenarioWith({ decisions: [decision] }), 0, key, value))
      .decisions[0];

  test('is set and taken away again', () => {
    expect(set(price(8), 'revert', 40)).toMatchObject({ revert: 40 });
    expect(set(price(8, { revert: 40 }), 'revert', undefined)).toEqual(price(8));
    expect(set(cut(8), 'segments', ['vip'])).toMatchObject({ segments: ['vip'] });
  });

  test('of a change replaces a new price', () => {
    expect(set({ kind: 'price', week: 8, newPrice: 2 }, 'change', 0.3)).toEqual(
      price(8, { change: 0.3 }),
    );
  });

  test('of one step needs no weeks between', () => {
    expect(set(price(8, { steps: 3, interval: 13 }), 'steps', 1)).toEqual(price(8));
  });

  test.each(KINDS)('of every kind %s can be set to its limits', (kind) => {
    const scenario = withDecision(scenarioWith({ decisions: [] }), kind);
    for (const setting of SETTINGS[kind]) {
      if (setting.type !== 'number' || setting.key === 'revert') continue;
      const { key, min, max } = setting;
      for (const value of [min, key === 'week' ? scenario.horizon - 1 : max]) {
        const edited = taken(withDecisionSetting(scenario, 0, key, value)).decisions[0];
        expect(edited && settingOf(edited, key)).toBe(value);
      }
    }
  });
});

describe('within a week', () => {
  const same = scenarioWith({ decisions: [cut(8), price(20), mail(8), price(8)], selected: 3 });

  test('a decision trades places with its neighbour, and the selection with it', () => {
    const moved = withinWeek(same, 3, -1);
    expect(moved?.index).toBe(2);
    expect(kindsOf(taken(moved?.scenario ?? same))).toEqual([
      'featureCut',
      'price',
      'price',
      'noticeMail',
    ]);
    expect(moved?.scenario.selected).toBe(2);
    expect(moved?.scenario.decisions[1]?.week).toBe(20);
  });

  test('there is no neighbour of another week, or none at all', () => {
    expect(withinWeek(same, 3, 1)).toBeNull();
    expect(withinWeek(same, 0, -1)).toBeNull();
    expect(withinWeek(same, 9, 1)).toBeNull();
  });
});
