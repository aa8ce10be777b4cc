import { beforeAll, describe, expect, test } from 'vitest';
import { Kernel } from '../../src/engine/kernel.ts';
import { leverTable, templateMarket } from '../support/kernel.ts';

const KEY = [0x12345678, 0x9abcdef0] as const;
const CHANNEL = 8;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.load();
  kernel.begin(templateMarket('commodity', 16), KEY, leverTable(1, 1));
});

/** Known answers of Philox 4x32 with ten rounds, published with its authors' library Random123. */
const KNOWN: [counter: number[], key: number[], answer: number[]][] = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

test.each(KNOWN)('Philox of %j under %j is as published', (counter, key, answer) => {
  expect([0, 1, 2, 3].map((word) => kernel.philoxWord(counter, key, word))).toEqual(answer);
});

describe('a draw', () => {
  test('is the upper 23 bits of the first word, in the middle of its interval', () => {
    for (const [id, counter] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [123456, 77],
    ] as const) {
      const word = kernel.philoxWord([id, counter, CHANNEL, 0], KEY, 0);
      expect(kernel.uniform(id, counter, CHANNEL)).toBe(((word >>> 9) + 0.5) / 2 ** 23);
    }
  });

  test('is never 0 or 1, in float32 neither', () => {
    const least = 0.5 / 2 ** 23;
    const most = (2 ** 23 - 1 + 0.5) / 2 ** 23;
    expect(Math.fround(least)).toBeGreaterThan(0);
    expect(Math.fround(most)).toBeLessThan(1);
    for (let id = 0; id < 100_000; id++) {
      const u = Math.fround(kernel.uniform(id, 0, CHANNEL));
      if (!(u >= least && u <= most)) expect.fail(`draw of ${id} is ${u}`);
    }
  });

  test('falls evenly over (0, 1)', () => {
    const bins = new Float64Array(64);
    const draws = 64_000;
    for (let id = 0; id < draws; id++) {
      const bin = Math.floor(64 * kernel.uniform(id, 3, CHANNEL));
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const square = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // Chi-square with 63 degrees of freedom: mean 63, sd 11.2.
    expect(square).toBeGreaterThan(63 - 4 * 11.2);
    expect(square).toBeLessThan(63 + 4 * 11.2);
  });

  test.each([
    ['id', (i: number) => [i, 5, CHANNEL]],
    ['counter', (i: number) => [5, i, CHANNEL]],
    ['channel', (i: number) => [5, 5, i]],
  ] as const)('is unrelated to that of the next %s', (_name, at) => {
    const draw = (i: number) => {
      const [id = 0, counter = 0, channel = 0] = at(i);
      return kernel.uniform(id, counter, channel) - 0.5;
    };
    const pairs = 20_000;
    let product = 0;
    for (let i = 0; i < pairs; i++) product += draw(i) * draw(i + 1);
    expect(Math.abs((12 * product) / pairs)).toBeLessThan(4 / Math.sqrt(pairs));
  });

  test('is another one under another key', () => {
    const before = kernel.uniform(1, 1, CHANNEL);
    kernel.begin(templateMarket('commodity', 16), [KEY[0], KEY[1] + 1], leverTable(1, 1));
    expect(kernel.uniform(1, 1, CHANNEL)).not.toBe(before);
    kernel.begin(templateMarket('commodity', 16), KEY, leverTable(1, 1));
    expect(kernel.uniform(1, 1, CHANNEL)).toBe(before);
  });
});
