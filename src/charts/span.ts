/** A wide range on a thin line of its own, with a cap at each end that lies within the axis. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot, Scale } from './scale.ts';
import { px } from './scale.ts';

export interface SpanOptions {
  readonly plot: Plot;
  readonly x: Scale;
  /** Height of the line in pixels. */
  readonly y: number;
}

const CAP = 3;

/** Draws the line, or removes it when there is no range; beyond an end of the axis it has no cap. */
export function drawSpan(
  group: Group,
  range: { readonly low: number; readonly high: number } | null,
  { plot, x, y }: SpanOptions,
): void {
  group.attr('display', range ? null : 'none');
  if (!range) return;
  const ends = [x(range.low), x(range.high)];
  const caps = ends.filter((at) => at > plot.left && at < plot.right);
  const [from, to] = ends.map((at) => px(Math.min(plot.right, Math.max(plot.left, at))));
  const lines = [
    `M${from},${y}H${to}`,
    ...caps.map((at) => `M${px(at)},${y - CAP}v${2 * CAP}`),
  ];
  only(group, 'path', 'span')
    .attr('fill', 'none')
    .attr('stroke', 'var(--past)')
    .attr('stroke-width', 1.2)
    .attr('stroke-opacity', 0.75)
    .attr('d', lines.join(''));
}
