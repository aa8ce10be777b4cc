/** The people drawn: their distributions within the sampling error of 20,000 (MODEL.md 5). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import type { DynamicField, StaticField } from '../../src/engine/kernel.ts';
import { parametersWith } from '../../src/model/parameters.ts';
import type { ParameterOverrides } from '../../src/model/parameters.ts';
import type { Segment } from '../../src/model/templates.ts';
import { leverTable } from '../support/kernel.ts';

const PEOPLE = 20_000;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

interface Drawn {
  readonly trait: (name: StaticField) => Float64Array;
  readonly state: (name: DynamicField) => Float64Array;
}

function draw(
  parameters: ParameterOverrides = {},
  segments: readonly Segment[] = [{ name: 'all', share: 1 }],
  startPrice = 1,
): Drawn {
  const table = leverTable(1, segments.length, {
    startPrice: new Float64Array(segments.length).fill(startPrice),
  });
  const market = { customers: PEOPLE, segments, parameters: parametersWith(parameters) };
  kernel.begin(market, [11, 12], table);
  return { trait: (name) => kernel.traits(name), state: (name) => kernel.states(name) };
}

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values: ArrayLike<number>) => {
  const centre = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - centre) ** 2)));
};
const logs = (values: Float64Array) => values.map((value) => Math.log(value));
const shareOf = (values: Float64Array, is: (value: number) => boolean) =>
  values.filter(is).length / values.length;

/** Within four standard errors; the sd of a sample sd is sd / sqrt(2 n) for a normal. */
function expectNormal(values: ArrayLike<number>, m: number, s: number): void {
  const error = s / Math.sqrt(values.length);
  expect(Math.abs(mean(values) - m)).toBeLessThan(4 * error);
  expect(Math.abs(sd(values) - s)).toBeLessThan(4 * error);
}

function expectUniform(values: Float64Array): void {
  expectNormal(values, 0.5, Math.sqrt(1 / 12));
  expect(Math.min(...values)).toBeGreaterThan(0);
  expect(Math.max(...values)).toBeLessThan(1);
}

function expectShare(share: number, expected: number, of = PEOPLE): void {
  const error = Math.sqrt((expected * (1 - expected)) / of);
  expect(Math.abs(share - expected)).toBeLessThan(4 * error);
}

/** Far from the limits of trust, so that nobody's draw is cut off. */
const FREE = { Amean: 0.3, Tmean: 0.85, Tsd: 0.02, reserve: 0.08, dorm: 0 };

