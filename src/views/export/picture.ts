/**
 * A panel of the page as an SVG that stands by itself: its charts, its canvas as an image, its texts as texts and
 * its boxes as boxes, where they are seen. Buttons are left out: nobody can press them on paper.
 */
import { PAINTINGS } from '../paintings.ts';
import { linesOf } from './lettering.ts';
import { familyOf, plainColor, resolved } from './resolved.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels of a canvas for each pixel of the page. */
export const CANVAS_SCALE = 2;

/** A style of its own is forbidden to all that the page holds; it gets its name in the file. */
const STYLE = 'data-style';

export interface Picture {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

export interface Caption {
  readonly title: string;
  readonly description: string;
  readonly metadata: string;
}

export function pictureOf(panel: HTMLElement, caption: Caption): Picture {
  const paper = new Paper(panel);
  const { svg } = paper;
  for (const [name, text] of [
    ['title', caption.title],
    ['desc', caption.description],
    ['metadata', caption.metadata],
  ] as const)
    paper.append(name, {}).textContent = text;
  paper.draw(panel, svg);
  return { svg, width: paper.width, height: paper.height };
}

/** The picture as the text of a file. */
export const markupOf = (svg: SVGSVGElement): string =>
  new XMLSerializer().serializeToString(svg).replace(`${STYLE}=`, 'style=');

type Attributes = Readonly<Record<string, string | number>>;

class Paper {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  private readonly document: XMLDocument;
  private readonly left: number;
  private readonly top: number;
  private names = 0;

  constructor(panel: HTMLElement) {
    const box = panel.getBoundingClientRect();
    this.left = box.left;
    this.top = box.top;
    this.width = Math.round(box.width);
    this.height = Math.round(box.height);
    this.document = document.implementation.createDocument(SVG, 'svg');
    this.svg = this.document.documentElement as unknown as SVGSVGElement;
    const style = getComputedStyle(panel);
    const size = { width: this.width, height: this.height };
    this.put(this.svg, {
      ...size,
      viewBox: `0 0 ${this.width} ${this.height}`,
      'font-family': familyOf(style),
      [STYLE]: 'font-variant-numeric: tabular-nums lining-nums',
    });
    // Whatever lies behind the panel.
    this.append('rect', { ...size, fill: plainColor(groundOf(panel)) });
  }

  append(name: string, attributes: Attributes, into: Element = this.svg): Element {
    const element = this.document.createElementNS(SVG, name);
    this.put(element, attributes);
    into.append(element);
    return element;
  }

  /** Draws an element and what is in it. */
  draw(element: Element, into: Element): void {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (!isSeen(element, style, box)) return;
    const group = this.grouped(element, style, box, into);
    if (element instanceof SVGSVGElement) this.drawing(element, box, group);
    else if (element instanceof HTMLCanvasElement) this.image(element, box, group);
    else {
      this.box(style, box, group);
      for (const child of inPaintingOrder(element))
        if (child instanceof Text) this.text(child, group);
        else if (child instanceof Element) this.draw(child, group);
    }
  }

