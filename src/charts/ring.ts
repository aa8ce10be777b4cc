/** One dot among many: a ring about it, and a line up to what is said of it. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import { px } from './scale.ts';

export interface RingOptions {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where the leader begins, and where it meets the water. */
  readonly top: number;
  readonly waterline: number;
}

const ROOM = 4;

/** Draws the ring with its leader, or removes it. */
export function drawRing(group: Group, ring: RingOptions | null): void {
  group.attr('display', ring ? null : 'none');
  if (!ring) return;
  const [x, y, r] = [px(ring.x), px(ring.y), px(ring.radius + ROOM)];
  const surface = Math.max(ring.waterline, ring.top);
  leader(group, 'sky', x, Math.min(ring.top, ring.waterline), ring.waterline, 'var(--ink)');
  leader(group, 'water', x, surface, Math.max(surface, y - r), 'var(--on-water)');
  only(group, 'circle', 'ring')
    .attr('cx', x)
    .attr('cy', y)
    .attr('r', r)
    .attr('fill', 'none')
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-width', 2);
}

function leader(
  group: Group,
  name: string,
  x: number,
  from: number,
  to: number,
  color: string,
) {
  only(group, 'line', name)
    .attr('x1', x)
    .attr('x2', x)
    .attr('y1', px(from))
    .attr('y2', px(to))
    .attr('stroke', color)
    .attr('stroke-width', 1.4);
}
