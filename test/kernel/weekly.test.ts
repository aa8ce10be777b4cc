/** What a week holds for everybody: noise, those gone, broadcast, joining (MODEL.md 7.2). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import {
  globalLevers,
  globalOf,
  leverTable,
  setGlobals,
  templateMarket,
} from '../support/kernel.ts';

const WEEKS = 200;
const KEY = [21, 22] as const;
const NOISE_CHANNEL = 26;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

function begin(parameters: ParameterOverrides): void {
  const globals = () => globalLevers({ z: 0.5, calm: 0.75 });
  kernel.begin(
    templateMarket('commodity', 32, parameters),
    KEY,
    leverTable(WEEKS, 1, { globals }),
  );
}

/** The week's normal draw. */
function noiseOf(week: number): number {
  const [a = NaN, b = NaN] = [0, 1].map(
    (word) =>
      ((kernel.philoxWord([week, 0, NOISE_CHANNEL, 0], KEY, word) >>> 9) + 0.5) / 2 ** 23,
  );
  return Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b);
}

describe('a week opens with', () => {
  test('wear and complaints by one draw: wear in bad weeks only, complaints never below none', () => {
    begin({ noise: 0.001, noiseC: 0.8 });
    for (let t = 0; t < WEEKS; t++) {
      kernel.passOnly(t);
      const { wear, complaining } = kernel.weekly();
      expect(wear).toBeCloseTo(0.001 * Math.max(0, noiseOf(t)), 9);
      expect(complaining).toBeCloseTo(Math.max(0, 1 + 0.8 * noiseOf(t)), 6);
    }
  });

  test('those gone since the start, and none if there are more than then', () => {
    begin({ mu: 0.4, ha: 0.02 });
    setGlobals(kernel, { active: 15, active0: 20 });
    kernel.passOnly(0);
    expect(kernel.weekly().gone).toBeCloseTo(0.4 * 0.25, 7);
    expect(kernel.weekly().joining).toBeCloseTo(0.02 * 0.75, 8);
    setGlobals(kernel, { active: 25, active0: 20 });
    kernel.passOnly(1);
    expect(kernel.weekly().gone).toBe(0);
  });

  test('the broadcast, with what the media add in a shock', () => {
    begin({ bcast: 3, mediaZ: 0.04 });
    setGlobals(kernel, { B: 0.1 });
    kernel.passOnly(0);
    expect(globalOf(kernel, 'B')).toBeCloseTo(0.1 + 0.04 * 0.5, 12);
    expect(kernel.weekly().broadcast).toBeCloseTo(0.12 * 3 * 0.75, 6);
  });

  test('joining by what is said of the base, as far as people come by referral', () => {
    begin({ ha: 0.02, ref: 0.4 });
    setGlobals(kernel, { G: 0.5 });
    kernel.passOnly(0);
    expect(kernel.weekly().joining).toBeCloseTo(0.02 * (0.6 + 0.4 * 0.5), 8);
  });
});
