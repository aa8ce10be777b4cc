/** A text in the sky that makes way for the stem of the decision. */

/** Between the stem and a text that begins beyond it: the buoy is as wide. */
const BEYOND = 12;
/** Nearer to the stem than this, a text seems to touch it. */
const BEFORE = 8;

/** Where a text begins or ends, in pixels. */
export interface Place {
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

/** Pixels that a thin line of 12 pixels takes up, about. */
export const lineWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12.2 : 5.9), 0);

/**
 * The same place, or just beyond the stem where that would cross the text and there is room beyond it.
 * @param wide of the text, in pixels
 * @param width of the picture
 */
export function besideStem(place: Place, stem: number, wide: number, width: number): Place {
  const way = place.anchor === 'start' ? 1 : -1;
  const into = way * (stem - place.x);
  const beyond = stem + way * BEYOND;
  const hasRoom = way > 0 ? beyond + wide <= width : beyond - wide >= 0;
  return into > -BEFORE && into < wide && hasRoom ? { ...place, x: beyond } : place;
}
