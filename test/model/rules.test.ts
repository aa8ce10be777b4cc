import { describe, expect, test } from 'vitest';
import { parseScenario, sentenceOf } from '../../src/model/parse.ts';

function saidOf(differences: object): string[] {
  const parsed = parseScenario({
    version: 1,
    name: 'rules',
    seed: 'a',
    horizon: 60,
    customers: 1000,
    runs: 1,
    template: 'general',
    decisions: [],
    buffers: [],
    ...differences,
  });
  return parsed.ok ? [] : parsed.problems.map(sentenceOf);
}

const rise = { kind: 'price', week: 8, change: 0.2 };

describe('market', () => {
  test('a template or segments', () => {
    expect(saidOf({ template: undefined })).toEqual([
      'template: received nothing, expected a template, or segments of your own',
    ]);
    expect(saidOf({ template: 'bank' })).toHaveLength(1);
  });

  test('names of segments differ', () => {
    const segments = [
      { name: 'a', share: 1 },
      { name: 'a', share: 1 },
    ];
    expect(saidOf({ segments })).toEqual([
      'segments[1].name: received "a", expected a name no other segment has',
    ]);
  });

  test('parts of the switching cost add up', () => {
    expect(saidOf({ segments: [{ name: 'a', share: 1, data: 0.9 }] })).toEqual([
      'segments[0]: received {"data":0.9}, expected data, fear and contract that add up to 1 (0.5, 0.35 and 0.15 where not given)',
    ]);
  });

  test('nobody can be a segment', () => {
    const segments = [
      { name: 'a', share: 1 },
      { name: 'b', share: 0.0001 },
      { name: 'c', share: 1 },
    ];
    expect(saidOf({ segments })).toEqual([
      'segments[1].share: received 0.0001, expected a share that comes to at least one of the 1000 customers',
    ]);
  });

  test('those active and those who left are not more than all', () => {
    expect(saidOf({ parameters: { actShare: 0.97 } })).toEqual([
      'parameters: received {"actShare":0.97,"leftShare":0.05}, expected actShare and leftShare that add up to at most 1',
    ]);
  });

  test('not all customers of a file are left out', () => {
    const segments = [{ name: 'a', share: 1 }];
    expect(saidOf({ segments, origin: { rows: 5, leftOut: 4, file: 'mine.csv' } })).toEqual([]);
    expect(saidOf({ segments, origin: { rows: 5, leftOut: 5 } })).toEqual([
      'origin.leftOut: received 5, expected fewer than the 5 rows of the file',
    ]);
    expect(saidOf({ segments, origin: { rows: 0, leftOut: 0 } })).toHaveLength(1);
  });

  test('curves of the file only fall, within their ranges, one a segment', () => {
    const segments = [{ name: 'a', share: 1 }];
    const at = (month: number, share: number) => ({ month, share, low: 0.2, high: 0.9 });
    const saidOfCurves = (...survival: object[]) =>
      saidOf({ segments, origin: { rows: 5, leftOut: 0, survival } });
    expect(saidOfCurves({ segment: 'a', points: [at(0, 0.8), at(7, 0.8)] })).toEqual([]);
    expect(
      saidOfCurves(
        { segment: 'a', points: [at(3, 0.6), at(3, 0.7), at(4, 0.1)] },
        { segment: 'a', points: [] },
      ),
    ).toEqual([
      'origin.survival[0].points[1].month: received 3, expected a month after 3, that of the entry before',
      'origin.survival[0].points[1].share: received 0.7, expected at most 0.6, as in the entry before',
      'origin.survival[0].points[2].share: received 0.1, expected a share from 0.2 to 0.9, its low and high',
      'origin.survival[1].segment: received "a", expected a name no other curve has',
    ]);
    expect(saidOfCurves({ segment: 'a', points: [at(60, 0.5)] })).toHaveLength(1);
  });

  test('ties come in pairs', () => {
    expect(saidOf({ parameters: { k: 7 } })).toEqual([
      'parameters.k: received 7, expected an even number of ties',
    ]);
  });
});

