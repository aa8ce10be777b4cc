/** A share of a whole in a row of a table: a bar on a track, with a line over the range. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import { px } from './scale.ts';

export interface ShareBar {
  /** 0 to 1, like the ends of its range; what lies beyond is cut off. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ShareBarOptions {
  readonly width: number;
  readonly height: number;
}

const LINE = 2;

/** Ends of the bar and of the line in pixels. */
export function shareBarOf(
  { value, low, high }: ShareBar,
  { width }: Pick<ShareBarOptions, 'width'>,
): { readonly bar: number; readonly from: number; readonly to: number } {
  const at = (share: number) => px(width * Math.min(1, Math.max(0, share)));
  return { bar: at(value), from: at(low), to: at(high) };
}

/** Draws the bar. */
export function drawShareBar(group: Group, share: ShareBar, options: ShareBarOptions): void {
  const { width, height } = options;
  const { bar, from, to } = shareBarOf(share, options);
  const middle = height / 2;
  const rect = (name: string, long: number, fill: string) =>
    only(group, 'rect', name)
      .attr('x', 0)
      .attr('y', 0)
      .attr('width', long)
      .attr('height', height)
      .attr('fill', fill);
  rect('track', width, 'var(--track)');
  rect('bar', bar, 'var(--series-1)');
  only(group, 'line', 'range')
    .attr('x1', from)
    .attr('x2', to)
    .attr('y1', middle)
    .attr('y2', middle)
    .attr('stroke', 'var(--ink)')
    .attr('stroke-width', LINE);
}
