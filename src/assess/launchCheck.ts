/** The months since a launch against what was registered: inside the band or not, each tripwire lit or not. */
import type { Actual, Launch, LaunchBand, LaunchMeasure } from '../model/scenario/launch.ts';
import { LAUNCH_MEASURES } from '../model/scenario/launch.ts';
import { possible } from './launch.ts';
import { bandOf } from './visible.ts';

/** Own months before week 0 that it takes to know the own usual level. */
const OWN_MONTHS = 6;

/** A figure of one month. */
export interface CheckedMonth {
  readonly month: number;
  /** In the unit of the band: customers as a share of week 0, complaints per 1000 customers. */
  readonly value: number;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly inside: boolean;
}

export interface CheckedTripwire {
  readonly measure: LaunchMeasure;
  readonly claim: Launch['tripwires'][number]['claim'];
  /** Lit outside of these. */
  readonly low: number;
  readonly high: number;
  /** Whether the own months before week 0 set them, or the simulated ones. */
  readonly own: boolean;
  /** Months since week 0 with this figure. */
  readonly months: number;
  /** First month outside; null if it is not lit. */
  readonly lit: number | null;
}

export interface LaunchCheck {
  /** Only those figures of which there is at least one month. */
  readonly measures: readonly {
    readonly measure: LaunchMeasure;
    readonly months: readonly CheckedMonth[];
    readonly outside: number;
  }[];
  readonly tripwires: readonly CheckedTripwire[];
}

/** Figures whose level differs from company to company: the band is brought to the own one, where that is known. */
const OWN_LEVEL: readonly LaunchMeasure[] = ['complaints', 'dataExports'];

/** What the months say. */
export function checkLaunch(launch: Launch): LaunchCheck {
  const values = LAUNCH_MEASURES.map(
    (measure) => [measure, valuesOf(measure, launch)] as const,
  );
  return {
    measures: values.flatMap(([measure, all]) => {
      const level = levelOf(measure, all, launch);
      const months = all.flatMap((one) => checkedMonth(one, measure, level, launch));
      const outside = months.filter(({ inside }) => !inside).length;
      return months.length > 0 ? [{ measure, months, outside }] : [];
    }),
    tripwires: launch.tripwires.map((wire) => {
      const all = values.find(([measure]) => measure === wire.measure)?.[1] ?? [];
      const before = all.filter(({ month }) => month < 0).map(({ value }) => value);
      const since = all.filter(({ month }) => month >= 0);
      const own = before.length >= OWN_MONTHS;
      const { low, high } = own
        ? possible(wire.measure, bandOf(before.slice(-OWN_MONTHS)))
        : wire;
      const lit = since.find(({ value }) => value < low || value > high)?.month ?? null;
      return {
        measure: wire.measure,
        claim: wire.claim,
        low,
        high,
        own,
        months: since.length,
        lit,
      };
    }),
  };
}

/** The own usual level over the simulated one; 1 where it is not known or does not matter. */
function levelOf(
  measure: LaunchMeasure,
  values: readonly Value[],
  { tripwires }: Launch,
): number {
  const wire = tripwires.find((one) => one.measure === measure);
  const before = values.filter(({ month }) => month < 0).slice(-OWN_MONTHS);
  if (!wire || before.length < OWN_MONTHS || !OWN_LEVEL.includes(measure)) return 1;
  const own = before.reduce((sum, { value }) => sum + value, 0) / before.length;
  return wire.usual > 0 ? own / wire.usual : 1;
}

interface Value {
  readonly month: number;
  readonly value: number;
}

/** The figure by month, in the unit of the band; months in which it cannot be known are left out. */
function valuesOf(measure: LaunchMeasure, { actuals, customers }: Launch): Value[] {
  const sorted = [...actuals].sort((a, b) => a.month - b.month);
  const base = customers ?? sorted.findLast(({ month }) => month === -1)?.customers;
  return sorted.flatMap((actual) => {
    const value = inUnits(measure, actual, base);
    return value === undefined ? [] : [{ month: actual.month, value }];
  });
}

function inUnits(
  measure: LaunchMeasure,
  actual: Actual,
  base: number | undefined,
): number | undefined {
  const value = actual[measure];
  if (value === undefined) return undefined;
  if (measure === 'customers') return base === undefined ? undefined : value / base;
  if (measure !== 'complaints') return value;
  const heads = actual.customers ?? base;
  return heads === undefined ? undefined : (1000 * value) / heads;
}

function checkedMonth(
  { month, value }: Value,
  measure: LaunchMeasure,
  level: number,
  { bands }: Launch,
): CheckedMonth[] {
  const at = (end: keyof LaunchBand) => {
    const value = bands[measure]?.[end][month];
    return value === undefined ? undefined : level * value;
  };
  const [low, typical, high] = [at('low'), at('typical'), at('high')];
  if (low === undefined || typical === undefined || high === undefined) return [];
  return [{ month, value, low, typical, high, inside: value >= low && value <= high }];
}
