import { describe, expect, it } from 'vitest';
import { inspectCustomers } from '../../../src/data/customers.ts';
import { accepted, refused, sourceOf } from '../tables.ts';

const TEXT = `月费;城市\n${'5;上海\n'.repeat(40)}`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, flip: boolean): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return flip ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
}

/** `月费;城市` and rows with 上海, in GB18030. */
const GB = Uint8Array.from([
  ...[0xd4, 0xc2, 0xb7, 0xd1, 0x3b, 0xb3, 0xc7, 0xca, 0xd0, 0x0a],
  ...Array.from({ length: 40 }, () => [0x35, 0x3b, 0xc9, 0xcf, 0xba, 0xa3, 0x0a]).flat(),
]);

const FILES: [string, string, Uint8Array][] = [
  ['UTF-8', 'utf-8', utf8(TEXT)],
  ['UTF-8 with a mark', 'utf-8', utf8(`\uFEFF${TEXT}`)],
  ['UTF-16, little end first', 'utf-16le', utf16(`\uFEFF${TEXT}`, false)],
  ['UTF-16, big end first', 'utf-16be', utf16(`\uFEFF${TEXT}`, true)],
  ['GB18030', 'gb18030', GB],
];

describe.each(FILES)('a file in %s', (_, encoding, bytes) => {
  it('is seen for what it is', async () => {
    const inspection = await inspectCustomers(sourceOf(bytes));
    expect(inspection).toMatchObject({
      ok: true,
      preview: {
        form: { encoding, delimiter: ';' },
        header: ['月费', '城市'],
        samples: [['5'], ['上海']],
        columns: { price: { name: '月费', index: 0 } },
        problem: null,
        rows: 40,
      },
    });
  });

  it.each([[[1]], [[2, 3]], [[7]]])('is read in pieces of %j bytes', async (lengths) => {
    expect(await inspectCustomers(sourceOf(bytes, lengths))).toEqual(
      await inspectCustomers(sourceOf(bytes)),
    );
  });
});

describe('an encoding', () => {
  const plain = `price,town\n${'12,somewhere\n'.repeat(20_000)}`;

  it('is told by what comes late in a file as well', async () => {
    const bytes = Uint8Array.from([...utf8(plain), ...utf8('13,'), 0xc9, 0xcf, 0xba, 0xa3]);
    expect((await accepted(bytes)).report).toMatchObject({ rows: 20_001, placed: 20_001 });
  });

  it('is not taken for another where a file in UTF-8 is damaged', async () => {
    const bytes = Uint8Array.from([...utf8(TEXT), 0xc9, 0xcf, 0xba, 0xa3]);
    expect(await refused(bytes)).toEqual({ code: 'notUtf8' });
    expect(await refused(utf8(TEXT).subarray(0, -2))).toEqual({ code: 'notUtf8' });
  });

  it('of the West is refused, though it could be read as Chinese', async () => {
    expect(await refused(latin('price,caf\xE9\n1,2'))).toEqual({ code: 'notUtf8' });
    const town = latin(`price,town\n${'1,M\xFCnchen\n2,K\xF6ln\n'.repeat(30)}`);
    expect(await refused(town)).toEqual({ code: 'notUtf8' });
    expect(await inspectCustomers(sourceOf(town))).toMatchObject({ ok: false });
  });

  it.each([
    ['PK\x03\x04\x14\0\x06\0', 'spreadsheet'],
    ['\xD0\xCF\x11\xE0\xA1\xB1', 'spreadsheet'],
    ['\x1F\x8B\x08\0', 'archive'],
    ['%PDF-1.7\n%', 'pdf'],
    ['\x89PNG\r\n\x1A\n\0\0\0', 'binary'],
    ['p\0r\0i\0c\0e\0\n\x005\0', 'binary'],
  ])('is not looked for in what is no text: %j', async (start, looksLike) => {
    expect(await refused(latin(start))).toEqual({ code: 'notCsv', looksLike });
  });
});
