/** A run taken week by week is the run, to the bit; and what can be read of its people between the weeks. */
import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { openScenario } from '../../src/engine/seeded.ts';
import { seriesOf } from '../../src/engine/series.ts';
import { studyOf } from '../../src/engine/study.ts';
import { Walk } from '../../src/engine/walk.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const risen: Scenario = {
  ...{ version: 1, name: 'walk', seed: 'walk', horizon: 50, customers: 700, runs: 1 },
  template: 'general',
  decisions: [
    { kind: 'price', week: -10, change: 0.05 },
    { kind: 'price', week: 6, change: 0.3 },
  ],
  buffers: [{ kind: 'referral', share: 0.3 }],
};
const piloted: Scenario = {
  ...risen,
  decisions: [{ kind: 'price', week: 6, change: 0.4 }],
  buffers: [
    { kind: 'pilot', week: 6, share: 0.6, widen: 20, tripwire: { times: 1.2, weeks: 1 } },
  ],
};

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

function walked(scenario: Scenario): Walk {
  const study = studyOf(scenario);
  return new Walk(kernel, study, 0, study.size);
}

describe('a walk', () => {
  test.each([
    ['a price rise with a past', risen],
    ['a pilot whose tripwire lights', piloted],
  ])('through %s is the run', (_, scenario) => {
    const whole = openScenario(kernel, scenario, 0);
    const walk = walked(scenario);
    while (walk.done < walk.weeks) walk.step();
    expect(kernel.series()).toEqual(whole);
  });

  test('tells the levers of the next week, also once a tripwire has lit', () => {
    const walk = walked(piloted);
    const planned = walk.levers;
    while (walk.levers === planned && walk.done < walk.weeks) walk.step();
    const { done, historyWeeks } = walk;
    expect(done - historyWeeks).toBeGreaterThan(6);
    expect(done - historyWeeks).toBeLessThan(20);
    const lit = walk.levers;
    while (walk.done < walk.weeks) walk.step();
    expect(walk.levers).toBe(lit);
  });
});

describe('of its people', () => {
  test('a few can be read by their ids, in the order asked for', () => {
    walked(risen).step();
    const all = kernel.states('T');
    const ids = [699, 0, 490, 491, 3];
    expect([...kernel.states('T', ids)]).toEqual(ids.map((id) => all[id]));
    const traits = kernel.traits('v');
    expect([...kernel.traits('v', ids)]).toEqual(ids.map((id) => traits[id]));
    expect(() => kernel.states('T', [700])).toThrow(
      'id: received 700, expected a whole number from 0 to 699',
    );
    expect(() => kernel.traits('v', [0.5])).toThrow('received 0.5');
  });

  test('ties are the same seen from both ends, and as many as the trait says', () => {
    walked(risen);
    const share = kernel.traits('id');
    const ties = Array.from(share, (_, id) => kernel.neighbours(id));
    ties.forEach((ends, id) => {
      expect(share[id]).toBeCloseTo(1 / Math.max(1, ends.length), 6);
      expect(ends.every((end) => ties[end]?.includes(id))).toBe(true);
    });
    expect(ties.flat().length).toBeGreaterThan(4000);
  });

  test('complaints wait from their week until they are answered or given up', () => {
    const walk = walked({ ...risen, buffers: [{ kind: 'capacity', multiplier: 0.3 }] });
    let waited = 0;
    while (walk.done < walk.weeks) {
      walk.step();
      const t = walk.done - 1;
      const waiting = Array.from(kernel.states('nV').keys(), (id) => kernel.waiting(id));
      const backlog = (seriesOf(kernel.series(), 'backlog')[t] ?? NaN) / 1000;
      const heads = t === 0 ? NaN : (seriesOf(kernel.series(), 'active')[t - 1] ?? NaN);
      if (t > 0) expect(waiting.flat().length).toBe(Math.round(backlog * heads));
      for (const week of waiting.flat()) {
        expect(week).toBeLessThanOrEqual(t);
        expect(week).toBeGreaterThanOrEqual(t - 2);
      }
      waited += waiting.flat().length;
    }
    expect(waited).toBeGreaterThan(20);
  });
});
