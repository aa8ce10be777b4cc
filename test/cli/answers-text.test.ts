/** The answers as a reader of the terminal meets them. */
import { describe, expect, test } from 'vitest';
import { answerLines } from '../../src/cli/answersText.ts';
import type { Desk } from '../../src/assess/desk.ts';
import type { Answers } from '../../src/assess/answers.ts';
import type { Assessment } from '../../src/assess/assess.ts';
import type { Looked } from '../../src/assess/effect.ts';
import type { FixId } from '../../src/assess/fixTable.ts';
import { concludeFixes } from '../../src/assess/fixes.ts';
import type { PacedOutcome } from '../../src/assess/pacing.ts';
import type { MeasureWarning, Warning } from '../../src/assess/warning.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { concludeWayBack } from '../../src/assess/wayBack.ts';
import type { WayBack } from '../../src/assess/wayBack.ts';
import { plus, wholes } from '../../src/cli/figures.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'text', seed: 'text', horizon: 60, customers: 800, runs: 8 },
  ...{
    template: 'general',
    decisions: [{ kind: 'price', week: 8, change: 0.36 }],
    buffers: [],
  },
};
const estimate = (value: number, low: number, high: number) => ({ value, low, high });
const said = (answers: Partial<Answers>, lever = 'price', runs = 120) =>
  answerLines({
    ...{ decision: { lever, size: 0.36, week: 8 }, horizon: 60, customers: 800, runs },
    ...{ segments: ['mainstream', 'own name'], answers },
  } as unknown as Assessment).join('\n');

describe('figures', () => {
  test('have a sign only if they are not 0 as they are written', () => {
    expect(['0.1', '0', '0.0', '-0.0', '-2'].map(plus)).toEqual([
      ...['+0.1', '0', '0.0', '0.0', '\u22122'],
    ]);
  });

  test('that count are whole, and a single run has no range', () => {
    expect(wholes(estimate(54.5, 43.6, 70.2))).toBe('55 (44 to 70)');
    expect(wholes({ ...estimate(115, 115, 115), runs: 1 })).toBe('115 (1 run)');
  });
});

describe('early warning', () => {
  const share = (value: number) => ({ ...estimate(value, 0, 1), runs: 20 });
  const measured = (more: Partial<MeasureWarning>): MeasureWarning => ({
    ...{ measure: 'complaints', alarmed: 18, lead: { ...estimate(9.4, 2, 20), runs: 18 } },
    ...{
      before: 16,
      leadToWave: { ...estimate(17, 8, 30), runs: 18 },
      beforeWave: 16,
      falseAlarms: share(0.9),
    },
    ...{ twinAlarms: share(0.1), limit: null, claim: 'soundsEitherWay', ...more },
  });
  const warning = (more: Partial<MeasureWarning>): Warning => ({
    ...{ all: { runs: 120, breaking: 60 }, runs: 40, breaking: 20, baseWeeks: 30 },
    ...{ outcome: 'measured', showing: 19 },
    ...{ visibleRise: null, wave: null, measures: [measured(more)] },
  });

  test('does not claim what sounds either way, and says when nothing is left', () => {
    const text = said({ warning: warning({}) });
    expect(text).toContain('No figure warns: do not wait for a signal.');
    expect(text).toMatch(
      /complaints +sounds either way +17 \(8 to 30\) +9 \(2 to 20\) +16 of 19 +90 % +10 %\n/,
    );
    expect(text).toContain('60 of 120 runs end in a mass exit; 40 looked at, of which 20 do');
    expect(text).toContain('of the 19 runs that break and show it');
    expect(said({ warning: warning({ claim: 'warns' }) })).not.toContain('No figure warns');
    expect(said({ warning: warning({ falseAlarms: null }) })).toContain('none holds');
  });

  test('has the churn as the comparison, which leads nothing', () => {
    expect(said({ warning: warning({ measure: 'churn', claim: 'noLead' }) })).toMatch(
      /churn +the comparison +\u2013 +\u2013 +\u2013 +90 % +10 %\n/,
    );
  });

  test('prints no lead of what has none, but how late it is', () => {
    const rowOf = (more: Partial<MeasureWarning>) =>
      said({ warning: warning({ claim: 'noLead', ...more }) })
        .split('\n')
        .find((line) => line.includes('complaints'));
    const lead = (value: number) => ({ lead: { ...estimate(value, value - 2, 36), runs: 18 } });
    expect(rowOf(lead(-11))).toMatch(/no lead +\u2013 +11 weeks too late +16 of 19/);
    expect(rowOf(lead(-1))).toContain(' 1 week too late');
    expect(rowOf(lead(19))).toMatch(/no lead +\u2013 +\u2013 +16 of 19/);
    expect(rowOf({ lead: null, leadToWave: null, alarmed: 0 })).toContain('no alarm');
    expect(rowOf({ lead: null, leadToWave: null, alarmed: 3 })).toContain('hardly any alarm');
  });

  test('has nothing to tell where every run holds, or all but a few', () => {
    const told = (outcome: Warning['outcome'], breaking: number) =>
      said({ warning: { ...warning({}), outcome, breaking, all: { runs: 120, breaking } } });
    expect(told('holds', 0)).toMatch(
      /None of 120 runs ends in a mass exit: there is nothing to warn of\.$/,
    );
    expect(told('tooFew', 2)).toMatch(/2 of 120 runs end .*\nToo few to tell what warns/);
  });
});

