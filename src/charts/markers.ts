/** Dated events on the waterline: a small square with an icon, and a hair line up into the sky. */
import type { Group } from './layers.ts';
import { px } from './scale.ts';

export interface Marker {
  readonly key: string;
  /** Position in pixels. */
  readonly x: number;
  /** Path of an icon drawn in a square of 16 pixels. */
  readonly icon: string;
  /** Smaller, without icon: a later step of the same event. */
  readonly minor?: boolean;
}

export interface MarkersOptions {
  readonly waterline: number;
  /** Upper end of the hair lines. */
  readonly top: number;
}

const SIZE = 18;
const LEAST_GAP = 14;

/** How many markers each one has to stand above, so that none covers another. */
export function storeys(positions: readonly number[]): number[] {
  const last: number[] = [];
  return positions.map((x) => {
    let storey = 0;
    while (x - (last[storey] ?? -Infinity) < LEAST_GAP) storey++;
    last[storey] = x;
    return storey;
  });
}

/** A marker in its place. */
export interface Placed extends Marker {
  /** Middle of the square in pixels. */
  readonly y: number;
}

/** Heights of markers that are given in the order of their positions: on the waterline, or one above another. */
export function placeMarkers(markers: readonly Marker[], waterline: number): Placed[] {
  const levels = storeys(markers.filter((marker) => !marker.minor).map((marker) => marker.x));
  let major = -1;
  return markers.map((marker) => {
    if (!marker.minor) major++;
    const up = marker.minor ? 0 : (levels[major] ?? 0) * (SIZE + 2);
    return { ...marker, x: px(marker.x), y: waterline - up };
  });
}

/** Draws the markers, which are given in the order of their positions. */
export function drawMarkers(
  group: Group,
  markers: readonly Marker[],
  { waterline, top }: MarkersOptions,
): void {
  const placed = placeMarkers(markers, waterline);
  const items = group
    .selectAll<SVGGElement, Placed>('g')
    .data(placed, (marker) => marker.key)
    .join((enter) => {
      const item = enter.append('g');
      item.append('line').attr('stroke', 'var(--ink-3)').attr('stroke-opacity', 0.6);
      item.append('rect').attr('rx', 4).attr('stroke', 'var(--on-water)');
      item.append('path').attr('fill', 'none').attr('stroke', 'var(--on-ink)');
      return item;
    })
    .attr('transform', (marker) => `translate(${marker.x},${marker.y})`);
  items
    .select('line')
    .attr('y1', (marker) => top - marker.y)
    .attr('y2', 0);
  items
    .select('rect')
    .attr('x', (marker) => (marker.minor ? -4 : -SIZE / 2))
    .attr('y', (marker) => (marker.minor ? -4 : -SIZE / 2))
    .attr('width', (marker) => (marker.minor ? 8 : SIZE))
    .attr('height', (marker) => (marker.minor ? 8 : SIZE))
    .attr('fill', 'var(--ink)')
    .attr('stroke-width', 1.5);
  items
    .select('path')
    .attr('d', (marker) => (marker.minor ? null : marker.icon))
    .attr('stroke-width', 1.5)
    .attr('transform', 'translate(-6,-6) scale(0.75)');
}
