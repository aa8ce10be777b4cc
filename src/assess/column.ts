/** The water column: how far each of a sample of customers is from leaving, week by week. */
import type { Kernel } from '../engine/kernel.ts';
import type { Study } from '../engine/study.ts';
import { Walk } from '../engine/walk.ts';
import { ACTIVE } from '../model/customer.ts';
import { segmentEnds } from '../model/levers.ts';
import type { Scenario } from '../model/scenario.ts';
import { STRATA } from './assessment.ts';
import type { Job } from './job.ts';
import { MARGIN_SCALE, RETURNED, TRUST_SCALE } from './sampled.ts';
import type { Column } from './sampled.ts';
import { stratumOfCustomer, waveringMargin } from './stratum.ts';
import type { Standing } from './stratum.ts';

export * from './sampled.ts';

const MARGIN_LIMIT = 32767;
/** One seed at one size. */
export const columnJob: Job<
  [scenario: Scenario, run: number, size: number, count: number],
  Column
> = {
  name: 'column',
  perform(lab, scenario, run, size, count) {
    const { kernel } = lab;
    const study = lab.study(scenario);
    const walk = new Walk(kernel, study, run, size);
    while (walk.done < walk.historyWeeks) walk.step();
    const status = kernel.states('st');
    const customers = Array.from(status.keys()).filter((id) => status[id] === ACTIVE);
    const ids = sampleOf(customers, count);
    return {
      ...{ run, size, weeks: walk.weeks - walk.historyWeeks },
      ...{ customers: customers.length, count: ids.length, ids },
      segments: segmentsOf(study, ids),
      spend: spendOf(kernel, ids),
      ...observed(walk, kernel, study, ids),
      thermocline: waveringMargin(study.market.parameters),
    };
  },
};

/**
 * Customers at even distances. As ids follow the segments, each segment has its share of the sample, to within
 * one.
 * @param customers ascending ids
 * @param count largest size of the sample
 */
export function sampleOf(customers: readonly number[], count: number): Int32Array {
  const size = Math.min(customers.length, Math.max(0, Math.floor(count)));
  const distance = customers.length / size;
  return Int32Array.from(
    { length: size },
    (_, i) => customers[Math.floor((i + 0.5) * distance)] ?? -1,
  );
}

function segmentsOf({ market }: Study, ids: Int32Array): Uint8Array {
  const ends = segmentEnds(market.segments, market.customers);
  return Uint8Array.from(ids, (id) => ends.findIndex((end) => id < end));
}

function spendOf(kernel: Kernel, ids: Int32Array): Float32Array {
  const price = kernel.states('pp', ids);
  return Float32Array.from(kernel.traits('arpu', ids), (arpu, i) => arpu * (price[i] ?? NaN));
}

/** Follows the sample to the end of the run. */
function observed(
  walk: Walk,
  kernel: Kernel,
  { market: { parameters } }: Study,
  ids: Int32Array,
): Pick<Column, 'margin' | 'trust' | 'status'> {
  const count = ids.length;
  const length = count * (walk.weeks - walk.historyWeeks);
  const margin = new Int16Array(length);
  const trust = new Uint8Array(length);
  const status = new Uint8Array(length);
  const left = new Uint8Array(count);
  const standing = standings(kernel, ids);
  for (let row = 0; walk.done < walk.weeks; row += count) {
    const st = kernel.states('st', ids);
    const t = walk.done;
    walk.step();
    const standingOf = standing();
    for (let i = 0; i < count; i++) {
      const now = standingOf(i);
      const on = st[i] === ACTIVE;
      if (!on) left[i] = RETURNED;
      const stratum = on ? stratumOfCustomer(now, t, parameters) : 'gone';
      trust[row + i] = Math.round(now.T * TRUST_SCALE);
      margin[row + i] = on ? thousandths(now.m) : (margin[row + i - count] ?? 0);
      status[row + i] = (left[i] ?? 0) + STRATA.indexOf(stratum);
    }
  }
  return { margin, trust, status };
}

const STATES = ['T', 'u', 'm', 'H', 'E', 'pz'] as const;

/** Reads the states of the sample whenever it is called, for each customer to be looked up in. */
function standings(kernel: Kernel, ids: Int32Array): () => (i: number) => Standing {
  const [A, ph] = [kernel.traits('A', ids), kernel.traits('ph', ids)];
  return () => {
    const [T, u, m, H, E, pz] = STATES.map((name) => kernel.states(name, ids));
    return (i) => ({
      ...{ T: T?.[i] ?? NaN, A: A[i] ?? NaN, u: u?.[i] ?? NaN, m: m?.[i] ?? NaN },
      ...{ H: H?.[i] ?? NaN, E: E?.[i] ?? NaN, ph: ph[i] ?? NaN, pz: pz?.[i] ?? NaN },
    });
  };
}

const thousandths = (margin: number): number =>
  Math.max(-MARGIN_LIMIT, Math.min(MARGIN_LIMIT, Math.round(margin * MARGIN_SCALE)));
