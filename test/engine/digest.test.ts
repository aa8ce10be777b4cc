import { describe, expect, test } from 'vitest';
import { MODEL_VERSION } from '../../src/model/version.ts';
import {
  DIGESTED,
  GOLDEN,
  GOLDEN_VERSION,
  seriesDigest,
  seriesOfDigested,
} from '../support/digest.ts';
import type { Digested } from '../support/digest.ts';

const names = Object.keys(DIGESTED) as Digested[];

describe('the bytes of a whole run', () => {
  test.each(names)('of "%s" are those of this model version', async (name) => {
    const series = await seriesOfDigested(name);
    expect(series.table.every(Number.isFinite)).toBe(true);
    expect(await seriesDigest(series)).toBe(GOLDEN[name]);
  });

  test('change their version when they change', () => {
    expect(MODEL_VERSION).toBe(GOLDEN_VERSION);
  });

  test('are digested whole: one bit tells', async () => {
    const series = await seriesOfDigested('rise');
    const table = series.table.slice();
    const last = new Uint8Array(table.buffer, table.byteLength - 8);
    last[0] = (last[0] ?? 0) ^ 1;
    expect(await seriesDigest({ ...series, table })).not.toBe(GOLDEN.rise);
  });
});
