import { describe, expect, test } from 'vitest';
import { churnJob, pastOf } from '../../../src/assess/fit/churn.ts';
import { fit } from '../../../src/assess/fit/fit.ts';
import { recovery } from '../../../src/assess/fit/recovery.ts';
import type { Job, Runner } from '../../../src/assess/job.ts';
import { serialRunner } from '../../../src/assess/serial.ts';
import { assuming, assumptionsOf, drawnScenarios } from '../../../src/model/assumptions.ts';
import { parseScenario } from '../../../src/model/parse.ts';
import { parametersOf } from '../../../src/model/scenario.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

const M = 52 / 12;
const CUSTOMERS = 800;
const ROWS = 300;
const scenario: Scenario = {
  version: 1,
  name: 'past',
  seed: 'past',
  horizon: 52,
  customers: 1000,
  runs: 12,
  template: 'telco',
  decisions: [
    { kind: 'price', week: -30, change: 0.25 },
    { kind: 'price', week: 8, change: 0.1 },
  ],
  buffers: [],
};
const weeks = Array.from({ length: 10 }, (_, i) => -30 + (i - 4) * M);
const runner = await serialRunner();

/** Churn that a market with these parameters would have booked. */
async function historyOf(one: Scenario) {
  const simulated = await runner.perform(churnJob, [pastOf(one, 4000), 99, weeks]);
  const months = weeks.map((week, i) => ({ week, churn: simulated[i]?.churn ?? 0 }));
  return { months, customers: CUSTOMERS };
}

const found = await fit(scenario, await historyOf(scenario), runner, { rows: ROWS });

