/** A thick line coloured by depth: warm at the waterline, cold at the bed. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import { runPath } from './runs.ts';
import type { RunLine } from './runs.ts';
import type { Plot, Scale } from './scale.ts';

export interface TemperatureOptions {
  readonly plot: Plot;
  readonly x: Scale;
  readonly y: Scale;
  /** Makes the name of the gradient unique in the document. */
  readonly id: string;
}

const STEPS = 9;
const WIDTH = 3.5;

/** Colour of a depth between 0, the waterline, and 1, the bed, as one of nine tokens. */
export const temperatureAt = (depth: number): string =>
  `var(--temp-${Math.round(Math.min(1, Math.max(0, depth)) * (STEPS - 1))})`;

/** Draws the line; an empty list of points removes it. */
export function drawTemperatureLine(
  group: Group,
  points: RunLine['points'],
  { plot, x, y, id }: TemperatureOptions,
): void {
  only(group, 'linearGradient', 'ramp')
    .attr('id', `${id}-ramp`)
    .attr('gradientUnits', 'userSpaceOnUse')
    .attr('x1', 0)
    .attr('x2', 0)
    .attr('y1', plot.top)
    .attr('y2', plot.bottom)
    .selectAll('stop')
    .data(Array.from({ length: STEPS }, (_, step) => step))
    .join('stop')
    .attr('offset', (step) => step / (STEPS - 1))
    .attr('stop-color', (step) => `var(--temp-${step})`);
  only(group, 'path', 'line')
    .attr('fill', 'none')
    .attr('stroke', `url(#${id}-ramp)`)
    .attr('stroke-width', WIDTH)
    .attr('stroke-linejoin', 'round')
    .attr('stroke-linecap', 'round')
    .attr('d', points.length > 1 ? runPath(points, x, y) : null);
}
