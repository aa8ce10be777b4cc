/** What the timeline says of going back in the week under the eye. */
import { describe, expect, test } from 'vitest';
import { concludeWayBack } from '../../../../src/assess/wayBack.ts';
import type { WayBack, WayBackPoint } from '../../../../src/assess/wayBack.ts';
import { parseScenario } from '../../../../src/model/parse.ts';
import example from '../../../../public/examples/general-price-rise.json';
import { timelineScales } from '../../../../src/views/assess/lake/timeline-picture.ts';
import type { TimelinePicture } from '../../../../src/views/assess/lake/timeline-picture.ts';
import {
  calmOf,
  clearOfCalm,
  returnsAt,
  wayBackLabels,
} from '../../../../src/views/assess/lake/way-back.ts';
import { wordsIn } from '../../../../src/words/index.ts';
import { numbersFor } from '../../../../src/words/numbers.ts';

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
    expect(returnsAt(known, week, 112)).toBeCloseTo(share, 9);
  });

  test('after the last week that was tried falls to nothing at the end', () => {
    const late = { ...known, curve: [point(9, 1), point(96, 0.3)] };
    expect(returnsAt(late, 96, 104)).toBeCloseTo(0.3, 9);
    expect(returnsAt(late, 100, 104)).toBeCloseTo(0.15, 9);
    expect(returnsAt(late, 103, 104)).toBeCloseTo(0.0375, 9);
  });

  test('is not told before the decision, nor where no week was tried', () => {
    expect(returnsAt(known, 7, 112)).toBeNull();
    expect(returnsAt(none, 30, 112)).toBeNull();
  });
});

describe('what is said of the last safe week and the calm weeks', () => {
  const at = (value: number) => ({ value, low: value - 2, high: value + 2 });
  const picture = (lastSafe: number, visible: number, playhead: number): TimelinePicture => ({
    ...{ width: 640, height: 450, waterline: 160, compact: false, horizon: 112 },
    ...{ words: wordsIn('en'), numbers: numbersFor('en'), timeline: null, events: [] },
    wayBack: {
      ...{ lastSafe: at(lastSafe), firstVisible: at(visible) },
      calmWeeks: at(visible - lastSafe),
    },
    playheadBefore: { lastSafe: playhead < lastSafe, visibleRise: playhead < visible },
  });
  const labels = (shown: TimelinePicture) => {
    const scales = timelineScales(shown);
    return wayBackLabels(shown, scales, calmOf(shown, scales));
  };
  const sides = (shown: TimelinePicture) =>
    Object.fromEntries(labels(shown).map(({ key, anchor }) => [key, anchor]));

  test('stands on the side where the playhead is not', () => {
    expect(sides(picture(69, 75, 76))).toMatchObject({ 'deadline-0': 'end', calm: 'end' });
    expect(sides(picture(63, 66, 56))).toMatchObject({ 'deadline-0': 'start', calm: 'start' });
  });

  test('stands on the other side where it has no room', () => {
    expect(sides(picture(12, 16, 50))).toMatchObject({ 'deadline-0': 'start', calm: 'start' });
    expect(sides(picture(100, 106, 50))).toMatchObject({ 'deadline-0': 'end', calm: 'end' });
  });

  test('lies over no other label', () => {
    const shown = picture(63, 66, 56);
    const scales = timelineScales(shown);
    const calm = labels(shown).find(({ key }) => key === 'calm');
    const [x, y] = [calm?.x ?? 0, calm?.y ?? 0];
    const near = { key: 'churn', x: x + 100, y: y + 12, text: '' };
    const far = { key: 'nps', x: x + 100, y: y - 20, text: '' };
    const aside = { key: 'aside', x: x - 100, y, text: '' };
    expect(clearOfCalm([near, far, aside], shown, scales, 70)).toEqual([
      { ...near, y: y + 16 },
      far,
      aside,
    ]);
  });
});
