import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../../src/model/scenario.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { populationOf, revenueParts, sum } from '../../../src/state/edits/population.ts';
import {
  canSplit,
  withMerged,
  withName,
  withRevenue,
  withShare,
  withSplit,
} from '../../../src/state/edits/segment-edits.ts';
import { scenarioWith, taken } from '../scenarios.ts';

/** Shares as a template has them, or counts as a file has them; the numbers drawn are weights from 1 to 100. */
const market = fc
  .record({
    counted: fc.boolean(),
    weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }),
    arpu: fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 8 }),
    h0: fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 8 }),
    S: fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 8 }),
  })
  .map(({ counted, weights, arpu, h0, S }) =>
    scenarioWith({
      decisions: [{ kind: 'price', week: 8, change: 0.1, segments: ['s0'] }],
      buffers: [],
      segments: weights.map((weight, i) => ({
        name: `s${i}`,
        share: counted ? weight * 7 : weight / sum(weights),
        ...(arpu[i] !== undefined && { arpu: arpu[i] }),
        ...(h0[i] !== undefined && { h0: h0[i] }),
        ...(S[i] !== undefined && { S: S[i], data: 0.5, fear: 0.1, contract: 0.4 }),
      })),
    }),
  );
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('merge', 'split', 'share', 'name'),
    at: fc.nat(30),
    other: fc.nat(30),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);
type Edit = typeof edits extends fc.Arbitrary<readonly (infer E)[]> ? E : never;

function edited(scenario: Scenario, { kind, at, other, part }: Edit, step: number): Scenario {
  const { length } = segmentsOf(scenario);
  const [a, b] = [at % length, other % length];
  if (kind === 'merge') return withMerged(scenario, [a, b], `m${step}`);
  if (kind === 'split') return withSplit(scenario, a, part, `p${step}`);
  if (kind === 'share') return withShare(scenario, a, part);
  return withName(scenario, a, `n${step}`);
}

const shares = (scenario: Scenario) => segmentsOf(scenario).map(({ share }) => share);
const weighed = (scenario: Scenario, by: 'arpu' | 'h0' | 'S') =>
  sum(segmentsOf(scenario).map((segment) => segment.share * (segment[by] ?? 1)));
const close = (value: number, to: number) =>
  Math.abs(value - to) <= 1e-9 * Math.max(1, Math.abs(to));

test('whatever is edited, the scenario holds and its shares add up to what they did', () => {
  fc.assert(
    fc.property(market, edits, (start, steps) => {
      let scenario = start;
      steps.forEach((step, i) => {
        const before = scenario;
        scenario = taken(edited(scenario, step, i));
        if (!populationOf(start).counted)
          return expect(close(sum(shares(scenario)), sum(shares(start)))).toBe(true);
        expect(sum(shares(scenario))).toBe(sum(shares(start)));
        expect(shares(scenario).every(Number.isInteger)).toBe(true);
        expect(populationOf(scenario).total).toBe(populationOf(before).total);
      });
    }),
    { numRuns: 300 },
  );
});

