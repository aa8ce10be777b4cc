import { describe, expect, test } from 'vitest';
import type { Standing } from '../../src/assess/assessment.ts';
import type { SeedCrossing } from '../../src/assess/crossing.ts';
import { meanShift } from '../../src/assess/paired.ts';
import { sensitivity } from '../../src/assess/sensitivity.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { concludeSensitivity } from '../../src/assess/tornado.ts';
import type { Sensitivity } from '../../src/assess/tornado.ts';
import { sensitivityLines } from '../../src/cli/sensitivityText.ts';
import type { Varied } from '../../src/assess/bars.ts';
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
  courses: [],
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

/** How the decision stands by all its runs. */
const standsAt = (tip: number | null, chance: number, half = 0): Standing => ({
  massExit: { chance, low: 0, high: 1, exits: 100 * chance, runs: 100, threshold: 0.2 },
  tippingPoint:
    tip === null ? null : { value: tip, low: tip - half, high: tip + half, open: false },
});
const base0: Sensitivity = {
  ...{ kind: 'price', size: 0.25, tippingPoint: null, chance: 0, runs: 12 },
  ...{ bars: [], idle: [], flips: [] },
};

describe('the tornado', () => {
  const base = [0.2, 0.21, 0.22, 0.23].map(at);

  const barsWith = (one: Varied) => concludeSensitivity(scenario, base, [one], []).bars;

  test('pairs runs of the same seed, the widest first', () => {
    const small = varied('rho', [0.19, 0.2], [0.21, 0.22]);
    const large = varied('beta', [0.3, 0.31], [0.2, 0.21]);
    const { bars, chance, runs } = concludeSensitivity(scenario, base, [small, large], []);
    expect(bars.map(({ name }) => name)).toEqual(['beta', 'rho']);
    expect(bars[0]?.low).toMatchObject({ runs: 2, parameter: 0, shift: { bound: 'none' } });
    expect(bars[0]?.low.shift?.value).toBeCloseTo(0.1, 12);
    expect(bars[0]?.span).toBeCloseTo(0.1, 12);
    expect(bars[1]?.low.shift?.value).toBeCloseTo(-0.01, 12);
    expect(bars[1]?.span).toBeCloseTo(0.02, 12);
    expect([chance, runs]).toEqual([1, 4]);
  });

  test('adds the shift to the tipping point of the verdict', () => {
    const eta = varied('eta', [0.24, 0.25], [0.2, 0.21]);
    const of = (standing?: Standing) =>
      concludeSensitivity(scenario, base, [eta], [], standing).bars[0]?.low;
    // Without a verdict it is that of the base, .215.
    expect(of()?.tip).toBeCloseTo(0.255, 12);
    expect(of(standsAt(0.3, 0.5))?.tip).toBeCloseTo(0.34, 12);
    expect(of(standsAt(0.98, 0.5))?.tip).toBeNull();
    expect(of()).toMatchObject({ breaking: 2, runs: 2 });
  });

  test('tells of runs that never tip that they move at least so far', () => {
    const bars = barsWith(varied('w', [null, null], [0.2, 0.21]));
    expect(bars[0]?.low).toMatchObject({ breaking: 0, tip: null, shift: { bound: 'atLeast' } });
    expect(bars[0]?.low.shift?.value).toBeCloseTo(1 - 0.205, 12);
    expect(bars[0]?.high.shift?.bound).toBe('none');
  });

  test('one run that tips where the others never do shifts nothing', () => {
    const never = [...Array.from({ length: 11 }, () => null), 0.3].map(at);
    const all = Array.from({ length: 12 }, () => null);
    const half = [...all.slice(5), ...Array.from({ length: 5 }, () => 0.4)];
    const most = [...all.slice(8), ...Array.from({ length: 8 }, () => 0.4)];
    const ends = [varied('eta', all, all), varied('beta', half, most)];
    const { bars, tippingPoint, flips } = concludeSensitivity(
      { ...scenario, decisions: [{ kind: 'price', week: 4, change: 0.32 }] },
      ...([never, ends, [], standsAt(null, 0.05)] as const),
    );
    expect(tippingPoint).toBeNull();
    expect(bars.map(({ name, span }) => [name, span > 0])).toEqual([
      ['beta', true],
      ['eta', false],
    ]);
    expect(bars[1]).toMatchObject({ low: { shift: null, tip: null }, high: { shift: null } });
    // More than half of the runs tip at one end: that is a tipping point where there was none.
    expect(bars[0]).toMatchObject({ low: { tip: null }, high: { tip: 0.4 } });
    expect(flips).toEqual([]);
    const lines = sensitivityLines(
      { ...base0, bars, tippingPoint, flips },
      'price',
      'near',
    ).join('\n');
    expect(lines).toContain('there is no tipping point to shift');
    expect(lines).toContain('tips at +40 %');
    expect(lines).not.toContain('points');
    expect(lines).not.toContain('(eta)');
  });
});

