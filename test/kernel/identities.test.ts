/** Levers that are there and do nothing leave every bit as it was (MODEL.md 7.7). */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { seriesOf } from '../../src/engine/series.ts';
import type { RunSeries } from '../../src/engine/series.ts';
import { withDose } from '../../src/model/dose.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';
import { SERIES_NAMES } from '../../src/model/series.ts';
import type { SeriesName } from '../../src/model/series.ts';
import { segmentsOf } from '../../src/model/scenario.ts';
import { doNothing } from '../../src/model/twin.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** Every kind of decision that a pilot can hold. */
const decisions: Decision[] = [
  { kind: 'price', week: 6, change: 0.3, steps: 2, interval: 9 },
  { kind: 'featureCut', week: 8, breadth: 0.4, depth: 0.3 },
  { kind: 'service', week: 10, downgrade: 0.3, ramp: 6 },
  { kind: 'ads', week: 12, load: 0.2 },
  { kind: 'lockIn', week: 7, level: 0.2 },
  { kind: 'friction', week: 7, level: 0.2 },
  { kind: 'overPromise', week: 14, size: 0.2, share: 0.6 },
];

const scenario = (over: Partial<Scenario> = {}): Scenario => ({
  ...{ version: 1, name: 'identities', seed: 'i', horizon: 60, customers: 1200, runs: 1 },
  ...{ template: 'general', decisions, buffers: [] },
  parameters: { annual: 0.2 },
  ...over,
});
const plus = (...buffers: Buffer[]) => scenario({ buffers });
const everySegment = segmentsOf(scenario()).map(({ name }) => name);

function run(chosen: Scenario): RunSeries {
  const table = compileLevers(chosen, { historyWeeks: 26 });
  kernel.begin(marketOf(chosen), keyOf(chosen.seed, 0), table);
  kernel.run(0, table.weeks, 'all');
  return kernel.series();
}

function expectSame(chosen: Scenario, plain: Scenario, but: readonly SeriesName[] = []): void {
  const [a, b] = [run(chosen), run(plain)];
  for (const name of SERIES_NAMES)
    if (!but.includes(name)) expect(seriesOf(a, name), name).toEqual(seriesOf(b, name));
  if (but.length === 0) expect(a.table).toEqual(b.table);
}

test('the decisions do something', () => {
  const [decided, twin] = [run(scenario()), run(doNothing(scenario()))];
  expect(decided.table).not.toEqual(twin.table);
});

describe('nothing changes by', () => {
  test('a lite plan at the full price without any value', () => {
    expectSame(plus({ kind: 'litePlan', week: 0, price: 1, value: 0 }), scenario());
  });

  test('a pause that costs as much as not pausing', () => {
    expectSame(plus({ kind: 'pause', week: 0, weeks: 8, price: 1 }), scenario());
  });

  test('staff that tire at a rate of 0', () => {
    const parameters = { annual: 0.2, fatUp: 0 };
    const [fatigue] = [{ kind: 'fatigue' } as const];
    expectSame(scenario({ parameters, buffers: [fatigue] }), scenario({ parameters }));
  });

  test('levers without strength', () => {
    const none: Buffer[] = [
      { kind: 'explanation', week: 0, strength: 0 },
      { kind: 'grandfathering', week: 6, share: 0, weeks: 20 },
      { kind: 'compensation', week: 6, credit: 0 },
      { kind: 'apology', week: 6, weeks: 9, strength: 0, kept: false },
      { kind: 'oneMessage', week: 0, strength: 0 },
      { kind: 'opinionLeaders', week: 0, strength: 0 },
      { kind: 'capacity', multiplier: 1 },
      { kind: 'empowerment', level: 0.5 },
      { kind: 'outreach', level: 0 },
      { kind: 'saveDesk', mode: 'listen', strength: 0 },
      { kind: 'referral', share: 0 },
    ];
    expectSame(plus(...none), scenario());
  });

  test('a decision of size 0', () => {
    const sizeless = decisions.map((_, i) => withDose(scenario(), i, 0).decisions[i]);
    const withoutSize = sizeless.filter((decision) => decision !== undefined);
    expectSame(scenario({ decisions: withoutSize }), doNothing(scenario()));
  });

  test('a target that names every segment', () => {
    const targeted = decisions.map((decision) => ({ ...decision, segments: everySegment }));
    expectSame(scenario({ decisions: targeted }), scenario());
  });
});

/** They tell of the pilot itself. */
const OF_THE_PILOT = ['pilotComplaints', 'pilotHeads'] as const;

describe('a pilot', () => {
  const pilot = (over: Partial<Extract<Buffer, { kind: 'pilot' }>>) =>
    plus({ kind: 'pilot', week: 6, ...over });

  test('of nobody is no decision', () => {
    expectSame(pilot({ share: 0 }), doNothing(scenario()));
  });

  test('of everybody is the plain decision', () => {
    expectSame(pilot({ share: 1 }), scenario(), OF_THE_PILOT);
    expectSame(pilot({ segments: everySegment }), scenario(), OF_THE_PILOT);
  });

  test('widened in its first week is the plain decision', () => {
    expectSame(pilot({ share: 0.3, widen: 6 }), scenario(), OF_THE_PILOT);
  });

  test('of a part is neither', () => {
    const part = run(pilot({ share: 0.3 })).table;
    expect(part).not.toEqual(run(scenario()).table);
    expect(part).not.toEqual(run(doNothing(scenario())).table);
  });
});
