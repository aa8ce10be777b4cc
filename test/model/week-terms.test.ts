/** Every term of the week with no factor at rest, so that each of them counts. */
import { describe, expect, test } from 'vitest';
import { LEFT, PROSPECT } from '../../src/model/customer.ts';
import { after } from './one-customer.ts';

/** Half of one plus one over the root of two, squared: the wish at one width from indifference. */
const CLEAR = (0.5 * (1 + Math.SQRT1_2)) ** 2;
const UNCLEAR = (0.5 * (1 - Math.SQRT1_2)) ** 2;

describe('attention', () => {
  test('returns to rest from either side', () => {
    expect(after({ was: { att: 0.2 } }).next.att).toBeCloseTo(0.2 + 0.06 * 0.5, 12);
    expect(after({ was: { att: 0.9 } }).next.att).toBeCloseTo(0.9 - 0.06 * 0.2, 12);
    const left = after({ was: { st: LEFT, att: 0.3 } }).next.att;
    expect(left).toBeCloseTo(0.3 - 0.06 * 0.2, 12);
  });

  test('of those who left: a price counts as cut if it is below what they last paid', () => {
    const woken = (pp: number, P: number) =>
      after({ was: { st: LEFT, att: 0.1, pp }, lever: { P, WL: 0.4 } }).next.att;
    expect(woken(1.9, 1.9)).toBeCloseTo(0.1, 12);
    expect(woken(1.92, 1.9)).toBe(0.4);
    expect(woken(0.51, 0.5)).toBe(0.4);
  });

  test('of those who left: a campaign wakes, whatever the price; customers it does not reach', () => {
    const lever = { WB: 0.5 };
    expect(after({ was: { st: LEFT, att: 0.1 }, lever }).next.att).toBe(0.5);
    expect(after({ was: { st: PROSPECT, att: 0.1 }, lever }).next.att).toBe(0.5);
    expect(after({ was: { att: 0.2 }, lever: { WB: 0.5, WL: 0.6 } }).next.att).toBeLessThan(
      0.3,
    );
  });
});

describe('switching cost', () => {
  test('is data as far as it cannot be taken along, contract, what is locked in, and fear', () => {
    const { toMargin } = after({ lever: { x: 0.5, lock: 0.2 }, was: { nl: 0.4 } });
    const n = 0.9 * 0.4;
    expect(toMargin.switching).toBeCloseTo(
      0.25 * (1 - 0.8 * 0.5) + 0.075 + 0.2 + 0.175 * (1 - n) ** 2,
      12,
    );
  });
});

describe('damage', () => {
  const felt = -0.88 * 0.071 * (1 - 0.3 * 0.2);
  const explained = 1 - 0.6 * 0.5 * 0.88;

  test('everyday wear has its better and worse weeks', () => {
    const { toTrust } = after({ all: { nd: 0.002 } });
    expect(toTrust.wear).toBeCloseTo(-0.88 * 0.008, 12);
  });

  test('of a cut goes by importance, of conduct by concern; explanations soften cut and ads', () => {
    const { toTrust } = after({
      who: { imp: 1.5, conc: 0.5 },
      lever: { qg0: 0.4, adg: 0.3, z: 0.6, e: 0.5 },
      offers: { cutBreadth: [0.6] },
    });
    expect(toTrust.cut).toBeCloseTo(felt * 1.5 * 0.4 * explained, 12);
    expect(toTrust.ads).toBeCloseTo(felt * 0.25 * 0.3 * explained, 12);
    expect(toTrust.conduct).toBeCloseTo(felt * 0.5 * 0.6, 12);
  });

  test('reaches those whose lot is below the reach, not at it', () => {
    const promised = (share: number) =>
      after({ lever: { og0: 0.5 }, offers: { promiseShare: [share] } }).toTrust.overPromise;
    expect(promised(0.5)).toBeCloseTo(0, 12);
    expect(promised(0.51)).toBeCloseTo(felt * 0.5, 12);
  });

  test('is felt by those who are no customers as far as they are exposed', () => {
    const changes = { who: { bond: 1, sus: 2 }, lever: { z: 0.6, s: 0.5 }, all: { bc: 0.1 } };
    const [customer, other] = [0, LEFT].map(
      (st) => after({ ...changes, was: { st, dm: 0.2 } }).toTrust,
    );
    for (const term of ['conduct', 'bond', 'others'] as const) {
      expect(customer?.[term]).toBeLessThan(0);
      expect((other?.[term] ?? NaN) / (customer?.[term] ?? NaN), term).toBeCloseTo(0.35, 12);
    }
    expect(customer?.bond).toBeCloseTo(-0.88 * 0.028 * 0.5, 12);
    expect(customer?.others).toBeCloseTo(-0.88 * 2 * 0.3 * 0.94 * 0.12 ** 2, 12);
  });

  test('of being held is none to those who are no customers', () => {
    expect(after({ who: { v: -1 }, was: { st: LEFT } }).toTrust.held).toBeCloseTo(0, 12);
  });
});

