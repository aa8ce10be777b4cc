/** A picture as PNG, with texts in it that say where it comes from. */
import { fontRules } from './fonts.ts';
import { markupOf } from './picture.ts';
import type { Picture } from './picture.ts';

/** Pixels of the image for each pixel of the page. */
export const PNG_SCALE = 2;

/** @param texts keyword (Latin letters) and text (any letters) */
export async function pngOf(
  { svg, width, height }: Picture,
  texts: Readonly<Record<string, string>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await withFonts(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('This browser does not let the page paint.');
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('This browser made no PNG.');
  return withTexts(new Uint8Array(await blob.arrayBuffer()), texts);
}

async function withFonts(svg: SVGSVGElement): Promise<string> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const sheet = svg.ownerDocument.createElementNS(svg.namespaceURI, 'style');
  sheet.textContent = await fontRules(svg.textContent ?? '', svg.outerHTML);
  copy.prepend(sheet);
  return markupOf(copy);
}

/** Signature and header: the first chunk, which is always as long. */
const HEAD_BYTES = 8 + 25;

/** The image with an iTXt chunk for each text, right behind its header. */
export function withTexts(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const chunks = Object.entries(texts).map(([keyword, text]) =>
    chunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`)),
  );
  const parts = [png.subarray(0, HEAD_BYTES), ...chunks, png.subarray(HEAD_BYTES)];
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Length, name, content, checksum of name and content. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)));
  return bytes;
}

/** The polynomial of PNG (and of zip), its bits reversed. */
const POLYNOMIAL = 0xedb88320;

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
