/**
 * Ignorance of the parameters, kept apart from chance: draws of assumptions within the plausible ranges.
 *
 * A Latin hypercube (McKay, Beckman and Conover 1979): with `count` draws, every parameter takes one value from
 * each `count`-th part of its range, in an order of its own.
 */
import seedrandom from 'seedrandom';
import { PARAMETERS, PARAMETER_NAMES } from './parameters.ts';
import type { ParameterName, ParameterOverrides, ParameterSpec } from './parameters.ts';
import { parametersOf } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { shuffled } from './shuffle.ts';
import { TEMPLATES } from './templates.ts';

/** Facts of the own market and things one sets, which nobody draws. */
const NOT_ASSUMED = ['actShare', 'leftShare', 'annual', 'ref', 'refMode'] as const;

/** Levers that stand in the table of parameters. */
type Switch = {
  [N in ParameterName]: (typeof PARAMETERS)[N]['evidence'] extends 'switch' ? N : never;
}[ParameterName];

export type AssumedName = Exclude<ParameterName, Switch | (typeof NOT_ASSUMED)[number]>;

/** Parameters of which one has to assume something. */
export const ASSUMED: readonly AssumedName[] = PARAMETER_NAMES.filter(isAssumed);

function isAssumed(name: ParameterName): name is AssumedName {
  const others: readonly ParameterName[] = NOT_ASSUMED;
  return PARAMETERS[name].evidence !== 'switch' && !others.includes(name);
}

/** What a scenario assumes of one parameter, and how far the plausible range reaches for its market. */
export interface Assumption {
  readonly name: AssumedName;
  readonly base: number;
  /** Ends of the range; whole numbers for a parameter that takes only those. */
  readonly low: number;
  readonly high: number;
  /** Whether the range is that of the table, or what nine of ten draws of a fit to the own history lie in. */
  readonly known: 'range' | 'history';
}

/**
 * What a scenario assumes, in the order of the table. Parameters that it sets itself are known to whoever set
 * them, or fitted to data, and are not assumed; nor are those whose range is a single value in its market, as
 * for what its template switches off.
 */
export function assumptionsOf(scenario: Scenario): Assumption[] {
  const base = parametersOf(scenario);
  return ASSUMED.filter((name) => scenario.parameters?.[name] === undefined)
    .map((name) => ({ name, base: base[name], ...rangeOf(name, scenario) }))
    .filter(({ low, high }) => low < high);
}

function rangeOf(
  name: AssumedName,
  { template = 'general', fitted }: Scenario,
): Omit<Assumption, 'name' | 'base'> {
  const draws = drawsOf(name, fitted);
  if (draws) {
    const sorted = draws.toSorted((a, b) => a - b);
    return { low: placeIn(sorted, TAIL), high: placeIn(sorted, 1 - TAIL), known: 'history' };
  }
  const [low, high] = endsOf(name, TEMPLATES[template].parameters[name]);
  return { low, high, known: 'range' };
}

/** Share of the draws below a range of nine in ten, and above it. */
const TAIL = 0.05;

/** The value that a share of the others lies below, by linear interpolation. */
function placeIn(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  return below + ((sorted[Math.ceil(place)] ?? NaN) - below) * (place - Math.floor(place));
}

/** What a fit has left of a parameter, draw by draw; undefined if nothing. */
function drawsOf(name: AssumedName, fitted: Scenario['fitted']): readonly number[] | undefined {
  const all: Partial<Record<AssumedName, readonly number[] | undefined>> = fitted?.draws ?? {};
  return all[name];
}

/**
 * The scenario under `count` draws of what it assumes: everything else, what it sets itself included, stays. What
 * its history has been asked about is drawn from what that left, each draw whole; all else from the plausible ranges.
 * @throws RangeError if the count is not a whole number above 0
 */
export function drawnScenarios(scenario: Scenario, count: number): Scenario[] {
  const { fitted: _fitted, ...rest } = scenario;
  const names = assumptionsOf(scenario).filter(({ known }) => known === 'range');
  const base = TEMPLATES[scenario.template ?? 'general'].parameters;
  const draws = assumptionDraws(
    scenario.seed,
    count,
    names.map(({ name }) => name),
    base,
  );
  const fromHistory = historyDraws(scenario, count);
  return draws.map((draw, i) =>
    assuming(rest, { ...draw, ...fromHistory[i], ...scenario.parameters }),
  );
}

