/** Question 2, second half: does it fall off a cliff, or run down a slope? */
import type { Scenario } from '../model/scenario.ts';
import type { CliffRun, Estimate, Span, Standing } from './assessment.ts';
import { doseAxis } from './cliff.ts';
import type { Asking, Job, Runner } from './job.ts';
import { replicate } from './job.ts';
import { RUNS_FOR_A_RANGE, spread } from './quantile.ts';
import { RESOLUTION, cliffJob } from './tipping.ts';

/** How steep the loss of one run is at its own tip, and on the way there. Loss per unit of the decision's size. */
export interface ShapeRun {
  readonly run: number;
  /** From a tenth below the tip to a tenth above it, or to where the run holds again. */
  readonly atTip: number;
  /** From no decision to half of the tip. */
  readonly small: number;
}

export interface Shape {
  readonly kind: 'cliff' | 'slope';
  /**
   * How many times as steep the loss is at the tip as at small sizes: median over the runs, with their 5th and 95th
   * percentile. 0 to 50.
   */
  readonly steeper: Estimate;
  /** The median is at the upper limit: it is more than 50 times, or small sizes cost nothing at all. */
  readonly capped: boolean;
  /** Runs that tip, out of those looked at. */
  readonly runs: number;
}

/** Runs that are looked at. */
const RUNS = 20;
/** Below this it is a slope: every further point costs about as much as the first ones. */
const CLIFF_AT_LEAST = 3;
/** Beyond this the ratio says no more: small sizes cost next to nothing, and what they cost is noise. */
const STEEPER_AT_MOST = 50;
/** Around the tip, as a share of it; and the sizes that are small. */
const AROUND = 0.1;
const SMALL = 0.5;

/** @param span sizes at which this run breaks, from one above 0 on; it is not looked at where it holds again */
export const shapeJob: Job<[scenario: Scenario, run: number, span: Span], ShapeRun> = {
  name: 'shape',
  perform(lab, scenario, run, { from: tip, to }) {
    const { limit } = lab.study(scenario);
    const last = to === null ? limit : Math.max(tip, to - RESOLUTION * limit);
    const above = Math.min(last, (1 + AROUND) * tip);
    const sizes = [0, SMALL * tip, (1 - AROUND) * tip, above] as const;
    const seeded = lab.seed(scenario, run, sizes, 'events');
    const slope = (from: number, to: number) =>
      (seeded.loss(to) - seeded.loss(from)) / (to - from);
    const [none, small, below] = sizes;
    return { run, atTip: slope(below, above), small: slope(none, small) };
  },
};

export interface ShapeAsking extends Asking {
  /** How the decision stands: without a tipping point there is nothing to be steep at. */
  readonly standing?: Standing | undefined;
  /** Runs whose tips are known already, from question 2. Without them the tips are searched for. */
  readonly cliffs?: readonly CliffRun[] | undefined;
}

/**
 * The shape of the loss over the sizes of the selected decision.
 * @returns null if fewer than half of the runs tip, or fewer than five: then there is no tipping point to be steep at,
 *   or hardly anything is known of it
 */
export async function shape(
  scenario: Scenario,
  runner: Runner,
  { standing, cliffs = standing?.cliffs, ...asking }: ShapeAsking = {},
): Promise<Shape | null> {
  const { signal } = asking;
  const planned = Math.min(scenario.runs, RUNS);
  if (standing?.tippingPoint === null || planned < RUNS_FOR_A_RANGE) return null;
  const { doses } = doseAxis(scenario);
  const runs = await replicate(
    planned,
    async (run) => {
      const cliff =
        cliffs?.find((known) => known.run === run) ??
        (await runner.perform(cliffJob, [scenario, run, doses, 'search'], signal));
      const [first] = cliff.breaks;
      if (!first || first.from === 0) return null;
      return runner.perform(shapeJob, [scenario, run, first], signal);
    },
    asking,
  );
  return shapeOf(runs);
}

/** @param runs null for one that does not tip, or tips without any decision */
export function shapeOf(runs: readonly (ShapeRun | null)[]): Shape | null {
  const tipping = runs.filter((run) => run !== null);
  if (tipping.length < RUNS_FOR_A_RANGE || tipping.length * 2 < runs.length) return null;
  const steeper = spread(tipping.map(timesSteeper));
  return {
    kind: steeper.value < CLIFF_AT_LEAST ? 'slope' : 'cliff',
    steeper,
    capped: steeper.value >= STEEPER_AT_MOST,
    runs: tipping.length,
  };
}

function timesSteeper({ atTip, small }: ShapeRun): number {
  if (atTip <= 0) return 0;
  return small * STEEPER_AT_MOST <= atTip ? STEEPER_AT_MOST : atTip / small;
}