describe('fixes', () => {
  const shifted = (tip: number | null, without: number | null = 0.3) =>
    concludeFixes(
      'price',
      0.36,
      [{ tip: without }],
      [{ id: 'notice', scenario, runs: [{ tip }] }],
    );

  test('are named, with what is needed or to spare', () => {
    const text = said({ fixes: shifted(0.4) });
    expect(text).toContain('The decision needs a shift of +6.0 points.');
    expect(text).toMatch(/ {2}Longer notice \(notice\) +\+10\.0 points \(1 pair\)/);
    expect(said({ fixes: shifted(0.5, 0.42) })).toContain('has 6.0 points to spare');
    const again = { ...shifted(0.4), needed: null };
    expect(said({ fixes: again })).toContain(
      'The decision needs none: beyond the tipping point',
    );
  });

  test('where nothing tips, only what brings a tipping point about is listed', () => {
    const none = said({ fixes: shifted(null, null) });
    expect(none).toContain('There is no tipping point to move.');
    expect(none).not.toContain('notice');
    expect(said({ fixes: shifted(0.7, null) })).toContain('at most \u221230.0 points');
  });

  const measured = (
    without: readonly Looked[],
    fixed: readonly Looked[],
    size = 0.36,
    setting = {},
  ) =>
    said({
      fixes: concludeFixes('price', size, without, [
        { id: 'notice', setting, scenario, runs: fixed },
      ]),
    });

  test('stand at their setting, beside the chance without any and the pairs that tell', () => {
    const tips = (...all: (number | null)[]) => all.map((tip) => ({ tip }));
    const text = measured(tips(0.3, 0.34, 0.4, null), tips(0.4, 0.44, 0.5, null), 0.36, {
      ...{ weeks: 8, kept: true, mode: 'listen' },
    });
    expect(text).toContain(
      '(each alone, in pairs; the first 4 of 120 runs, of which 50 % break without any)',
    );
    expect(text).toMatch(
      /\+10\.0 points \(\+10\.0 to \+10\.0\), in 3 of 4 pairs helps, chance 0\.0 %; weeks 8, kept, mode listen$/,
    );
    expect(measured(tips(0.3, 0.3), tips(0.3, null))).toContain(
      'at least +35.0 points (from 0.0',
    );
  });

  test('are not called nothing unless they read as nothing', () => {
    const by = (...shifts: number[]) =>
      measured(
        shifts.map(() => ({ tip: 0.3 })),
        shifts.map((shift) => ({ tip: 0.3 + shift })),
      );
    expect(by(0, 0, 0)).toContain('0.0 points (0.0 to 0.0)            does nothing');
    expect(by(0.001, 0.0011, 0.0012)).toContain('too little to matter');
    expect(by(0.1, -0.1, 0.02)).toContain('no clear effect');
  });

  test('are judged by the customers kept where the runs break without the decision', () => {
    const broken = (loss: number, tip = 0): Looked => ({
      ...{ tip, atSize: { loss, breaks: loss >= 0.2 } },
    });
    const text = measured([broken(0.6), broken(0.62)], [broken(0.5), broken(0.53)]);
    expect(text).toContain('The runs break without this decision as well');
    expect(text).not.toContain('needs a shift');
    expect(text).toMatch(/customers \+9\.5 % \(.*\) +helps, chance 100 %/);
    const cut = measured([broken(0.3)], [broken(0.1)], -0.2);
    expect(cut).not.toContain('to spare');
    expect(cut).toMatch(/customers \+20 % .* helps, chance 0\.0 %/);
    const five = (tip: number) => Array.from({ length: 5 }, () => broken(0.6, tip));
    const later = measured(
      [...five(0), ...five(0), ...five(0)],
      [...five(0.02), ...five(0), ...five(0)],
    );
    expect(later).toMatch(/tips later in 5 of 15 runs +helps/);
  });
});