describe('a flip of the verdict', () => {
  const base = [0.2, 0.21, 0.22, 0.23].map(at);
  const by = (...shifts: number[]) => shifts.map((shift, run) => (base[run]?.tip ?? 0) + shift);
  const none = by(0, 0, 0, 0);
  const flipsFor = (standing: Standing, ...all: Varied[]) =>
    concludeSensitivity(scenario, base, all, [], standing).flips;

  test('is measured from the verdict, and not from the few runs of the shift', () => {
    // The tips of these runs lie at .215, below the size of .25; that of the verdict at .24 to .26.
    const near = standsAt(0.25, 0.5, 0.01);
    const saidOf = (answer: Sensitivity) => {
      const lines = sensitivityLines(answer, 'price', 'near');
      return lines.slice(lines.findIndex((line) => /^Alone|^No single/.test(line)));
    };
    const said = (...all: Varied[]) =>
      saidOf(concludeSensitivity(scenario, base, all, [], near));
    const small = varied('eta', by(0.003, 0.003, 0.004, 0.003), none);
    const large = varied('beta', by(0.03, 0.031, 0.03, 0.03), by(-0.03, -0.031, -0.03, -0.03));
    expect(flipsFor(near, small, large)).toEqual([
      { name: 'beta', end: 'low', parameter: 0, verdict: 'above' },
      { name: 'beta', end: 'high', parameter: 2, verdict: 'past' },
    ]);
    // Each by what it means, and so is each shift.
    expect(said(small, large)).toEqual([
      'Alone enough for the verdict "above":',
      '  What a loss does to trust (beta): a loss wears trust 0 times as fast as assumed',
      'Alone enough for the verdict "past":',
      '  What a loss does to trust (beta): a loss wears trust 2 times as fast as assumed',
    ]);
    const shown = concludeSensitivity(scenario, base, [large], []);
    expect(sensitivityLines(shown, 'price', 'near')).toEqual(
      expect.arrayContaining([
        '  What a loss does to trust (beta)',
        '      a loss wears trust 2 times as fast as assumed: \u22123.0 points (\u22123.1 to \u22123.0)',
      ]),
    );
    expect(sensitivityLines(shown, 'price', 'counting').at(-1)).toBe(
      'Too few runs for a verdict, and so for what would change it.',
    );
    expect(said(small)).toEqual(['No single assumption changes the verdict within its range.']);
    const flips = Array.from({ length: 12 }, () => flipsFor(near, large)).flat();
    expect(saidOf({ ...base0, flips, tippingPoint: near.tippingPoint })[11]).toBe(
      '  and 2 more',
    );
  });

  test('is one only if the whole range of the shift carries it over', () => {
    const past = standsAt(0.2, 1, 0.01);
    expect(flipsFor(past, varied('rho', by(-0.1, 0.3, -0.1, 0.4), none))).toEqual([]);
    expect(flipsFor(past, varied('rho', by(0.02, 0.021, 0.02, 0.02), none))).toEqual([]);
    // Only the lower end of this range passes the size.
    const barely = varied('rho', by(-0.02, -0.01, -0.02, -0.01), none);
    expect(flipsFor(standsAt(0.25, 0.5, 0.01), barely)).toEqual([]);
    expect(flipsFor(past, varied('rho', by(0.05, 0.051, 0.05, 0.05), none))).toMatchObject([
      { end: 'low', verdict: 'near' },
    ]);
    expect(flipsFor(past, varied('rho', [null, null, null, null], none))).toMatchObject([
      { end: 'low', verdict: 'above' },
    ]);
  });

  test('from above needs a chance that is no longer low', () => {
    const above = standsAt(0.27, 0.1, 0.005);
    expect(flipsFor(above, varied('rho', by(-0.001, -0.001, -0.001, -0.001), none))).toEqual(
      [],
    );
    const down = varied('rho', by(-0.015, -0.016, -0.015, -0.015), none);
    expect(flipsFor(above, down)).toMatchObject([{ verdict: 'near' }]);
    const far = varied('rho', by(-0.05, -0.051, -0.05, -0.05), none);
    expect(flipsFor(above, far)).toMatchObject([{ verdict: 'past' }]);
  });

  test('is none where the shift may be larger than is known', () => {
    const flipsAt = (
      change: number,
      stands: Standing,
      tips: readonly number[],
      after: number | null,
    ) =>
      concludeSensitivity(
        { ...scenario, decisions: [{ kind: 'price', week: 4, change }] },
        tips.map(at),
        [
          varied(
            'rho',
            tips.map(() => after),
            tips,
          ),
        ],
        [],
        stands,
      ).flips;
    // Moved up by 4 points or more, from past: near with just these, above with more.
    const high = [0.952, 0.953, 0.954, 0.955, 0.956];
    expect(flipsAt(0.95, standsAt(0.9, 1, 0.01), high, null)).toEqual([]);
    // Moved down by 4 points or more, from above: near with just these, past with more.
    const low = [0.04, 0.041, 0.042, 0.043, 0.044];
    expect(flipsAt(0.01, standsAt(0.051, 0.1, 0.005), low, 0)).toEqual([]);
  });

  test('is none by what shifts nothing, however the tips of these runs spread', () => {
    const wide = [0.1, 0.15, 0.21, 0.22].map(at);
    const same = wide.map(({ tip }) => tip);
    const still = varied('rho', same, same);
    const by0 = (stands: Standing) =>
      concludeSensitivity(scenario, wide, [still], [], stands).flips;
    // By all runs the chance is low, though a quarter of these tip below the size.
    expect(by0(standsAt(0.27, 0.2, 0.005))).toEqual([]);
    // And it is not, though the tipping point and a quarter of these lie above.
    const narrow = concludeSensitivity(scenario, base, [varied('rho', none, none)], [], {
      ...standsAt(0.27, 0.3, 0.005),
    });
    expect(narrow.flips).toEqual([]);
  });

  test('is measured by how all runs spread, where they are known one by one', () => {
    const cliffs = Array.from({ length: 100 }, (_, run) => {
      const tip = 0.21 + run * 0.001;
      const breaks = [{ from: tip, to: null }];
      return { ...{ run, tip, breaks, monotone: true }, losses: [], path: [] };
    });
    // Three points up a quarter of all runs still breaks at the size; of the few, which tip close together, none does.
    const up = varied('rho', by(0.03, 0.031, 0.03, 0.03), none);
    const near = standsAt(0.26, 0.4, 0.01);
    expect(flipsFor(near, up)).toMatchObject([{ verdict: 'above' }]);
    const lower = varied('rho', by(0.01, 0.011, 0.01, 0.01), none);
    expect(flipsFor(near, lower)).toMatchObject([{ verdict: 'above' }]);
    expect(flipsFor({ ...near, cliffs }, lower)).toEqual([]);
    expect(flipsFor({ ...near, cliffs }, up)).toMatchObject([{ verdict: 'above' }]);
  });

  test('of a price that is cut is told by the runs at the cut', () => {
    const cut: Scenario = {
      ...scenario,
      decisions: [{ kind: 'price', week: 4, change: -0.2 }],
    };
    const holding = [0.1, 0.11, 0.12, 0.13].map((tip) => ({
      ...{ ...at(tip), atSize: { loss: 0.1, breaks: false } },
    }));
    const broken = holding.map(() => ({ ...at(0), atSize: { loss: 0.4, breaks: true } }));
    const one: Varied = {
      ...varied('rho', [], []),
      runs: { low: broken, high: holding },
    };
    const { flips } = concludeSensitivity(cut, holding, [one], [], standsAt(0.1, 0, 0.01));
    expect(flips).toMatchObject([{ end: 'low', verdict: 'past' }]);
  });

  test('back to above needs so few breaking runs that the chance is surely low', () => {
    const half = Array.from({ length: 12 }, (_, run) => at(run < 5 ? 0.2 : null));
    const ends = (breaking: number) => {
      const tips = half.map((_, run) => (run < breaking ? 0.2 : null));
      return varied('rho', tips, tips);
    };
    const flips = (breaking: number) =>
      concludeSensitivity(scenario, half, [ends(breaking)], [], standsAt(null, 0.4)).flips;
    expect(flips(1)).toEqual([]);
    expect(flips(0)).toMatchObject([{ verdict: 'above' }, { verdict: 'above' }]);
  });

  test('is told by the runs that break where no tipping point tells', () => {
    const never = Array.from({ length: 12 }, () => at(null));
    const ends = (breaking: number) =>
      varied(
        'beta',
        never.map((_, run) => (run < breaking ? 0.2 : null)),
        never.map(() => null),
      );
    const flips = (breaking: number) =>
      concludeSensitivity(scenario, never, [ends(breaking)], [], standsAt(null, 0.05)).flips;
    expect(flips(5)).toEqual([]);
    expect(flips(8)).toMatchObject([{ name: 'beta', end: 'low', verdict: 'near' }]);
    // Where the runs themselves lie on the other side of 25 % than the verdict, they tell nothing.
    const other = concludeSensitivity(scenario, never, [ends(1)], [], standsAt(null, 0.4));
    expect(other.flips).toEqual([]);
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
    expect(beta?.low.shift?.low).toBeGreaterThan(0);
    expect(beta?.high.shift?.high).toBeLessThan(0);
    expect([answer.runs, beta?.low.runs, beta?.low.parameter]).toEqual([12, 12, 0.05]);
    expect(told.at(-1)).toEqual([told.length, told.length]);
  });

  test('an end that is what the scenario assumes shifts nothing', async () => {
    const runner = await serialRunner();
    const few = { ...assumingOnly(['psi', 'beta']), runs: 2 };
    const { bars } = await sensitivity(few, runner);
    const psi = bars.find(({ name }) => name === 'psi');
    expect(psi?.low).toMatchObject({ shift: { value: 0, low: 0, high: 0 }, parameter: 0.3 });
  });
});
