/** Many runs as thin lines. An outcome that splits in two stays visible as two. */
import { curveMonotoneX, line } from 'd3';
import type { Group } from './layers.ts';
import type { Scale } from './scale.ts';

export interface RunLine {
  readonly key: number;
  /** x and y values, x ascending. */
  readonly points: readonly (readonly [number, number])[];
}

export interface RunsOptions {
  readonly x: Scale;
  readonly y: Scale;
  /** Opacity of one line; default falls with their number. */
  readonly opacity?: number;
}

/** The path of one run, rounded to a tenth of a pixel. */
export function runPath(points: RunLine['points'], x: Scale, y: Scale): string {
  return (
    line<readonly [number, number]>()
      .x(([value]) => x(value))
      .y(([, value]) => y(value))
      .curve(curveMonotoneX)
      .digits(1)(points) ?? ''
  );
}

/** Few lines are drawn clearly, many so faintly that a bundle of them still shows its shape. */
export const opacityFor = (count: number): number =>
  Math.min(0.4, Math.max(0.07, 2.2 / Math.sqrt(count * 4)));

/** Draws one line for each run; runs that are already there keep their element. */
export function drawRuns(group: Group, runs: readonly RunLine[], options: RunsOptions): void {
  const { x, y, opacity = opacityFor(runs.length) } = options;
  group
    .attr('fill', 'none')
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-width', 1)
    .attr('stroke-opacity', opacity)
    .selectAll<SVGPathElement, RunLine>('path')
    .data(runs, (run) => run.key)
    .join('path')
    .each(function (this: SVGPathElement, run) {
      const path = runPath(run.points, x, y);
      // A browser takes a path in again even if it has not changed.
      if (this.getAttribute('d') !== path) this.setAttribute('d', path);
    });
}
