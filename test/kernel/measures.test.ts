/** The measures of a week, worked out a second time from the customers themselves (MODEL.md 7.6). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { seriesOf } from '../../src/engine/series.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { SeriesName } from '../../src/model/series.ts';
import { globalOf } from '../support/kernel.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'measures', seed: 'm', horizon: 40, customers: 1000, runs: 1 },
  template: 'general',
  parameters: { annual: 0.3, vMean: 1.6, wakePrice: 0.5 },
  decisions: [
    { kind: 'price', week: 0, change: 0.5 },
    { kind: 'openness', week: 3, level: 0.6 },
    { kind: 'lockIn', week: 4, level: 0.3 },
    { kind: 'shock', week: 6, size: 2 },
  ],
  buffers: [
    { kind: 'notice', weeks: 0 },
    { kind: 'litePlan', week: 0, price: 0.8, value: 0.5 },
    { kind: 'pause', week: 0, weeks: 26, price: 0.1 },
    { kind: 'compensation', week: 8, credit: 0.2, weeks: 20 },
    { kind: 'pilot', week: 0, share: 0.5, segments: ['mainstream', 'vip'] },
  ],
};
const market = marketOf(scenario);
const table = compileLevers(scenario);
const first = table.historyWeeks + 14;

interface Customer {
  readonly T: number;
  readonly A: number;
  readonly u: number;
  readonly m: number;
  readonly e: number;
  readonly uG: number;
  readonly waits: boolean;
  readonly plan: number;
  readonly pz: number;
  readonly owed: number;
  readonly bond: number;
  readonly looks: number;
  readonly inPilot: boolean;
}

let kernel: Kernel;
const weekly: { of: Customer[]; at: (name: SeriesName) => number; G: number }[] = [];
beforeAll(async () => {
  kernel = await Kernel.load();
  kernel.begin(market, keyOf('m', 0), table);
  kernel.run(0, first, 'all');
  for (let t = first; t < first + 3; t++) {
    const before = kernel.snapshot(t);
    kernel.passOnly(t);
    const of = customers(t);
    kernel.restore(before);
    kernel.run(t, t + 1, 'all');
    const series = kernel.series();
    weekly.push({
      of,
      at: (name) => seriesOf(series, name)[t] ?? NaN,
      G: globalOf(kernel, 'G'),
    });
  }
});

/** Those active in week t, after the pass and before the events. */
function customers(t: number): Customer[] {
  const st = kernel.states('st');
  const state = (name: Parameters<Kernel['states']>[0]) => kernel.states(name);
  const trait = (name: Parameters<Kernel['traits']>[0]) => kernel.traits(name);
  const [T, u, m, att, H, E] = [
    state('T'),
    state('u'),
    state('m'),
    state('att'),
    state('H'),
    state('E'),
  ];
  const [plan, pz, pay] = [state('plan'), state('pz'), state('pay')];
  const [A, ab, uG, ph, bond, arpu, uP] = [
    ...[trait('A'), trait('ab'), trait('uG'), trait('ph'), trait('bond'), trait('arpu')],
    trait('uP'),
  ];
  const of = (values: Float64Array | undefined, id: number) => values?.[id] ?? NaN;
  const ends = [700, 820, 950, 1000];
  return Array.from(st, (status, id) => ({ status, id }))
    .filter(({ status }) => status === 0)
    .map(({ id }) => {
      const y = -of(m, id) / Math.fround(market.parameters.kappa);
      const s = 0.5 * (1 + y / Math.sqrt(1 + y * y));
      const mood = 0.2 + 0.6 * of(T, id) + 0.25 * Math.min(1, Math.max(-1, of(u, id)));
      const renews = of(ph, id) === 255 || of(ph, id) === t % 52;
      const pause = of(pz, id);
      const segment = ends.findIndex((end) => id < end);
      return {
        ...{ T: of(T, id), A: of(A, id), u: of(u, id), m: of(m, id), uG: of(uG, id) },
        e: Math.min(1, Math.max(0, mood)) * (0.4 + 0.6 * of(ab, id)),
        waits: of(H, id) >= of(E, id) && !renews && pause <= 0 && pause !== -26,
        ...{ plan: of(plan, id), pz: pause, bond: of(bond, id) },
        owed: of(pay, id) * of(arpu, id),
        looks: of(att, id) * s * s * (0.2 + 0.8 * 0.6),
        inPilot: (segment === 0 || segment === 3) && of(uP, id) < 0.5,
      };
    });
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const shareOf = (of: readonly Customer[], is: (one: Customer) => boolean) =>
  of.filter(is).length / of.length;

/** Checks one measure in every week looked at, and that it is not trivially 0. */
function expectMeasure(name: SeriesName, own: (of: readonly Customer[]) => number): void {
  for (const { of, at } of weekly) {
    expect(own(of), name).not.toBe(0);
    expect(Math.abs(at(name) / own(of) - 1)).toBeLessThan(1e-5);
  }
}

const quality = ({ T, A }: Customer) => Math.min(1, Math.max(0, 4 * (T - A)));
const score = (one: Customer) => {
  const q = quality(one);
  if (one.uG > 1 - 0.6 * q) return 1;
  return one.uG < 1 - 0.85 * q ? -1 : 0;
};

describe('the measures of a week', () => {
  test('of trust and engagement', () => {
    expectMeasure('trust', (of) => mean(of.map(({ T }) => T)));
    expectMeasure('pastBreakingPoint', (of) => shareOf(of, ({ T, A }) => T < A));
    expectMeasure('logins', (of) => mean(of.map(({ e }) => e)));
  });

  test('of those who are held, look round, or wait', () => {
    expectMeasure('captives', (of) => shareOf(of, ({ u, m }) => u < 0 && m > 0));
    expectMeasure('pending', (of) => shareOf(of, ({ waits }) => waits));
    expectMeasure('dataExports', (of) => 1000 * mean(of.map(({ looks }) => looks)));
  });

  test('of plans, pauses, revenue and the pilot', () => {
    expectMeasure('onLite', (of) => shareOf(of, ({ plan }) => plan === 1));
    expectMeasure('paused', (of) => shareOf(of, ({ pz }) => pz > 0));
    expectMeasure('revenue', (of) => sum(of.map(({ owed }) => owed)));
    expectMeasure('pilotHeads', (of) => of.filter(({ inPilot }) => inPilot).length);
  });

  test('of the strata, the first that applies', () => {
    const strata = (one: Customer): SeriesName => {
      if (one.waits) return 'stratumPending';
      if (one.u < 0 && one.m >= 0) return 'stratumCaptive';
      if (one.T < one.A) return 'stratumPast';
      return one.T < one.A + 0.15 || one.m < 2 * market.parameters.kappa
        ? 'stratumWavering'
        : 'stratumContent';
    };
    for (const name of ['Pending', 'Captive', 'Past', 'Wavering', 'Content'] as const)
      expectMeasure(`stratum${name}`, (of) =>
        shareOf(of, (one) => strata(one) === `stratum${name}`),
      );
  });

  test('of satisfaction: of everybody now, of those who answer over a quarter', () => {
    expectMeasure('npsAll', (of) => 100 * mean(of.map(score)));
    const [one, two] = weekly;
    if (!one || !two) throw new Error('There are no weeks to compare.');
    const weights = (of: readonly Customer[]) => of.map((each) => quality(each) * each.e);
    const weight = sum(weights(two.of));
    const balance = sum(two.of.map((each, i) => score(each) * (weights(two.of)[i] ?? NaN)));
    // The quarter before is in the sums; what this week adds to them follows from two values.
    const share = weight / rollingWeight();
    const expected = (1 - share) * one.at('nps') + share * ((100 * balance) / weight);
    expect(two.at('nps')).toBeCloseTo(expected, 4);
  });
});

/** The weights of those who answered, smoothed over the quarter up to the second week looked at. */
function rollingWeight(): number {
  kernel.begin(market, keyOf('m', 0), table);
  let smoothed = 0;
  for (let t = 0; t < first + 2; t++) {
    const before = kernel.snapshot(t);
    kernel.passOnly(t);
    const answers = customers(t).map((one) => quality(one) * one.e);
    smoothed = (12 / 13) * smoothed + sum(answers);
    kernel.restore(before);
    kernel.run(t, t + 1, 'events');
  }
  return smoothed;
}

describe('goodwill', () => {
  const weightOf = ({ bond }: Customer) => 1 + (3 - 1) * bond;
  const vipTrust = (of: readonly Customer[]) =>
    sum(of.map((one) => weightOf(one) * one.T)) / sum(of.map(weightOf));

  /** The customers of the first weeks, each before its events. */
  function firstWeeks(on: typeof market, count: number): Customer[][] {
    kernel.begin(on, keyOf('m', 0), table);
    return Array.from({ length: count }, (_, t) => {
      const before = kernel.snapshot(t);
      kernel.passOnly(t);
      const of = customers(t);
      kernel.restore(before);
      kernel.run(t, t + 1, 'all');
      return of;
    });
  }

  test('is the trust of the base, those with a bond counting more, against the first week', () => {
    const [atFirst = []] = firstWeeks(market, 1);
    for (const { of, G } of weekly) expect(G).toBeCloseTo(vipTrust(of) / vipTrust(atFirst), 5);
  });

  test('can be read from the reported score instead, weighted alike', () => {
    const reported = { ...market, parameters: { ...market.parameters, refMode: 1 } };
    let [balance, weight] = [0, 0];
    const values = firstWeeks(reported, 3).map((of) => {
      const weights = of.map((one) => weightOf(one) * quality(one) * one.e);
      balance = (12 / 13) * balance + sum(of.map((one, i) => score(one) * (weights[i] ?? NaN)));
      weight = (12 / 13) * weight + sum(weights);
      return 1 + balance / weight;
    });
    expect(globalOf(kernel, 'G')).toBeCloseTo((values[2] ?? NaN) / (values[0] ?? NaN), 6);
    expect(globalOf(kernel, 'G')).not.toBe(1);
  });
});
