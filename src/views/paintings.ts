/** How the canvases of the page are painted: for whoever wants one again, larger. */
type Paint = (brush: CanvasRenderingContext2D) => void;

/** Each paints in the pixels of its page, whatever the brush's scale. */
export const PAINTINGS = new WeakMap<HTMLCanvasElement, Paint>();
