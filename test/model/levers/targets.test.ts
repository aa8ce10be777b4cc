import { describe, expect, test } from 'vitest';
import type { Buffer, Decision } from '../../../src/model/scenario.ts';
import { compiled, SEGMENTS, setOf, valuesOf } from '../reading.ts';
import { segmentEnds } from '../../../src/model/levers.ts';

const everyDecision: readonly Decision[] = [
  { kind: 'price', week: 8, change: 0.2, steps: 2, interval: 5, revert: 30 },
  { kind: 'featureCut', week: 9, breadth: 0.4, depth: 0.5 },
  { kind: 'openness', week: 10, level: 0.7 },
  { kind: 'service', week: 11, downgrade: 0.4, ramp: 6 },
  { kind: 'ads', week: 12, load: 0.3, ramp: 3 },
  { kind: 'shock', week: 13, size: 0.5, integrity: true },
  { kind: 'friction', week: 14, level: 0.2 },
  { kind: 'lockIn', week: 15, level: 0.3 },
  { kind: 'overPromise', week: 16, size: 0.2, share: 0.5 },
  { kind: 'noticeMail', week: 17 },
];

const everyTargetableBuffer: readonly Buffer[] = [
  { kind: 'explanation', week: 8, strength: 0.5 },
  { kind: 'grandfathering', week: 8, share: 0.3, weeks: 10 },
  { kind: 'compensation', week: 8, credit: 0.1 },
  { kind: 'apology', week: 14, weeks: 4, strength: 0.6, kept: false },
  { kind: 'capacity', multiplier: 0.9 },
  { kind: 'outreach', level: 0.4 },
  { kind: 'saveDesk', mode: 'obstruct', strength: 0.3 },
  { kind: 'litePlan', week: 8, price: 0.7, value: 0.8 },
  { kind: 'pause', week: 8, weeks: 13, price: 0.1 },
  { kind: 'winBack', week: 30, weeks: 4 },
];

const aimedAt = <E extends Decision | Buffer>(entries: readonly E[], segments: string[]): E[] =>
  entries.map((entry) => ({ ...entry, segments }));

describe('targets', () => {
  test('a lever on all segments is the lever on nobody in particular, to the byte', () => {
    const plain = compiled(everyDecision, everyTargetableBuffer);
    const aimed = compiled(
      aimedAt(everyDecision, [...SEGMENTS]),
      aimedAt(everyTargetableBuffer, [...SEGMENTS]),
    );
    expect(aimed).toEqual(plain);
  });

  test('a lever on one segment is the plain lever there and nothing elsewhere', () => {
    const nothing = compiled([]);
    const plain = compiled(everyDecision, everyTargetableBuffer);
    const aimed = compiled(
      aimedAt(everyDecision, ['budget']),
      aimedAt(everyTargetableBuffer, ['budget']),
    );
    expect(setOf(aimed, false, 'budget')).toEqual(setOf(plain, false, 'budget'));
    for (const other of ['mainstream', 'power', 'vip'] as const)
      expect(setOf(aimed, false, other)).toEqual(setOf(nothing, false, other));
  });

  test('every decision shows in the table', () => {
    const nothing = compiled([]);
    for (const entry of everyDecision)
      expect(compiled([entry]).blocks, entry.kind).not.toEqual(nothing.blocks);
  });

  test('two segments may have different prices and services', () => {
    const table = compiled([
      { kind: 'price', week: 5, change: 0.1, segments: ['power', 'vip'] },
      { kind: 'price', week: 6, change: 0.2 },
    ]);
    expect(valuesOf(table, 'P', 4, 6)).toEqual([1, 1, 1.2]);
    expect(valuesOf(table, 'P', 4, 6, { segment: 'vip' })).toEqual([1, 1.1, 1.32]);
  });

  test('without a pilot both sets of a segment are the same', () => {
    const table = compiled(everyDecision, everyTargetableBuffer);
    expect(setOf(table, true)).toEqual(setOf(table, false));
    expect([...table.pilotShare]).toEqual([0, 0, 0, 0]);
  });
});

describe('segment ends', () => {
  test('shares are cumulated, rounded, and end at the last customer', () => {
    expect(segmentEnds([{ share: 1 }, { share: 1 }, { share: 1 }], 10)).toEqual([3, 7, 10]);
    expect(segmentEnds([{ share: 0.7 }, { share: 0.3 }], 1000)).toEqual([700, 1000]);
  });
});
