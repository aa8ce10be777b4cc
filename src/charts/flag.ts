/** What the user decides: a flag in the sky, a buoy on the waterline, a stem down to the bed, rings where it meets lines. */
import { textWidth } from './label.ts';
import type { Group } from './layers.ts';
import { only } from './layers.ts';
import type { Plot } from './scale.ts';
import { px } from './scale.ts';

export interface FlagOptions {
  readonly plot: Plot;
  /** Position of the stem in pixels. */
  readonly x: number;
  /** Middle of the flag in pixels. */
  readonly y: number;
  readonly text: string;
  /** Side of the stem on which the flag flies. */
  readonly side: Side;
  /** Heights at which the stem crosses lines, with the colour of the line. */
  readonly crossings?: readonly { readonly y: number; readonly color: string }[];
}

export type Side = 'left' | 'right';

const HEIGHT = 25;
const PADDING = 10;
const OVERHANG = 6;
const BUOY_RADIUS = 10;
const CHEVRONS = 'M-2.2,-3.2L-5.4,0L-2.2,3.2M2.2,-3.2L5.4,0L2.2,3.2';

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/**
 * The side on which a text of `width` pixels has room: the one asked for, or the other when fewer than
 * that many pixels lie between the stem and the edge there.
 */
export function sideWithRoom(
  wanted: Side,
  x: number,
  width: number,
  left: number,
  right: number,
): Side {
  const room = { left: x - left, right: right - x };
  if (room[wanted] >= width) return wanted;
  const other = otherSide(wanted);
  return room[other] >= room[wanted] ? other : wanted;
}

/** Widths by text: to measure one makes the browser lay out the page, too slow for every move of a hand. */
let widths: Map<string, number> | null = null;

function measured(element: SVGTextElement | null, text: string): number {
  const known = (widths ??= widthsUntilFontsCome());
  const width = known.get(text) ?? element?.getComputedTextLength() ?? 0;
  known.set(text, width);
  return width;
}

/** A font that comes later makes every text another width. */
function widthsUntilFontsCome(): Map<string, number> {
  const known = new Map<string, number>();
  document.fonts.addEventListener('loadingdone', () => {
    known.clear();
  });
  return known;
}

/** Draws the flag, its stem and its rings. */
export function drawFlag(group: Group, options: FlagOptions): void {
  const { plot, y, text, side, crossings = [] } = options;
  const x = px(options.x);
  stem(group, 'sky', x, y, plot.top, 'var(--ink)');
  stem(group, 'water', x, plot.top, plot.bottom, 'var(--on-water)');
  const box = only<SVGRectElement>(group, 'rect', 'box');
  const words = only<SVGTextElement>(group, 'text', 'words')
    .attr('font-size', 13)
    .attr('font-weight', 650)
    .attr('fill', 'var(--on-ink)')
    .attr('y', y + 4.5)
    .text(text);
  const width = measured(words.node(), text) + 2 * PADDING;
  const from = side === 'right' ? x - OVERHANG : x - width + OVERHANG;
  words.attr('x', px(from + PADDING));
  box
    .attr('x', px(from))
    .attr('y', y - HEIGHT / 2)
    .attr('width', px(width))
    .attr('height', HEIGHT)
    .attr('rx', 4)
    .attr('fill', 'var(--ink)');
  buoy(group, x, plot.top);
  group
    .selectAll('circle.crossing')
    .data(crossings)
    .join('circle')
    .attr('class', 'crossing')
    .attr('cx', x)
    .attr('cy', (crossing) => px(crossing.y))
    .attr('r', 5.5)
    .attr('fill', (crossing) => crossing.color)
    .attr('stroke', 'var(--on-water)')
    .attr('stroke-width', 2);
}

function buoy(group: Group, x: number, y: number): void {
  only(group, 'circle', 'buoy')
    .attr('cx', x)
    .attr('cy', y)
    .attr('r', BUOY_RADIUS)
    .attr('fill', 'var(--ink)')
    .attr('stroke', 'var(--on-ink)')
    .attr('stroke-width', 2.2);
  only(group, 'path', 'chevrons')
    .attr('transform', `translate(${x},${y})`)
    .attr('d', CHEVRONS)
    .attr('fill', 'none')
    .attr('stroke', 'var(--on-ink)')
    .attr('stroke-width', 1.8)
    .attr('stroke-linecap', 'round')
    .attr('stroke-linejoin', 'round');
}

/** Pixels that a flag with this text takes up beside its stem, about. */
export const flagWidth = (text: string): number => textWidth(text) + 2 * PADDING;

function stem(group: Group, name: string, x: number, from: number, to: number, color: string) {
  only(group, 'line', name)
    .attr('x1', x)
    .attr('x2', x)
    .attr('y1', from)
    .attr('y2', to)
    .attr('stroke', color)
    .attr('stroke-width', 1.8);
}
