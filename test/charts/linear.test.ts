import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear } from '../../src/charts/linear.ts';

const ascending = fc
  .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 5 })
  .map((values) => values.sort((a, b) => a - b));

test('a straight scale gives what that of D3 gives, to and fro, whichever way it runs', () => {
  fc.assert(
    fc.property(
      ascending,
      ascending,
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 20 }),
      (values, pixels, down, left, asked) => {
        const length = Math.min(values.length, pixels.length);
        const domain = values.slice(0, length);
        const range = pixels.slice(0, length);
        if (down) domain.reverse();
        if (left) range.reverse();
        const [ours, theirs] = [linear(domain, range), scaleLinear(domain, range).clamp(true)];
        for (const value of asked) {
          expect(ours(value)).toBeCloseTo(theirs(value), 9);
          expect(ours.invert(value)).toBeCloseTo(theirs.invert(value), 9);
        }
        expect(ours.domain()).toEqual(theirs.domain());
      },
    ),
  );
});

test('its ticks are those of D3, and what is not known has no place', () => {
  const [ours, theirs] = [linear([0, 0.4], [12, 380]), scaleLinear([0, 0.4], [12, 380])];
  expect(ours.ticks(6)).toEqual(theirs.ticks(6));
  expect(ours(NaN)).toBeNaN();
  expect(linear([3, 3], [10, 20])(3)).toBe(15);
});