test('the smallest fix may be a smaller decision, alone or with others', () => {
  const exits = { ...{ chance: 0, low: 0, high: 0.02, exits: 0, runs: 120 }, threshold: 0.2 };
  const plan = (...fixes: FixId[]) => ({ after: exits, fixes, size: 0.2, scenario });
  const text = said({
    smallestFix: {
      ...{ kind: 'found', before: { ...exits, exits: 120 } },
      ...{ ...plan(), alternative: plan('notice') },
    },
  });
  expect(text).toContain('\nA decision of only +20 %: 120 of 120 runs become 0 of 120');
  expect(text).toContain('\nOr Longer notice (notice) + only +20 %: 120 of 120');
});

test('a decision on some segments says which share of them leaves', () => {
  const standing = (value: number) => ({
    ...{ chance: 0, tippingPoint: { value, low: value, high: value, open: false } },
  });
  const text = answerLines({
    ...{ decision: { lever: 'price', size: 0.3, week: 8 }, massExit: { threshold: 0.25 } },
    answers: {
      homophily: {
        ...{ first: standing(0.3), second: standing(0.2), segments: ['budget'], runs: 20 },
        shift: { ...estimate(-0.1, -0.12, -0.08), pairs: 20, bound: 'none' },
      },
    },
  } as unknown as Assessment).join('\n');
  expect(text).toContain('25 % of these customers leave from +30 % on if they live among all');
});

test('segments have names, and what is at stake no sign', () => {
  const loss = {
    lost: estimate(0.2, 0.1, 0.3),
    atStake: estimate(0.04, 0.02, 0.06),
    silent: { customers: estimate(42.5, 33.9, 47.1), revenue: estimate(0, 0, 0) },
  };
  const told = (desk?: Desk) =>
    said({
      counterfactual: {
        ...{ runs: 20, measures: {} as never, all: loss, highValue: estimate(160.2, 150, 171) },
        ...{ desk: desk ?? null },
        presentValue: { rate: 0.1, relative: estimate(0.1, 0, 0.2) } as never,
        segments: [
          { segment: 0, ...loss },
          { segment: 1, ...loss },
        ],
      },
    });
  const text = told();
  expect(text).toMatch(
    /Mainstream +customers \u221220 % .* revenue at stake 4\.0 % \(2\.0 to 6\.0\)/,
  );
  expect(text).toContain('own name');
  expect(text).toContain('Silent VIPs: 43 (34 to 47) of the 160 who spend most, at the end.');
  expect(text).not.toContain('desk');
  const figures = (attempts: number, saved: number) => ({
    attempts: estimate(attempts, attempts - 4, attempts + 4),
    saved: { ...estimate(saved, saved - 0.05, saved + 0.05), runs: 20 },
  });
  const held = told({ mode: 'obstruct', first: figures(44, 0.56), last: figures(223, 0.38) });
  expect(held).toContain(
    'The save desk holds up 56 % (51 to 61) of 44 (40 to 48) attempts a month to cancel in its first 13 weeks, and 38 % (33 to 43) of 223 (219 to 227) attempts a month in the last 13.',
  );
});

describe('the way back', () => {
  const told = (more: Partial<WayBack>) =>
    said({ wayBack: { ...concludeWayBack(scenario, []), ...more } });

  test('is counted among all runs, not among those looked at', () => {
    expect(told({ all: { runs: 120, breaking: 0 } })).toContain(
      'None of 120 runs ends in a mass exit: there is nothing to go back from.',
    );
    const of = (breaking: number, looked: number) => ({
      ...{ all: { runs: 120, breaking }, runs: looked, breaking: looked },
    });
    expect(told({ ...of(1, 1), deadline: { kind: 'tooFew' } })).toMatch(
      /^\nWay back \(1 of 120 runs ends in a mass exit\)\nToo few to give a week/,
    );
    expect(told({ ...of(105, 20), deadline: { kind: 'any' }, anyWeek: 12 })).toMatch(
      /\(105 of 120 runs end in a mass exit, 20 of these looked at\)\n.* weeks, in 12 of 20 runs\./,
    );
    const week = { kind: 'week' as const, ...estimate(57, 50, 59) };
    expect(told({ ...of(5, 5), deadline: week })).toContain(
      'Last safe week to go back: week 57 (50 to 59); no week after 59 is simulated.',
    );
    expect(told({ ...of(5, 5), deadline: { ...week, high: 58 } })).toContain('(50 to 58).');
    expect(told({ ...of(5, 5), deadline: { kind: 'none', from: 8 }, tooLate: 4 })).toContain(
      'None: past from week 8 on, in 4 of 5 runs.',
    );
  });
});

