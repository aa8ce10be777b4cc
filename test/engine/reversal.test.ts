/** Going back from a state on the way gives, to the bit, what simulating it from the first week on does. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { openScenario, openSeed } from '../../src/engine/seeded.ts';
import { seriesOf } from '../../src/engine/series.ts';
import { studyOf } from '../../src/engine/study.ts';
import { trippedWeek } from '../../src/engine/tripwire.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { CompileOptions } from '../../src/model/levers.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';
import type { TemplateName } from '../../src/model/templates.ts';
import { firstDifference } from '../../src/model/twin.ts';

const scenarioOf = (
  decisions: Decision[],
  buffers: Buffer[] = [],
  template: TemplateName = 'general',
): Scenario => ({
  ...{ version: 1, name: 'test', seed: 'back', horizon: 50, customers: 600, runs: 1 },
  ...{ template, decisions, buffers },
});

/** Everything that the people are after the last week. */
const people = (kernel: Kernel) => ({
  active: kernel.active(),
  ...Object.fromEntries(
    (['st', 'T', 'H', 'Hd', 'E', 'V', 'r', 'pp', 'att', 'dm', 'nl'] as const).map((field) => [
      field,
      kernel.states(field),
    ]),
  ),
});

let kernel: Kernel;
let fresh: Kernel;
beforeAll(async () => {
  [kernel, fresh] = [await Kernel.load(), await Kernel.load()];
});

function fromTheStart(scenario: Scenario, options: CompileOptions) {
  const levers = compileLevers(scenario, options);
  fresh.begin(marketOf(scenario), keyOf(scenario.seed, 0), levers);
  fresh.run(0, levers.weeks, 'all');
  return people(fresh);
}

const open = (scenario: Scenario, doses?: number[]) => {
  const study = studyOf(scenario);
  return openSeed(kernel, study, 0, doses ?? [study.size]).reversal(study.size);
};

const price: Decision = { kind: 'price', week: 4, change: 0.3, steps: 3, interval: 6 };
const several = scenarioOf(
  [
    { kind: 'price', week: -30, change: 0.1 },
    price,
    { kind: 'featureCut', week: 9, breadth: 0.5, depth: 0.5 },
    { kind: 'ads', week: 5, load: 0.6, ramp: 8 },
    { kind: 'friction', week: 6, level: 0.5 },
    { kind: 'overPromise', week: 7, size: 0.2 },
    { kind: 'shock', week: 20, size: 0.4 },
  ],
  [
    { kind: 'litePlan', week: 4, price: 0.7, value: 0.75 },
    { kind: 'pause', week: 4, weeks: 8, price: 0.1 },
    { kind: 'apology', week: 12, weeks: 5, strength: 0.5, kept: false },
    { kind: 'fatigue' },
  ],
  'streaming',
);

describe('going back equals simulating it from the first week on', () => {
  test('in any order of the weeks, and again', () => {
    const reversal = open(several);
    for (const week of [20, 5, 49, 12, 13, 4, 20]) {
      const active = reversal.activeAtEnd(week);
      const wanted = fromTheStart(several, { goBackWeek: week });
      expect(active).toBe(wanted.active);
      expect(people(kernel), `week ${week}`).toEqual(wanted);
    }
    expect(reversal.activeAtEnd(5)).not.toBe(reversal.activeAtEnd(30));
  });

  test('when other sizes were to be asked for as well, or this one was not', () => {
    for (const doses of [[0, 0.1, 1], []]) {
      const scenario = scenarioOf([price]);
      open(scenario, doses).activeAtEnd(11);
      expect(people(kernel)).toEqual(fromTheStart(scenario, { goBackWeek: 11 }));
    }
  });

  test('of two sizes of a decision, and in the week from which on they differ', () => {
    const scenario = scenarioOf(
      [{ kind: 'price', week: 6, change: 0.3 }],
      [{ kind: 'notice', weeks: 0 }],
    );
    const study = studyOf(scenario);
    const seeded = openSeed(kernel, study, 0, [0.3, 0.9]);
    expect(seeded.fork).toBe(26 + 6);
    for (const dose of [0.3, 0.9])
      for (const week of [6, 20]) {
        seeded.reversal(dose).activeAtEnd(week);
        expect(people(kernel)).toEqual(fromTheStart(study.at(dose), { goBackWeek: week }));
      }
  });

  test('where going back changes what was felt before: a breach that then does not happen', () => {
    const scenario = scenarioOf(
      [price, { kind: 'shock', week: 30, size: 1, integrity: true }],
      [{ kind: 'compensation', week: 6, credit: 0.5, weeks: 20 }],
    );
    const back = compileLevers(scenario, { goBackWeek: 25 });
    expect(firstDifference(compileLevers(scenario), back)).toBeLessThan(26 + 25);
    open(scenario).activeAtEnd(25);
    expect(people(kernel)).toEqual(fromTheStart(scenario, { goBackWeek: 25 }));
  });

  test('with a pilot whose tripwire ends it before or after', () => {
    const tripwire = { times: 1.2, weeks: 2, base: 20 };
    const scenario = scenarioOf(
      [{ kind: 'price', week: 4, change: 0.9 }],
      [
        { kind: 'pilot', week: 4, share: 0.5, widen: 40, tripwire },
        // Stays when the company goes back, and ends where the wire ends the pilot.
        { kind: 'pause', week: 4, weeks: 8, price: 0.1 },
      ],
      'streaming',
    );
    const series = openScenario(kernel, scenario, 0);
    const lit = trippedWeek({
      complaints: seriesOf(series, 'pilotComplaints'),
      heads: seriesOf(series, 'pilotHeads'),
      ...{ start: 26 + 4, done: 26 + 40, times: 1.2, weeksInRow: 2, base: 20 },
    });
    const tripWeek = (lit ?? NaN) + 1 - 26;
    expect(tripWeek).toBeGreaterThan(6);
    const reversal = open(scenario);
    for (const week of [5, tripWeek - 1, tripWeek, tripWeek + 1, 45]) {
      reversal.activeAtEnd(week);
      const options = week < tripWeek ? { goBackWeek: week } : { goBackWeek: week, tripWeek };
      expect(people(kernel), `week ${week}`).toEqual(fromTheStart(scenario, options));
    }
  });
});

test('to go back on nothing but a shock changes nothing', () => {
  const scenario = scenarioOf([{ kind: 'shock', week: 4, size: 1 }]);
  const study = studyOf(scenario);
  const seeded = openSeed(kernel, study, 0, [study.size]);
  const active = (1 - seeded.loss(study.size)) * seeded.twinActive;
  expect(seeded.reversal(study.size).activeAtEnd(10)).toBeCloseTo(active, 9);
});
