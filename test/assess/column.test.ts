/** The water column against the series of the same run. */
import { beforeAll, describe, expect, test } from 'vitest';
import { STRATA } from '../../src/assess/assessment.ts';
import { columnJob, isReturned, sampleOf, stratumOf } from '../../src/assess/column.ts';
import type { Column } from '../../src/assess/column.ts';
import { timelineJob } from '../../src/assess/decision.ts';
import { Lab } from '../../src/assess/lab.ts';
import { Kernel } from '../../src/engine/kernel.ts';
import type { Scenario } from '../../src/model/scenario.ts';

/**
 * Nobody joins or comes back, so that a sample of all has everybody in it; an answer to a complaint does nothing, so that trust
 * is the same before the week's events, when the timeline counts, and after them. A third has annual plans.
 */
const scenario: Scenario = {
  ...{ version: 1, name: 'column', seed: 'column', horizon: 60, customers: 600, runs: 1 },
  template: 'general',
  parameters: { vMean: 3, actShare: 1, annual: 0.3, hw: 0, recover: 0, ignore: 0 },
  decisions: [{ kind: 'price', week: 4, change: 0.8 }],
  buffers: [],
};
const RISE = 0.8;

let lab: Lab;
let everybody: Column;
beforeAll(async () => {
  lab = new Lab(await Kernel.load());
  everybody = await columnJob.perform(lab, scenario, 0, RISE, 10_000);
});

const inWeek = <T extends Int16Array | Uint8Array>(values: T, week: number): number[] => [
  ...values.subarray(week * everybody.count, (week + 1) * everybody.count),
];

describe('the water column of everybody', () => {
  test('has the strata of the timeline', async () => {
    const timeline = await timelineJob.perform(lab, scenario, 0, RISE);
    const seen = new Set<string>();
    for (let week = 0; week < everybody.weeks; week++) {
      const strata = inWeek(everybody.status, week).map(stratumOf);
      for (const stratum of STRATA) {
        const share = strata.filter((own) => own === stratum).length / everybody.count;
        expect(share).toBeCloseTo(timeline.strata[stratum][week] ?? NaN, 9);
        if (share > 0.01) seen.add(stratum);
      }
    }
    expect(seen.size).toBe(STRATA.length);
  });

  test('shows the mean trust of those who are customers', async () => {
    const timeline = await timelineJob.perform(lab, scenario, 0, RISE);
    for (const week of [0, 10, 30, 59]) {
      const status = inWeek(everybody.status, week).map(stratumOf);
      const trust = inWeek(everybody.trust, week).filter((_, i) => status[i] !== 'gone');
      const mean = trust.reduce((sum, value) => sum + value / 255, 0) / trust.length;
      expect(Math.abs(mean - (timeline.trust[week] ?? NaN))).toBeLessThan(0.5 / 255);
    }
  });

  test('keeps the last margin of those who leave, and tells those who come back', async () => {
    const returning = { ...scenario, parameters: { ...scenario.parameters, hw: 0.2 } };
    const { status, margin, count } = await columnJob.perform(lab, returning, 0, RISE, 10_000);
    const gone = (place: number) => stratumOf(status[place] ?? NaN) === 'gone';
    const back = (place: number) => isReturned(status[place] ?? NaN);
    let [kept, returns, wrong] = [0, 0, 0];
    for (let place = count; place < status.length; place++) {
      const before = place - count;
      if (gone(place) && margin[place] === margin[before]) kept++;
      if (gone(before) && !gone(place)) returns++;
      const hadLeft = gone(before) || back(before);
      if (hadLeft !== (gone(place) ? hadLeft : back(place))) wrong++;
    }
    expect(wrong).toBe(0);
    expect(kept).toBe(status.filter((_, place) => gone(place)).length);
    expect(kept).toBeGreaterThan(1000);
    expect(returns).toBeGreaterThan(10);
  });

  test('sinks: most are well above the thermocline before the rise and not after it', () => {
    const above = (week: number) =>
      inWeek(everybody.margin, week).filter((m) => m > 1000 * everybody.thermocline).length;
    expect(above(0)).toBeGreaterThan(0.95 * everybody.count);
    expect(above(50)).toBeLessThan(0.7 * everybody.count);
  });

  test('knows what each spends, those on last year’s terms less', async () => {
    const decisions = [
      { kind: 'price' as const, week: -8, change: 0.25 },
      ...scenario.decisions,
    ];
    const risen = { ...scenario, horizon: 8, decisions };
    const { spend, segments } = await columnJob.perform(lab, risen, 0, RISE, 10_000);
    const seen = new Set([...spend].map((value, i) => `${segments[i]} ${value.toFixed(2)}`));
    const each = [
      '0 0.80',
      '0 1.00',
      '1 0.80',
      '1 1.00',
      '2 0.56',
      '2 0.70',
      '3 4.80',
      '3 6.00',
    ];
    expect([...seen].sort()).toEqual(each);
  });
});

describe('a sample', () => {
  test('is of those asked for, in the same proportions', async () => {
    const sample = await columnJob.perform(lab, scenario, 0, RISE, 120);
    expect(sample.count).toBe(120);
    expect(sample.customers).toBe(everybody.count);
    for (const segment of [0, 1, 2, 3]) {
      const all = everybody.segments.filter((own) => own === segment).length;
      const some = sample.segments.filter((own) => own === segment).length;
      expect(Math.abs(some - (120 * all) / everybody.count)).toBeLessThanOrEqual(1);
    }
  });

  test('holds the same values for its customers', async () => {
    const sample = await columnJob.perform(lab, scenario, 0, RISE, 120);
    const places = Array.from(sample.ids, (id) => everybody.ids.indexOf(id));
    for (const week of [0, 20, 59])
      for (const name of ['margin', 'trust', 'status'] as const)
        expect(places.map((i) => everybody[name][week * everybody.count + i])).toEqual([
          ...sample[name].subarray(week * 120, (week + 1) * 120),
        ]);
  });

  test('is spread evenly, and never larger than the whole', () => {
    expect([...sampleOf([0, 2, 4, 6, 8, 10], 3)]).toEqual([2, 6, 10]);
    expect([...sampleOf([5, 7], 10)]).toEqual([5, 7]);
    expect([...sampleOf([5, 7], 0)]).toEqual([]);
    expect([...sampleOf([], 4)]).toEqual([]);
  });

  test('crosses to another thread as it is', async () => {
    const sample = await columnJob.perform(lab, scenario, 0, RISE, 5);
    expect(structuredClone(sample)).toEqual(sample);
  });
});