describe('a fit', () => {
  test('gives the same answer whoever is faster', async () => {
    let turn = 0;
    const late: Runner = {
      perform: async <A extends readonly unknown[], R>(job: Job<A, R>, args: A) => {
        if (turn++ % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
        return runner.perform(job, args);
      },
    };
    const history = await historyOf(scenario);
    const [a, b] = [
      await fit(scenario, history, late, { rows: 60 }),
      await fit(scenario, history, runner, { rows: 60 }),
    ];
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });

  test('shows the churn that it was fitted to', () => {
    expect(found.inside).toBeGreaterThanOrEqual(8);
    const widths = (of: 'band' | 'prior') =>
      found.months.reduce((sum, month) => sum + month[of].high - month[of].low, 0);
    expect(widths('band') / widths('prior')).toBeLessThan(0.8);
  });

  test('learns of dear and of cheap switching that they are', async () => {
    const placeOf = async (Smean: number) => {
      const history = await historyOf(assuming(scenario, { Smean }));
      const { parameters } = await fit(scenario, history, runner, { rows: ROWS });
      return parameters.find(({ name }) => name === 'Smean')?.posterior;
    };
    const [cheap, dear] = [await placeOf(0.1), await placeOf(1.1)];
    expect((dear?.value ?? 0) - (cheap?.value ?? 0)).toBeGreaterThan(0.15);
    expect(cheap?.low).toBeLessThan(0.2);
    expect(dear?.high).toBeGreaterThan(1);
  });

  test('leaves the own values where they are if they show the churn', () => {
    for (const { name, before, own, prior } of found.parameters)
      expect(Math.abs(own - before) / (prior.high - prior.low), name).toBeLessThan(0.25);
  });

  test('is a part of the scenario that can be stored and read', () => {
    const parsed = parseScenario(
      JSON.parse(JSON.stringify({ ...scenario, fitted: found.fitted })),
    );
    expect(parsed.ok && parsed.scenario.fitted).toEqual(found.fitted);
  });

  test('can be cancelled', async () => {
    const asked = new AbortController();
    const history = await historyOf(scenario);
    const fitting = fit(scenario, history, runner, {
      rows: 40,
      signal: asked.signal,
      onProgress: (done) => {
        if (done > 10) asked.abort(new Error('enough'));
      },
    });
    await expect(fitting).rejects.toThrow('enough');
  });

  test('needs a change and months', async () => {
    const none = { ...scenario, decisions: scenario.decisions.slice(1) };
    await expect(fit(none, await historyOf(scenario), runner)).rejects.toThrow(
      'decisions: received none before week 0',
    );
    await expect(fit(scenario, { months: [], customers: CUSTOMERS }, runner)).rejects.toThrow(
      'months: received none',
    );
  });
});

test('churn of another level altogether moves the everyday hazard there first', async () => {
  const { months } = await historyOf(scenario);
  const twice = months.map((month) => ({ ...month, churn: 2.5 * month.churn }));
  const { parameters } = await fit(scenario, { months: twice, customers: CUSTOMERS }, runner, {
    rows: 120,
  });
  const h0 = parameters.find(({ name }) => name === 'h0');
  expect(h0?.own).toBeGreaterThan(1.6 * (h0?.before ?? NaN));
});

test('months before any change narrow nothing but the everyday churn', async () => {
  const { months } = await historyOf(scenario);
  const before = { months: months.slice(0, 3), customers: CUSTOMERS };
  const { narrowed, parameters } = await fit(scenario, before, runner, { rows: 600 });
  expect(narrowed).toBe(false);
  for (const { name, left } of parameters)
    if (name !== 'h0') expect(left, name).toBeGreaterThan(0.85);
});

describe('a scenario with a fit', () => {
  const fitted: Scenario = { ...scenario, fitted: found.fitted };

  test('runs with the values of the fit, unless it sets others', () => {
    const { Smean, eta } = found.fitted.own;
    expect(parametersOf(fitted)).toMatchObject({ Smean, eta });
    expect(parametersOf({ ...fitted, parameters: { eta: 0.04 } }).eta).toBe(0.04);
  });

  test('has its assumptions drawn from the fit, each draw whole', () => {
    const { draws } = found.fitted;
    const rows = (draws.eta ?? []).map(
      (eta, i) => `${eta} ${draws.Smean?.[i]} ${draws.h0?.[i]}`,
    );
    const drawn = drawnScenarios(fitted, 128).map(({ parameters }) => parameters);
    const seen = drawn.map((p) => `${p?.eta} ${p?.Smean} ${p?.h0}`);
    expect([...new Set(seen)].sort()).toEqual([...new Set(rows)].sort());
    // What the past was not asked about is drawn as before.
    const others = drawnScenarios(scenario, 128).map(({ parameters }) => parameters?.cv);
    expect(drawn.map((p) => p?.cv)).toEqual(others);
  });

  test('has ranges out of its history', () => {
    const known = assumptionsOf(fitted).filter(({ known: from }) => from === 'history');
    expect(known.map(({ name }) => name).sort()).toEqual(
      Object.keys(found.fitted.draws).sort(),
    );
    for (const { name, low, high, base } of known) {
      const learned = found.parameters.find((one) => one.name === name);
      const width = (learned?.prior.high ?? 0) - (learned?.prior.low ?? 0);
      expect(Math.abs(low - (learned?.posterior.low ?? 0)) / width, name).toBeLessThan(0.2);
      expect(Math.abs(high - (learned?.posterior.high ?? 0)) / width, name).toBeLessThan(0.2);
      expect(base).toBe(found.fitted.own[name as keyof typeof found.fitted.own]);
    }
  });
});

test('planted parameters are found again', async () => {
  // In full, as `thermocline fit --check`: 2,400 rows and 100 cases.
  const months = weeks.map((week) => ({ week, churn: 0 }));
  const { parameters, coverage } = await recovery(
    scenario,
    { months, customers: CUSTOMERS },
    { cases: 40, rows: 600 },
    runner,
  );
  expect(coverage).toBeGreaterThan(0.82);
  expect(coverage).toBeLessThan(0.96);
  expect(parameters.find(({ name }) => name === 'h0')?.left).toBeLessThan(0.85);
});
