/** A copy of an SVG of the page that looks the same by itself: what the page's style sheet says stands in it. */

const COLORS = ['fill', 'stroke', 'stop-color', 'color'] as const;
const OTHERS = [
  ...['fill-opacity', 'stroke-opacity', 'stop-opacity', 'opacity'],
  ...['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'paint-order'],
  ...['font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'visibility'],
] as const;
/** What needs no attribute. */
const INITIAL: Readonly<Record<string, string>> = {
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stop-opacity': '1',
  visibility: 'visible',
};

/** @param into the document that the copy is for */
export function resolved(svg: SVGSVGElement, into: XMLDocument): SVGSVGElement {
  const copy = into.importNode(svg, true);
  resolve(svg, copy);
  copy.setAttribute('font-family', familyOf(getComputedStyle(svg)));
  for (const name of ['role', 'aria-label', 'aria-hidden', 'style']) copy.removeAttribute(name);
  return copy;
}

function resolve(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  const above = from.parentElement && getComputedStyle(from.parentElement);
  const set = (name: string, value: string) => {
    const given = from.getAttribute(name);
    if (given?.startsWith('url(')) return;
    const inherited = value === (INITIAL[name] ?? above?.getPropertyValue(name));
    if (given !== null || !inherited) to.setAttribute(name, value);
  };
  for (const name of COLORS) {
    const value = style.getPropertyValue(name);
    if (value !== '' && !value.startsWith('url(')) set(name, value);
  }
  for (const name of OTHERS) set(name, style.getPropertyValue(name).replaceAll('px', ''));
  for (const name of COLORS)
    if (to.hasAttribute(name)) to.setAttribute(name, plainColor(to.getAttribute(name) ?? ''));
  to.removeAttribute('class');
  if (from instanceof SVGTextContentElement && from.childElementCount === 0) {
    const length = from.getComputedTextLength();
    // Another font, where this one is missing, keeps to its place.
    if (length > 0) {
      to.setAttribute('textLength', length.toFixed(2));
      to.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }
  [...from.children].forEach((child, i) => {
    const other = to.children[i];
    if (other) resolve(child, other);
  });
}

export const familyOf = (style: CSSStyleDeclaration): string =>
  style.fontFamily.replaceAll('"', "'");

let pixel: CanvasRenderingContext2D | null = null;
const known = new Map<string, string>();

/** A colour as every program reads it: `#0462d3`, or `rgba(…)` where it lets something through. */
export function plainColor(color: string): string {
  if (/^(none|url\()/.test(color)) return color;
  const before = known.get(color);
  if (before !== undefined) return before;
  pixel ??= onePixel();
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  const plain =
    alpha === 255
      ? `#${hex}`
      : `rgba(${red},${green},${blue},${Number((alpha / 255).toFixed(3))})`;
  known.set(color, plain);
  return plain;
}

function onePixel(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('This browser does not let the page paint.');
  return brush;
}
