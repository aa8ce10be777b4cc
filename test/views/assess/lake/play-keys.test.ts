import { expect, test } from 'vitest';
import { playKey } from '../../../../src/views/assess/lake/play-keys.ts';

const pressed = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey', true>> = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

test.each([
  [' ', {}, 'toggle'],
  ['ArrowRight', {}, { by: 1 }],
  ['ArrowLeft', {}, { by: -1 }],
  ['ArrowLeft', { shiftKey: true }, { by: -4 }],
  ['ArrowUp', {}, null],
  ['PageDown', {}, null],
  ['ArrowRight', { ctrlKey: true }, null],
  ['x', {}, null],
] as const)('%s with %o moves the playhead by %o', (key, held, expected) => {
  expect(playKey(pressed(key, held))).toEqual(expected);
});
