import type { DecisionRun } from './assessment.ts';

/** The run with the median loss: the typical one. Null without runs. */
export function medianRun(runs: readonly DecisionRun[]): DecisionRun | null {
  const byLoss = [...runs].sort((a, b) => a.loss - b.loss || a.run - b.run);
  return byLoss[Math.floor((byLoss.length - 1) / 2)] ?? null;
}