describe('dates and names', () => {
  test('nothing begins after the horizon', () => {
    expect(
      saidOf({
        decisions: [{ ...rise, week: 59 }],
        buffers: [{ kind: 'outreach', week: 60, level: 1 }],
      }),
    ).toEqual([
      'buffers[0].week: received 60, expected a week before the end of the horizon (60)',
    ]);
  });

  test('nothing ends before it begins', () => {
    expect(saidOf({ decisions: [{ ...rise, revert: 8 }] })).toEqual([
      'decisions[0].revert: received 8, expected a week after 8, the week in which it begins',
    ]);
    expect(saidOf({ decisions: [{ ...rise, revert: 9 }] })).toEqual([]);
  });

  test('segments exist, and are named once', () => {
    expect(saidOf({ decisions: [{ ...rise, segments: ['vip', 'rich', 'vip'] }] })).toEqual([
      'decisions[0].segments[1]: received "rich", expected one of the segments mainstream, power, budget, vip',
      'decisions[0].segments[2]: received "vip", expected each segment once',
    ]);
    const segments = [{ name: 'rich', share: 1 }];
    expect(saidOf({ segments, decisions: [{ ...rise, segments: ['rich'] }] })).toEqual([]);
    expect(
      saidOf({ buffers: [{ kind: 'pilot', week: 1, segments: ['x'] }], decisions: [rise] }),
    ).toHaveLength(1);
  });

  test('names are not held against segments that are wrong themselves', () => {
    expect(
      saidOf({ segments: [{ name: 'rich' }], decisions: [{ ...rise, segments: ['rich'] }] }),
    ).toEqual([
      'segments[0].share: received nothing, expected a number from 1e-9 to 1000000000',
    ]);
  });
});

describe('prices', () => {
  const newPrice = (price: number, more = {}) => ({
    kind: 'price',
    week: 8,
    newPrice: price,
    ...more,
  });

  test('a change or a new price, not both and not neither', () => {
    expect(
      saidOf({
        decisions: [
          { ...rise, newPrice: 2 },
          { kind: 'price', week: 3 },
        ],
      }),
    ).toEqual([
      'decisions[0]: received {"change":0.2,"newPrice":2}, expected either change or newPrice',
      'decisions[1]: received {}, expected either change or newPrice',
    ]);
  });

  test('a past price follows from changes', () => {
    expect(saidOf({ decisions: [newPrice(1.2, { week: -5 })] })).toEqual([
      "decisions[0].newPrice: received 1.2, expected change instead: today's price is known, past ones follow from the changes",
    ]);
  });

  test('a new price far from the list price is a unit mixed up', () => {
    expect(saidOf({ decisions: [newPrice(12.99)] })).toEqual([
      'decisions[0].newPrice: received 12.99, expected a price between a tenth of the listPrice and four times as much (listPrice is 1)',
    ]);
    expect(saidOf({ listPrice: 10.99, decisions: [newPrice(12.99)] })).toEqual([]);
    expect(saidOf({ decisions: [newPrice(0.09)] })).toHaveLength(1);
    expect(saidOf({ listPrice: 'ten', decisions: [newPrice(12.99)] })).toEqual([
      'listPrice: received "ten", expected a number from 0.0001 to 1000000000',
    ]);
  });

  test('a new price on a price that moves does not say by how much', () => {
    const reason = (i: number, j: number) =>
      `decisions[${i}].newPrice: received 1.2, expected change instead: decisions[${j}] moves the list price as well, so that a new price does not say by how much this decision changes it`;
    expect(saidOf({ decisions: [{ ...rise, week: 3 }, newPrice(1.2)] })).toEqual([
      reason(1, 0),
    ]);
    const stepped = { ...rise, week: -20, steps: 2, interval: 26 };
    expect(saidOf({ decisions: [newPrice(1.2), stepped] })).toEqual([reason(0, 1)]);
    const ending = { ...rise, week: -20, revert: 4 };
    expect(saidOf({ decisions: [newPrice(1.2), ending] })).toEqual([reason(0, 1)]);
    const between = { ...rise, week: 20 };
    expect(saidOf({ decisions: [newPrice(1.2, { steps: 2 }), between] })).toEqual([
      reason(0, 1),
    ]);
  });

  test('a price that moves before, after or for others is no obstacle', () => {
    for (const other of [
      { ...rise, week: -20 },
      { ...rise, week: 20 },
      { ...rise, week: 3, segments: ['budget'] },
    ])
      expect(saidOf({ decisions: [newPrice(1.2, { segments: ['vip'] }), other] })).toEqual([]);
  });
});

