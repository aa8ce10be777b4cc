/** How a decision stands, as a reader of the terminal meets it. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assess/assess.ts';
import type { Shape } from '../../src/assess/shape.ts';
import { assessmentText } from '../../src/cli/text.ts';
import { judged } from '../support/assessment.ts';

const assessment: Assessment = {
  ...judged,
  ...{ cliffRuns: 40, distance: 0.112, decision: { ...judged.decision, size: 0.35 } },
  massExit: { chance: 0.9, low: 0.8, high: 0.95, exits: 360, runs: 400, threshold: 0.2 },
  tippingPoint: { lever: 'price', value: 0.238, low: 0.237, high: 0.24, open: false },
  cliff: [0, 0.2, 0.4].map((dose) => ({
    ...{ dose, typical: dose, low: dose / 2, high: dose * 1.5, chance: dose },
  })),
  ...{ naive: null, segments: [], answers: {} },
};
const said = (over: Partial<Assessment>) => assessmentText({ ...assessment, ...over });

describe('a size beyond the tipping point at which runs hold again', () => {
  const again = said({
    ...{ verdict: 'above', dented: 35 },
    massExit: { ...assessment.massExit, exits: 0, chance: 0 },
  });

  test('is told as that, with the runs that do', () => {
    expect(again).toContain(
      'Distance              11.2 points beyond the first tipping point; most runs hold again there',
    );
    expect(again).toContain(
      '35 of 40 runs break at some sizes and hold at larger ones; the tipping point is the first.',
    );
  });

  test('is none where they break', () => {
    const plain = said({ dented: 4 });
    expect(plain).toContain('Distance              11.2 points beyond the tipping point\n');
    expect(plain).not.toContain('hold');
  });
});

describe('a slope', () => {
  const shape: Shape = {
    ...{ kind: 'slope', capped: false, runs: 20 },
    steeper: { value: 1.6, low: 1, high: 2 },
  };

  test('is not fallen off, also by who is past its tipping point', () => {
    const text = said({ answers: { shape } });
    expect(text).toContain('Past the thermocline, down a slope: the loss grows step by step\n');
    expect(text).toContain('It is past its tipping point, but nothing breaks off there');
    expect(said({ answers: { shape }, verdict: 'near' })).not.toContain('step by step');
    const cliff = said({ answers: { shape: { ...shape, kind: 'cliff' } } });
    expect(cliff).toContain('\nPast the thermocline\n');
  });
});

describe('a plan above its tipping point', () => {
  const above = {
    ...{ verdict: 'above' as const, distance: -0.1 },
    massExit: { ...assessment.massExit, exits: 1, chance: 0.0025 },
  };
  const assumed = (chance: number): Assessment['answers'] => ({
    assumed: {
      ...{ over: 'seedsAndAssumptions', from: 'ranges', kind: 'price', size: 0.35 },
      ...{ threshold: 0.2, drawn: 120, runs: 100, exits: 100 * chance, above: 0.5, tips: [] },
      chance: { value: chance, low: 0, high: 1 },
      counted: { low: 0, high: 1 },
      tippingPoint: { value: 0, low: 0, high: 0, open: false },
      churn: { own: 0.01, kept: null },
    },
  });

  test('is so only under the parameters assumed, if many draws of others break', () => {
    const sure = said({ ...above, answers: assumed(0.24) });
    expect(sure).toContain('\nAbove the thermocline\n');
    const unsure = said({ ...above, answers: assumed(0.6) });
    expect(unsure).toContain('\nAbove the thermocline, if the parameters are as assumed\n');
    expect(unsure).toContain(
      '60 of 100 runs. With the parameters of one draw it is 0.0 to 100 %',
    );
    expect(unsure).toContain('Tipping point not above 0: half of the runs or more break');
    expect(said({ answers: assumed(0.6) })).toContain('\nPast the thermocline\n');
    expect(unsure).toContain('1 of 400 runs loses 20 % or more');
  });

  test('names the segments of which as many leave as in a mass exit', () => {
    const lost = (value: number) => ({ value, low: value - 0.05, high: value + 0.05 });
    const left = (segment: number, value: number) => ({
      ...{ segment, lost: lost(value), atStake: lost(0.1) },
      silent: { customers: lost(3), revenue: lost(0) },
    });
    const told = (verdict: Assessment['verdict'], ...values: number[]) =>
      said({
        ...above,
        ...{ verdict, segments: ['private', 'business'] },
        answers: {
          counterfactual: {
            ...{ runs: 20, measures: {} as never, all: left(0, 0.07), desk: null },
            ...{ highValue: lost(140), segments: values.map((value, g) => left(g, value)) },
            presentValue: { rate: 0.1, relative: lost(-0.05) } as never,
          },
        },
      });
    expect(told('above', 0.03, 0.48)).toContain(
      '  Segments              Business \u221248 % (\u221253 % to \u221243 %): by itself that is a mass exit\n',
    );
    expect(told('near', 0.03, 0.19)).not.toContain('by itself');
    expect(told('past', 0.3, 0.48)).not.toContain('by itself');
    expect(told('above', 0.3)).not.toContain('by itself');
  });

  test('is told of a horizon that leaves hardly any weeks to see', () => {
    const decision = { ...assessment.decision, week: 79 };
    expect(said({ ...above, decision })).toContain(
      'Horizon               only 25 weeks from the decision on',
    );
    expect(said({ ...above, decision: { ...decision, week: 78 } })).not.toContain('Horizon');
  });

  test('may gain customers by the constant elasticity', () => {
    const gap = { value: 0.01, low: 0, high: 0.02 };
    const naive = { ...{ atSize: -0.058, runs: 40, gap }, line: [] } as never;
    expect(said({ ...above, naive })).toContain(
      '5.8 % gained at +35 %; the runs lose 1.0 points more (0.0 to 2.0)',
    );
    const same = { ...{ atSize: 0.058, runs: 40 }, gap: { ...gap, value: -0.0001 } } as never;
    expect(said({ naive: same })).toContain('the runs lose the same (0.0 to 2.0 points more)');
  });
});

describe('fewer than five runs', () => {
  const few = (runs: number) =>
    said({ ...{ verdict: 'counting', runs, cliffRuns: runs, sweptRuns: runs } });

  test('have no ranges', () => {
    expect(few(1)).toContain('Tipping point         +23.8 % (1 run)\n');
    expect(few(2)).toContain('Customers             −42 % (2 runs) at the end');
    expect(few(2)).toContain('Revenue               −31 % (2 runs) at the end, −20 % (2 runs)');
    expect(few(1)).toMatch(/\n1 run of 4,000 people /);
    expect(few(1)).toContain("the chance above: the 1 run at the decision's own size");
    expect(few(4)).not.toContain('5 %\n');
    expect(few(4)).toMatch(/\+20 % {2}=+ +20 % {3}– /);
    expect(few(5)).toContain('+23.8 % (+23.7 % to +24 %)\n');
    expect(few(5)).toMatch(/\+20 % {2}#+=+-+ +20 % {3}10 to 30 /);
  });
});
