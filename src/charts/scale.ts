/** From a value to pixels. Any D3 scale with numbers on both sides will do. */
export type Scale = (value: number) => number;

/** Pixels from the upper left corner of the picture; `top` is the waterline. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half a pixel is as fine as a screen shows; more digits only make the picture larger. */
export const px = (value: number): number => Math.round(value * 10) / 10;
