/** Shares stacked from the bed up, each with a light edge; the lowest is hatched. */
import { area, line } from 'd3';
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Scale } from './scale.ts';

export interface Stratum {
  readonly key: string;
  readonly values: readonly number[];
  readonly fill: string;
  readonly hatched?: boolean;
}

export interface StrataOptions {
  readonly x: Scale;
  readonly y: Scale;
  /** Makes the name of the hatching unique in the document. */
  readonly id: string;
}

/** Lower and upper edge of a stratum at each position, as shares. */
export interface Layer {
  readonly key: string;
  readonly edges: readonly (readonly [number, number])[];
}

/** Stacks the strata in their order, the first one on the bed. */
export function stacked(strata: readonly Pick<Stratum, 'key' | 'values'>[]): Layer[] {
  const filled: number[] = [];
  return strata.map(({ key, values }) => ({
    key,
    edges: values.map((value, i) => {
      const low = filled[i] ?? 0;
      filled[i] = low + value;
      return [low, low + value] as const;
    }),
  }));
}

/** The outline of a layer; position i of the scale is the i-th value. */
export function layerPath(layer: Layer, x: Scale, y: Scale): string {
  return (
    area<readonly [number, number]>()
      .x((_, i) => x(i))
      .y0(([low]) => y(low))
      .y1(([, high]) => y(high))
      .digits(1)(layer.edges) ?? ''
  );
}

/** The upper edge of a layer. */
export function edgePath(layer: Layer, x: Scale, y: Scale): string {
  return (
    line<readonly [number, number]>()
      .x((_, i) => x(i))
      .y(([, high]) => y(high))
      .digits(1)(layer.edges) ?? ''
  );
}

/** Draws the strata. */
export function drawStrata(
  group: Group,
  strata: readonly Stratum[],
  options: StrataOptions,
): void {
  const { x, y, id } = options;
  hatching(group, id);
  const layers = stacked(strata);
  const shapes = strata.flatMap(({ key, fill, hatched }, i) => {
    const layer = layers[i];
    if (!layer) return [];
    const d = layerPath(layer, x, y);
    const edge = { key: `${key}-edge`, d: edgePath(layer, x, y), fill: 'none', edge: 0.35 };
    const hatch = { key: `${key}-hatch`, d, fill: `url(#${id}-hatch)`, edge: 0 };
    return [{ key, d, fill, edge: 0 }, ...(hatched ? [hatch] : []), edge];
  });
  group
    .selectAll<SVGPathElement, (typeof shapes)[number]>(':scope > path')
    .data(shapes, (shape) => shape.key)
    .join('path')
    .attr('d', (shape) => shape.d)
    .attr('fill', (shape) => shape.fill)
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-opacity', (shape) => shape.edge);
}

function hatching(group: Group, id: string): void {
  only(group, 'pattern', 'hatch')
    .attr('id', `${id}-hatch`)
    .attr('width', 7)
    .attr('height', 7)
    .attr('patternUnits', 'userSpaceOnUse')
    .attr('patternTransform', 'rotate(45)')
    .selectAll('line')
    .data([0])
    .join('line')
    .attr('y2', 7)
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-opacity', 0.22);
}
