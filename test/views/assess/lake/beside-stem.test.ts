/** The labels of the tipping point, where the stem of the decision would cross them. */
import { expect, test } from 'vitest';
import { besideStem } from '../../../../src/views/assess/lake/beside-stem.ts';

const WIDE = 144;
const right = { x: 60, anchor: 'start' } as const;
const left = { x: 300, anchor: 'end' } as const;

test('a label that the stem would cross stands beyond it', () => {
  expect(besideStem(right, 55, WIDE, 400)).toEqual({ ...right, x: 67 });
  expect(besideStem(right, 108, WIDE, 400)).toEqual({ ...right, x: 120 });
  expect(besideStem(left, 200, WIDE, 400)).toEqual({ ...left, x: 188 });
});

test('a label clear of the stem stays where it is, and so does one without room beyond it', () => {
  for (const stem of [40, 210]) expect(besideStem(right, stem, WIDE, 400)).toBe(right);
  for (const stem of [150, 320]) expect(besideStem(left, stem, WIDE, 400)).toBe(left);
  expect(besideStem(right, 180, WIDE, 330)).toBe(right);
  expect(besideStem(left, 158, WIDE, 330).x).toBe(158 - 12);
  expect(besideStem({ ...left, x: 160 }, 150, WIDE, 330).x).toBe(160);
});
