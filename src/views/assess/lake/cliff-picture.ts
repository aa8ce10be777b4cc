/** What the drawings of the cliff share: the data, the scales, the heights in the sky. */
import type { TippingPoint } from '../../../assess/assessment.ts';
import type { Assumed } from '../../../assess/assumed.ts';
import { chanceAt } from '../../../assess/breaking.ts';
import { RUNS_FOR_A_RANGE } from '../../../assess/quantile.ts';
import type { Curve } from '../../../state/answers/results.ts';
import type { Words } from '../../../words/language.ts';
import type { Numbers } from '../../../words/numbers.ts';
import type { Sizes } from '../../../words/sizes.ts';
import { cliffPlot, depthScale, sizeScale } from './panels.ts';
import type { Size } from './panels.ts';

/** A size and the loss there. */
export type Point = readonly [size: number, loss: number];

export interface CliffPicture extends Size {
  readonly words: Words;
  readonly numbers: Numbers;
  readonly sizes: Sizes;
  /** Null before the first run: the lake and the axis are there, the runs are not. */
  readonly curve: Curve | null;
  /** Loss by size as a simple forecast has it; null where there is none. */
  readonly naive: readonly Point[] | null;
  /** The typical line as it would be with a fix that is looked at; null while there is none. */
  readonly preview: readonly Point[] | null;
  /** The tipping point while all assumptions may vary; null before that is known. */
  readonly assumed: Assumed | null;
  /** What the verdict says of the decision's own size; null while its runs are on their way. */
  readonly decided: { readonly size: number; readonly chance: number } | null;
  /** Largest size on the axis. */
  readonly reach: number;
  /** Loss that counts as a mass exit. */
  readonly threshold: number;
  /** Name of the row of sizes. */
  readonly sizeName: string;
}

/** Sizes of an axis are sums of its steps. */
const SAME_SIZE = 1e-9;
const SKY = {
  wide: { flag: 78, name: 42, range: 27, assumed: 13, bracket: 15, span: 6 },
  compact: { flag: 70, name: 41, range: 27, assumed: 13, bracket: 16, span: 6 },
} as const;

/** Pixels above the waterline: the flag, the three lines about the tipping point, its bracket, its wider range. */
export const skyOf = ({ compact }: Size) => (compact ? SKY.compact : SKY.wide);

export function cliffScales({ curve, reach, ...size }: CliffPicture) {
  const plot = cliffPlot(size);
  const losses = curve?.runs.flatMap((run) => run.losses) ?? [];
  return { plot, x: sizeScale(reach, plot), y: depthScale(losses, plot) };
}

/** Chance at a size, 0..1, as far as the sweep tells; at the decision's own it is the verdict's, of more runs. */
export function chanceShown(
  { decided }: Pick<CliffPicture, 'decided'>,
  { runs }: Pick<Curve, 'runs'>,
  size: number,
): number {
  const own = decided && Math.abs(size - decided.size) < SAME_SIZE;
  return own ? decided.chance : chanceAt(runs, size);
}

/** The median loss as a line; gains are not drawn, they would lie in the sky. */
export const typicalLine = (curve: Curve | null): Point[] =>
  curve?.typical.map(([dose, loss]) => [dose, Math.max(0, loss)] as const) ?? [];

/** The tipping point with its range, or alone where so few runs have none. */
export function rangeShown(curve: Curve | null): TippingPoint | null {
  const tipping = curve?.tipping ?? null;
  if (!tipping || (curve?.runs.length ?? 0) >= RUNS_FOR_A_RANGE) return tipping;
  return { ...tipping, low: tipping.value, high: tipping.value };
}
