/** Ranges along an axis: what lies between a lower and an upper line, and the line in its middle. */
import { area, line } from 'd3';
import type { Group } from './layers.ts';
import { px } from './scale.ts';
import type { Scale } from './scale.ts';

/** One place on the axis, in the units of the scales. */
export interface BandPoint {
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** Where the line in the middle passes; none if absent. */
  readonly middle?: number;
}

export interface Band {
  readonly key: string;
  readonly points: readonly BandPoint[];
  readonly color: string;
  /** Of the area; default .22. */
  readonly opacity?: number;
  /** Steps from one point to the next, as of a curve that falls only where something happens. */
  readonly stepped?: boolean;
}

export interface BandsOptions {
  readonly x: Scale;
  readonly y: Scale;
}

const OPACITY = 0.22;

/** The same points with a step before each but the first. */
function withSteps(points: readonly BandPoint[]): BandPoint[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    return before ? [{ ...before, at: point.at }, point] : [point];
  });
}

/** Draws the bands, the first one lowest. */
export function drawBands(group: Group, bands: readonly Band[], { x, y }: BandsOptions): void {
  const between = area<BandPoint>()
    .x(({ at }) => px(x(at)))
    .y0(({ low }) => px(y(low)))
    .y1(({ high }) => px(y(high)));
  const along = line<BandPoint>()
    .defined(({ middle }) => middle !== undefined)
    .x(({ at }) => px(x(at)))
    .y(({ middle = 0 }) => px(y(middle)));
  const pointsOf = ({ points, stepped }: Band) => (stepped ? withSteps(points) : points);
  const drawn = group
    .selectAll<SVGGElement, Band>('g')
    .data(bands, ({ key }) => key)
    .join((enter) => {
      const one = enter.append('g');
      one.append('path').attr('class', 'area');
      one.append('path').attr('class', 'middle').attr('fill', 'none').attr('stroke-width', 1.6);
      return one;
    });
  drawn
    .select('path.area')
    .attr('d', (band) => between(pointsOf(band)))
    .attr('fill', ({ color }) => color)
    .attr('fill-opacity', ({ opacity = OPACITY }) => opacity);
  drawn
    .select('path.middle')
    .attr('d', (band) => along(pointsOf(band)))
    .attr('stroke', ({ color }) => color);
}
