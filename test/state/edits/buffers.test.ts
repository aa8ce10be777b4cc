import { describe, expect, test } from 'vitest';
import { BufferSchema } from '../../../src/model/scenario.ts';
import {
  bufferRows,
  bufferValue,
  COMMON_KINDS,
  OTHER_KINDS,
  SCALES,
  stopsFor,
  typedValue,
  withBufferSetting,
  withBufferValue,
} from '../../../src/state/edits/buffers.ts';
import { SETTINGS, settingOf } from '../../../src/state/edits/entry-fields.ts';
import { scenarioWith, taken } from '../scenarios.ts';

const KINDS = BufferSchema.options.map(({ entries }) => entries.kind.literal);
const bare = scenarioWith({
  decisions: [{ kind: 'price', week: 20, change: 0.2 }],
  buffers: [],
});

test('there is a slider for every buffer that a scenario knows', () => {
  expect([...COMMON_KINDS, ...OTHER_KINDS].toSorted()).toEqual(KINDS.toSorted());
});

describe.each(KINDS)('the slider of %s', (kind) => {
  const { stops } = SCALES[kind];
  const off = { kind, index: null };

  test('has one place for off, and begins with the selected decision', () => {
    expect(stops.filter((stop) => stop === null)).toHaveLength(1);
    const value = stops.findLast((stop) => stop !== null) ?? 1;
    const [buffer] = taken(withBufferValue(bare, off, value)).buffers;
    if (buffer && 'week' in buffer) expect(buffer.week).toBe(kind === 'winBack' ? 46 : 20);
    expect(bufferValue(buffer ?? null)).toBe(value);
  });

  test('holds at each of its stops and at its limits, and goes off again', () => {
    const { min, max } = SCALES[kind];
    let scenario = bare;
    for (const stop of [...stops, min, max]) {
      if (stop === null) continue;
      const [row] = bufferRows(scenario, [kind]);
      scenario = taken(withBufferValue(scenario, row ?? off, stop));
      expect(scenario.buffers).toHaveLength(1);
    }
    expect(taken(withBufferValue(scenario, { kind, index: 0 }, null)).buffers).toEqual([]);
  });

  test('has settings that hold', () => {
    const on = withBufferValue(bare, off, stops.findLast((stop) => stop !== null) ?? 1);
    for (const { type, key, ...setting } of SETTINGS[kind]) {
      if (type !== 'number' || !('min' in setting) || key === 'revert') continue;
      const value = key === 'week' ? 19 : key === 'widen' ? 60 : setting.max;
      const [buffer] = taken(withBufferSetting(on, 0, key, value)).buffers;
      expect(buffer && settingOf(buffer, key)).toBe(value);
    }
  });
});

test('a buffer keeps its other settings when its slider moves', () => {
  const scenario = scenarioWith({
    buffers: [
      { kind: 'notice', weeks: 4 },
      { kind: 'compensation', week: 3, credit: 0.1, segments: ['vip'] },
      { kind: 'compensation', week: 9, credit: 0.2 },
    ],
  });
  const rows = bufferRows(scenario, ['compensation', 'outreach']);
  expect(rows.map(({ index }) => index)).toEqual([1, 2, null]);
  const edited = taken(withBufferValue(scenario, { kind: 'compensation', index: 1 }, 0.3));
  expect(edited.buffers[1]).toEqual({
    kind: 'compensation',
    week: 3,
    credit: 0.3,
    segments: ['vip'],
  });
  expect(edited.buffers[2]).toEqual(scenario.buffers[2]);
});

test('a value between the stops has a stop of its own', () => {
  expect(stopsFor('explanation', 0.33)).toMatchObject({ position: 7 });
  expect(stopsFor('crisisResponse', 60).stops.slice(3, 7)).toEqual([96, 72, 60, 48]);
  expect(stopsFor('capacity', 1.1).stops.slice(2, 6)).toEqual([0.75, null, 1.1, 1.25]);
  expect(stopsFor('capacity', 0.9).stops.slice(2, 6)).toEqual([0.75, 0.9, null, 1.25]);
  expect(stopsFor('notice', 30)).toMatchObject({ position: 27 });
  expect(stopsFor('notice', null)).toMatchObject({ position: 4 });
  expect(stopsFor('notice', 4)).toMatchObject({ position: 4 });
  expect(stopsFor('empowerment', null)).toMatchObject({ position: 5 });
});

test('a typed number is read as it is shown', () => {
  expect(typedValue('explanation', 60, 8)).toBe(0.6);
  expect(typedValue('notice', 6.4, 8)).toBe(6);
  expect(typedValue('notice', 80, 8)).toBe(52);
  expect(typedValue('capacity', 12, 8)).toBe(1.5);
  expect(typedValue('crisisResponse', 0, 8)).toBe(0);
});

test('a typed number that stands for nothing switches off', () => {
  expect(typedValue('notice', 4, 8)).toBeNull();
  expect(typedValue('notice', 0, 8)).toBe(0);
  expect(typedValue('capacity', 8, 8)).toBeNull();
  expect(typedValue('empowerment', 50, 8)).toBeNull();
  expect(typedValue('empowerment', 0, 8)).toBe(0);
});

test('a tripwire is taken away whole', () => {
  const on = withBufferValue(bare, { kind: 'pilot', index: null }, 0.1);
  const [wired] = taken(withBufferSetting(on, 0, 'tripwire.weeks', 4)).buffers;
  expect(wired).toMatchObject({ tripwire: { times: 3, weeks: 4 } });
  const [unwired] = taken(withBufferSetting(on, 0, 'tripwire.times', undefined)).buffers;
  expect(unwired).not.toHaveProperty('tripwire');
});