describe('traits', () => {
  test('value is lognormal with its mean, times the segment, times dormancy', () => {
    const { trait } = draw({ vMean: 2, vCv: 0.3, dorm: 0 });
    expectNormal(logs(trait('v')), Math.log(2) - 0.045, 0.3);
    const segment = draw({ vMean: 2, vCv: 0.3, dorm: 1, vDorm: 0.5 }, [
      { name: 'dear', share: 1, v: 1.5 },
    ]);
    expectNormal(logs(segment.trait('v')), Math.log(1.5) - 0.045, 0.3);
  });

  test('price sensitivity, importance, concern and voice are lognormal', () => {
    const { trait } = draw({ aSd: 0.4, impSd: 0.7 }, [
      { name: 'all', share: 1, a: 1.25, voice: 2 },
    ]);
    expectNormal(logs(trait('a')), Math.log(1.25) - 0.08, 0.4);
    expectNormal(logs(trait('imp')), -0.245, 0.7);
    expectNormal(logs(trait('conc')), -0.18, 0.6);
    expectNormal(logs(trait('voice')), Math.log(2) - 0.32, 0.8);
  });

  test('susceptibility is lognormal with mean 1, up to its cap', () => {
    expectNormal(logs(draw({ susSd: 0.4, susMax: 100 }).trait('sus')), -0.08, 0.4);
    const capped = draw({ susSd: 0.8, susMax: 1.5 }).trait('sus');
    expect(Math.max(...capped)).toBe(1.5);
  });

  test('breaking point and resting trust are normal, and shifted by the segment', () => {
    const { trait, state } = draw(FREE, [{ name: 'all', share: 1, A: 0.03, T0: -0.02 }]);
    expectNormal(trait('A'), 0.33, 0.025);
    expectNormal(state('T'), 0.83, 0.02);
  });

  test('both keep within their limits', () => {
    const { trait, state } = draw({ Asd: 1, Tsd: 1 });
    const [A, T] = [trait('A'), state('T')];
    expect([Math.min(...A), Math.max(...A)]).toEqual([Math.fround(0.05), 0.75]);
    expect(Math.max(...T)).toBe(Math.fround(0.98));
    A.forEach((a, id) => {
      const least = Math.min(0.98, (1 + a) / 2 + 0.15);
      if ((T[id] ?? NaN) < least - 1e-6) expect.fail(`trust of ${id} is below its reserve`);
    });
  });

  test('wear makes the drawn trust the resting one', () => {
    const { trait, state } = draw({ rho: 0.12 });
    const [A, T, d0] = [trait('A'), state('T'), trait('d0')];
    const worst = d0.map((wear, id) => {
      const [a = NaN, rest = NaN] = [A[id], T[id]];
      return Math.abs(wear - 0.12 * (rest - a) * (1 - rest));
    });
    expect(Math.max(...worst)).toBeLessThan(1e-7);
  });

  test('switching cost is Gamma with shape 2, split by its shares', () => {
    const { trait } = draw({ Smean: 0.8 }, [
      { name: 'all', share: 1, S: 1.5, data: 0.5, fear: 0.3, contract: 0.1 },
    ]);
    const [Sd, Sf, Sc] = [trait('Sd'), trait('Sf'), trait('Sc')];
    const S = Sd.map((data) => data / 0.5);
    expectNormal(S, 1.2, 1.2 / Math.SQRT2);
    // The fourth moment of Gamma(2) shows in its skewness, sqrt 2.
    const third = mean(S.map((cost) => (cost - 1.2) ** 3)) / (1.2 / Math.SQRT2) ** 3;
    expect(third).toBeGreaterThan(1.2);
    expect(third).toBeLessThan(1.65);
    S.forEach((cost, id) => {
      expect(Sf[id]).toBeCloseTo(cost * 0.3, 5);
      expect(Sc[id]).toBeCloseTo(cost * 0.1, 5);
    });
  });

  test.each(['uF', 'uG', 'uP', 'uX'] as const)('%s is even', (name) => {
    expectUniform(draw().trait(name));
  });

  test('are drawn independently of one another', () => {
    const { trait, state } = draw(FREE);
    const columns = [
      ...[
        logs(trait('v')),
        logs(trait('a')),
        trait('A'),
        state('T'),
        trait('Sd'),
        trait('sus'),
      ],
      ...[trait('imp'), trait('uF'), trait('uG'), trait('uP'), trait('uX'), trait('voice')],
      ...[trait('conc'), state('E'), state('Vt')],
    ].map((values) => {
      const [m, s] = [mean(values), sd(values)];
      return values.map((value) => (value - m) / s);
    });
    columns.forEach((a, i) =>
      columns.slice(i + 1).forEach((b, j) => {
        const correlation = mean(a.map((value, id) => value * (b[id] ?? NaN)));
        if (Math.abs(correlation) > 4.5 / Math.sqrt(PEOPLE))
          expect.fail(`columns ${i} and ${i + 1 + j} correlate by ${correlation}`);
      }),
    );
  });

  test('are the same in whatever market they are drawn, by id', () => {
    const lone = draw().trait('uG');
    const shared = draw({}, [
      { name: 'a', share: 0.3 },
      { name: 'b', share: 0.7 },
    ]).trait('uG');
    expect(shared).toEqual(lone);
  });
});

describe('dormancy and annual plans', () => {
  test('rest at low attention by their share', () => {
    const { trait } = draw({ dorm: 0.5, abLow: 0.125, abHigh: 0.75 }, [
      { name: 'all', share: 1, dorm: 0.6 },
    ]);
    const ab = trait('ab');
    expectShare(
      shareOf(ab, (rest) => rest === 0.125),
      0.3,
    );
    expect(shareOf(ab, (rest) => rest === 0.125 || rest === 0.75)).toBe(1);
  });

  test('renew in any week of the year, and have gathered hazard since', () => {
    const { trait, state } = draw({ annual: 0.3, h0: 0.01 }, [
      { name: 'all', share: 1, annual: 0.2, h0: 0.5 },
    ]);
    const [ph, H] = [trait('ph'), state('H')];
    const annual = ph.filter((week) => week !== 255);
    expectShare(annual.length / PEOPLE, 0.5);
    expect([Math.min(...annual), Math.max(...annual)]).toEqual([0, 51]);
    expectNormal(annual, 25.5, Math.sqrt((52 ** 2 - 1) / 12));
    ph.forEach((week, id) => {
      const gathered = week === 255 ? 0 : 0.005 * ((52 - week) % 52);
      expect(H[id]).toBeCloseTo(gathered, 6);
    });
    expect(new Set(trait('h0'))).toEqual(new Set([Math.fround(0.005)]));
  });

  test('nobody and everybody, beyond the limits of a share', () => {
    const annual = (over: number) =>
      draw({ annual: 0.5 }, [{ name: 'all', share: 1, annual: over }]).trait('ph');
    expect(shareOf(annual(-0.9), (week) => week === 255)).toBe(1);
    expect(shareOf(annual(0.9), (week) => week === 255)).toBe(0);
  });
});

