/** A span of the axis, measured in the sky: a line with a serif at either end. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import { px } from './scale.ts';

export interface Bracket {
  /** Ends in pixels. */
  readonly from: number;
  readonly to: number;
  /** Height in pixels. */
  readonly y: number;
}

const SERIF = 5;

/** Draws the bracket, or removes it when there is none. */
export function drawBracket(group: Group, bracket: Bracket | null): void {
  group.attr('display', bracket ? null : 'none');
  if (!bracket) return;
  const [from, to, y] = [px(bracket.from), px(bracket.to), px(bracket.y)];
  only(group, 'path', 'bracket')
    .attr('fill', 'none')
    .attr('stroke', 'var(--past)')
    .attr('stroke-width', 1.8)
    .attr('d', `M${from},${y - SERIF}v${2 * SERIF}m0,${-SERIF}H${to}m0,${-SERIF}v${2 * SERIF}`);
}
