/** Question 1: how likely is it that the decision ends in a mass exit? */
import type { DecisionRun, Estimate, MassExit } from './assessment.ts';

/** Normal quantile of a two-sided 90 % interval. */
const Z90 = 1.6448536269514722;

/**
 * Share of runs that lose at least the threshold, with its 90 % interval (Wilson 1927).
 * @param losses one per run, against its do-nothing twin
 * @param threshold loss that counts as a mass exit, 0..1
 */
export function massExit(losses: readonly number[], threshold: number): MassExit {
  const runs = losses.length;
  const exits = losses.filter((loss) => loss >= threshold).length;
  const { value: chance, low, high } = rate(exits, runs);
  return { chance, low, high, exits, runs, threshold };
}

/** The runs that lose at least the threshold, ascending. */
export const breakingOf = (
  runs: readonly Pick<DecisionRun, 'run' | 'loss'>[],
  threshold: number,
): number[] =>
  runs
    .filter(({ loss }) => loss >= threshold)
    .map(({ run }) => run)
    .sort((a, b) => a - b);

/** Share of the runs in which something happens, with its 90 % interval (Wilson 1927). 0 to 1 without any run. */
export function rate(count: number, runs: number): Estimate {
  if (runs === 0) return { value: 0, low: 0, high: 1 };
  const value = count / runs;
  const z2 = (Z90 * Z90) / runs;
  const centre = (value + z2 / 2) / (1 + z2);
  const half = (Z90 * Math.sqrt((value * (1 - value)) / runs + z2 / (4 * runs))) / (1 + z2);
  return {
    value,
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === runs ? 1 : Math.min(1, centre + half),
  };
}
