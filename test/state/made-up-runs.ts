/** Runs made up for tests of what is read off them. */
import type { CliffRun, DecisionRun } from '../../src/assess/assessment.ts';

const DOSES = [0, 0.1, 0.2, 0.3];

/** A run that loses next to nothing below its tipping size and half of its customers above it. */
export function cliffRun(run: number, tip: number | null): CliffRun {
  const lossAt = (dose: number) => (tip !== null && dose >= tip ? 0.5 : 0.01 * dose);
  const around = tip === null ? [] : [tip - 0.001, tip + 0.001];
  const path = [...DOSES, ...around]
    .sort((a, b) => a - b)
    .map((dose) => ({ dose, loss: lossAt(dose) }));
  const breaks = tip === null ? [] : [{ from: tip, to: null }];
  return { run, losses: DOSES.map(lossAt), tip, breaks, monotone: true, path };
}

export const axis = { kind: 'price', index: 0, size: 0.2, limit: 1, doses: DOSES } as const;

/** A run at one size. */
export function decisionRun(run: number, size: number, loss: number): DecisionRun {
  return {
    run,
    size,
    loss,
    revenueChange: size - loss / 2,
    revenueAtEnd: size - loss,
  };
}
