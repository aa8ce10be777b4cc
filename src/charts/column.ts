/**
 * A column of water with one dot for each customer: the deeper, the nearer to leaving. All places are computed
 * once; between two weeks they are interpolated, without a new object for any picture.
 */
import type { Plot, Scale } from './scale.ts';

/** What is known of each dot. Weekly values of dot i in week w stand at [w * count + i]. */
export interface ColumnData {
  readonly count: number;
  readonly weeks: number;
  /** Margin to leaving, in the unit of the scale. */
  readonly margin: ArrayLike<number>;
  /** 0 to 1, as a whole number of parts. */
  readonly trust: ArrayLike<number>;
  readonly trustParts: number;
  /** 1 for those who have left. */
  readonly gone: ArrayLike<number>;
  /** Band that the dot stands in. */
  readonly band: ArrayLike<number>;
  /** Shown as area. */
  readonly spend: ArrayLike<number>;
}

/** From one edge to the other, in pixels. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

export interface ColumnOptions {
  readonly plot: Plot;
  readonly bands: readonly Band[];
  /** From a margin to a height within the plot. */
  readonly y: Scale;
  /** Weeks that a customer who leaves takes to sink to the bed; 1 means at once. */
  readonly sinkWeeks: number;
}

/** Every place of every dot. */
export interface ColumnScene {
  readonly count: number;
  readonly weeks: number;
  readonly x: Float32Array;
  readonly radius: Float32Array;
  /** Heights, week by week. */
  readonly y: Float32Array;
  /** Steps of the temperature ramp, week by week; `GONE` for those who have left. */
  readonly color: Uint8Array;
  /** Heights in the picture that is being drawn. */
  readonly now: Float32Array;
}

/** Steps of the temperature ramp. */
export const STEPS = 9;
/** Instead of a step: has left. */
export const GONE = 255;
const MEAN_RADIUS = 2.1;
const RADIUS = { least: 1.1, most: 5.5 } as const;
const SEDIMENT = { height: 11, radius: 1.5 } as const;
/** Successive multiples of it leave no gaps and no rows (the fractional part of the golden ratio). */
const GOLDEN = 0.6180339887498949;
/** The same for a second direction (Roberts 2018, the plastic number). */
const PLASTIC = 0.7548776662466927;

/** Computes the scene. */
export function columnScene(data: ColumnData, options: ColumnOptions): ColumnScene {
  const { count, weeks } = data;
  const scene = {
    ...{ count, weeks, x: placesAcross(data, options), radius: radii(data) },
    y: new Float32Array(weeks * count),
    color: new Uint8Array(weeks * count),
    now: new Float32Array(count),
  };
  for (let i = 0; i < count; i++) follow(i, scene, data, options);
  return scene;
}

function placesAcross({ count, band }: ColumnData, { bands }: ColumnOptions): Float32Array {
  const seen = bands.map(() => 0);
  return Float32Array.from({ length: count }, (_, i) => {
    const b = band[i] ?? 0;
    const { from, to } = bands[b] ?? { from: 0, to: 0 };
    const k = (seen[b] = (seen[b] ?? 0) + 1);
    return from + ((k * GOLDEN) % 1) * (to - from);
  });
}

function radii({ count, spend }: ColumnData): Float32Array {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += spend[i] ?? 0;
  const mean = sum / count || 1;
  return Float32Array.from({ length: count }, (_, i) =>
    Math.min(
      RADIUS.most,
      Math.max(RADIUS.least, MEAN_RADIUS * Math.sqrt((spend[i] ?? 0) / mean)),
    ),
  );
}

/** Heights and colours of one dot over the weeks. */
function follow(i: number, scene: ColumnScene, data: ColumnData, options: ColumnOptions): void {
  const { count, weeks, y, color } = scene;
  const bed = options.plot.bottom - ((i * PLASTIC) % 1) * SEDIMENT.height;
  let from = bed;
  let goneWeeks = 0;
  for (let at = i; at < weeks * count; at += count) {
    goneWeeks = data.gone[at] ? goneWeeks + 1 : 0;
    if (goneWeeks === 0) from = options.y(data.margin[at] ?? 0);
    const sunk = Math.min(1, goneWeeks / options.sinkWeeks);
    y[at] = from + (bed - from) * sunk * sunk;
    color[at] = goneWeeks > 0 ? GONE : stepOf((data.trust[at] ?? 0) / data.trustParts);
  }
  if (data.gone[i]) settleFirst(i, scene, bed);
}

