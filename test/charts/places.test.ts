import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagWidth, otherSide, sideWithRoom } from '../../src/charts/flag.ts';
import { spread } from '../../src/charts/label.ts';
import { storeys } from '../../src/charts/markers.ts';
import { tickAnchors } from '../../src/charts/tick-row.ts';

describe('labels set apart', () => {
  const blocks = fc.array(
    fc.record({ at: fc.integer({ min: -50, max: 350 }), size: fc.constantFrom(16, 32) }),
    { minLength: 1, maxLength: 6 },
  );

  test('never cover each other and stay in their range', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const heights = spread(given, 0, 300);
        const placed = given
          .map(({ size }, i) => ({ size, at: heights[i] ?? NaN }))
          .sort((a, b) => a.at - b.at);
        placed.forEach(({ at, size }, i) => {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at + size).toBeLessThanOrEqual(300 + 1e-9);
          const next = placed[i + 1];
          if (next) expect(next.at - at).toBeGreaterThanOrEqual(size - 1e-9);
        });
      }),
    );
  });

  test('stay where they are when there is room', () => {
    expect(
      spread(
        [
          { at: 90, size: 16 },
          { at: 20, size: 32 },
        ],
        0,
        200,
      ),
    ).toEqual([90, 20]);
  });

  test('give way by the same amount', () => {
    const [first, second] = spread(
      [
        { at: 100, size: 16 },
        { at: 104, size: 16 },
      ],
      0,
      200,
    );
    expect([first, second]).toEqual([94, 110]);
  });
});

describe('a flag', () => {
  test('flies where it is asked to if there is room, else where there is more', () => {
    expect(sideWithRoom('right', 100, 80, 0, 300)).toBe('right');
    expect(sideWithRoom('right', 280, 80, 0, 300)).toBe('left');
    expect(sideWithRoom('left', 20, 80, 0, 300)).toBe('right');
    expect(sideWithRoom('left', 60, 80, 0, 100)).toBe('left');
    expect(otherSide(otherSide('left'))).toBe('left');
  });

  test('takes about twice as much room for a Chinese letter as for a Latin one', () => {
    expect(flagWidth('你的决策') - flagWidth('')).toBeGreaterThan(
      1.5 * (flagWidth('Your') - flagWidth('')),
    );
  });
});

test('markers closer than fourteen pixels stand above each other', () => {
  expect(storeys([10, 20, 30, 60, 65])).toEqual([0, 1, 0, 0, 1]);
});

describe('ticks', () => {
  const plot = { left: 50, right: 350, top: 100, bottom: 300 };
  const x = scaleLinear([0, 30], [50, 350]);

  test('begin and end with the plot', () => {
    expect(tickAnchors([0, 15, 30], x, plot).map(({ anchor }) => anchor)).toEqual([
      'start',
      'middle',
      'end',
    ]);
  });

  test('are centred at the end where there is room beyond it', () => {
    expect(tickAnchors([30], x, plot, 20)).toEqual([{ value: 30, anchor: 'middle' }]);
  });
});
