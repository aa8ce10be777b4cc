/** What the drawings of the water column share: the customers, the depths, the bands of the segments. */
import { columnScene } from '../../../charts/column.ts';
import type { Band, ColumnScene } from '../../../charts/column.ts';
import { bandsOf } from '../../../charts/column-places.ts';
import { flagWidth } from '../../../charts/flag.ts';
import { linear } from '../../../charts/linear.ts';
import type { Plot, Scale } from '../../../charts/scale.ts';
import { MARGIN_SCALE, stratumOf, TRUST_SCALE } from '../../../assess/sampled.ts';
import type { Column } from '../../../assess/sampled.ts';
import { WEEKS_PER_SECOND } from '../../../state/playhead.svelte.ts';
import type { Words } from '../../../words/language.ts';
import { columnPlot } from './panels.ts';
import type { Size } from './panels.ts';

export interface ColumnPicture extends Size {
  readonly words: Words;
  /** Null before the first run. */
  readonly column: Column | null;
  /** Names of the scenario's segments. */
  readonly names: readonly string[];
  /** Customers change place at once. */
  readonly still: boolean;
}

/** Customers in the picture, and in the one for a phone. */
export const DOTS_SHOWN = { wide: 1500, compact: 500 } as const;
/** Shares of the depth at which the thermocline begins and ends. */
const LAYER = { from: 0.5, to: 0.6 } as const;
/** From the surface, and from the sediment, to the nearest dot. */
const MARGIN = { top: 8, bed: 20 } as const;
/** Of the margins, so that a few outliers do not press the others together. */
const EXTREMES = 0.004;
/** Every so many margins are enough to find the extremes. */
const SAMPLED = 7;
const SINK_SECONDS = 0.9;
/** Dots that lie side by side in the narrowest band. */
const LEAST_BAND = 26;

export interface ColumnLayout {
  readonly plot: Plot;
  readonly bands: readonly Band[];
  /** Ends of the thermocline in pixels. */
  readonly layer: { readonly from: number; readonly to: number };
}

/** Where everything that does not move lies. */
export function columnLayout(picture: ColumnPicture): ColumnLayout {
  const plot = columnPlot(picture);
  const depth = plot.bottom - plot.top;
  const counts = picture.names.map(() => 0);
  for (const segment of picture.column?.segments ?? []) {
    counts[segment] = (counts[segment] ?? 0) + 1;
  }
  const least = picture.names.map((name) => Math.max(LEAST_BAND, nameWidth(name)));
  return {
    plot,
    bands: bandsOf(counts, least, plot),
    layer: { from: plot.top + LAYER.from * depth, to: plot.top + LAYER.to * depth },
  };
}

/** Pixels that the name of a band takes up, about. */
export const nameWidth = (name: string): number => flagWidth(name) - 20;

/** The places of all dots. */
export function sceneOf(column: Column, layout: ColumnLayout, still: boolean): ColumnScene {
  return columnScene(
    {
      ...column,
      gone: goneIn(column),
      band: column.segments,
      trustParts: TRUST_SCALE,
    },
    {
      plot: layout.plot,
      bands: layout.bands,
      y: depthOf(column, layout),
      sinkWeeks: still ? 1 : Math.round(SINK_SECONDS * WEEKS_PER_SECOND),
    },
  );
}

/** 1 where a customer is gone; a loop, as there are a hundred thousand places and a hand that waits. */
function goneIn({ status }: Column): Uint8Array {
  const gone = new Uint8Array(status.length);
  for (let k = 0; k < status.length; k++) if (stratumOf(status[k] ?? 0) === 'gone') gone[k] = 1;
  return gone;
}

/** From thousandths of a price to pixels; above, in and below the thermocline each to its own scale. */
function depthOf(
  { margin, thermocline, status }: Column,
  { plot, layer }: ColumnLayout,
): Scale {
  const known: number[] = [];
  for (let k = 0; k < margin.length; k += SAMPLED)
    if (stratumOf(status[k] ?? 0) !== 'gone') known.push(margin[k] ?? 0);
  known.sort((a, b) => a - b);
  const at = (share: number) => known[Math.round(share * (known.length - 1))] ?? 0;
  const top = thermocline * MARGIN_SCALE;
  return linear(
    [Math.max(at(1 - EXTREMES), top + 1), top, 0, Math.min(at(EXTREMES), -1)],
    [plot.top + MARGIN.top, layer.from, layer.to, plot.bottom - MARGIN.bed],
  );
}
