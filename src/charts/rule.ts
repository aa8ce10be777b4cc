/** Upright lines across rows: the zero of an axis, or a value to be reached. */
import type { Group } from './layers.ts';
import { px } from './scale.ts';
import type { Scale } from './scale.ts';

export interface Rule {
  readonly key: string;
  readonly value: number;
  readonly color: string;
  readonly dashed?: boolean;
}

export interface RulesOptions {
  readonly x: Scale;
  readonly top: number;
  readonly bottom: number;
}

/** Draws the lines. */
export function drawRules(
  group: Group,
  rules: readonly Rule[],
  { x, top, bottom }: RulesOptions,
): void {
  group
    .selectAll<SVGLineElement, Rule>('line')
    .data(rules, ({ key }) => key)
    .join('line')
    .attr('x1', ({ value }) => px(x(value)))
    .attr('x2', ({ value }) => px(x(value)))
    .attr('y1', px(top))
    .attr('y2', px(bottom))
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', ({ dashed }) => (dashed ? 1.6 : 1))
    .attr('stroke-dasharray', ({ dashed }) => (dashed ? '4 3' : null));
}
