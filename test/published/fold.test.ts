/**
 * The trust fold: under a constant wear d trust rests where rho (T - A)(1 - T) = d. Both rest points vanish
 * at d* = rho (1 - A)^2 / 4, which follows from the equation alone; beyond it trust drains whatever it was.
 */
import { beforeAll, expect, test } from 'vitest';
import { dock } from '../../src/engine/docking.ts';
import { Kernel } from '../../src/engine/kernel.ts';

const RHO = 0.1;
const A = 0.38;
const FOLD = (RHO * (1 - A) ** 2) / 4;

const QUIET = {
  ...{ rho: RHO, beta: 0, push: 0, bcast: 0, trap: 0, noise: 0, c0: 0, cv: 0, chi: 0 },
  ...{ h0: 0, h1: 0, hw: 0, ha: 0, actShare: 1, leftShare: 0, dorm: 1, annual: 0 },
};

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** Trust after `weeks` under each wear. */
function trustUnder(wears: readonly number[], weeks: number): Float64Array {
  const people = wears.length;
  const traits = { A, d0: wears };
  const docking = { people, weeks, seed: 'any', parameters: QUIET, ties: new Int32Array() };
  dock(kernel, { ...docking, traits, states: { T: 0.9 } });
  return kernel.states('T');
}

test('trust survives a wear up to the fold and no more, within 1 %', () => {
  const wears = Array.from({ length: 401 }, (_, i) => FOLD * (0.98 + i * 1e-4));
  const trust = trustUnder(wears, 6000);
  const lost = trust.findIndex((T) => T < A);
  expect(Math.abs((wears[lost] ?? NaN) / FOLD - 1)).toBeLessThan(0.01);
  expect(trust.subarray(lost).every((T) => T < A)).toBe(true);
});

test('below the fold trust rests at the upper root of rho (T - A)(1 - T) = d', () => {
  const wears = [0, 0.25, 0.5, 0.75, 0.9].map((part) => part * FOLD);
  const trust = trustUnder(wears, 2000);
  wears.forEach((d, i) => {
    const root = (1 + A) / 2 + Math.sqrt(((1 - A) / 2) ** 2 - d / RHO);
    expect(trust[i]).toBeCloseTo(Math.min(0.995, root), 3);
  });
});
