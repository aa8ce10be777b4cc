/**
 * Question 9, slower: which assumptions matter wherever the others lie in their ranges? Elementary effects of the
 * assumptions on the tipping point (Morris 1991; mu* after Campolongo, Cariboni and Saltelli 2007).
 *
 * A trajectory starts at a random corner of a grid of four levels and changes one assumption after the other, in
 * random order, by two levels of three. All its points are simulated with one seed, a different one for each
 * trajectory.
 */
import seedrandom from 'seedrandom';
import { selectedOf } from '../engine/selected.ts';
import { assuming, assumptionsOf, valueWithin } from '../model/assumptions.ts';
import type { AssumedName, Assumption } from '../model/assumptions.ts';
import { doseOf, largestDose } from '../model/dose.ts';
import type { SizedKind } from '../model/dose.ts';
import type { ParameterOverrides } from '../model/parameters.ts';
import type { Scenario } from '../model/scenario.ts';
import { shuffled } from '../model/shuffle.ts';
import { crossingJob } from './crossing.ts';
import type { Search, SeedCrossing } from './crossing.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';

/** Trajectories at most. */
const TRAJECTORIES = 10;
/** Places on the grid from which a step up stays on it, and the step: of the range. */
const STARTS = [0, 1 / 3] as const;
const STEP = 2 / 3;
/** First steps of the search, as shares of the largest size: from the decision's, and from the last point's tip. */
const FAR = 1 / 25;
const NEAR = 1 / 100;

/** What an assumption does to the tipping point, in the unit of the size, for the whole of its range. */
export interface ElementaryEffect {
  readonly name: AssumedName;
  /** Mean of the effects' amounts: how much it matters. */
  readonly muStar: number;
  /** Mean of the effects: above 0 if more of the parameter moves the tipping point up. */
  readonly mu: number;
  /** Their standard deviation: large if the effect depends on the others, or on chance. */
  readonly sigma: number;
  /** Somewhere a run never tips, and counts as if it tipped at the largest size. */
  readonly open: boolean;
}

export interface Morris {
  readonly kind: SizedKind;
  readonly trajectories: number;
  /** The largest `muStar` first. */
  readonly effects: readonly ElementaryEffect[];
}

/** One step of a trajectory. */
export interface Step {
  /** Index of the assumption that changes. */
  readonly changed: number;
  /** Where it goes, 0..1 of its range, and by how much that is more than before. */
  readonly place: number;
  readonly by: number;
}

export interface Trajectory {
  /** Places of all assumptions at the start, 0..1 of their ranges. */
  readonly start: readonly number[];
  readonly steps: readonly Step[];
}

/** A trajectory through so many assumptions. The same seed and number give the same one. */
export function trajectory(seed: string, number: number, assumptions: number): Trajectory {
  const draw = seedrandom(`${seed}\u0000morris\u0000${number}`);
  const least = Array.from({ length: assumptions }, () => STARTS[draw() < 0.5 ? 0 : 1]);
  const up = least.map(() => draw() < 0.5);
  const order = shuffled(
    least.map((_, i) => i),
    draw,
  );
  return {
    start: least.map((place, i) => (up[i] ? place : place + STEP)),
    steps: order.map((changed) => {
      const place = least[changed] ?? 0;
      return up[changed]
        ? { changed, place: place + STEP, by: STEP }
        : { changed, place, by: -STEP };
    }),
  };
}

/** A trajectory and what its run does at each of its points, the start first. */
export interface Walk {
  readonly path: Trajectory;
  readonly points: readonly SeedCrossing[];
}

/**
 * @throws Error if no decision of the scenario has a size to vary
 */
export async function morris(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress }: Asking = {},
): Promise<Morris> {
  const assumptions = assumptionsOf(scenario);
  const trajectories = Math.min(TRAJECTORIES, scenario.runs);
  const planned = trajectories * (assumptions.length + 1);
  let done = 0;
  const walks = await replicate(trajectories, async (run): Promise<Walk> => {
    const path = trajectory(scenario.seed, run, assumptions.length);
    const points: SeedCrossing[] = [];
    for (const values of pointsOf(path, assumptions)) {
      const search = searchFrom(scenario, points.at(-1));
      const args = [assuming(scenario, values), run, search] as const;
      points.push(await runner.perform(crossingJob, [...args], signal));
      onProgress?.(++done, planned);
    }
    return { path, points };
  });
  return concludeMorris(scenario, assumptions, walks);
}

/** The parameters at all points of a trajectory. */
export function pointsOf(
  { start, steps }: Trajectory,
  assumptions: readonly Assumption[],
): ParameterOverrides[] {
  const valuesAt = (places: readonly number[]): ParameterOverrides =>
    Object.fromEntries(
      assumptions.map(({ name, low, high }, i) => [
        name,
        valueWithin(name, low, high)(places[i] ?? 0),
      ]),
    );
  let places = start;
  const points = [valuesAt(places)];
  for (const { changed, place } of steps) {
    places = places.with(changed, place);
    points.push(valuesAt(places));
  }
  return points;
}

/** Next to where the run tipped at the last point; from the decision's size at the first one. */
function searchFrom(scenario: Scenario, known: SeedCrossing | undefined): Search {
  const { index } = selectedOf(scenario);
  const limit = largestDose(scenario, index);
  if (!known) return { guess: doseOf(scenario, index), stride: FAR * limit };
  const { dose } = known.above ?? known.below ?? known.guess;
  return { guess: dose, stride: NEAR * limit, known };
}

/** The answer that these walks give. */
export function concludeMorris(
  scenario: Scenario,
  assumptions: readonly Assumption[],
  walks: readonly Walk[],
): Morris {
  const { index, kind } = selectedOf(scenario);
  const limit = largestDose(scenario, index);
  const effects = assumptions.map(({ name }, i) => ({
    name,
    ...momentsOf(walks.map((walk) => effectIn(walk, i, limit))),
  }));
  return {
    kind,
    trajectories: walks.length,
    effects: effects.sort((a, b) => b.muStar - a.muStar),
  };
}

interface Effect {
  readonly size: number;
  readonly open: boolean;
}

/** What one trajectory says of an assumption: the shift of the tip per change of its place in the range. */
function effectIn(
  { path: { steps }, points }: Walk,
  assumption: number,
  limit: number,
): Effect {
  const step = steps.findIndex(({ changed }) => changed === assumption);
  const [before, after] = [points[step]?.tip ?? null, points[step + 1]?.tip ?? null];
  const by = steps[step]?.by ?? STEP;
  return {
    size: ((after ?? limit) - (before ?? limit)) / by,
    open: before === null || after === null,
  };
}

function momentsOf(effects: readonly Effect[]): Omit<ElementaryEffect, 'name'> {
  const count = Math.max(1, effects.length);
  const mean = (of: (size: number) => number) =>
    effects.reduce((sum, { size }) => sum + of(size), 0) / count;
  const mu = mean((size) => size);
  const squares = count * mean((size) => (size - mu) * (size - mu));
  return {
    muStar: mean(Math.abs),
    mu,
    sigma: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
    open: effects.some(({ open }) => open),
  };
}
