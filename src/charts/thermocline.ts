/** The layer between those who stay and those who would rather leave: a soft band, a dashed line, its name. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot } from './scale.ts';
import { px } from './scale.ts';

export interface LayerOptions {
  /** The band reaches from side to side. */
  readonly plot: Plot;
  /** Upper and lower end of the layer in pixels. */
  readonly from: number;
  readonly to: number;
  /** Makes the name of the gradient unique in the document. */
  readonly id: string;
}

/** How far the light of the band reaches beyond it, as a share of its height. */
const SOFT = 0.45;
const OPACITIES = [0, 0.16, 0.2, 0.16, 0];

/** Draws the soft band. */
export function drawThermocline(group: Group, { plot, from, to, id }: LayerOptions): void {
  const soft = (to - from) * SOFT;
  only(group, 'linearGradient', 'light')
    .attr('id', `${id}-thermocline`)
    .attr('x1', 0)
    .attr('x2', 0)
    .attr('y1', 0)
    .attr('y2', 1)
    .selectAll('stop')
    .data(OPACITIES)
    .join('stop')
    .attr('offset', (_, i) => i / (OPACITIES.length - 1))
    .attr('stop-color', 'var(--water-line)')
    .attr('stop-opacity', (opacity) => opacity);
  only(group, 'rect', 'band')
    .attr('x', plot.left)
    .attr('y', px(from - soft))
    .attr('width', plot.right - plot.left)
    .attr('height', px(to - from + 2 * soft))
    .attr('fill', `url(#${id}-thermocline)`);
}

export interface LayerName {
  readonly plot: Plot;
  /** Height of the line in pixels. */
  readonly y: number;
  readonly text: string;
  /** Width of the text in pixels, about. */
  readonly width: number;
}

/** Draws the line at the lower end of the band, with its name on a dark ground at the right. */
export function drawLayerName(group: Group, { plot, y, text, width }: LayerName): void {
  only(group, 'line', 'line')
    .attr('x1', plot.left)
    .attr('x2', plot.right)
    .attr('y1', px(y))
    .attr('y2', px(y))
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-opacity', 0.55)
    .attr('stroke-dasharray', '4 4');
  only(group, 'rect', 'ground')
    .attr('x', px(plot.right - width))
    .attr('y', px(y - 20))
    .attr('width', px(width))
    .attr('height', 17)
    .attr('rx', 3)
    .attr('fill', 'var(--water-mid)')
    .attr('fill-opacity', 0.9);
  only(group, 'text', 'name')
    .attr('x', px(plot.right - 6))
    .attr('y', px(y - 7))
    .attr('text-anchor', 'end')
    .attr('fill', 'var(--on-water)')
    .attr('font-size', 13)
    .attr('font-weight', 600)
    .text(text);
}
