import { describe, expect, test } from 'vitest';
import type { PilotAnswer } from '../../src/assess/pilot.ts';
import type { PilotDesign } from '../../src/assess/pilotDesign.ts';
import { designWords, pilotLines } from '../../src/cli/pilotText.ts';

const design: PilotDesign = {
  week: 8,
  weeks: 26,
  share: 0.1,
  segments: null,
  tripwire: { times: 3, weeks: 2, base: 52 },
};
const share = (count: number, of: number) => ({
  value: count / of,
  low: 0,
  high: 1,
  count,
  of,
});
const answer: PilotAnswer & { none: null } = {
  none: null,
  design,
  own: false,
  size: 0.25,
  runs: 20,
  all: { runs: 120, breaking: 96 },
  caught: share(13, 16),
  stoppedPlacebo: share(10, 20),
  stoppedHarmless: { ...share(11, 20), size: 0.11 },
  weekLit: { value: 8, low: 2, high: 25 },
  group: { heads: 317.5, weeklyComplaints: 0.29, limit: 0.87, baseWeeks: 34 },
  members: {
    shown: { value: 0, low: 0, high: 0.01 },
    alone: { value: 0.02, low: 0.01, high: 0.05 },
    withAll: { value: 0.6, low: 0.4, high: 0.7 },
  },
  cautions: ['shortBase', 'fewComplaints'],
};

describe('a pilot in words', () => {
  test('says what it stops, rightly and wrongly, and on what it rests', () => {
    expect(pilotLines(answer, 'price', 112)).toEqual([
      'It stops 13 of 16 runs that end in a mass exit, in week 8 (2 to 25) of the pilot.',
      'It stops 10 of 20 runs in which nothing is done, and 11 of 20 at +11 %, a size at which they hold.',
      'The 318 customers in it make 0.3 complaints a week together, too few to tell much.',
      'Against doing nothing they are 0 % (−1 % to 0 %) by its end, and −2 % (−5 % to −1 %) at the horizon; if everybody gets it, −60 % (−70 % to −40 %), as nobody then carries them.',
    ]);
  });

  test('does not say that others carry them where they do not', () => {
    const alone = { value: 0.58, low: 0.5, high: 0.65 };
    const lines = pilotLines(
      { ...answer, members: { shown: alone, withAll: alone, alone } },
      ...(['price', 112] as const),
    );
    expect(lines.at(-1)).toBe(
      'Against doing nothing they are −58 % (−65 % to −50 %) by its end, and −58 % (−65 % to −50 %) at the horizon; if everybody gets it, −58 % (−65 % to −50 %).',
    );
  });

  test('has nothing to stop where no run breaks', () => {
    const calm = { ...answer, caught: share(0, 0), weekLit: null, members: null, cautions: [] };
    const [first, , third, ...rest] = pilotLines(calm, 'ads', 112);
    expect(first).toBe('None of 120 runs ends in a mass exit: there is nothing to stop.');
    expect(third).toBe('The 318 customers in it make 0.3 complaints a week together.');
    expect(rest).toEqual([]);
  });

  test('says of how few runs it cannot tell, and where nothing is harmless', () => {
    const few = { ...answer, caught: share(1, 2), weekLit: null, stoppedHarmless: null };
    expect(pilotLines(few, 'price', 112).slice(0, 2)).toEqual([
      'It stops 1 of 2 runs that end in a mass exit: too few to tell how often it would.',
      'It stops 10 of 20 runs in which nothing is done. No size is known at which they hold: at half its tipping point most runs end in a mass exit as well.',
    ]);
    const one = { ...few, caught: share(0, 1) };
    expect(pilotLines(one, 'price', 112)[0]).toMatch(
      /^It stops 0 of 1 run that ends in a mass exit:/,
    );
  });

  test('of the plan itself is held against everybody at once, and says how little is left to see', () => {
    const own = { ...answer, own: true, caught: share(3, 15), weekLit: null };
    expect(pilotLines(own, 'price', 112).slice(0, 2)).toEqual([
      'It stops 3 of 15 runs that end in a mass exit if everybody gets it at once.',
      'The others get it in week 34, with 78 weeks left to see what comes of it.',
    ]);
    const never = { ...own, design: { ...design, weeks: 104 }, caught: share(0, 0) };
    expect(pilotLines(never, 'price', 112)[0]).toMatch(
      /ends in a mass exit if everybody gets it at once: there is nothing to stop\.$/,
    );
    expect(pilotLines(never, 'price', 112)[1]).toMatch(/^It stops/);
  });

  test('says a gain as one, a large group with its commas, and no range of few runs', () => {
    const won = { value: -0.003, low: -0.01, high: 0 };
    const lines = pilotLines(
      {
        ...{ ...answer, runs: 4, group: { ...answer.group, heads: 3227.4 } },
        members: { shown: won, alone: won, withAll: won },
      },
      ...(['ads', 112] as const),
    );
    expect(lines.at(-2)).toContain('The 3,227 customers');
    expect(lines.at(-1)).toContain('they are +0.3 % (4 runs) by its end');
  });

  test('says why there is no answer', () => {
    expect(pilotLines({ none: 'cannotBePiloted', design }, 'shock', 112)).toEqual([
      'Everybody gets such a decision at once.',
    ]);
  });

  test('names whom it takes in', () => {
    expect(designWords(design)).toBe(
      '10 % of all, 26 weeks, stopped at 3 times its complaints for 2 weeks',
    );
    expect(designWords({ ...design, share: 1, segments: ['budget', 'vip'] })).toContain(
      '100 % of budget, vip,',
    );
  });
});
