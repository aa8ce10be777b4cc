import { describe, expect, test, vi } from 'vitest';
import example from '../../public/examples/general-price-rise.json';
import { readCustomers } from '../../src/data/customers.ts';
import type { ImportOptions } from '../../src/data/customers.ts';
import { sourceOfBlob } from '../../src/data/reading/source.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { openFile } from '../../src/state/open-file.ts';

const parsed = parseScenario(example);
if (!parsed.ok) throw new Error('The example must hold.');
const { scenario } = parsed;
const CUSTOMERS = [
  'customerID,tenure,Contract,MonthlyCharges,Churn',
  ...Array.from({ length: 400 }, (_, i) =>
    [
      `c${i}`,
      1 + (i % 60),
      i % 3 ? 'Month-to-month' : 'One year',
      20 + (i % 80),
      i % 7 ? 'No' : 'Yes',
    ].join(),
  ),
].join('\n');

const solve = vi.fn((_scenario: unknown, observed: readonly unknown[]) =>
  Promise.resolve({ multipliers: observed.map(() => 1.5), simulated: [], met: true }),
);
const hands = {
  read: (file: Blob, options: ImportOptions) => readCustomers(sourceOfBlob(file), options),
  solve,
};
const open = (name: string, content: BlobPart) =>
  openFile(new File([content], name), scenario, hands);

describe('a file', () => {
  test('of customers takes the place of the segments, with solved hazards', async () => {
    const { scenario: opened, notice } = await open('mine.csv', CUSTOMERS);
    expect(notice).toMatchObject({ kind: 'imported', file: 'mine.csv', met: true });
    expect(opened?.segments?.reduce((sum, { share }) => sum + share, 0)).toBe(400);
    expect(opened?.segments?.every(({ h0 }) => h0 === 1.5)).toBe(true);
    expect(opened?.decisions).toEqual(scenario.decisions);
    expect(solve.mock.lastCall?.[0]).toMatchObject({ decisions: [], buffers: [] });
  });

  test('of a scenario replaces the one that is open', async () => {
    const text = JSON.stringify({ ...example, name: 'Another' });
    expect((await open('other.json', text)).scenario?.name).toBe('Another');
    expect((await open('other.txt', text)).scenario?.name).toBe('Another');
  });

  test.each([
    ['empty.csv', '', 'empty'],
    ['book.xlsx', 'PK\u0003\u0004', 'notCsv'],
    ['page.csv', '<!doctype html><p>Hello', 'notCsv'],
    ['header.csv', 'customerID,MonthlyCharges', 'headerOnly'],
    ['else.csv', 'colour\nred\n', 'noUsableColumn'],
  ])('like %s is refused with a reason and opens nothing', async (name, content, code) => {
    const { scenario: opened, notice } = await open(name, content);
    expect(opened).toBeUndefined();
    expect(notice).toMatchObject({ kind: 'refusedFile', file: name, problem: { code } });
  });

  test('of a scenario that breaks rules is refused with every sentence', async () => {
    const { scenario: opened, notice } = await open(
      'wrong.json',
      JSON.stringify({ ...example, horizon: 'long', runs: 0 }),
    );
    expect(opened).toBeUndefined();
    expect(notice).toMatchObject({
      kind: 'refusedScenario',
      problems: [expect.stringMatching(/^horizon: /), expect.stringMatching(/^runs: /)],
    });
  });

  test.each(['gone.csv', 'gone.json'])(
    '%s that cannot be read is said to be so',
    async (name) => {
      const file = new File(['x'], name);
      const gone = () => {
        throw new Error('NotReadableError');
      };
      vi.spyOn(file, 'stream').mockImplementation(gone);
      vi.spyOn(file, 'text').mockImplementation(() => Promise.reject(new Error('gone')));
      expect((await openFile(file, scenario, hands)).notice).toEqual({
        kind: 'unreadableFile',
        file: name,
      });
    },
  );
});
