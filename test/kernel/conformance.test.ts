/** The kernel against the page of equations: one model, two executions. */
import fc from 'fast-check';
import { beforeAll, describe, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { week } from '../../src/model/week.ts';
import { difference } from './agreement.ts';
import { settings } from './settings.ts';
import { staged } from './staged.ts';
import type { Setting } from './settings.ts';

const SEED = 20260;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** The difference itself says all; the setting around it would fill pages. */
function firstDifference({ failed, numRuns, errorInstance }: fc.RunDetails<[Setting]>): void {
  if (failed) throw new Error(`setting ${numRuns}`, { cause: errorInstance });
}

describe('one week from anywhere', () => {
  test('the kernel comes to the same as the page', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const found = difference(staged(kernel, setting), week);
        if (found !== undefined) throw new Error(found);
      }),
      { seed: SEED, numRuns: 200, endOnFailure: true, reporter: firstDifference },
    );
  });
});
