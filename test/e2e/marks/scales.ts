/** Size and scales of the example pictures. */
import { scaleLinear } from 'd3';

export const PICTURE = { width: 320, height: 200 } as const;
export const plot = { left: 40, right: 300, top: 60, bottom: 170 } as const;
/** Sizes from 0 to 30 %. */
export const size = scaleLinear([0, 0.3], [plot.left, plot.right]);
/** Losses from 0 to 50 %. */
export const depth = scaleLinear([0, 0.5], [plot.top, plot.bottom]);
/** Weeks 0 to 9. */
export const week = scaleLinear([0, 9], [plot.left, plot.right]);
export const share = scaleLinear([0, 1], [plot.bottom, plot.top]);
