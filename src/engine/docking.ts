/**
 * Other models as special cases of this one: with the right parameters, people and ties the kernel does what
 * theirs does, and must give their results. Nothing here is a second model.
 */
import { compileLevers } from '../model/levers.ts';
import { parametersWith } from '../model/parameters.ts';
import type { ParameterOverrides } from '../model/parameters.ts';
import { SCENARIO_VERSION } from '../model/scenario.ts';
import type { Buffer, Decision, Scenario } from '../model/scenario.ts';
import type { DynamicField, Kernel, StaticField } from './kernel.ts';
import { keyOf } from './seed.ts';
import type { RunSeries } from './series.ts';

/** One value for all people, or one for each, by id. */
export type Values = number | ArrayLike<number>;

/** Status is drawn, not set: the kernel counts its customers as it draws them (actShare, leftShare, dorm). */
export type SettableState = Exclude<DynamicField, 'st'>;

export interface Docking {
  readonly people: number;
  readonly weeks: number;
  /** Any text; the same seed gives the same numbers. */
  readonly seed: string;
  /** What differs from the defaults; limiting cases such as kappa = 1e-9 are welcome. */
  readonly parameters: ParameterOverrides;
  /** Pairs of ids, [a, b, a, b, …]; see networks.ts. */
  readonly ties: Int32Array;
  /** Traits and states that replace what the parameters would draw. */
  readonly traits?: { readonly [field in StaticField]?: Values };
  readonly states?: { readonly [field in SettableState]?: Values };
  readonly decisions?: readonly Decision[];
  readonly buffers?: readonly Buffer[];
}

/**
 * Runs a docked model; the kernel holds its last state afterwards (`kernel.states('T')`).
 * @returns all weekly figures, from the first week on
 * @throws RangeError naming the list that has not one value for each person, or the tie to nobody
 */
export function dock(kernel: Kernel, docking: Docking): RunSeries {
  const { people, weeks, seed, ties, traits = {}, states = {} } = docking;
  checkTies(ties, people);
  const levers = leversOf(docking);
  const market = {
    customers: people,
    segments: [EVERYBODY],
    parameters: parametersWith(docking.parameters),
  };
  kernel.begin(market, keyOf(seed, 0), levers, ties);
  for (const [field, values] of Object.entries(traits))
    kernel.setTraits(field as StaticField, forAll(field, values, people));
  for (const [field, values] of Object.entries(states))
    kernel.setStates(field as SettableState, forAll(field, values, people));
  kernel.run(0, weeks, 'all');
  return kernel.series();
}

const EVERYBODY = { name: 'all', share: 1 };

function leversOf({ people, weeks, seed, parameters, decisions = [], buffers = [] }: Docking) {
  const scenario: Scenario = {
    version: SCENARIO_VERSION,
    name: 'docking',
    seed,
    horizon: weeks,
    customers: people,
    runs: 1,
    segments: [EVERYBODY],
    parameters,
    decisions: [...decisions],
    buffers: [...buffers],
  };
  return compileLevers(scenario, { historyWeeks: 0 });
}

function forAll(field: string, values: Values, people: number): ArrayLike<number> {
  if (typeof values === 'number') return new Float64Array(people).fill(values);
  if (values.length === people) return values;
  throw new RangeError(
    `${field}: received ${values.length} values, expected one for each of the ${people} people`,
  );
}

function checkTies(ties: Int32Array, people: number): void {
  if (ties.length % 2 !== 0)
    throw new RangeError(`ties: received ${ties.length} ids, expected pairs`);
  const stranger = ties.find((id) => !(id >= 0 && id < people));
  if (stranger !== undefined)
    throw new RangeError(`ties: received id ${stranger}, expected ids from 0 to ${people - 1}`);
}
