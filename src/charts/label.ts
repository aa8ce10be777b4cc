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

/** Pixels that a text takes up, about: Chinese characters are as wide as high. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13.2 : 7.2), 0);

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
 * Moves blocks apart until none covers another, as little as possible (in squares), within `low` to `high`;
 * without room for all of them they go on below `high`. Returns the new heights of their first lines, in the
 * order of the blocks.
 */
export function spread(blocks: readonly Block[], low: number, high: number): number[] {
  const order = blocks.map((block, i) => ({ ...block, i })).sort((a, b) => a.at - b.at);
  const total = order.reduce((sum, { size }) => sum + size, 0);
  const last = Math.max(low, high - total);
  const result = new Array<number>(blocks.length).fill(0);
  let above = 0;
  for (const { members, mean } of stacks(order)) {
    const top = Math.min(last, Math.max(low, mean));
    for (const { i, size } of members) {
      result[i] = top + above;
      above += size;
    }
  }
  return result;
}

interface Stack {
  readonly members: readonly (Block & { readonly i: number })[];
  /** Of the heights asked for, each without what stands above it. */
  readonly mean: number;
}

/** Blocks that touch each other, found by pooling adjacent violators (isotonic regression). */
function stacks(order: Stack['members']): Stack[] {
  const found: Stack[] = [];
  let above = 0;
  for (const block of order) {
    let stack: Stack = { members: [block], mean: block.at - above };
    above += block.size;
    for (let before = found.at(-1); before && before.mean > stack.mean; before = found.at(-1)) {
      found.pop();
      stack = joined(before, stack);
    }
    found.push(stack);
  }
  return found;
}

function joined(a: Stack, b: Stack): Stack {
  const members = [...a.members, ...b.members];
  const sum = a.mean * a.members.length + b.mean * b.members.length;
  return { members, mean: sum / members.length };
}
