import { describe, expect, test } from 'vitest';
import type { SeedCrossing } from '../../src/assess/crossing.ts';
import { meanShift } from '../../src/assess/paired.ts';
import { sensitivity } from '../../src/assess/sensitivity.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { concludeSensitivity } from '../../src/assess/tornado.ts';
import type { Varied } from '../../src/assess/tornado.ts';
import { assumptionsOf } from '../../src/model/assumptions.ts';
import type { AssumedName } from '../../src/model/assumptions.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const scenario: Scenario = {
  version: 1,
  name: 'Sensitivity',
  seed: 'sensitivity',
  horizon: 60,
  customers: 600,
  runs: 12,
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.25 }],
  buffers: [],
};

const at = (tip: number | null): SeedCrossing => ({
  tip,
  guess: { dose: 0.25, loss: 0.3 },
  above: null,
  below: null,
  twinActive: 400,
  unchanged: false,
});
const varied = (
  name: AssumedName,
  low: readonly (number | null)[],
  high: readonly (number | null)[],
): Varied => ({
  assumption: { name, base: 1, low: 0, high: 2, known: 'range' },
  runs: { low: low.map(at), high: high.map(at) },
});

describe('a mean shift', () => {
  test('has the interval of Student’s t', () => {
    // t of 3 degrees of freedom at 95 % is 2.353; the standard error of 1, 2, 3, 4 is .6455.
    const { value, low, high } = meanShift([1, 2, 3, 4]);
    expect(value).toBe(2.5);
    expect(high - value).toBeCloseTo(2.353 * 0.645_497, 5);
    expect(value - low).toBeCloseTo(high - value, 12);
    expect(meanShift([0.3])).toEqual({ value: 0.3, low: 0.3, high: 0.3 });
  });
});

describe('the tornado', () => {
  const base = [0.2, 0.21, 0.22, 0.23].map(at);

  test('pairs runs of the same seed, the widest first', () => {
    const small = varied('rho', [0.19, 0.2], [0.21, 0.22]);
    const large = varied('beta', [0.3, 0.31], [0.2, 0.21]);
    const { bars, chance, runs } = concludeSensitivity(scenario, base, [small, large], []);
    expect(bars.map(({ name }) => name)).toEqual(['beta', 'rho']);
    expect(bars[0]?.low).toMatchObject({ runs: 2, parameter: 0, open: false });
    expect(bars[0]?.low.value).toBeCloseTo(0.1, 12);
    expect(bars[0]?.span).toBeCloseTo(0.1, 12);
    expect(bars[1]?.low.value).toBeCloseTo(-0.01, 12);
    expect(bars[1]?.span).toBeCloseTo(0.02, 12);
    expect([chance, runs]).toEqual([1, 4]);
  });

  test('moves the runs without a counterpart along', () => {
    const { bars } = concludeSensitivity(
      scenario,
      base,
      [varied('eta', [0.24, 0.25], [0.2, 0.21])],
      [],
    );
    // Tips at the low end: .24, .25, and .22 and .23 moved by .04.
    expect(bars[0]?.low.chance).toBe(0.5);
    expect(bars[0]?.low.tip).toBeCloseTo(0.255, 12);
  });

  test('counts a run that never tips as tipping at the largest size, and says so', () => {
    const { bars } = concludeSensitivity(
      scenario,
      base,
      [varied('w', [null, null], [0.2, 0.21])],
      [],
    );
    expect(bars[0]?.low).toMatchObject({ open: true, chance: 0, tip: null });
    expect(bars[0]?.low.value).toBeCloseTo(1 - 0.205, 12);
    expect(bars[0]?.high.open).toBe(false);
  });

  test('finds the assumptions that change the answer by themselves', () => {
    const up = [0.26, 0.27, 0.28, 0.29];
    const halfway = [0.25, 0.26, 0.26, 0.27];
    const unsure = [0.1, 0.5, 0.1, 0.6];
    const { flips } = concludeSensitivity(
      scenario,
      base,
      [
        varied('beta', [0.1, 0.11, 0.12, 0.13], up),
        varied('eta', halfway, [0.2, 0.21, 0.22, 0.23]),
        varied('rho', unsure, [0.24, 0.24, 0.25, 0.25]),
      ],
      [],
    );
    expect(flips).toEqual([
      { name: 'beta', end: 'high', parameter: 2, chancePasses: true, tippingPasses: true },
      { name: 'eta', end: 'low', parameter: 0, chancePasses: false, tippingPasses: true },
    ]);
  });

  test('none is an answer', () => {
    expect(
      concludeSensitivity(scenario, base, [varied('rho', [0.2], [0.21])], []).flips,
    ).toEqual([]);
  });
});

/** The scenario with all but a few assumptions known. */
function assumingOnly(names: readonly AssumedName[]): Scenario {
  const known = assumptionsOf(scenario).filter(({ name }) => !names.includes(name));
  return {
    ...scenario,
    parameters: Object.fromEntries(known.map(({ name, base }) => [name, base])),
  };
}

describe('asked of a small market', () => {
  test('more damage brings the tipping point closer, and a lever that is absent is idle', async () => {
    const runner = await serialRunner();
    const told: (readonly [number, number])[] = [];
    const answer = await sensitivity(
      assumingOnly(['eta', 'beta', 'compGain', 'fatUp']),
      runner,
      {
        onProgress: (done, planned) => told.push([done, planned]),
      },
    );
    expect(answer.idle).toEqual(['compGain', 'fatUp']);
    expect(answer.bars.map(({ name }) => name).sort()).toEqual(['beta', 'eta']);
    const beta = answer.bars.find(({ name }) => name === 'beta');
    expect(beta?.low.low).toBeGreaterThan(0);
    expect(beta?.high.high).toBeLessThan(0);
    expect([answer.runs, beta?.low.runs, beta?.low.parameter]).toEqual([12, 12, 0.05]);
    expect(told.at(-1)).toEqual([told.length, told.length]);
  });

  test('an end that is what the scenario assumes shifts nothing', async () => {
    const runner = await serialRunner();
    const few = { ...assumingOnly(['psi', 'beta']), runs: 2 };
    const { bars } = await sensitivity(few, runner);
    const psi = bars.find(({ name }) => name === 'psi');
    expect(psi?.low).toMatchObject({ value: 0, low: 0, high: 0, parameter: 0.3 });
  });
});
