/** What both pictures of the brief are drawn with. Colours for paper; presentation attributes, so that a picture keeps its look alone. */
import { element } from './markup.ts';
import type { Markup } from './markup.ts';

export const INK = '#161f2a';
export const INK_2 = '#47515c';
export const GRID = '#d8dde1';
export const PAST = '#a3001f';
export const WATER = '#eaf1f3';
export const DEEP = '#0a5a7a';
export const GOLD = '#8f6a00';

/** Width of the pictures in pixels: that of the text on A4. */
export const WIDTH = 680;

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Point = readonly [x: number, y: number];

export function picture(height: number, label: string, ...content: Markup[]): Markup {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      // Where it is drawn smaller, it stays at the left edge of the text.
      preserveAspectRatio: 'xMinYMid meet',
      role: 'img',
      'aria-label': label,
      'font-size': 12,
      fill: INK,
    },
    ...content,
  );
}

export function polyline(
  points: readonly Point[],
  attributes: Readonly<Record<string, string | number>>,
): Markup {
  const d = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
  return element('path', { d, fill: 'none', 'stroke-linejoin': 'round', ...attributes });
}

/** Between two lines that have the same x. */
export function area(upper: readonly Point[], lower: readonly Point[], fill: string): Markup {
  const outline = [...upper, ...lower.toReversed()];
  const d = outline.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`);
  return element('path', {
    d: `${d.join('')}Z`,
    fill,
    stroke: '#ffffff',
    'stroke-width': 0.75,
  });
}

export const rule = (
  from: Point,
  to: Point,
  stroke: string,
  width = 1,
  dash = 'none',
): Markup =>
  element('path', {
    d: `M${short(from[0])} ${short(from[1])}L${short(to[0])} ${short(to[1])}`,
    stroke,
    'stroke-width': width,
    'stroke-dasharray': dash,
    fill: 'none',
  });

export interface Told {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly bold?: boolean;
}

/** A text with a halo of the paper, so that lines do not run through it. */
export const label = (
  [x, y]: Point,
  text: string,
  { anchor = 'start', fill = INK, bold = false }: Told = {},
): Markup =>
  element(
    'text',
    {
      x,
      y,
      fill,
      'text-anchor': anchor,
      'font-weight': bold ? 650 : 400,
      stroke: '#ffffff',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    text,
  );

const short = (value: number): number => Math.round(value * 10) / 10;

const WIDE = /[\u2e80-\uffef]/;

/** About as wide as a text is at 12 pixels. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 12 : 6.4), 0);