  private put(element: Element, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes))
      element.setAttribute(name, typeof value === 'number' ? String(rounded(value)) : value);
  }

  private place({ left, top, width, height }: DOMRect) {
    return { x: left - this.left, y: top - this.top, width, height };
  }

  /** In a group of its own where it is paler than the rest, or cut off at its edges. */
  private grouped(
    element: Element,
    { opacity, overflowY }: CSSStyleDeclaration,
    box: DOMRect,
    into: Element,
  ): Element {
    const isCut =
      overflowY !== 'visible' &&
      element instanceof HTMLElement &&
      element.scrollHeight > element.clientHeight;
    if (opacity === '1' && !isCut) return into;
    const group = this.append('g', opacity === '1' ? {} : { opacity }, into);
    if (isCut) {
      const id = `cut-${this.names++}`;
      this.append('rect', this.place(box), this.append('clipPath', { id }, group));
      this.put(group, { 'clip-path': `url(#${id})` });
    }
    return group;
  }

  private drawing(element: SVGSVGElement, box: DOMRect, into: Element): void {
    const copy = resolved(element, this.document);
    const overflow = getComputedStyle(element).overflow;
    this.put(copy, { ...this.place(box), overflow });
    into.append(copy);
  }

  private image(canvas: HTMLCanvasElement, box: DOMRect, into: Element): void {
    const large = document.createElement('canvas');
    large.width = Math.round(box.width * CANVAS_SCALE);
    large.height = Math.round(box.height * CANVAS_SCALE);
    const brush = large.getContext('2d');
    if (!brush) return;
    const paint = PAINTINGS.get(canvas);
    brush.scale(CANVAS_SCALE, CANVAS_SCALE);
    if (paint) paint(brush);
    else brush.drawImage(canvas, 0, 0, box.width, box.height);
    const href = large.toDataURL('image/png');
    this.append('image', { ...this.place(box), href }, into);
  }

  /** Ground and borders. */
  private box(style: CSSStyleDeclaration, box: DOMRect, into: Element): void {
    const place = this.place(box);
    const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const rx = Math.min(radius, box.width / 2, box.height / 2);
    const fill = this.fillOf(style);
    const [top, right, bottom, left] = bordersOf(style);
    if (top && right && bottom && left) {
      const inner = {
        x: place.x + 0.5,
        y: place.y + 0.5,
        width: box.width - 1,
        height: box.height - 1,
      };
      const stroke = plainColor(style.borderTopColor);
      this.append('rect', { ...inner, rx, fill: fill ?? 'none', stroke }, into);
      return;
    }
    if (fill) this.append('rect', { ...place, rx, fill }, into);
    const line = (y: number, color: string) =>
      this.append('rect', { ...place, y, height: 1, fill: plainColor(color) }, into);
    if (top) line(place.y, style.borderTopColor);
    if (bottom) line(place.y + box.height - 1, style.borderBottomColor);
  }

  private fillOf({ backgroundColor, backgroundImage }: CSSStyleDeclaration): string | null {
    const colors = /^linear-gradient\(90deg,(.*)\)$/.exec(backgroundImage)?.[1];
    if (colors === undefined) {
      const fill = plainColor(backgroundColor);
      return fill.endsWith(',0)') ? null : fill;
    }
    const id = `ramp-${this.names++}`;
    const gradient = this.append('linearGradient', { id });
    const stops = colors.split(/,\s*(?![^(]*\))/);
    stops.forEach((color, i) => {
      const offset = i / Math.max(1, stops.length - 1);
      this.append('stop', { offset, 'stop-color': plainColor(color.trim()) }, gradient);
    });
    return `url(#${id})`;
  }

  private text(node: Text, into: Element): void {
    for (const { text, left, width, baseline, style, cut } of linesOf(node)) {
      const family = familyOf(style);
      const letters = this.append(
        'text',
        {
          x: left - this.left,
          y: baseline - this.top,
          fill: plainColor(style.color),
          'font-size': Number.parseFloat(style.fontSize),
          'font-weight': style.fontWeight,
          ...(family === this.svg.getAttribute('font-family') ? {} : { 'font-family': family }),
          // Another font, where this one is missing, keeps to its place.
          ...(cut ? {} : { textLength: width, lengthAdjust: 'spacingAndGlyphs' }),
        },
        into,
      );
      letters.textContent = text;
    }
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** What is there for keys, screen readers or fingers only is not part of the picture. */
function isSeen(element: Element, style: CSSStyleDeclaration, box: DOMRect): boolean {
  if (element.matches('button:not(.row), [role="slider"]')) return false;
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')
    return false;
  return style.display === 'contents' || (box.width > 1 && box.height > 0);
}

function bordersOf(style: CSSStyleDeclaration): boolean[] {
  const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth } = style;
  return [borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth].map(
    (width) => Number.parseFloat(width) > 0,
  );
}

/** What lies higher comes later. */
function inPaintingOrder(element: Element): ChildNode[] {
  const height = (node: ChildNode) =>
    node instanceof Element ? Number.parseInt(getComputedStyle(node).zIndex, 10) || 0 : 0;
  return [...element.childNodes].sort((a, b) => height(a) - height(b));
}

/** The first colour behind an element. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!plainColor(backgroundColor).endsWith(',0)')) return backgroundColor;
  }
  return 'white';
}
