/** What is kept from one seed to the next changes nothing but the time it takes. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { withFix } from '../../src/assess/fixTable.ts';
import type { FixId } from '../../src/assess/fixTable.ts';
import type { Ground } from '../../src/engine/ground.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import { drawnWith, marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { lossAgainst, openScenario, openSeed } from '../../src/engine/seeded.ts';
import { seriesOf } from '../../src/engine/series.ts';
import type { RunSeries } from '../../src/engine/series.ts';
import { studyOf } from '../../src/engine/study.ts';
import { assuming, assumptionsOf } from '../../src/model/assumptions.ts';
import { withDose } from '../../src/model/dose.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Buffer, Scenario } from '../../src/model/scenario.ts';
import { doNothing } from '../../src/model/twin.ts';

let kernel: Kernel;
let other: Kernel;
beforeAll(async () => {
  [kernel, other] = await Promise.all([Kernel.load(), Kernel.load()]);
});

const scenario: Scenario = {
  ...{ version: 1, name: 'ground', seed: 'ground', horizon: 36, customers: 260, runs: 4 },
  template: 'general',
  decisions: [{ kind: 'price', week: 8, change: 0.35 }],
  buffers: [{ kind: 'notice', weeks: 4 }],
};
const pilot: Buffer = {
  ...{ kind: 'pilot', week: 8, share: 0.4, widen: 20 },
  tripwire: { times: 1.2, weeks: 1, base: 20 },
};
const wired: Scenario = { ...scenario, buffers: [...scenario.buffers, pilot] };

/** Active customers at the horizon, from scratch, as nobody shares anything. */
const activeOf = (of: Scenario, run: number): number =>
  seriesOf(openScenario(other, of, run), 'active').at(-1) ?? NaN;

function expectSame(run: RunSeries, fresh: RunSeries): void {
  const bytes = ({ table }: RunSeries) => Buffer.from(table.buffer);
  expect({ ...run, table: bytes(run).equals(bytes(fresh)) }).toEqual({ ...fresh, table: true });
}