describe('counts', () => {
  test('four feature cuts and four over-promises', () => {
    const cut = { kind: 'featureCut', week: 3, breadth: 0.1, depth: 0.1 };
    const promise = { kind: 'overPromise', week: 3, size: 0.1 };
    const four = (entry: object) => Array<object>(4).fill(entry);
    expect(saidOf({ decisions: [...four(cut), ...four(promise)] })).toEqual([]);
    expect(saidOf({ decisions: [...four(cut), ...four(promise), cut, promise] })).toEqual([
      'decisions[8]: received "featureCut", expected at most 4 of the kind featureCut in a scenario',
      'decisions[9]: received "overPromise", expected at most 4 of the kind overPromise in a scenario',
    ]);
  });

  test.each([
    { kind: 'notice', weeks: 4 },
    { kind: 'grandfathering', week: 8, share: 1, weeks: 4 },
    { kind: 'litePlan', week: 8, price: 0.5, value: 0.5 },
    { kind: 'pause', week: 8, weeks: 4, price: 0 },
    { kind: 'pilot', week: 8, share: 0.5 },
    { kind: 'fatigue' },
    { kind: 'referral', share: 0.1 },
  ])('one $kind', (buffer) => {
    expect(saidOf({ decisions: [rise], buffers: [buffer, buffer] })).toEqual([
      `buffers[1]: received "${buffer.kind}", expected at most 1 of the kind ${buffer.kind} in a scenario`,
    ]);
  });

  test('of the others as many as one likes', () => {
    const buffer = { kind: 'explanation', week: 3, strength: 0.1 };
    expect(saidOf({ buffers: Array<object>(8).fill(buffer) })).toEqual([]);
  });
});

describe('pilot', () => {
  const pilot = { kind: 'pilot', week: 8, share: 0.2 };

  test('needs something to pilot', () => {
    expect(
      saidOf({
        decisions: [
          { ...rise, week: 7 },
          { kind: 'openness', week: 9, level: 0 },
        ],
        buffers: [pilot],
      }),
    ).toEqual([
      'buffers[0]: received ["openness"], expected something to pilot, dated at or after week 8 (price, featureCut, service, ads, lockIn, friction, overPromise, litePlan, pause); the rest reaches everybody at once',
    ]);
    expect(saidOf({ decisions: [rise], buffers: [pilot] })).toEqual([]);
    const pause = { kind: 'pause', week: 8, weeks: 4, price: 0 };
    expect(saidOf({ buffers: [pilot, pause] })).toEqual([]);
  });

  test('begins today or later', () => {
    expect(saidOf({ decisions: [rise], buffers: [{ ...pilot, week: -1 }] })).toEqual([
      'buffers[0].week: received -1, expected a week from 0 on: everybody pays the same list price today',
    ]);
  });

  test('is widened after it began', () => {
    expect(saidOf({ decisions: [rise], buffers: [{ ...pilot, widen: 7 }] })).toEqual([
      'buffers[0].widen: received 7, expected a week from 8 on, when the pilot begins',
    ]);
    expect(saidOf({ decisions: [rise], buffers: [{ ...pilot, widen: 8 }] })).toEqual([]);
  });
});

describe('selection', () => {
  const expected = 'expected the index of a decision with a size, dated week 0 or later';

  test('points at a decision with a size that is still to come', () => {
    const decisions = [{ ...rise, week: -5 }, { kind: 'noticeMail', week: 3 }, rise];
    expect(saidOf({ decisions, selected: 2 })).toEqual([]);
    expect(saidOf({ costOrder: ['notice', 'capacity'] })).toEqual([]);
    expect(saidOf({ costOrder: ['notice', 'capacity', 'notice'] })).toEqual([
      'costOrder[2]: received "notice", expected each at most once',
    ]);
    expect(saidOf({ decisions, selected: 0 })).toEqual([`selected: received 0, ${expected}`]);
    expect(saidOf({ decisions, selected: 1 })).toEqual([`selected: received 1, ${expected}`]);
    expect(saidOf({ decisions, selected: 3 })).toEqual([`selected: received 3, ${expected}`]);
  });

  test('a decision that is wrong itself is not wrong twice', () => {
    expect(
      saidOf({ decisions: [{ kind: 'price', week: 'x', change: 0.1 }], selected: 0 }),
    ).toHaveLength(1);
  });
});
