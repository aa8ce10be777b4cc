/** One smooth line beside the typical one: a forecast, dotted, or what a change would make of it, thin. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import { runPath } from './runs.ts';
import type { RunLine } from './runs.ts';
import type { Scale } from './scale.ts';

export interface CurveOptions {
  readonly x: Scale;
  readonly y: Scale;
  /** Default: drawn through. */
  readonly dotted?: boolean;
}

/** Draws the line; null removes it. */
export function drawLine(
  group: Group,
  points: RunLine['points'] | null,
  { x, y, dotted = false }: CurveOptions,
): void {
  only(group, 'path', 'line')
    .attr('fill', 'none')
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-width', 1.6)
    .attr('stroke-linecap', 'round')
    .attr('stroke-dasharray', dotted ? '1 4.5' : null)
    .attr('d', points && points.length > 1 ? runPath(points, x, y) : null);
}
