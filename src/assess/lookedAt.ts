/**
 * Which of a decision's runs a question looks at closely. Where it is known which of them end in a mass exit these
 * are taken, so that no answer says that none does beside a verdict that counts some; where it is not, the first ones.
 */
import type { Standing } from './assessment.ts';

/** So many runs, and of these so many that end in a mass exit. */
export interface Counted {
  readonly runs: number;
  readonly breaking: number;
}

/** @returns runs that break, as many as `most`; where they are not known, as many of the first of `runs` */
export function breakingRuns(runs: number, most: number, standing?: Standing): number[] {
  return standing?.breaking?.slice(0, most) ?? firstRuns(Math.min(most, runs));
}

/**
 * `most` runs in ascending order, half of them breaking; more of one kind where there are too few of the other.
 * Where they are not known, as many of the first of `runs`.
 */
export function bothKinds(runs: number, most: number, standing?: Standing): number[] {
  if (!standing?.breaking) return firstRuns(Math.min(most, runs));
  const breaking = new Set(standing.breaking);
  const holding = firstRuns(standing.massExit.runs).filter((run) => !breaking.has(run));
  const share = Math.max(Math.ceil(most / 2), most - holding.length);
  const chosen = standing.breaking.slice(0, share);
  return [...chosen, ...holding.slice(0, most - chosen.length)].sort((a, b) => a - b);
}

/** All runs of the decision, where they are known; else those that were looked at. */
export const allOf = (standing: Standing | undefined, looked: Counted): Counted =>
  standing?.breaking
    ? { runs: standing.massExit.runs, breaking: standing.massExit.exits }
    : looked;

export const firstRuns = (count: number): number[] =>
  Array.from({ length: count }, (_, run) => run);
