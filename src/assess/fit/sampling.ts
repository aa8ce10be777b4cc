/** Chance in a count: churn of a few customers says less than that of many. */
import seedrandom from 'seedrandom';
import type { Month } from '../../model/scenario.ts';
import type { SimulatedMonth } from './churn.ts';

/**
 * Simulated churn as it would have been booked in a base as small as the own: where more customers were simulated than
 * there were, the binomial variance that they lack is added. A smaller simulated base has more of it already, and
 * leaves the answer less certain than it could be, never more.
 *
 * @param draw uniform in 0..1
 */
export function booked(
  simulated: readonly SimulatedMonth[],
  months: readonly Month[],
  customers: number,
  draw: () => number,
): number[] {
  return simulated.map(({ churn, customers: base }, i) => {
    const normal = standardNormal(draw);
    const own = months[i]?.customers ?? customers;
    if (base === 0 || own >= base) return churn;
    const variance = churn * (1 - churn) * (1 / own - 1 / base);
    return Math.min(1, Math.max(0, churn + normal * Math.sqrt(variance)));
  });
}

/** The sum of twelve uniform draws, centred: close to normal, and the same on every machine. */
function standardNormal(draw: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += draw();
  return sum;
}

/** Draws of one row of a table. */
export const drawsOfRow = (seed: string, row: number): (() => number) =>
  seedrandom(`${seed}\u0000booked\u0000${row}`);