/** Who has left before the first week lies on the bed from the beginning. */
function settleFirst(i: number, { count, weeks, y, color }: ColumnScene, bed: number): void {
  for (let at = i; at < weeks * count && color[at] === GONE; at += count) y[at] = bed;
}

const stepOf = (trust: number): number =>
  Math.round((1 - Math.min(1, Math.max(0, trust))) * (STEPS - 1));

/** Row of the week that a place on the axis of time lies in. */
const rowOf = ({ count, weeks }: ColumnScene, at: number): number =>
  Math.max(0, Math.min(weeks - 1, Math.floor(at))) * count;

/** Height of a dot at a place on the axis of time, between two weeks too. */
export function heightOf(scene: ColumnScene, i: number, at: number): number {
  const row = rowOf(scene, at) + i;
  const here = scene.y[row] ?? 0;
  const part = Math.min(1, Math.max(0, at - Math.floor(at)));
  return here + ((scene.y[row + scene.count] ?? here) - here) * part;
}

/** Whether a dot lies on the bed, or is on its way there. */
export const isGone = (scene: ColumnScene, i: number, at: number): boolean =>
  scene.color[rowOf(scene, at) + i] === GONE;

/** What a picture is painted with. */
export interface ColumnPalette {
  /** Colours of the ramp, warm to cold. */
  readonly steps: readonly string[];
  readonly gone: string;
  readonly trail: string;
}

/** The part of a canvas' context that the column needs. */
export type ColumnBrush = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'arc' | 'fill' | 'stroke' | 'clearRect'
> & { fillStyle: unknown; strokeStyle: unknown; lineWidth: number; globalAlpha: number };

const TRAIL = { weeks: 2, least: 2.5, most: 40, width: 1, alpha: 0.4 } as const;
const SEDIMENT_ALPHA = 0.6;
const FULL_CIRCLE = 2 * Math.PI;

/** Paints the column at a place on the axis of time: the trails, then the dots, one colour after the other. */
export function paintColumn(
  brush: ColumnBrush,
  scene: ColumnScene,
  at: number,
  palette: ColumnPalette,
): void {
  for (let i = 0; i < scene.count; i++) scene.now[i] = heightOf(scene, i, at);
  paintTrails(brush, scene, at, palette.trail);
  brush.globalAlpha = SEDIMENT_ALPHA;
  paintDots(brush, scene, at, GONE, palette.gone);
  brush.globalAlpha = 1;
  for (let step = 0; step < STEPS; step++)
    paintDots(brush, scene, at, step, palette.steps[step] ?? '');
}

function paintDots(
  brush: ColumnBrush,
  scene: ColumnScene,
  at: number,
  step: number,
  color: string,
): void {
  const { count, x, now, radius } = scene;
  const row = rowOf(scene, at);
  brush.fillStyle = color;
  brush.beginPath();
  for (let i = 0; i < count; i++) {
    if (scene.color[row + i] !== step) continue;
    const [left, y] = [x[i] ?? 0, now[i] ?? 0];
    const r = step === GONE ? SEDIMENT.radius : (radius[i] ?? 0);
    brush.moveTo(left + r, y);
    brush.arc(left, y, r, 0, FULL_CIRCLE);
  }
  brush.fill();
}

/** Behind those who sink, a line up to where they were. */
function paintTrails(brush: ColumnBrush, scene: ColumnScene, at: number, color: string): void {
  const { count, x, now } = scene;
  const before = Math.max(0, at - TRAIL.weeks);
  const row = rowOf(scene, at);
  brush.strokeStyle = color;
  brush.lineWidth = TRAIL.width;
  brush.globalAlpha = TRAIL.alpha;
  brush.beginPath();
  for (let i = 0; i < count; i++) {
    if (scene.color[row + i] === GONE) continue;
    const to = now[i] ?? 0;
    const length = Math.min(TRAIL.most, to - heightOf(scene, i, before));
    if (length < TRAIL.least) continue;
    brush.moveTo(x[i] ?? 0, to - length);
    brush.lineTo(x[i] ?? 0, to);
  }
  brush.stroke();
  brush.globalAlpha = 1;
}
