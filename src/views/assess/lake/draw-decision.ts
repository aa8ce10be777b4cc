/** The decision on the cliff, and the labels that make way for it. */
import { breaksWithout } from '../../../assess/distance.ts';
import { drawFlag, flagWidth, otherSide, sideWithRoom } from '../../../charts/flag.ts';
import type { Side } from '../../../charts/flag.ts';
import type { Plot } from '../../../charts/scale.ts';
import { drawLabels, textWidth } from '../../../charts/label.ts';
import type { Label } from '../../../charts/label.ts';
import { layers } from '../../../charts/layers.ts';
import { heightAt } from '../../../charts/monotone.ts';
import { temperatureAt } from '../../../charts/temperature.ts';
import { waterAt } from '../../../charts/water.ts';
import { besideStem, lineWidth } from './beside-stem.ts';
import type { Place } from './beside-stem.ts';
import { cliffScales, rangeShown, skyOf, typicalLine } from './cliff-picture.ts';
import type { CliffPicture } from './cliff-picture.ts';
import { assumedText, tippingRange, tippingStat } from '../phrases.ts';

/** Painting order: the labels, with their halo, over the stem. */
const LAYERS = ['flag', 'labels', 'yours'] as const;
const BESIDE = 8;
const BUOY_ROOM = 13;
const BESIDE_RING = 12;
const BELOW_FORECAST = 19;
const BELOW_PREVIEW = 16;
const ABOVE_LINE = 8;
const SKY = 'var(--sky-2)';
/** Nearer to the waterline than this, a label stands below its ring instead of above it. */
const ROOM_ABOVE = 34;

/** Where the decision stands, in pixels, and which side of the tipping point that is. */
interface Stand {
  readonly x: number;
  /** Height of the typical line there; null before the first run. */
  readonly y: number | null;
  /** Median loss there. */
  readonly loss: number;
  readonly side: Side;
}

/** Hides the decision if there is none; else draws the flag with its ring, the labels of the tipping point, and the loss of the typical run. */
export function drawDecision(
  svg: SVGSVGElement,
  picture: CliffPicture,
  size: number | null,
): void {
  const { words, sizes, compact } = picture;
  const { plot, y } = cliffScales(picture);
  const on = layers(svg, LAYERS);
  svg.style.display = size === null ? 'none' : '';
  if (size === null) return;
  const stand = standOf(picture, size);
  const shown = sizes.shown(size);
  const text = compact ? words.cliff.yoursShort(sizes.short(size)) : words.cliff.yours(shown);
  const color = temperatureAt(stand.loss / (y.domain()[1] ?? 1));
  drawFlag(on.flag, {
    plot,
    x: stand.x,
    y: plot.top - skyOf(picture).flag,
    text,
    side: sideWithRoom(stand.side, stand.x, flagWidth(text), 0, picture.width),
    crossings: stand.y === null || isUnderBuoy(stand.y, plot) ? [] : [{ y: stand.y, color }],
  });
  drawLabels(on.labels, [
    levelLabel(picture),
    ...naiveLabel(picture, stand.x),
    ...previewLabel(picture),
    ...tippingLabels(picture, stand),
  ]);
  drawLabels(on.yours, stand.y === null ? [] : [typicalLabel(picture, stand, stand.y)]);
}

/** A ring would show through the buoy there. */
const isUnderBuoy = (y: number, { top }: Plot): boolean => y - top < BUOY_ROOM;

function standOf(picture: CliffPicture, size: number): Stand {
  const { x, y } = cliffScales(picture);
  const line = typicalLine(picture.curve);
  const loss = line.length > 0 ? heightAt(line, size) : 0;
  const tipping = picture.curve?.tipping;
  const side = tipping && size < tipping.value ? 'left' : 'right';
  return { x: x(size), y: line.length > 0 ? y(loss) : null, loss, side };
}

function levelLabel(picture: CliffPicture): Label {
  const { plot, y } = cliffScales(picture);
  return {
    key: 'level',
    x: plot.left + 6,
    y: y(picture.threshold) - 5,
    text: picture.words.cliff.massExit,
    size: 12,
    weight: 400,
    color: 'var(--on-water-2)',
  };
}

