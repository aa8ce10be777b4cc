/** The stylised facts on a handful of seeds: bounds wide enough for chance, too narrow for a broken mechanism. */
import { beforeAll, describe, expect, test } from 'vitest';
import { factSeeds } from '../../src/assess/facts/fact.ts';
import type { Finding } from '../../src/assess/facts/fact.ts';
import { FACTS, factOf } from '../../src/assess/facts/index.ts';
import { Kernel } from '../../src/engine/kernel.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
});

/** What a fact says of the first seeds, and the mean of a figure by name. */
function measured(id: string, seeds = 4) {
  const fact = factOf(id);
  const finding: Finding = fact.conclude(
    factSeeds(seeds).map((seed) => fact.measure(kernel, seed)),
  );
  const mean = (name: string): number => {
    const value = finding.values[name];
    if (!value) throw new Error(`${name} is none of ${Object.keys(finding.values).join(', ')}`);
    return value.mean;
  };
  return { finding, mean };
}

function expectWithin(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
}

describe('before the tip and beyond it', () => {
  test('F1: a rise of a quarter is calm for a year, then half of the customers leave at once', () => {
    const { finding, mean } = measured('F1');
    expect(finding.met).toBe('yes');
    expectWithin(mean('calm'), 45, 80);
    expectWithin(mean('peak'), 7, 13);
    expectWithin(mean('left'), 0.35, 0.6);
    expect(mean('leftAt20')).toBeGreaterThan(0.8);
    expectWithin(mean('base'), 0.011, 0.015);
  });

  test('F2: people who move each other make a cliff; alone they make a slope', () => {
    const { finding, mean } = measured('F2', 2);
    expect(finding.met).toBe('yes');
    expectWithin(mean('width'), 0.02, 0.07);
    expectWithin(mean('withoutFeedback'), 0.35, 0.55);
  });

  test('F3: an explained rise is a wave of weeks', () => {
    const { finding, mean } = measured('F3', 8);
    expectWithin(mean('peak +10.0 %'), 1.2, 1.5);
    expectWithin(mean('peak +15.0 %'), 1.5, 1.9);
    expectWithin(mean('loss +15.0 %'), 0.02, 0.04);
    expect(finding.values['settled +15.0 %']?.median).toBeLessThan(13);
  });

  test('F4: reversed in time nothing is lost, reversed too late half of the customers', () => {
    const { finding, mean } = measured('F4');
    expect(finding.met).toBe('yes');
    expect(mean('after +20.0 %')).toBeLessThan(0);
    expectWithin(mean('after +30.0 %'), 0.42, 0.52);
    expectWithin(mean('noReturn'), 26, 52);
  });

  test('F5: equal yearly rises tip suddenly, but a calendar year cuts the onset in two', () => {
    const { finding } = measured('F5', 10);
    expect(finding.met).toBe('no');
    expect(finding.note).toMatch(/cuts the onset in two/);
  });

  test('F13: a commodity has no cliff', () => {
    const { finding, mean } = measured('F13');
    expect(finding.met).toBe('yes');
    expect(mean('straightness')).toBeGreaterThan(0.99);
    expect(mean('steepest')).toBeLessThan(1.5);
    expect(mean('steepestGeneral')).toBeGreaterThan(4);
  });

  test('F14: steps keep more customers than one rise; steps without end lose them', () => {
    const { finding, mean } = measured('F14');
    expect(finding.met).toBe('yes');
    expect(mean('three in 4 steps') - mean('three +20 % at once')).toBeGreaterThan(0.05);
    expect(mean('four +5 % every 26 weeks')).toBeLessThan(0.4);
  });

  test('M: what is not met is said to be not met', () => {
    const { finding, mean } = measured('M', 8);
    expect(finding.met).toBe('no');
    expect(mean('largest')).toBeLessThan(0.02);
    expect(mean('largestBefore')).toBeLessThan(0.004);
  });
});

