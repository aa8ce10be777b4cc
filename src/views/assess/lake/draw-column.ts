/** Around the dots of the water column: the water, the thermocline, the names, and the ring about one dot. */
import { heightOf } from '../../../charts/column.ts';
import type { ColumnScene } from '../../../charts/column.ts';
import { drawLabels } from '../../../charts/label.ts';
import type { Label } from '../../../charts/label.ts';
import { layers } from '../../../charts/layers.ts';
import { drawRing } from '../../../charts/ring.ts';
import { drawLayerName, drawThermocline } from '../../../charts/thermocline.ts';
import { drawWater } from '../../../charts/water.ts';
import { columnLayout, nameWidth } from './column-picture.ts';
import type { ColumnLayout, ColumnPicture } from './column-picture.ts';

const ID = 'column';
const NAME_GAP = 6;
/** From the bed down to the baseline of the names. */
const ONE_ROW = 19;
const TWO_ROWS = [14, 29];

/** Draws what lies behind the dots. */
export function drawColumnGround(svg: SVGSVGElement, picture: ColumnPicture): void {
  const { layer } = columnLayout(picture);
  const on = layers(svg, ['water', 'thermocline']);
  drawWater(on.water, { ...picture, id: ID });
  const plot = { left: 0, right: picture.width, top: 0, bottom: 0 };
  drawThermocline(on.thermocline, { plot, ...layer, id: ID });
}

/** Draws the names, over the dots. */
export function drawColumnNames(svg: SVGSVGElement, picture: ColumnPicture): void {
  const layout = columnLayout(picture);
  const on = layers(svg, ['name', 'segments']);
  const text = picture.words.lake.column.thermocline;
  drawLayerName(on.name, {
    plot: { ...layout.plot, left: 0, right: picture.width - 4 },
    y: layout.layer.to,
    text,
    width: nameWidth(text) + 12,
  });
  drawLabels(on.segments, picture.column ? segmentLabels(picture, layout) : []);
}

/** Under their bands, in one row or two, as many as have room; the widest band first. */
function segmentLabels({ names }: ColumnPicture, { plot, bands }: ColumnLayout): Label[] {
  const places = names.map((name, i) => {
    const { from, to } = bands[i] ?? { from: 0, to: 0 };
    const half = nameWidth(name) / 2;
    const x = Math.max(plot.left + half, Math.min(plot.right - half, (from + to) / 2));
    return { name, i, x, half, width: to - from };
  });
  const rows: (typeof places)[] = [[], []];
  for (const place of places.sort((a, b) => b.width - a.width)) {
    const isFree = (row: typeof places) =>
      row.every(({ x, half }) => Math.abs(x - place.x) >= half + place.half + NAME_GAP);
    rows.find(isFree)?.push(place);
  }
  const single = rows[1]?.length === 0;
  return rows.flatMap((row, r) =>
    row.map(({ name, i, x }) => ({
      key: String(i),
      x,
      y: plot.bottom + (single ? ONE_ROW : (TWO_ROWS[r] ?? 0)),
      text: name,
      size: 12,
      weight: 400,
      anchor: 'middle' as const,
    })),
  );
}

export interface Ringed {
  readonly scene: ColumnScene;
  /** Index of the dot. */
  readonly dot: number;
  /** Place on the axis of time. */
  readonly at: number;
  /** Lower end of what is said of it. */
  readonly top: number;
  readonly waterline: number;
}

/** Draws the ring about a dot, or none. */
export function drawPick(svg: SVGSVGElement, ringed: Ringed | null): void {
  const group = layers(svg, ['ring']).ring;
  if (!ringed) {
    drawRing(group, null);
    return;
  }
  const { scene, dot, at, top, waterline } = ringed;
  drawRing(group, {
    x: scene.x[dot] ?? 0,
    y: heightOf(scene, dot, at),
    radius: scene.radius[dot] ?? 0,
    top,
    waterline,
  });
}
