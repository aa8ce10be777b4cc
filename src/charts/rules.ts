/** Vertical rules through all rows: where nothing changes, and what is needed. */
import type { Group } from './layers.ts';
import { px } from './scale.ts';

export interface Rule {
  readonly key: string;
  /** Position in pixels. */
  readonly x: number;
  readonly colour: string;
  readonly dashed: boolean;
}

export function drawRules(group: Group, rules: readonly Rule[], height: number): void {
  group
    .selectAll<SVGLineElement, Rule>('line')
    .data(rules, (rule) => rule.key)
    .join('line')
    .attr('x1', ({ x }) => px(x))
    .attr('x2', ({ x }) => px(x))
    .attr('y1', 0)
    .attr('y2', px(height))
    .attr('stroke', ({ colour }) => colour)
    .attr('stroke-width', ({ dashed }) => (dashed ? 1.6 : 1))
    .attr('stroke-dasharray', ({ dashed }) => (dashed ? '5 3' : null));
}
