import { describe, expect, test } from 'vitest';
import { inputDigest } from '../../src/assess/digest.ts';
import { launchJob, registered } from '../../src/assess/launch.ts';
import { checkLaunch } from '../../src/assess/launchCheck.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { parseScenario } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Launch } from '../../src/model/scenario/launch.ts';

const scenario: Scenario = {
  version: 1,
  name: 'launch',
  seed: 'launch',
  horizon: 52,
  customers: 800,
  runs: 12,
  template: 'general',
  decisions: [{ kind: 'price', week: 8, change: 0.1 }],
  buffers: [],
};
const runner = await serialRunner();
const launch = await registered(scenario, runner);

describe('a band that was registered', () => {
  test('is that of the runs that hold, from week 0 to the end', () => {
    expect(launch).toMatchObject({ of: 'holding', runs: 12, digest: inputDigest(scenario) });
    const { churn, customers } = launch.bands;
    expect(churn?.typical).toHaveLength(12);
    for (const [i, typical] of (churn?.typical ?? []).entries()) {
      expect(churn?.low[i]).toBeLessThanOrEqual(typical);
      expect(churn?.high[i]).toBeGreaterThanOrEqual(typical);
    }
    // Everyday churn of the general market is 1.4 % a month.
    expect(churn?.typical[0]).toBeGreaterThan(0.005);
    expect(churn?.typical[0]).toBeLessThan(0.03);
    expect(customers?.typical[0]).toBeCloseTo(1, 1);
  });

  test('is that of all runs where hardly any holds', async () => {
    const steep = { ...scenario, decisions: [{ ...scenario.decisions[0], change: 0.9 }] };
    const { of, bands } = await registered(steep as Scenario, runner);
    expect(of).toBe('all');
    expect(bands.customers?.typical.at(-1)).toBeLessThan(0.8);
  });

  test('counts customers out and complaints as the run has them', async () => {
    const { months, first } = await runner.perform(launchJob, [scenario, 0]);
    expect(first).toBe(-6);
    expect(months).toHaveLength(18);
    const lost = months.slice(6).reduce((kept, { churn }) => kept * (1 - churn), 1);
    // Nobody who left is replaced in this product; in the run joiners are.
    expect(months.at(-1)?.customers).toBeGreaterThan(lost);
    expect(months.every(({ complaints }) => complaints >= 0 && complaints < 100)).toBe(true);
  });

  test('does not count among the inputs, and is read back as it was stored', () => {
    const kept = { ...scenario, launch };
    expect(inputDigest(kept)).toBe(inputDigest(scenario));
    const parsed = parseScenario(JSON.parse(JSON.stringify(kept)));
    expect(parsed.ok && parsed.scenario.launch).toEqual(launch);
  });
});

describe('the months since', () => {
  const plain: Launch = {
    version: 1,
    modelVersion: '1.0.0',
    digest: 'd',
    runs: 10,
    of: 'holding',
    customers: 1000,
    bands: {
      churn: { low: [0.01, 0.01], typical: [0.02, 0.02], high: [0.03, 0.03] },
      customers: { low: [0.95, 0.9], typical: [0.97, 0.95], high: [1, 1] },
      complaints: { low: [2, 2], typical: [4, 4], high: [6, 6] },
    },
    tripwires: [
      { measure: 'complaints', usual: 4, low: 1, high: 7, claim: 'warns' },
      { measure: 'churn', usual: 0.02, low: 0.01, high: 0.04, claim: 'noLead' },
    ],
    actuals: [],
  };
  const checked = (actuals: Launch['actuals'], over: Partial<Launch> = {}) =>
    checkLaunch({ ...plain, ...over, actuals });

  test('lie inside their band or not, in its unit', () => {
    const { measures } = checked([
      { month: 1, churn: 0.03, customers: 890, complaints: 8 },
      { month: 0, churn: 0.031, customers: 970, complaints: 4 },
    ]);
    expect(measures.map(({ measure, outside }) => [measure, outside])).toEqual([
      ['churn', 1],
      ['customers', 1],
      ['complaints', 1],
    ]);
    expect(measures[0]?.months.map(({ month, inside }) => [month, inside])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(measures[1]?.months[1]).toMatchObject({ value: 0.89, low: 0.9, high: 1 });
    // 8 of 890 customers.
    expect(measures[2]?.months[1]?.value).toBeCloseTo(8.989, 3);
  });

  test('light a tripwire in the first month beyond it', () => {
    const { tripwires } = checked([
      { month: 0, complaints: 5 },
      { month: 1, complaints: 8 },
      { month: 2, complaints: 9 },
    ]);
    expect(tripwires).toMatchObject([
      { measure: 'complaints', lit: 1, months: 3, own: false, high: 7 },
      { measure: 'churn', lit: null, months: 0 },
    ]);
  });

  test('of which six came before week 0 set the own usual range and level', () => {
    const before = [20, 22, 21, 19, 20, 18].map((complaints, i) => ({
      month: i - 6,
      complaints,
    }));
    const { tripwires, measures } = checked([...before, { month: 0, complaints: 30 }]);
    // Mean 20, standard deviation √2; the band is five times the simulated one.
    expect(tripwires[0]).toMatchObject({ own: true, lit: 0 });
    expect(tripwires[0]?.high).toBeCloseTo(20 + 3 * Math.SQRT2, 6);
    expect(measures[0]?.months[0]).toMatchObject({
      low: 10,
      typical: 20,
      high: 30,
      inside: true,
    });
  });

  test('say nothing where the base is not known', () => {
    const { customers: _unknown, ...rest } = plain;
    const actuals = [{ month: 0, churn: 0.02, customers: 900, complaints: 4 }];
    const { measures } = checkLaunch({ ...rest, actuals });
    expect(measures.map(({ measure }) => measure)).toEqual(['churn', 'complaints']);
  });
});
