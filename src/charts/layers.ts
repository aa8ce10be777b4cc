/** Named groups in painting order, so that marks can come and go without changing what covers what. */
import { select } from 'd3';
import type { Selection } from 'd3';

export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** One group per name, in the order of the names; those that exist are kept. Call with constant names. */
export function layers<const N extends readonly string[]>(
  svg: SVGSVGElement,
  names: N,
): Readonly<Record<N[number], Group>> {
  const root = select(svg);
  root
    .selectAll<SVGGElement, string>(':scope > g')
    .data(names, (name) => name)
    .join('g')
    .attr('data-layer', (name) => name);
  const found = names.map((name) => [
    name,
    root.select<SVGGElement>(`:scope > g[data-layer="${name}"]`),
  ]);
  return Object.fromEntries(found) as Record<N[number], Group>;
}

/** The only element of its kind and class in a group, made when missing. */
export function only<E extends SVGElement>(group: Group, tag: string, name: string) {
  return group
    .selectAll<E, null>(`:scope > ${tag}[data-part="${name}"]`)
    .data([null])
    .join(tag)
    .attr('data-part', name) as unknown as Selection<E, null, SVGGElement, unknown>;
}
