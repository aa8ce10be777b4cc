/** The stratum of the lake that a customer is in (MODEL.md 7.6), as the timeline counts them. */
import { MONTHLY } from '../model/customer.ts';
import type { Parameters } from '../model/parameters.ts';
import type { Stratum } from './assessment.ts';

/** One who was a customer at the start of the week, after it. */
export interface Standing {
  /** Trust, and the breaking point of it. */
  readonly T: number;
  readonly A: number;
  /** Net advantage of staying, and the margin to leaving. */
  readonly u: number;
  readonly m: number;
  /** Cumulative hazard, and the resistance to it. */
  readonly H: number;
  readonly E: number;
  /** Week of renewal, or MONTHLY; weeks of pause left. */
  readonly ph: number;
  readonly pz: number;
}

/** Trust above the breaking point, and margin in widths of the decision, below which one wavers. */
const WAVERING_TRUST = 0.15;
const WAVERING_WIDTHS = 2;

/** Margin to leaving below which customers waver, in list prices. */
export const waveringMargin = ({ kappa }: Pick<Parameters, 'kappa'>): number =>
  WAVERING_WIDTHS * kappa;

/** @param t the week, counted from the first simulated one */
export function stratumOfCustomer(
  { T, A, u, m, H, E, ph, pz }: Standing,
  t: number,
  parameters: Pick<Parameters, 'kappa' | 'pauseCool'>,
): Stratum {
  const decidesLater = ph !== MONTHLY && ph !== t % 52;
  const pausing = pz > 0 || pz === -parameters.pauseCool;
  if (decidesLater && !pausing && H >= E) return 'pending';
  if (u < 0 && m >= 0) return 'captive';
  if (T < A) return 'past';
  return T < A + WAVERING_TRUST || m < waveringMargin(parameters) ? 'wavering' : 'content';
}
