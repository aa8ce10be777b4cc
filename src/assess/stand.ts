/** How a decision stands by all its runs, beside the few that question 9 measures its shifts from. */
import type { Standing, TippingPoint } from './assessment.ts';
import { firstSizes } from './breaking.ts';
import { breaksAtSize } from './crossing.ts';
import type { Tip } from './crossing.ts';
import { ascending, quantile } from './quantile.ts';
import { tippingPoint } from './tipping.ts';
import { LOW_CHANCE } from './verdict.ts';

/** How the decision stands, and how the tips of its runs spread. */
export interface Stand {
  readonly tippingPoint: TippingPoint | null;
  readonly chance: number;
  /** The decision's size, and the largest that was tried. */
  readonly size: number;
  readonly limit: number;
  /** How far the tip of which a quarter of the runs lie below is under the median one; null if not known. */
  readonly lowerQuarter: number | null;
  /** Share of the runs that all shifts are measured from which break at the size. */
  readonly chanceOfBase: number;
}

/**
 * @param standing of all runs, those of the verdict; else that of the base
 * @param base runs that all shifts are measured from
 */
export function standOf(
  standing: Standing | undefined,
  base: readonly Tip[],
  size: number,
  limit: number,
): Stand {
  const tips = base.map(({ tip }) => tip);
  const known = standing?.cliffs ? firstSizes(standing.cliffs) : tips;
  const sorted = ascending(known.map((tip) => tip ?? Infinity));
  const spread = sorted.length > 0 ? quantile(sorted, 0.5) - quantile(sorted, LOW_CHANCE) : NaN;
  const breaking = base.filter((run) => breaksAtSize(run, size)).length;
  const chanceOfBase = breaking / Math.max(1, base.length);
  return {
    tippingPoint: standing ? standing.tippingPoint : tippingPoint(tips, limit),
    chance: standing?.massExit.chance ?? chanceOfBase,
    ...{ size, limit, chanceOfBase },
    lowerQuarter: Number.isFinite(spread) ? spread : null,
  };
}
