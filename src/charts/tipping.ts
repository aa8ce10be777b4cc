/** A threshold with its range: a bracket in the sky, a shaded column and a dashed line in the water. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot, Scale } from './scale.ts';
import { px } from './scale.ts';
import { drawThreshold } from './threshold.ts';
import type { Range } from './threshold.ts';

export interface TippingOptions {
  readonly plot: Plot;
  readonly x: Scale;
  /** Height of the bracket in pixels. */
  readonly bracket: number;
}

const SERIF = 7;

/** Draws the threshold, or removes it when there is none. */
export function drawTipping(group: Group, range: Range | null, options: TippingOptions): void {
  group.attr('display', range ? null : 'none');
  if (!range) return;
  const { plot, x, bracket } = options;
  const [low, value, high] = [range.low, range.value, range.high].map((at) =>
    px(Math.min(plot.right, Math.max(plot.left, x(at)))),
  ) as [number, number, number];
  drawThreshold(
    group,
    { value, low, high },
    { plot, name: 'threshold', opacity: 0.17, narrowest: 2 },
  );
  only(group, 'path', 'bracket')
    .attr('fill', 'none')
    .attr('stroke', 'var(--past)')
    .attr('stroke-width', 2.5)
    .attr('d', `M${low},${bracket}H${Math.max(low + 2, high)}`);
  only(group, 'path', 'serif')
    .attr('fill', 'none')
    .attr('stroke', 'var(--past)')
    .attr('stroke-width', 1.8)
    .attr('d', `M${value},${bracket - SERIF}V${plot.top}`);
}