describe('repair', () => {
  test('counts half for those who are no customers', () => {
    const repaired = (st: number) =>
      after({ was: { st }, lever: { rep: 0.03 } }).toTrust.repair;
    expect(repaired(0)).toBeCloseTo(0.03 * 0.12, 12);
    expect(repaired(LEFT)).toBeCloseTo(0.015 * 0.12, 12);
  });
});

describe('hazards', () => {
  /** The margin is v - 1 + .874 - .3 + .46; one width is .14. */
  const customer = (widths: number, more: { x?: number } = {}) =>
    after({ who: { v: -0.034 + 0.14 * widths }, lever: { x: more.x ?? 0.2 } }).next;

  test('of leaving grow as the margin falls, by its width', () => {
    expect(customer(-1).Hd).toBeCloseTo(0.7 * 0.15 * CLEAR, 12);
    expect(customer(1).Hd).toBeCloseTo(0.7 * 0.15 * UNCLEAR, 12);
  });

  test('of coming back and of joining grow with it', () => {
    // u - Sc = v - 1 + .4 x .88 + .874 - .3 - .075 for those who are no customers.
    const other = (st: number, widths: number) =>
      after({ who: { v: 0.149 + 0.14 * widths }, was: { st, att: 0.5 } });
    expect(other(LEFT, 1).margin).toBeCloseTo(0.14, 12);
    const att = other(LEFT, 1).next.att;
    expect(other(LEFT, 1).next.H).toBeCloseTo(0.09 * att * CLEAR, 12);
    expect(other(LEFT, -1).next.H).toBeCloseTo(0.09 * att * UNCLEAR, 12);
    expect(other(PROSPECT, 1).next.H).toBeCloseTo(0.018 * CLEAR, 12);
  });

  test('of leaving every day are eased by openness', () => {
    const everyday = (x: number) => after({ lever: { x }, par: { h1: 0 } }).next.H;
    expect(everyday(0.6)).toBeCloseTo(0.0028 * (1 + 0.35 * 0.4), 12);
    expect(everyday(0)).toBeCloseTo(0.0028 * (1 - 0.35 * 0.2), 12);
  });

  test('what was gathered stays, and what was seen fades', () => {
    const { next } = after({
      was: { H: 0.5, Hd: 0.25, V: 0.75, xl: 2, dm: 1 },
      par: { h1: 0 },
    });
    expect(next.H).toBeCloseTo(0.5 + 0.0028 * (1 + 1.8 * 2), 12);
    expect(next.Hd).toBeCloseTo(0.25, 12);
    expect(next.V).toBeGreaterThan(0.75);
    expect([next.xl, next.dm]).toEqual([expect.closeTo(1.6, 12), expect.closeTo(0.8, 12)]);
  });
});
