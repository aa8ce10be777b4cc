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

  const towns = latin(
    `price;town\n${'1;M\xFCnchen \x80\n2;K\xF6ln\n3;\x93Gen\xE8ve\x94\n'.repeat(30)}`,
  );

  it.each([
    ['that Chinese cannot be', latin('price,caf\xE9\n1,2'), 'café'],
    ['that could be read as Chinese', towns, 'town'],
  ])(
    'of the West is read as such, and said to be a guess: one %s',
    async (_case, bytes, name) => {
      for (const lengths of [[bytes.length], [3]])
        expect(await inspectCustomers(sourceOf(bytes, lengths))).toMatchObject({
          ok: true,
          preview: {
            form: { encoding: 'windows-1252' },
            header: ['price', name],
            notes: [{ code: 'encodingGuessed', encoding: 'windows-1252' }],
          },
        });
      const { report } = await accepted(bytes);
      expect(report.notes).toContainEqual({
        code: 'encodingGuessed',
        encoding: 'windows-1252',
      });
    },
  );

  it('of the West has its marks', async () => {
    const inspection = await inspectCustomers(sourceOf(towns));
    expect(inspection.ok && inspection.preview.samples[1]).toEqual([
      'München €',
      'Köln',
      '“Genève”',
    ]);
  });

  it('of the West is seen behind a long beginning without it', async () => {
    const bytes = Uint8Array.from([...utf8(plain), ...latin('13,K\xF6ln\n14,Orl\xE9ans\n')]);
    expect((await accepted(bytes)).report).toMatchObject({
      rows: 20_002,
      form: { encoding: 'windows-1252' },
    });
  });

  it.each([
    [
      '上海,北京,广州,镕,熹,喆',
      [
        0xc9, 0xcf, 0xba, 0xa3, 0x2c, 0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0xb9, 0xe3, 0xd6, 0xdd,
        0x2c, 0xe9, 0x46, 0x2c, 0xec, 0xe4, 0x2c, 0x86, 0xb4,
      ],
    ],
    ['张三', [0xd5, 0xc5, 0xc8, 0xfd]],
    ['㐀 among others', [0x81, 0x39, 0xee, 0x39, 0xc9, 0xcf, 0xba, 0xa3, 0xb1, 0xb1]],
  ])('of China is not taken for one of the West: %s', async (_text, word) => {
    const bytes = Uint8Array.from([...utf8('price;town\n5;'), ...word, 0x0a]);
    expect(await inspectCustomers(sourceOf(bytes))).toMatchObject({
      ok: true,
      preview: { form: { encoding: 'gb18030' }, notes: [] },
    });
  });

  it('of Russia is refused, for it is neither', async () => {
    // Москва, Казань
    const bytes = Uint8Array.from([
      ...utf8('price;town\n5;'),
      0xcc,
      0xee,
      0xf1,
      0xea,
      0xe2,
      0xe0,
      0x0a,
      ...utf8('6;'),
      0xca,
      0xe0,
      0xe7,
      0xe0,
      0xed,
      0xfc,
    ]);
    expect(await refused(bytes)).toEqual({ code: 'notUtf8' });
  });

  it('of a file in UTF-8 that was written as if it were another is refused', async () => {
    const bytes = latin(
      `price;town\n${'1;\xC3'.repeat(3)}\n2;M\xC3\xBCnchen\n3;K\xC3\xB6ln\n4;\xFF\xFE\x81\x8D`,
    );
    expect(await refused(bytes)).toEqual({ code: 'notUtf8' });
  });

  it('that is told is taken, whatever the letters look like', async () => {
    expect(
      await inspectCustomers(sourceOf(latin('price;town\n1;M\xFCnchen\n')), {
        encoding: 'gb18030',
      }),
    ).toMatchObject({
      ok: true,
      preview: { form: { encoding: 'gb18030' } },
    });
    expect(await inspectCustomers(sourceOf(GB), { encoding: 'windows-1252' })).toMatchObject({
      ok: true,
      preview: { header: ['ÔÂ·Ñ', '³ÇÊÐ'], notes: [] },
    });
    expect(
      await inspectCustomers(sourceOf(utf16(TEXT, false)), { encoding: 'utf-16le' }),
    ).toMatchObject({ ok: true, preview: { header: ['月费', '城市'] } });
  });

  it('that is told and cannot be is refused by its name', async () => {
    for (const encoding of ['utf-8', 'gb18030'] as const)
      expect(
        await inspectCustomers(sourceOf(latin('price,caf\xE9\n1,2')), { encoding }),
      ).toEqual({
        ok: false,
        problem: { code: 'otherEncoding', encoding },
      });
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
