/** The texts of a page line by line, each where it stands. */

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  /** Height at which its letters stand. */
  readonly baseline: number;
  readonly style: CSSStyleDeclaration;
  /** It was too long for its place, and ends in an ellipsis. */
  readonly cut: boolean;
}

/** Positions are those of the window. */
export function linesOf(node: Text): Line[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === '') return [];
  const style = getComputedStyle(parent);
  const end = endOf(parent);
  return runsOf(node).flatMap(({ from, to, box }) => {
    const fits = box.right <= end + 0.5;
    const text = fits ? node.data.slice(from, to) : cutAt(node, from, to, end);
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown === '' || box.width === 0) return [];
    const baseline = box.top + (box.height * ascentOf(style)) / 1;
    return [{ text: shown, left: box.left, width: box.width, baseline, style, cut: !fits }];
  });
}

interface Run {
  readonly from: number;
  to: number;
  box: DOMRect;
}

/** Pieces of a text that stand on one line each. */
function runsOf(node: Text): Run[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  if (range.getClientRects().length === 1)
    return [{ from: 0, to: node.length, box: range.getBoundingClientRect() }];
  const runs: Run[] = [];
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    const last = runs.at(-1);
    if (box.width === 0) continue;
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) {
      last.to = at + 1;
      const { left, top, height } = last.box;
      last.box = new DOMRect(left, top, box.right - left, height);
    } else runs.push({ from: at, to: at + 1, box });
  }
  return runs;
}

/** Where a text is cut off, at the right. */
function endOf(element: Element): number {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.textOverflow === 'ellipsis' && style.overflowX !== 'visible')
      return at.getBoundingClientRect().right;
    if (style.display !== 'inline') break;
  }
  return Infinity;
}

const ELLIPSIS = '…';

function cutAt(node: Text, from: number, to: number, end: number): string {
  const range = document.createRange();
  range.setStart(node, from);
  const room = Number.parseFloat(
    getComputedStyle(node.parentElement ?? document.body).fontSize,
  );
  let last = to;
  do range.setEnd(node, last);
  while (range.getBoundingClientRect().right > end - room * 0.7 && --last > from);
  return `${node.data.slice(from, last).trimEnd()}${ELLIPSIS}`;
}

let brush: CanvasRenderingContext2D | null = null;

/** How far the letters reach above their baseline, as a share of the height of their line box. */
function ascentOf(style: CSSStyleDeclaration): number {
  brush ??= document.createElement('canvas').getContext('2d');
  if (!brush) return 0.8;
  brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = brush.measureText('x');
  return up / (up + down);
}