describe('the start', () => {
  test('has the shares of customers, leavers and prospects', () => {
    const { state } = draw({ actShare: 0.6, leftShare: 0.3, dorm: 1 });
    const st = state('st');
    expectShare(
      shareOf(st, (status) => status === 0),
      0.6,
    );
    expectShare(
      shareOf(st, (status) => status === 1),
      0.3,
    );
    expect(kernel.active()).toBe(st.filter((status) => status === 0).length);
  });

  test('keeps those awake who would leave at once out of the base, and sleepers in', () => {
    const { trait, state } = draw({ actShare: 1, leftShare: 0, dorm: 0.5, vMean: 1, vCv: 0.5 });
    const S = ['Sd', 'Sf', 'Sc'].map((name) => trait(name as StaticField));
    const [v, T, ab, st] = [trait('v'), state('T'), trait('ab'), state('st')];
    const out = Array.from(st, (status, id) => {
      const cost = S.reduce((sum, part) => sum + (part[id] ?? NaN), 0);
      const margin = (v[id] ?? NaN) - 1 + 1.15 * (2 * (T[id] ?? NaN) - 1) - 0.3 + cost;
      const dormant = ab[id] === Math.fround(0.15);
      // At the very limit rounding of what was stored decides.
      if (Math.abs(margin - 0.14) > 1e-5) expect(status).toBe(dormant || margin > 0.14 ? 0 : 2);
      return status === 2;
    });
    expect(out.filter(Boolean).length).toBeGreaterThan(200);
  });

  test('finds everybody at rest', () => {
    const { trait, state } = draw({ abLeft: 0.25 });
    const [st, ab, att, nE] = [state('st'), trait('ab'), state('att'), state('nE')];
    st.forEach((status, id) => {
      expect(att[id]).toBe(status === 0 ? ab[id] : 0.25);
      expect(nE[id]).toBe(status === 1 ? 1 : 0);
    });
    for (const name of ['V', 'Hd', 'nl', 'xl', 'dm', 'plan', 'pz', 'nV', 'blocked'] as const)
      expect(new Set(state(name)), name).toEqual(new Set([0]));
    expect(new Set(state('hold'))).toEqual(new Set([-1]));
    expect(new Set(state('r'))).toEqual(new Set([1]));
  });

  test('draws every resistance and every patience with complaints from Exp(1)', () => {
    const { state } = draw();
    for (const name of ['E', 'Vt'] as const) {
      const values = state(name);
      expectNormal(values, 1, 1);
      expectShare(
        shareOf(values, (value) => value > 2),
        Math.exp(-2),
      );
    }
  });

  test('of a history is at the price of its first week', () => {
    const { state } = draw({}, undefined, 0.8);
    expect(new Set(state('r'))).toEqual(new Set([Math.fround(0.8)]));
    expect(new Set(state('pp'))).toEqual(new Set([Math.fround(0.8)]));
  });
});

describe('segments', () => {
  test('are blocks of ids, ending at the rounded shares', () => {
    const segments = [
      { name: 'a', share: 1, arpu: 2 },
      { name: 'b', share: 1, arpu: 3, bond: 1 },
      { name: 'c', share: 1, arpu: 5 },
    ];
    const { trait } = draw({}, segments);
    const [arpu, bond] = [trait('arpu'), trait('bond')];
    expect([0, 6666, 6667, 13332, 13333, PEOPLE - 1].map((id) => arpu[id])).toEqual([
      ...[2, 2, 3, 3, 5, 5],
    ]);
    expect(mean(bond)).toBe(6666 / PEOPLE);
  });
});
