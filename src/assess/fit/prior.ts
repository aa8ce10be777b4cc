/** What is drawn before the past is looked at: which parameters, from which ranges, in how large a market. */
import {
  assuming,
  assumptionDraws,
  assumptionsOf,
  plausibleRange,
} from '../../model/assumptions.ts';
import type { AssumedName } from '../../model/assumptions.ts';
import type { ParameterOverrides } from '../../model/parameters.ts';
import { parametersOf } from '../../model/scenario.ts';
import type { Decision, Scenario } from '../../model/scenario.ts';
import { FITTABLE } from '../../model/scenario/fitted.ts';
import type { FittableName } from '../../model/scenario/fitted.ts';

/** People simulated for one draw: as many as have the own number of customers, within these. */
const PEOPLE_AT_LEAST = 1000;
const PEOPLE_AT_MOST = 2400;

/** Parameters that only some changes say anything about; the others are asked of every change. */
const ONLY_FOR: Partial<Record<FittableName, Decision['kind']>> = {
  aSd: 'price',
  impSd: 'featureCut',
  adsV: 'ads',
  adsB: 'ads',
  srvV: 'service',
  bondB: 'service',
  mediaZ: 'shock',
  bcast: 'shock',
};

/** Parameters to fit, with the ranges that they are drawn from. */
export interface Prior {
  readonly names: readonly FittableName[];
  readonly ranges: readonly (readonly [low: number, high: number])[];
  /** Everything that is drawn, those to fit and all else that is assumed. */
  readonly drawn: readonly AssumedName[];
  /** Values that the market starts from. */
  readonly base: ParameterOverrides;
}

/**
 * @param past as `pastOf` gives it
 * @param h0 everyday hazard that the market starts from
 */
export function priorOf(past: Scenario, h0: number): Prior {
  const drawn = assumptionsOf(past).map(({ name }) => name);
  const base = { ...parametersOf(past), h0 };
  const kinds = past.decisions.map(({ kind }) => kind);
  const names = FITTABLE.filter((name) => {
    const only = ONLY_FOR[name];
    return drawn.includes(name) && (only === undefined || kinds.includes(only));
  });
  return { names, ranges: names.map((name) => plausibleRange(name, base[name])), drawn, base };
}

/** The past under so many draws of all that is assumed. */
export function drawnPasts(past: Scenario, prior: Prior, seed: string, count: number) {
  return assumptionDraws(seed, count, prior.drawn, prior.base).map((values) => ({
    values,
    scenario: assuming(past, values),
  }));
}

/** Places of values in 0..1 of the ranges, not beyond. */
export const placesOf = (values: ParameterOverrides, { names, ranges }: Prior): number[] =>
  names.map((name, j) => {
    const [low, high] = ranges[j] ?? [0, 1];
    const place = ((values[name] ?? low) - low) / (high - low);
    return Math.min(1, Math.max(0, place));
  });

/** Values at places of the ranges, to four digits: they are not known any better. */
export const valuesAt = (
  places: readonly number[],
  { names, ranges }: Prior,
): ParameterOverrides =>
  Object.fromEntries(names.map((name, j) => [name, valueAt(places[j] ?? 0, ranges[j])]));

export const valueAt = (
  place: number,
  [low, high]: readonly [low: number, high: number] = [0, 1],
): number => Number((low + place * (high - low)).toPrecision(4));

/** People to simulate for a base of so many customers. */
export function peopleFor(customers: number, past: Scenario): number {
  const { actShare } = parametersOf(past);
  const people = Math.ceil(customers / Math.max(0.01, actShare));
  return Math.min(PEOPLE_AT_MOST, Math.max(PEOPLE_AT_LEAST, people));
}
