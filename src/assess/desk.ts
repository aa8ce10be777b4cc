/** What a save desk's own figures show: how many of those who try to cancel stay, early on and at the end. */
import { seriesOf } from '../engine/series.ts';
import type { RunSeries } from '../engine/series.ts';
import type { BufferOf, Scenario } from '../model/scenario.ts';
import { sample, spread } from './quantile.ts';
import type { Sample } from './quantile.ts';
import type { Estimate } from './assessment.ts';

/** A quarter. */
const WEEKS = 13;
const WEEKS_OF_A_MONTH = 52 / 12;

/** Attempts to cancel in some weeks of a run, and those of them after which the customer stayed for now. */
export interface DeskCount {
  readonly weeks: number;
  readonly attempts: number;
  readonly saved: number;
}

/** The first quarter in which the desk is there, and the last one of the horizon. */
export interface DeskRun {
  readonly mode: BufferOf<'saveDesk'>['mode'];
  readonly first: DeskCount;
  readonly last: DeskCount;
}

/** The same over the runs. */
export interface DeskFigures {
  /** Attempts a month, of the customers simulated. */
  readonly attempts: Estimate;
  /** Share of the attempts after which the customer stayed for now; null where nobody tried. */
  readonly saved: Sample | null;
}

export interface Desk extends Pick<DeskRun, 'mode'> {
  readonly first: DeskFigures;
  readonly last: DeskFigures;
}

/** The desk of the horizon that comes first; undefined without one. */
const deskOf = ({ buffers }: Scenario): BufferOf<'saveDesk'> | undefined =>
  buffers
    .filter((buffer) => buffer.kind === 'saveDesk')
    .toSorted((a, b) => (a.week ?? 0) - (b.week ?? 0))[0];

/** @returns null without a desk */
export function deskRun(scenario: Scenario, series: RunSeries): DeskRun | null {
  const desk = deskOf(scenario);
  if (!desk) return null;
  const week = Math.max(0, desk.week ?? 0);
  const { horizon } = scenario;
  return {
    mode: desk.mode,
    first: countOf(series, week, Math.min(horizon, week + WEEKS)),
    last: countOf(series, Math.max(0, horizon - WEEKS), horizon),
  };
}

/** Whoever tries and is neither held up nor persuaded leaves in the same week. */
function countOf(series: RunSeries, from: number, end: number): DeskCount {
  const sum = (name: 'attempts' | 'exits') =>
    seriesOf(series, name)
      .slice(from + series.historyWeeks, end + series.historyWeeks)
      .reduce((total, value) => total + value, 0);
  const attempts = sum('attempts');
  return { weeks: end - from, attempts, saved: attempts - sum('exits') };
}

/** @returns null without a desk */
export function deskFigures(runs: readonly (DeskRun | null)[]): Desk | null {
  const counted = runs.filter((run) => run !== null);
  const [desk] = counted;
  if (!desk) return null;
  const figures = (those: readonly DeskCount[]): DeskFigures => ({
    attempts: spread(
      those.map(({ attempts, weeks }) => (attempts / Math.max(1, weeks)) * WEEKS_OF_A_MONTH),
    ),
    saved: sample(those.map(({ attempts, saved }) => (attempts > 0 ? saved / attempts : null))),
  });
  return {
    mode: desk.mode,
    first: figures(counted.map(({ first }) => first)),
    last: figures(counted.map(({ last }) => last)),
  };
}
