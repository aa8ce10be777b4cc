import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PARTS, VIEWS, addressWith, readAddress } from '../../../src/state/opening/address.ts';

const read = (address: string) => readAddress(new URL(address, 'https://example.org/app/'));
const PLAIN = {
  link: null,
  hide: [],
  view: null,
  language: null,
  theme: null,
  embed: false,
  ignored: [],
};

describe('an address', () => {
  test.each(['', '?', '#', '#result', '?utm_source=mail', '#a=b'])(
    'that asks for nothing: %j',
    (address) => {
      expect(read(address)).toEqual(PLAIN);
    },
  );

  test('asks in the query, in the hash, or in both, where the hash counts', () => {
    const asked = {
      ...PLAIN,
      link: '1.abc-_',
      hide: ['customers', 'buffers', 'column'],
      view: 'assess',
      language: 'zh',
      theme: 'dark',
      embed: true,
    };
    const looks = 'hide=column,customers,buffers&view=assess&lang=zh&theme=dark&embed';
    expect(read(`?${looks}#s=1.abc-_`)).toEqual(asked);
    expect(read(`#s=1.abc-_&${looks}`)).toEqual(asked);
    expect(read(`?lang=en&theme=light&s=2.x#${looks}&s=1.abc-_`)).toEqual(asked);
  });

  test('hides any part, in the order of the page, each once', () => {
    expect(read(`?hide=${[...PARTS].reverse().join()}`).hide).toEqual(PARTS);
    expect(read('?hide=cliff, CLIFF ,,verdict').hide).toEqual(['verdict', 'cliff']);
  });

  test.each([
    ['?embed', true],
    ['#embed', true],
    ['?embed=1', true],
    ['?embed=yes', true],
    ['?embed=0', false],
    ['?embed=false', false],
  ])('%s', (address, embed) => {
    expect(read(address)).toEqual({ ...PLAIN, embed });
  });

  test('what it does not mean is left out and named; the rest holds', () => {
    const long = 'x'.repeat(500);
    expect(
      read(`?hide=cliff,moat&view=dream&lang=fr&theme=${long}&embed=maybe&lang2=1`),
    ).toEqual({
      ...PLAIN,
      hide: ['cliff'],
      ignored: [
        { name: 'hide', value: 'moat', expected: PARTS },
        { name: 'view', value: 'dream', expected: VIEWS },
        { name: 'lang', value: 'fr', expected: ['en', 'zh'] },
        { name: 'theme', value: 'x'.repeat(40), expected: ['light', 'dark'] },
        { name: 'embed', value: 'maybe', expected: ['1', '0'] },
      ],
    });
  });

  test('is read whatever stands in it', () => {
    for (const odd of ['#%', '?hide=%E0%A4%A', '#s=%00%ff', '?%', '#=&=&', '#s', '?hide'])
      expect(() => read(odd)).not.toThrow();
    expect(read('#s=&lang=zh')).toEqual({ ...PLAIN, link: '', language: 'zh' });
  });
});

test.each(['README.md', 'README.zh-CN.md'])('%s names all parts and views', (file) => {
  const text = readFileSync(file, 'utf8');
  const named = (name: string) => text.includes(`\`${name}\``);
  expect([...PARTS, ...VIEWS].filter((name) => !named(name))).toEqual([]);
});

describe('the address to share', () => {
  test.each([
    ['https://example.org/app/', 'https://example.org/app/#s=1.new'],
    ['https://example.org/app/#result', 'https://example.org/app/#s=1.new'],
    ['https://example.org/app/?hide=cliff', 'https://example.org/app/?hide=cliff#s=1.new'],
    ['https://example.org/?s=1.old', 'https://example.org/#s=1.new'],
    ['https://example.org/#lang=zh&s=1.old', 'https://example.org/#s=1.new&lang=zh'],
    ['file:///D:/thermocline.html#s=1.old', 'file:///D:/thermocline.html#s=1.new'],
  ])('of %s', (href, shared) => {
    expect(addressWith('1.new', href)).toBe(shared);
    expect(readAddress(new URL(shared)).link).toBe('1.new');
  });

  test.each([
    ['https://example.org/app/#s=1.old', 'https://example.org/app/'],
    ['https://example.org/app/#result', 'https://example.org/app/#result'],
    ['https://example.org/?s=1.old&lang=zh', 'https://example.org/?lang=zh'],
    ['https://example.org/#embed=1&s=1.old', 'https://example.org/#embed=1'],
  ])('of %s without a link', (href, plain) => {
    expect(addressWith(null, href)).toBe(plain);
  });
});