describe('one ground after the other', () => {
  const fixedBy = (...ids: FixId[]) => ids.flatMap((id) => withFix(scenario, id) ?? []);
  const variants = [
    ...[scenario, wired, { ...wired, buffers: [pilot] }, { ...scenario, horizon: 30 }],
    // Words for this decision; policies that the twin has as well; another week of the news.
    ...fixedBy('explanation', 'obstructingDesk', 'outreach', 'notice', 'phaseIn'),
    ...['beta', 'rho', 'far'].map((name) => assuming(scenario, { [name]: 0.09 })),
  ];
  const doses = fc.shuffledSubarray([0, 0.2, 0.35, 0.5], { minLength: 1, maxLength: 2 });
  const step = fc.record({
    ...{ of: fc.constantFrom(...variants), run: fc.integer({ min: 0, max: 1 }) },
    ...{ opened: doses, asked: doses },
    measures: fc.constantFrom('events' as const, 'all' as const),
  });

  test('says what a fresh one says, in any order', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 8 }), (steps) => {
        let last: Ground | undefined;
        for (const { of, run, opened, asked, measures } of steps) {
          const seeded = openSeed(kernel, studyOf(of), run, opened, measures, last);
          const twin = activeOf(doNothing(of), run);
          for (const dose of [...asked, ...opened]) {
            const at = withDose(of, 0, dose);
            expect(seeded.loss(dose)).toBe(lossAgainst(twin, activeOf(at, run)));
            expect(seeded.twinActive).toBe(twin);
            if (measures === 'all')
              expectSame(seeded.watch(dose), openScenario(other, at, run));
          }
          last = seeded.ground;
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  test('fixes of a seed share its people, its twin and the weeks before the news', () => {
    const first = openSeed(kernel, studyOf(scenario), 0, [0.35, 0.5], 'events');
    const nothing = first.twinActive;
    const explained = withFix(scenario, 'explanation') ?? scenario;
    const second = openSeed(kernel, studyOf(explained), 0, [0.4, 0.5], 'events', first.ground);
    expect(second.ground.twinActive).toBe(nothing);
    expect(second.fork).toBe(first.fork);
    expect(second.fork).toBeGreaterThan(26);
    const assumed = openSeed(
      kernel,
      studyOf(assuming(explained, { beta: 0.05 })),
      ...([0, [0.4], 'events', second.ground] as const),
    );
    expect(assumed.ground.twinActive).toBeUndefined();
  });
});

describe('a pilot with a tripwire', () => {
  test('shares the weeks before it, and is watched as before', () => {
    const study = studyOf(wired);
    const seeded = openSeed(kernel, study, 1, [0.35, 0.5], 'events');
    expect(seeded.fork).toBeGreaterThan(26);
    const doses = [0.5, 0.35, 0.05, 0.35];
    const losses = doses.map((dose) => seeded.loss(dose));
    const twin = activeOf(doNothing(wired), 1);
    expect(losses).toEqual(
      doses.map((dose) => lossAgainst(twin, activeOf(withDose(wired, 0, dose), 1))),
    );
    // Somewhere it is lit, and somewhere it is not, or nothing was looked at.
    const quiet: Scenario = { ...wired, buffers: [{ ...pilot, tripwire: { times: 50 } }] };
    const unlit = openSeed(kernel, studyOf(quiet), 1, [0.35, 0.5], 'events');
    expect(unlit.loss(0.5)).not.toBe(losses[0]);
  });

  test('looks as far back as each wire needs', () => {
    const looking = (base: number): Scenario => ({
      ...wired,
      buffers: [{ ...pilot, tripwire: { times: 2, weeks: 1, base } }],
    });
    const lost = (base: number, last?: Ground) => {
      const of = looking(base);
      const seeded = openSeed(kernel, studyOf(of), 1, [0.35, 0.5], 'events', last);
      const nothing = activeOf(doNothing(of), 1);
      expect(seeded.loss(0.5)).toBe(lossAgainst(nothing, activeOf(withDose(of, 0, 0.5), 1)));
      return { loss: seeded.loss(0.5), ground: seeded.ground };
    };
    const short = lost(1);
    expect(lost(30, short.ground).loss).not.toBe(short.loss);
  });

  test('does not share weeks in which it may be stopped', () => {
    const late: Scenario = {
      ...wired,
      decisions: [{ kind: 'price', week: 14, change: 0.35 }],
      buffers: [pilot],
    };
    const seeded = openSeed(kernel, studyOf(late), 0, [0.35, 0.5], 'events');
    expect(seeded.fork).toBe(26 + 8);
    expect(seeded.loss(0.5)).toBe(
      lossAgainst(activeOf(doNothing(late), 0), activeOf(withDose(late, 0, 0.5), 0)),
    );
  });
});

test('people that are drawn with the same are the same, whatever they do afterwards', () => {
  const key = keyOf('ground', 0);
  const peopleOf = (of: Scenario) => {
    const [market, levers] = [marketOf(of), compileLevers(of)];
    other.begin(market, key, levers);
    const ties = [0, 7, 150, 259].map((id) => other.neighbours(id));
    const traits = (['v', 'a', 'A', 'd0', 'Sd', 'sus', 'ab', 'imp', 'h0', 'ph'] as const).map(
      (name) => Buffer.from(other.traits(name).buffer).toString('base64'),
    );
    const state = Buffer.from(other.snapshot(0).state).toString('base64');
    return { drawn: drawnWith(market, key, levers), people: [state, ties, traits] };
  };
  const own = peopleOf(scenario);
  let [same, changed] = [0, 0];
  for (const { name, low, high, base } of assumptionsOf(scenario)) {
    const varied = peopleOf(assuming(scenario, { [name]: low === base ? high : low }));
    if (varied.drawn === own.drawn) {
      expect(JSON.stringify(varied.people) === JSON.stringify(own.people), name).toBe(true);
      same++;
    } else changed++;
  }
  expect([same > 20, changed > 20]).toEqual([true, true]);
});