test('merging and splitting keep revenue, everyday exits and switching cost', () => {
  fc.assert(
    fc.property(market, edits, (start, steps) => {
      const scenario = steps
        .filter(({ kind }) => kind !== 'share')
        .reduce((current, step, i) => taken(edited(current, step, i)), start);
      for (const by of ['arpu', 'h0', 'S'] as const)
        expect(close(weighed(scenario, by), weighed(start, by))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('shares of a single person are never rounded to none', () => {
  const shares = [0.284375, 0.071875, 0.240625, 0.109375, 0.29375];
  const scenario = scenarioWith({
    decisions: [],
    buffers: [],
    segments: shares.map((share, i) => ({ name: `s${i}`, share })),
  });
  const split = taken(withSplit(scenario, 1, 0, 'p'));
  const { counts } = populationOf(taken(withMerged(split, [0, 3], 'm')));
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test('another share leaves the proportions of the others', () => {
  const scenario = scenarioWith();
  const before = shares(scenario);
  const after = shares(taken(withShare(scenario, 1, 0.4)));
  expect(after[1]).toBeCloseTo(0.4, 12);
  expect((after[0] ?? 0) / (after[2] ?? 1)).toBeCloseTo((before[0] ?? 0) / (before[2] ?? 1), 9);
});

test('no share is so large that another segment is left with nobody', () => {
  const all = taken(withShare(scenarioWith(), 0, 1));
  expect(Math.min(...populationOf(all).counts)).toBe(1);
  const none = taken(withShare(scenarioWith(), 0, 0));
  expect(populationOf(none).counts[0]).toBe(1);
});

describe('merging', () => {
  const pair = [
    { name: 'a', share: 300, arpu: 2, annual: 0.5, bond: 1 },
    { name: 'b', share: 100, arpu: 6, S: 3, data: 0.2, fear: 0.2, contract: 0.6 },
    { name: 'c', share: 100 },
  ];
  const scenario = scenarioWith({
    segments: pair,
    decisions: [{ kind: 'price', week: 8, change: 0.1, segments: ['a', 'c'] }],
    buffers: [],
  });

  test('weighs by share, and the parts of the switching cost by the cost', () => {
    const [one, ...others] = segmentsOf(taken(withMerged(scenario, [0, 1], 'ab')));
    expect(others.map(({ name }) => name)).toEqual(['c']);
    expect(one).toEqual({
      name: 'ab',
      share: 400,
      arpu: 3,
      annual: 0.375,
      bond: 1,
      S: 1.5,
      data: 0.35,
      fear: 0.275,
      contract: 0.375,
    });
  });

  test('leaves what no segment sets to its default', () => {
    const [, one] = segmentsOf(taken(withMerged(scenario, [1, 2], 'bc')));
    expect(one).not.toHaveProperty('annual');
  });

  test('aims at the whole what was aimed at a part', () => {
    const aims = (edit: Scenario) =>
      taken(edit).decisions.map((one) => 'segments' in one && one.segments);
    expect(aims(withMerged(scenario, [0, 1], 'ab'))).toEqual([['ab', 'c']]);
    expect(aims(withMerged(scenario, [0, 2], 'ac'))).toEqual([['ac']]);
    expect(aims(withSplit(scenario, 0, 0.5, 'a2'))).toEqual([['a', 'a2', 'c']]);
    expect(aims(withName(scenario, 2, 'z'))).toEqual([['a', 'z']]);
  });

  test('takes two at least', () => {
    expect(withMerged(scenario, [1], 'b')).toBe(scenario);
  });
});

test('a segment of one customer, or of too many others, is not split', () => {
  const tiny = scenarioWith({
    customers: 1000,
    decisions: [],
    buffers: [],
    segments: [
      { name: 'a', share: 1 },
      { name: 'b', share: 999 },
    ],
  });
  expect([0, 1].map((i) => canSplit(tiny, i))).toEqual([false, true]);
  expect(withSplit(tiny, 0, 0.5, 'c')).toBe(tiny);
  let many = tiny;
  for (let i = 0; i < 30; i++) many = withSplit(many, 1, 0.02, `s${i}`);
  expect(segmentsOf(taken(many))).toHaveLength(24);
  expect(canSplit(many, 1)).toBe(false);
});

test('revenue per head changes the part of all revenue', () => {
  const scenario = scenarioWith();
  const before = revenueParts(populationOf(scenario));
  const after = revenueParts(populationOf(taken(withRevenue(scenario, 0, 10))));
  expect(sum(after)).toBeCloseTo(1, 12);
  expect(after[0]).toBeGreaterThan(before[0] ?? 1);
  expect(taken(withRevenue(scenario, 0, -3)).segments?.[0]?.arpu).toBe(0);
});

describe('the curves of the file', () => {
  const scenario: Scenario = {
    ...scenarioWith({
      decisions: [],
      buffers: [],
      segments: ['a', 'b', 'c'].map((name) => ({ name, share: 100 })),
    }),
    origin: {
      rows: 300,
      leftOut: 0,
      survival: ['a', 'b', 'c'].map((segment) => ({ segment, points: [] })),
    },
  };
  const curves = ({ origin }: Scenario) => origin?.survival?.map(({ segment }) => segment);

  test('go along with a name and with both parts of a split', () => {
    expect(curves(withName(scenario, 1, 'B'))).toEqual(['a', 'B', 'c']);
    expect(curves(withSplit(scenario, 1, 0.5, 'b 2'))).toEqual(['a', 'b', 'b 2', 'c']);
    expect(curves(withShare(scenario, 1, 0.5))).toEqual(['a', 'b', 'c']);
  });

  test('are not those of who was merged, by no name', () => {
    const merged = withMerged(scenario, [0, 1], 'a');
    expect(curves(merged)).toEqual(['c']);
    expect(curves(withName(merged, 0, 'b'))).toEqual(['c']);
  });
});
