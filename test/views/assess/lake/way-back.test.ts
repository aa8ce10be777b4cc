/** What the timeline says of going back in the week under the eye. */
import { describe, expect, test } from 'vitest';
import { concludeWayBack } from '../../../../src/assess/wayBack.ts';
import type { WayBack, WayBackPoint } from '../../../../src/assess/wayBack.ts';
import { parseScenario } from '../../../../src/model/parse.ts';
import example from '../../../../public/examples/general-price-rise.json';
import { returnsAt } from '../../../../src/views/assess/lake/way-back.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The scenario must hold.');
const estimate = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const point = (week: number, regained: number): WayBackPoint => ({
  ...{ week, weeksAfter: week - 8, loss: estimate(0.2), regained: estimate(regained) },
  avoided: 1,
});
const none = concludeWayBack(parsed.scenario, []);
const known: WayBack = {
  ...none,
  curve: [point(9, 1.01), point(20, 0.9), point(30, 0.4), point(60, -0.2)],
};

describe('the share of the loss that returns', () => {
  test.each([
    [8, 1],
    [9, 1],
    [20, 0.9],
    [25, 0.65],
    [30, 0.4],
    [60, 0],
    [100, 0],
  ])('in week %d is %d', (week, share) => {
    expect(returnsAt(known, week)).toBeCloseTo(share, 9);
  });

  test('is not told before the decision, nor where no week was tried', () => {
    expect(returnsAt(known, 7)).toBeNull();
    expect(returnsAt(none, 30)).toBeNull();
  });
});
