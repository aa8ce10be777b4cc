/** How a decision stands, as a reader of the terminal meets it. */
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assess/assess.ts';
import type { Shape } from '../../src/assess/shape.ts';
import { assessmentText } from '../../src/cli/text.ts';

const assessment: Assessment = {
  ...{ version: 2, scenario: 'Text', seed: 'text', modelVersion: '1.0.0', digest: 'f00' },
  ...{ customers: 4000, runs: 400, cliffRuns: 40, sweptRuns: 40, dented: 0, horizon: 104 },
  uncertainty: 'seeds',
  decision: { lever: 'price', size: 0.35, before: null, limit: 1, week: 8 },
  verdict: 'past',
  massExit: { chance: 0.9, low: 0.8, high: 0.95, exits: 360, runs: 400, threshold: 0.2 },
  tippingPoint: { lever: 'price', value: 0.238, low: 0.237, high: 0.24, open: false },
  distance: 0.112,
  loss: { value: 0.42, low: 0.2, high: 0.5 },
  revenueChange: { value: -0.2, low: -0.3, high: 0.1 },
  revenueAtEnd: { value: -0.31, low: -0.39, high: 0.09 },
  cliff: [0, 0.2, 0.4].map((dose) => ({
    ...{ dose, typical: dose, low: dose / 2, high: dose * 1.5, chance: dose },
  })),
  naive: null,
  segments: [],
  answers: {},
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

describe('fewer than five runs', () => {
  const few = (runs: number) =>
    said({ ...{ verdict: 'counting', runs, cliffRuns: runs, sweptRuns: runs } });

  test('have no ranges', () => {
    expect(few(1)).toContain('Tipping point         +23.8 % (1 run)\n');
    expect(few(2)).toContain('Customers             −42 % (2 runs) at the end');
    expect(few(2)).toContain('Revenue               −31 % (2 runs) at the end, −20 % (2 runs)');
    expect(few(4)).not.toContain('5 %\n');
    expect(few(4)).toMatch(/\+20 % {2}=+ +20 % {3}– /);
    expect(few(5)).toContain('+23.8 % (+23.7 % to +24 %)\n');
    expect(few(5)).toMatch(/\+20 % {2}#+=+-+ +20 % {3}10 to 30 /);
  });
});