describe('levers', () => {
  test('F7: a desk that obstructs keeps more at first and fewer in the end', () => {
    const { finding, mean } = measured('F7');
    expect(finding.met).toBe('yes');
    expectWithin(mean('half +20.0 % obstruct') - mean('half +20.0 % none'), 0.02, 0.08);
    expect(mean('end +20.0 % obstruct')).toBeLessThan(mean('end +20.0 % none') - 0.05);
  });

  test('F8: openness costs about one customer in a hundred and moves the tip up', () => {
    const { finding, mean } = measured('F8', 2);
    expect(finding.met).toBe('yes');
    expectWithin(mean('shift general'), 0.045, 0.085);
    expectWithin(mean('shift community'), 0.05, 0.1);
    expectWithin(mean('cost general'), 0.004, 0.014);
  });

  test('F9: half of the complaint staff moves the tip down', () => {
    const { finding, mean } = measured('F9');
    expect(finding.met).toBe('yes');
    expectWithin(mean('normal'), 0.22, 0.26);
    expectWithin(mean('shift'), -0.025, -0.008);
  });

  test('F10: those served in person leave more and complain less', () => {
    const { finding, mean } = measured('F10');
    expect(finding.met).toBe('yes');
    expect(mean('revenue general')).toBeLessThan(2 * mean('customers general'));
  });

  test('F15: a letter wakes telco customers who sleep', () => {
    const { finding, mean } = measured('F15', 8);
    expect(finding.met).toBe('yes');
    expectWithin(mean('ratio telco'), 1.25, 1.65);
    expectWithin(mean('ratio general'), 0.97, 1.03);
  });

  test('P0: levers that are off change not one bit', () => {
    const { finding } = measured('P0', 1);
    expect(finding.met).toBe('yes');
    expect(finding.measured).toMatch(/^27 of 27 runs identical/);
  });

  test('P5: an over-promise tips a market without any loss of value', () => {
    const { finding, mean } = measured('P5', 2);
    expect(finding.met).toBe('yes');
    expectWithin(mean('everybody'), 0.22, 0.29);
  });
});

describe('what can be seen of it', () => {
  test('F6: each neighbour who left nearly doubles the hazard', () => {
    const { finding, mean } = measured('F6', 2);
    expect(finding.met).toBe('yes');
    expectWithin(mean('perNeighbour'), 1.6, 2);
    expectWithin(mean('oneToNone'), 1.7, 2.2);
  });

  test('F11: complaints fluctuate more before a slow collapse, not before a sudden one', () => {
    const { finding, mean } = measured('F11', 6);
    expect(mean('slow complaints variance')).toBeGreaterThan(0.8);
    expectWithin(mean('sudden complaints variance'), 0.2, 0.75);
    expect(finding.measured).toMatch(/12 runs of each kind/);
  });

  test('F12: churn, survival and return are of the published size', () => {
    const { mean } = measured('F12', 3);
    expectWithin(mean('churn streaming'), 0.03, 0.042);
    expectWithin(mean('churn saas'), 0.006, 0.009);
    expectWithin(mean('churn telco'), 0.007, 0.0085);
    expectWithin(mean('survival streaming'), 0.6, 0.69);
    expectWithin(mean('five general'), 0.9, 0.96);
    expectWithin(mean('price back streaming'), 0.27, 0.38);
    expectWithin(mean('trust back streaming'), 0.08, 0.19);
  });

  test('N: half of the fall of the reported score comes long after that of trust', () => {
    const { finding } = measured('N', 6);
    expect(finding.values['behindTrust general']?.median).toBeGreaterThan(10);
    expect(finding.met).not.toBe('yes');
  });

  test('V: few complain at rest', () => {
    const { mean } = measured('V', 2);
    expectWithin(mean('everyday'), 0.035, 0.06);
    expectWithin(mean('perHurt'), 0.7, 1.2);
  });
});

test('every fact has an id of its own and says what is claimed and what counts', () => {
  const ids = FACTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { claim, target } of FACTS)
    expect(Math.min(claim.length, target.length)).toBeGreaterThan(5);
  const wanted = [...Array.from({ length: 15 }, (_, i) => `F${i + 1}`), 'N', 'M'];
  expect(FACTS.filter(({ always }) => always).map(({ id }) => id)).toEqual(wanted);
});

test('a fact that is not there is answered with those that are', () => {
  expect(() => factOf('F16')).toThrow(/received "F16", expected one of F1, F2/);
});
