/** One week under the eye: a line through all series, with a ring on each of them. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot } from './scale.ts';
import { px } from './scale.ts';

export interface PlayheadOptions {
  readonly plot: Plot;
  readonly x: number;
  /** Upper end in the sky. */
  readonly top: number;
  readonly rings: readonly { readonly y: number; readonly color: string }[];
}

/** Draws the playhead. */
export function drawPlayhead(group: Group, options: PlayheadOptions): void {
  const { plot, top, rings } = options;
  const x = px(options.x);
  for (const [name, from, to, color] of [
    ['sky', top, plot.top, 'var(--ink)'],
    ['water', plot.top, plot.bottom, 'var(--on-water)'],
  ] as const)
    only(group, 'line', name)
      .attr('x1', x)
      .attr('x2', x)
      .attr('y1', from)
      .attr('y2', to)
      .attr('stroke', color)
      .attr('stroke-width', 1.6);
  group
    .selectAll('circle')
    .data(rings)
    .join('circle')
    .attr('cx', x)
    .attr('cy', (ring) => px(ring.y))
    .attr('r', 4.2)
    .attr('fill', (ring) => ring.color)
    .attr('stroke', (ring) => (ring.y < plot.top ? 'var(--ink)' : 'var(--on-water)'))
    .attr('stroke-width', 1.8);
}
