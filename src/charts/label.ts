/** Text on a chart, with a halo of the ground where it crosses lines. */
import type { Group } from './layers.ts';

export interface Label {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color?: string;
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of the halo; none if absent. */
  readonly halo?: string;
  /** Set after the text in a lighter weight. */
  readonly tail?: string;
}

const HALO_WIDTH = 4;
const TAIL_GAP = 4;

/** Draws the labels, each in its place. */
export function drawLabels(group: Group, labels: readonly Label[]): void {
  const texts = group
    .selectAll<SVGTextElement, Label>('text')
    .data(labels, (label) => label.key)
    .join((enter) => {
      const text = enter.append('text').attr('paint-order', 'stroke');
      text.append('tspan').attr('class', 'head');
      text.append('tspan').attr('class', 'tail').attr('font-weight', 400);
      return text;
    })
    .attr('x', (label) => label.x)
    .attr('y', (label) => label.y)
    .attr('fill', (label) => label.color ?? 'var(--on-water)')
    .attr('font-size', (label) => label.size ?? 13)
    .attr('font-weight', (label) => label.weight ?? 600)
    .attr('text-anchor', (label) => label.anchor ?? 'start')
    .attr('stroke', (label) => label.halo ?? null)
    .attr('stroke-width', (label) => (label.halo ? HALO_WIDTH : null))
    .attr('stroke-linejoin', 'round');
  texts.select('tspan.head').text((label) => label.text);
  texts
    .select('tspan.tail')
    .attr('dx', (label) => (label.tail ? TAIL_GAP : null))
    .text((label) => label.tail ?? '');
}

/** A label of one line or more: the height of its first line, and the height of all of them. */
export interface Block {
  readonly at: number;
  readonly size: number;
}

/**
 * Moves blocks apart until none covers another, as little as possible, within `low` to `high`. Returns the
 * new heights of their first lines, in the order of the blocks.
 */
export function spread(blocks: readonly Block[], low: number, high: number): number[] {
  const order = blocks
    .map((block, i) => ({ ...block, i, at: Math.min(high, Math.max(low, block.at)) }))
    .sort((a, b) => a.at - b.at);
  for (let round = 0; round < 50 && settle(order, low); round++);
  pushUp(order, low, high);
  const result = new Array<number>(blocks.length).fill(0);
  for (const { i, at } of order) result[i] = at;
  return result;
}

interface Placed {
  at: number;
  readonly size: number;
}

/** One round in which both of two that overlap give way; whether any did. */
function settle(order: readonly Placed[], low: number): boolean {
  let moved = false;
  order.forEach((below, k) => {
    const above = order[k - 1];
    const missing = above ? above.at + above.size - below.at : 0;
    if (!above || missing <= 0.01) return;
    above.at -= Math.min(missing / 2, above.at - low);
    below.at = above.at + above.size;
    moved = true;
  });
  return moved;
}

/** What hangs over the lower end moves up, and pushes what is above it. */
function pushUp(order: readonly Placed[], low: number, high: number): void {
  let floor = high;
  for (const block of [...order].reverse()) {
    block.at = Math.max(low, Math.min(block.at, floor - block.size));
    floor = block.at;
  }
}