/** So many draws out of those of a fit, each as often as the others or once more, in random order. */
function historyDraws({ fitted, seed }: Scenario, count: number): ParameterOverrides[] {
  if (!fitted) return [];
  const columns = Object.entries(fitted.draws).flatMap(([name, values]) =>
    values ? [[name, values] as const] : [],
  );
  const length = columns[0]?.[1].length ?? 0;
  const draw = seedrandom(`${seed}\u0000history`);
  const order = shuffled(
    Array.from({ length: count }, (_, i) => Math.floor((i * length) / count)),
    draw,
  );
  return order.map((i) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[i]])),
  );
}

/** The scenario with other values of some parameters. */
export const assuming = (scenario: Scenario, values: ParameterOverrides): Scenario => ({
  ...scenario,
  parameters: { ...scenario.parameters, ...values },
});

/**
 * The plausible range of a parameter for a market that starts from `base`. At the default it is the range of
 * the table; elsewhere that range scaled with the base, as far as the table's range and the base reach: a market
 * in which people talk little does not become one in which they talk much because nobody knows how much.
 * Of a parameter whose range is relative the scaled range holds as it is.
 */
export function plausibleRange(name: ParameterName, base?: number): readonly [number, number] {
  const { default: usual, low, high, min, max, relative }: ParameterSpec = PARAMETERS[name];
  if (base === undefined || base === usual || usual === 0) return [low, high];
  const scaled = [(base * low) / usual, (base * high) / usual] as const;
  const [least, most] = relative ? [min, max] : [Math.min(low, base), Math.max(high, base)];
  return [Math.max(least, scaled[0]), Math.min(most, scaled[1])];
}

/** The ends of the plausible range that the kernel accepts: of whole numbers, those within it. */
function endsOf(name: ParameterName, base?: number): readonly [number, number] {
  const { whole, even }: ParameterSpec = PARAMETERS[name];
  const [low, high] = plausibleRange(name, base);
  if (!whole) return [low, high];
  const step = even ? 2 : 1;
  return [step * Math.ceil(low / step), step * Math.floor(high / step)];
}

/**
 * Draws assumptions: `count` sets of values for the parameters named, spread evenly over their plausible ranges.
 * The values of one parameter do not depend on which others are drawn.
 *
 * @param seed any text; the same seed gives the same draws
 * @param count number of draws, at least 1
 * @param names parameters to draw; default all of which one has to assume something
 * @param base values that the market starts from, where they differ from the defaults
 * @throws RangeError if the count is not a whole number above 0
 */
export function assumptionDraws(
  seed: string,
  count: number,
  names: readonly ParameterName[] = ASSUMED,
  base: ParameterOverrides = {},
): ParameterOverrides[] {
  if (!(Number.isInteger(count) && count > 0))
    throw new RangeError(`count: received ${count}, expected a whole number above 0`);
  const columns = names.map((name) => {
    const toValue = valueOf(name, base[name]);
    return [name, places(seed, name, count).map(toValue)] as const;
  });
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[i]])),
  );
}

/** One place in 0..1 within each of `count` equal parts, in random order. */
function places(seed: string, name: ParameterName, count: number): number[] {
  const draw = seedrandom(`${seed}\u0000assumption\u0000${name}`);
  const parts = Array.from({ length: count }, (_, part) => (part + draw()) / count);
  return shuffled(parts, draw);
}

/** From a place in 0..1 to a value in the range; of whole numbers each is equally likely. */
function valueOf(name: ParameterName, base: number | undefined): (place: number) => number {
  const [low, high] = endsOf(name, base);
  return valueWithin(name, low, high);
}

/** From a place in 0..1 to a value between two ends; of whole numbers each is equally likely. */
export function valueWithin(
  name: ParameterName,
  low: number,
  high: number,
): (place: number) => number {
  const { whole, even }: ParameterSpec = PARAMETERS[name];
  if (!whole) return (place) => low + place * (high - low);
  const step = even ? 2 : 1;
  const choices = Math.max(1, (high - low) / step + 1);
  return (place) => low + step * Math.min(choices - 1, Math.floor(place * choices));
}