test('what returns is told for a month, a quarter and half a year', () => {
  const point = (weeksAfter: number, value: number) => ({
    ...{ week: 8 + weeksAfter, weeksAfter, avoided: 1, loss: estimate(0, 0, 0) },
    regained: estimate(value, value - 0.1, value + 0.02),
  });
  const text = said({
    wayBack: {
      ...concludeWayBack(scenario, []),
      curve: [point(1, 0.99), point(4, 0.95), point(8, 0.9), point(13, 0.7), point(26, 0.2)],
    },
  });
  expect(text).toContain(
    'Share of the loss that returns: 95 % (85 to 97) if you go back 4 weeks after it, 70 % (60 to 72) if you go back 13 weeks after it, 20 % (10 to 22) if you go back 26 weeks after it.',
  );
});

describe('pacing and the past', () => {
  const paced = (weeksInFull: number, chance: number, own = false): PacedOutcome => ({
    ...{ steps: own ? 1 : 8, weeks: own ? null : 13, own, weeksInFull },
    massExit: { chance, low: 0, high: 1, exits: 0, runs: 20, threshold: 0.2 },
    ...{ loss: estimate(0.1, 0, 0.2), revenueChange: estimate(0.1, 0, 0.2) },
  });
  const of = (all: number, answers: Partial<Answers>) => said(answers, 'price', all);

  test('say on how many runs they rest, and what these do as it stands', () => {
    const text = of(120, { pacing: [paced(104, 0.5, true), paced(13, 0)] });
    expect(text).toContain(
      'Pacing (the same in the end; the first 20 of 120 runs, of which 50 % break as it stands)',
    );
    expect(of(20, { pacing: [paced(104, 0)] })).toContain('the same in the end; 20 runs)');
    const standing = (chance: number) => ({ chance, tippingPoint: null });
    const past = {
      ...{ decisions: 1, since: -52, first: standing(0.1), second: standing(0.5) },
      ...{ shift: { ...estimate(0, 0, 0), pairs: 20, bound: 'none' as const }, runs: 20 },
    };
    expect(of(120, { history: past })).toContain(
      'What the past does (1 decision of the last three years; the first 20 of 120 runs, of which 50 % break as it stands)',
    );
    expect(of(120, { history: { ...past, shift: null } })).toContain('cannot be told.');
  });

  test('have ranges, but not of a few runs', () => {
    expect(of(20, { pacing: [paced(104, 0)] })).toContain(
      'customers \u221210 % (\u221220 % to 0 %), revenue +10 % (0 % to +20 %); 104 weeks',
    );
    const few = paced(104, 0);
    const text = of(1, { pacing: [{ ...few, massExit: { ...few.massExit, runs: 1 } }] });
    expect(text).toContain('customers \u221210 % (1 run), revenue +10 % (1 run); 104');
    expect(text).toContain('(the same in the end; 1 run)');
  });

  test('mark what is hardly to be seen before the horizon', () => {
    const text = of(120, { pacing: [paced(104, 0.5, true), paced(13, 0), paced(1, 0)] });
    expect(text).toMatch(/at once .*; 104 weeks left to see\n/);
    expect(text).toMatch(/8 steps, 13 weeks apart .*; 13 weeks left to see \*\n/);
    expect(text).toMatch(/; 1 week left to see \*\n\* Less than half a year/);
    expect(of(120, { pacing: [paced(26, 0.5)] })).not.toContain('*');
    expect(of(120, { pacing: [paced(-7, 0.5)] })).toContain('; not in full before the end *\n');
  });
});

test('calm weeks that may be none are said to be', () => {
  const calm = (low: number) =>
    said({
      wayBack: {
        ...concludeWayBack(scenario, []),
        calmWeeks: { ...estimate(2.5, low, 14), runs: 9 },
      },
    });
  expect(calm(-11.3)).toContain(
    'Calm weeks, already past: 3 (\u221211 to 14), run by run; below 0',
  );
  expect(calm(1)).toMatch(/Calm weeks, already past: 3 \(1 to 14\), run by run\.$/);
});
