import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { withTexts } from '../../../src/views/export/png.ts';

/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Name and content of each chunk; fails where a checksum is wrong. */
function chunksOf(png: Uint8Array): [name: string, content: Buffer][] {
  const bytes = Buffer.from(png);
  const chunks: [string, Buffer][] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push([body.toString('latin1', 0, 4), body.subarray(4)]);
    at += length + 12;
  }
  return chunks;
}

test('texts stand behind the header of a PNG, in any alphabet, and nothing else changes', () => {
  const texts = { Title: '悬崖: Rise', Source: '{"seed":"x"}' };
  const chunks = chunksOf(withTexts(PIXEL, texts));
  expect(chunks.map(([name]) => name)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
  const written = chunks
    .filter(([name]) => name === 'iTXt')
    .map(([, content]) => content.toString('utf8').split('\0\0\0\0\0'));
  expect(written).toEqual(Object.entries(texts));
  expect(chunksOf(PIXEL)).toEqual(chunks.filter(([name]) => name !== 'iTXt'));
});
