import { describe, expect, it } from 'vitest';
import { accepted, csv, refused } from '../tables.ts';

const of = (name: string, count: number, price = 10) =>
  Array.from({ length: count }, () => [name, price]);
const file = (...rows: (string | number)[][]) => csv(rows, ['Segment', 'price']);
const shares = async (text: string, options = {}) =>
  (await accepted(text, options)).fragment.segments.map(({ name, share }) => [name, share]);

describe('segments of a column', () => {
  it('are the largest first, with their revenue', async () => {
    const text = file(...of('Gold', 50, 30), ...of(' Silver  plan', 150, 10));
    const { fragment, report } = await accepted(text);
    expect(report.by).toBe('column');
    expect(fragment.segments).toMatchObject(
      [
        { name: 'Silver plan', share: 150, arpu: 10 / 15 },
        { name: 'Gold', share: 50, arpu: 2 },
      ].map(({ arpu, ...segment }) => ({ ...segment, arpu: Number(arpu.toPrecision(6)) })),
    );
  });

  it('are twelve at most, the rest and the nameless being the other', async () => {
    const names = Array.from({ length: 15 }, (_, i) => of(`s${i}`, 100 - i));
    const text = file(...names.flat(), ...of('', 5), ...of('n/a', 2));
    const found = await shares(text);
    expect(found).toHaveLength(13);
    expect(found.slice(-2)).toEqual([
      ['s11', 89],
      ['other', 88 + 87 + 86 + 7],
    ]);
    expect((await accepted(text)).report.notes).toContainEqual({
      code: 'othersTogether',
      names: 3,
      count: 88 + 87 + 86 + 7,
    });
  });

  it('hold a hundredth of the customers; the other takes in more until it does', async () => {
    expect(await shares(file(...of('a', 500), ...of('b', 495), ...of('c', 5)))).toEqual([
      ['a', 500],
      ['other', 500],
    ]);
    expect(await shares(file(...of('a', 500), ...of('b', 490), ...of('c', 10)))).toEqual([
      ['a', 500],
      ['b', 490],
      ['c', 10],
    ]);
  });

  it('give way where another way is asked for, and are asked for in vain where there are none', async () => {
    const text = file(...of('a', 50), ...of('b', 60, 90));
    expect(await shares(text, { by: 'terms' })).toEqual([
      ['low', 50],
      ['high', 60],
    ]);
    expect(await refused(csv([[1]], ['price']), { by: 'column' })).toEqual({
      code: 'noGrouping',
      by: 'column',
      missing: ['segment'],
    });
  });

  it('are not looked for in a column with a single name', async () => {
    expect((await accepted(file(...of('a', 50)))).report.by).toBe('terms');
  });

  it('may be ten thousand and more, and stay bounded', async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => [`n${i}`, 5]);
    expect(await shares(file(...rows, ...of('n1', 3000)))).toEqual([
      ['n1', 3001],
      ['other', 11_999],
    ]);
  });
});
