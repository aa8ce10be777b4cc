/** Sky above, water below, one waterline between: the ground of every panel of the lake. */
import type { Group } from './layers.ts';
import { only } from './layers.ts';

export interface WaterOptions {
  readonly width: number;
  readonly height: number;
  /** Height of the sky in pixels: where the waterline lies. */
  readonly waterline: number;
  /** Makes the names of the gradients unique in the document. */
  readonly id: string;
}

const SKY = ['--sky', '--sky-2'];
const WATER = ['--water-top', '--water-mid', '--water-bed'];
const LINE_THICKNESS = 1.5;

/**
 * The colour of the water at a depth between 0, the waterline, and 1, the bottom of the picture: for halos
 * that are not to be seen.
 */
export function waterAt(depth: number): string {
  const place = Math.min(1, Math.max(0, depth)) * (WATER.length - 1);
  const step = Math.min(WATER.length - 2, Math.floor(place));
  const part = Math.round((place - step) * 100);
  return `color-mix(in srgb, var(${WATER[step + 1] ?? ''}) ${part}%, var(${WATER[step] ?? ''}))`;
}

/** Draws the ground; calling it again resizes it. */
export function drawWater(group: Group, options: WaterOptions): void {
  const { width, height, waterline, id } = options;
  gradient(group, `${id}-sky`, SKY);
  gradient(group, `${id}-water`, WATER);
  only(group, 'rect', 'sky')
    .attr('width', width)
    .attr('height', waterline)
    .attr('fill', `url(#${id}-sky)`);
  only(group, 'rect', 'water')
    .attr('y', waterline)
    .attr('width', width)
    .attr('height', Math.max(0, height - waterline))
    .attr('fill', `url(#${id}-water)`);
  only(group, 'rect', 'waterline')
    .attr('y', waterline - LINE_THICKNESS / 2)
    .attr('width', width)
    .attr('height', LINE_THICKNESS)
    .attr('fill', 'var(--water-line)');
}

function gradient(group: Group, id: string, tokens: readonly string[]): void {
  only(group, 'linearGradient', id)
    .attr('id', id)
    .attr('x1', 0)
    .attr('x2', 0)
    .attr('y1', 0)
    .attr('y2', 1)
    .selectAll('stop')
    .data(tokens)
    .join('stop')
    .attr('offset', (_, i) => i / (tokens.length - 1))
    .attr('stop-color', (token) => `var(${token})`);
}
