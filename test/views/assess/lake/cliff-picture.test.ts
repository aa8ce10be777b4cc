/** What the cliff says under its axis. */
import { describe, expect, test } from 'vitest';
import type { CliffRun } from '../../../../src/assess/assessment.ts';
import { chanceShown } from '../../../../src/views/assess/lake/cliff-picture.ts';

/** Breaks from this size on. */
const run = (from: number): CliffRun => ({
  ...{ run: 0, path: [], losses: [], breaks: [{ from, to: null }] },
  ...{ tip: from, monotone: true },
});
const curve = { runs: [run(0.1), run(0.18), run(0.22), run(0.24)] };

describe('the chance at a size', () => {
  test('is the share of the runs of the sweep that break there', () => {
    expect(chanceShown({ decided: null }, curve, 0.2)).toBe(0.5);
  });

  test('is the one of the verdict at the size that is decided, and only there', () => {
    const decided = { size: 0.2, chance: 0.57 };
    expect(chanceShown({ decided }, curve, 0.1 + 0.1)).toBe(0.57);
    expect(chanceShown({ decided }, curve, 0.05 * 4)).toBe(0.57);
    expect(chanceShown({ decided }, curve, 0.21)).toBe(0.5);
    expect(chanceShown({ decided }, curve, 0.25)).toBe(1);
  });
});
