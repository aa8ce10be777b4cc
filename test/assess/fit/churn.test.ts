import { describe, expect, test } from 'vitest';
import { churnJob, pastOf } from '../../../src/assess/fit/churn.ts';
import { booked } from '../../../src/assess/fit/sampling.ts';
import { groupsOf, monthsBefore, summaryOf } from '../../../src/assess/fit/summary.ts';
import { Lab } from '../../../src/assess/lab.ts';
import { Kernel } from '../../../src/engine/kernel.ts';
import { openScenario } from '../../../src/engine/seeded.ts';
import { seriesOf } from '../../../src/engine/series.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

const M = 52 / 12;
const scenario: Scenario = {
  version: 1,
  name: 'past',
  seed: 'past',
  horizon: 52,
  customers: 4000,
  runs: 4,
  template: 'streaming',
  decisions: [
    { kind: 'price', week: -40, change: 0.15 },
    { kind: 'ads', week: -10, load: 0.3 },
    { kind: 'price', week: 8, change: 0.1 },
  ],
  buffers: [{ kind: 'notice', weeks: 4 }],
};
const past = pastOf(scenario, 2000);
const lab = new Lab(await Kernel.load());

describe('monthly churn of a simulated past', () => {
  test('is the exits of its weeks over the customers at its start', async () => {
    const [month] = await churnJob.perform(lab, past, 3, [-13]);
    const series = openScenario(lab.kernel, past, 3);
    const [exits, active] = [seriesOf(series, 'exits'), seriesOf(series, 'active')];
    const at = series.historyWeeks - 13;
    const left = [0, 1, 2, 3].reduce((sum, k) => sum + (exits[at + k] ?? NaN), 0);
    const third = (exits[at + 4] ?? NaN) / 3;
    expect(month?.customers).toBe(active[at - 1]);
    expect(month?.churn).toBeCloseTo((left + third) / (active[at - 1] ?? NaN), 12);
  });

  test('adds up over months that follow one another', async () => {
    const weeks = Array.from({ length: 12 }, (_, i) => -52 + i * M);
    const months = await churnJob.perform(lab, past, 0, weeks);
    const series = openScenario(lab.kernel, past, 0);
    const exits = [...seriesOf(series, 'exits')].slice(
      series.historyWeeks - 52,
      series.historyWeeks,
    );
    const total = months.reduce((sum, { churn, customers }) => sum + churn * customers, 0);
    expect(total).toBeCloseTo(
      exits.reduce((sum, x) => sum + x, 0),
      6,
    );
  });

  test('reaches back further than the scenario itself would', async () => {
    const months = await churnJob.perform(lab, past, 0, [-200, -196]);
    expect(months.every(({ customers, churn }) => customers > 500 && churn > 0)).toBe(true);
  });

  test('knows nothing of decisions to come', async () => {
    const other = { ...scenario, decisions: scenario.decisions.slice(0, 2) };
    const at = (one: Scenario) => churnJob.perform(lab, pastOf(one, 1000), 1, [-30, -5]);
    expect(await at(scenario)).toEqual(await at(other));
  });
});

describe('what is compared', () => {
  const months = [-60, -50, -46, -43, -40, -36, -31, -27, -23, -18, -9].map((week) => ({
    week,
    churn: 0.04,
  }));

  test('months are taken together before, at the announcement and after each change', () => {
    // −46 and −43 reach the announcement in week −44; the three months after −23 and before −10 are one group.
    expect(groupsOf(past, months)).toEqual([[0, 1], [2, 3], [4], [5], [6], [7, 8, 9], [10]]);
  });

  test('those that end before any news tell the usual level', () => {
    expect(monthsBefore(past, months)).toEqual([0, 1]);
  });

  test('it is the root of the mean churn', () => {
    expect(summaryOf([0.01, 0.03, 0.09], [[0, 1], [2]])).toEqual([Math.sqrt(0.02), 0.3]);
  });
});

describe('chance in a small base', () => {
  const simulated = Array.from({ length: 400 }, () => ({ churn: 0.1, customers: 2000 }));
  const draws = (from: number) => {
    let x = from;
    return () => (x = (x * 16_807) % 2_147_483_647) / 2_147_483_647;
  };
  const months = simulated.map(() => ({ week: -10, churn: 0 }));

  test('is added as far as the simulated base lacks it', () => {
    const churn = booked(simulated, months, 100, draws(7));
    const mean = churn.reduce((sum, x) => sum + x, 0) / churn.length;
    const variance =
      churn.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (churn.length - 1);
    expect(mean).toBeCloseTo(0.1, 2);
    // .1 * .9 * (1/100 − 1/2000), to within what 400 draws tell.
    expect(variance / 0.000_855).toBeGreaterThan(0.8);
    expect(variance / 0.000_855).toBeLessThan(1.25);
  });

  test('is not added where as many were simulated', () => {
    expect(booked(simulated, months, 2000, draws(7))).toEqual(simulated.map(() => 0.1));
  });
});
