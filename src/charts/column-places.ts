/** Bands for the segments of the column, and which dot is meant by a pointer or by an arrow key. */
import { heightOf } from './column.ts';
import type { Band, ColumnScene } from './column.ts';
import type { Plot } from './scale.ts';

const GAP = 8;

/**
 * Bands side by side over the width of a plot, as wide as their counts ask for.
 * @param least width that each band has at least, if there is room for all of them
 */
export function bandsOf(
  counts: readonly number[],
  least: readonly number[],
  plot: Plot,
): Band[] {
  const room = Math.max(0, plot.right - plot.left - GAP * (counts.length - 1));
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  const asked = least.reduce((sum, width) => sum + width, 0);
  const shrink = Math.min(1, room / (asked || 1));
  const spare = room - asked * shrink;
  let from = plot.left;
  return counts.map((count, i) => {
    const width = (least[i] ?? 0) * shrink + (spare * count) / total;
    const band = { from, to: from + width };
    from = band.to + GAP;
    return band;
  });
}

/** Index of the dot nearest to a place, within a reach in pixels; null if there is none. */
export function dotAt(
  scene: ColumnScene,
  at: number,
  place: { readonly x: number; readonly y: number },
  reach: number,
): number | null {
  return nearest(scene, at, place, (dx, dy) => dx * dx + dy * dy <= reach * reach);
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Index of the nearest dot in a direction from another; that one itself if nothing lies there. */
export function neighbourOf(
  scene: ColumnScene,
  at: number,
  from: number,
  direction: Direction,
): number {
  const place = { x: scene.x[from] ?? 0, y: heightOf(scene, from, at) };
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const across = direction === 'left' || direction === 'right';
  const lies = (dx: number, dy: number) => {
    const [along, aside] = across ? [dx, dy] : [dy, dx];
    return along * sign > 0 && Math.abs(aside) <= Math.abs(along);
  };
  return nearest(scene, at, place, lies, from) ?? from;
}

function nearest(
  scene: ColumnScene,
  at: number,
  { x, y }: { readonly x: number; readonly y: number },
  counts: (dx: number, dy: number) => boolean,
  except = -1,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let i = 0; i < scene.count; i++) {
    const [dx, dy] = [(scene.x[i] ?? 0) - x, heightOf(scene, i, at) - y];
    const distance = dx * dx + dy * dy;
    if (i === except || distance >= least || !counts(dx, dy)) continue;
    [best, least] = [i, distance];
  }
  return best;
}
