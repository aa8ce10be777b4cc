/** Digests of whole runs: the same in every engine, for the same model version. */
import { Kernel } from '../../src/engine/kernel.ts';
import { marketOf } from '../../src/engine/market.ts';
import { keyOf } from '../../src/engine/seed.ts';
import type { RunSeries } from '../../src/engine/series.ts';
import { compileLevers } from '../../src/model/levers.ts';
import type { Buffer, Decision, Scenario } from '../../src/model/scenario.ts';

const decisions: Decision[] = [{ kind: 'price', week: 8, change: 0.22 }];

/** A price rise of 22 %, over two years, for 2,000 people of the general market. */
const rise: Scenario = {
  ...{ version: 1, name: 'rise', seed: 'digest', horizon: 104, customers: 2000, runs: 1 },
  ...{ template: 'general', decisions, buffers: [] },
};

/** All that a scenario can hold, at once and with a past. */
export const everything: Scenario = {
  ...{ version: 1, name: 'everything', seed: 'digest', horizon: 60, customers: 1000, runs: 1 },
  template: 'streaming',
  parameters: { annual: 0.3 },
  decisions: [
    { kind: 'price', week: -20, change: 0.04 },
    { kind: 'price', week: 6, change: 0.3, steps: 3, interval: 5 },
    { kind: 'featureCut', week: 8, breadth: 0.4, depth: 0.3 },
    { kind: 'openness', week: 9, level: 0.4 },
    { kind: 'service', week: 10, downgrade: 0.3, ramp: 6 },
    { kind: 'ads', week: 12, load: 0.2, ramp: 3 },
    { kind: 'shock', week: 14, size: 0.4, integrity: true },
    { kind: 'friction', week: 7, level: 0.2 },
    { kind: 'lockIn', week: 7, level: 0.2 },
    { kind: 'overPromise', week: 16, size: 0.2, share: 0.6 },
    { kind: 'noticeMail', week: 18 },
  ],
  buffers: [
    { kind: 'notice', weeks: 2 },
    { kind: 'explanation', week: 6, strength: 0.5 },
    { kind: 'grandfathering', week: 6, share: 0.2, weeks: 10 },
    { kind: 'compensation', week: 15, credit: 0.2 },
    { kind: 'apology', week: 15, weeks: 6, strength: 0.5, kept: false },
    { kind: 'crisisResponse', week: 14, hours: 30 },
    { kind: 'oneMessage', week: 6, strength: 0.7 },
    { kind: 'opinionLeaders', week: 6, strength: 0.7 },
    { kind: 'capacity', week: 20, multiplier: 0.5 },
    { kind: 'empowerment', week: 20, level: 0.8 },
    { kind: 'fatigue' },
    { kind: 'outreach', week: 20, level: 0.5 },
    { kind: 'saveDesk', week: 6, mode: 'listen', strength: 0.3 },
    { kind: 'referral', share: 0.3, by: 'nps' },
    { kind: 'litePlan', week: 6, price: 0.6, value: 0.7 },
    { kind: 'pause', week: 6, weeks: 6, price: 0.1 },
    { kind: 'winBack', week: 30, weeks: 6 },
    { kind: 'pilot', week: 6, share: 0.4, widen: 16 },
  ] satisfies Buffer[],
};

export const DIGESTED = { rise, everything } as const;
export type Digested = keyof typeof DIGESTED;

export async function seriesOfDigested(name: Digested): Promise<RunSeries> {
  const scenario = DIGESTED[name];
  const table = compileLevers(scenario);
  const kernel = await Kernel.load();
  kernel.begin(marketOf(scenario), keyOf(scenario.seed, 0), table);
  kernel.run(0, table.weeks, 'all');
  return kernel.series();
}

/** SHA-256 of the series table's bytes (little-endian doubles), in hexadecimal digits. */
export async function seriesDigest({ table }: RunSeries): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Float64Array(table));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

/**
 * What every engine must come to. If it changes, the same scenario and seed give other numbers than before:
 * then MODEL_VERSION in src/model/version.ts changes with it.
 */
export const GOLDEN: Readonly<Record<Digested, string>> = {
  rise: '6fac2fd3416e8d1325a06765b22e04a87d7c1ed5aef40f8dfe30d85045344943',
  everything: '5f35e245d718b6483b8060c023f6b8d185f22164ca162e91b88a63a04859925d',
};
export const GOLDEN_VERSION = '1.1.0';