/** Under the right end of the forecast, or above it near the bed; shortened where it would lie on the stem. */
function naiveLabel(picture: CliffPicture, stem: number): Label[] {
  const { naive, words, numbers, compact, reach, width } = picture;
  if (!naive || naive.length === 0) return [];
  const { plot, y } = cliffScales(picture);
  const loss = heightAt(naive, reach);
  const long = words.lake.forecast(numbers.change(-loss, 0));
  const short = words.lake.forecastShort(numbers.change(-loss, 0));
  const crossed = stem > plot.right - flagWidth(long);
  const text = compact || crossed ? short : long;
  const place = { x: plot.right, anchor: 'end' } as const;
  const baseline = underLine(y(Math.max(0, loss)), BELOW_FORECAST, plot);
  return [
    {
      ...besideStem(place, stem, lineWidth(text), width),
      key: 'naive',
      y: baseline,
      text,
      size: 12.5,
      weight: 400,
      halo: haloAt(picture, baseline),
    },
  ];
}

/** Where a text under the end of a line stands; above it where that would be on the axis. */
const underLine = (end: number, below: number, { bottom }: Plot): number =>
  end + below < bottom ? end + below : end - ABOVE_LINE;

/** The colour of the water at a height. */
const haloAt = ({ height, waterline }: CliffPicture, y: number): string =>
  waterAt((y - waterline) / (height - waterline));

/** Under the right end of the line as it would be. */
function previewLabel(picture: CliffPicture): Label[] {
  const { preview, words, reach } = picture;
  if (!preview || preview.length === 0) return [];
  const { plot, y } = cliffScales(picture);
  const baseline = underLine(y(Math.max(0, heightAt(preview, reach))), BELOW_PREVIEW, plot);
  return [
    {
      key: 'preview',
      x: plot.right,
      y: baseline,
      text: words.lake.withFix,
      size: 12.5,
      anchor: 'end',
      halo: haloAt(picture, baseline),
    },
  ];
}

/** Lines beside the bracket, if possible on the side where the decision is not. */
function tippingLabels(picture: CliffPicture, stand: Stand): Label[] {
  const { curve, words, numbers, sizes, compact, width } = picture;
  const { plot, x } = cliffScales(picture);
  const sky = skyOf(picture);
  const height = plot.top - sky.assumed;
  const assumed = picture.assumed ? assumedText(picture, picture.assumed) : '';
  if (!curve?.tipping) {
    const text = compact || !assumed ? assumed : words.cliff.tippingAssumed(assumed);
    const end = { x: plot.right, anchor: 'end' } as const;
    return curve
      ? assumedLabel(text, besideStem(end, stand.x, lineWidth(text), width), height)
      : [];
  }
  const { tipping } = curve;
  const voice = { words, numbers, sizes };
  const stat = tippingStat(voice, curve);
  const name = words.cliff.tipping(stat.value);
  const range = breaksWithout(tipping)
    ? stat.range
    : tippingRange(voice, curve, compact ? undefined : words.cliff.range);
  const { low, high } = rangeShown(curve) ?? tipping;
  const at = x(tipping.value);
  const side = sideWithRoom(otherSide(stand.side), at, flagWidth(name), 0, width);
  const bracket: Place =
    side === 'left'
      ? { x: x(low) - BESIDE, anchor: 'end' }
      : { x: x(high) + BESIDE, anchor: 'start' };
  const wide = Math.max(textWidth(name), lineWidth(range ?? ''), lineWidth(assumed));
  const place = { ...besideStem(bracket, stand.x, wide, width), halo: SKY };
  return [
    {
      ...place,
      key: 'tipping',
      y: plot.top - sky.name,
      text: name,
      color: 'var(--past)',
      size: 13.5,
    },
    {
      ...place,
      key: 'range',
      y: plot.top - sky.range,
      text: range ?? '',
      color: 'var(--ink-2)',
      size: 12,
      weight: 400,
    },
    ...assumedLabel(assumed, place, height),
  ];
}

/** The widest of the ranges, once it is known. */
function assumedLabel(text: string, place: Place, y: number): Label[] {
  if (!text) return [];
  return [
    {
      ...place,
      key: 'assumed',
      y,
      text,
      color: 'var(--ink-2)',
      size: 12,
      weight: 400,
      halo: SKY,
    },
  ];
}

/** Beside the ring: above it, or below where the waterline is near. */
function typicalLabel(picture: CliffPicture, { x, loss }: Stand, y: number): Label {
  const { words, numbers } = picture;
  const { plot } = cliffScales(picture);
  const text = words.cliff.typical(numbers.change(-loss, 0));
  const side = sideWithRoom('right', x, flagWidth(text), plot.left, plot.right);
  const baseline = y - plot.top < ROOM_ABOVE ? Math.max(y, plot.top + BUOY_ROOM) + 18 : y - 12;
  return {
    key: 'typical',
    x: x + (side === 'right' ? BESIDE_RING : -BESIDE_RING),
    y: baseline,
    text,
    anchor: side === 'right' ? 'start' : 'end',
    halo: haloAt(picture, baseline),
  };
}
