import { describe, expect, test } from 'vitest';
import {
  historyOf,
  recorded,
  redone,
  settled,
  undone,
} from '../../../src/state/edits/history.ts';
import type { History } from '../../../src/state/edits/history.ts';

/** Records values one after the other, each a step of its own. */
const through = (...values: readonly string[]): History<string> =>
  values
    .slice(1)
    .reduce((history, value) => recorded(history, value), historyOf(values[0] ?? ''));

describe('a history', () => {
  test('goes back and forward again through every step', () => {
    const abc = through('a', 'b', 'c');
    const back = undone(abc);
    expect([back.present, undone(back).present]).toEqual(['b', 'a']);
    expect(redone(redone(undone(back))).present).toBe('c');
    expect(abc.present).toBe('c');
  });

  test('stays as it is where there is no way to go', () => {
    const only = historyOf('a');
    expect(undone(only)).toBe(only);
    expect(redone(only)).toBe(only);
    expect(recorded(only, 'a')).toBe(only);
  });

  test('forgets what was undone once something else is done', () => {
    const other = recorded(undone(through('a', 'b')), 'c');
    expect(redone(other)).toBe(other);
    expect(undone(other).present).toBe('a');
  });

  test('takes one gesture as one step', () => {
    const drag = ['b', 'c', 'd'].reduce(
      (history, value) => recorded(history, value, 'size'),
      historyOf('a'),
    );
    expect(drag.present).toBe('d');
    expect(undone(drag).present).toBe('a');
    expect(redone(undone(drag)).present).toBe('d');
  });

  test('keeps two gestures apart, of two names or of one after the other', () => {
    const first = recorded(historyOf('a'), 'b', 'size');
    expect(undone(recorded(first, 'c', 'week')).present).toBe('b');
    expect(undone(recorded(settled(first), 'c', 'size')).present).toBe('b');
    expect(undone(recorded(first, 'c')).present).toBe('b');
  });

  test('begins a new step after an undo in the middle of a gesture', () => {
    const first = recorded(recorded(historyOf('a'), 'b'), 'c', 'size');
    expect(undone(recorded(undone(first), 'd', 'size')).present).toBe('b');
  });

  test('keeps the last two hundred steps', () => {
    const long = through(...Array.from({ length: 300 }, (_, i) => `${i}`));
    expect(long.past).toHaveLength(200);
    expect(long.past[0]).toBe('99');
  });
});
