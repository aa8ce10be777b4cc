import { describe, expect, test, vi } from 'vitest';
import { inspectCustomers, readCustomers } from '../../../src/data/customers.ts';
import type { ImportOptions } from '../../../src/data/customers.ts';
import { sourceOfBlob } from '../../../src/data/reading/source.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { withUse } from '../../../src/state/import/columns-used.ts';
import { Importing } from '../../../src/state/import/importing.svelte.ts';
import { groupings, hasDates } from '../../../src/state/import/wishes.ts';
import { scenarioWith } from '../scenarios.ts';

const HEADER = 'customerID,tenure,Contract,MonthlyCharges,Churn,Note';
const row = (i: number, price: string | number = 20 + (i % 80)) =>
  [
    `c${i}`,
    1 + (i % 60),
    i % 3 ? 'Month-to-month' : 'One year',
    price,
    i % 7 ? 'No' : 'Yes',
    '',
  ].join();
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i));
const GOOD = [HEADER, ...rows(400)].join('\n');
const WITH_BAD_ROWS = [HEADER, ...rows(400), row(400, ''), row(401, 'free')].join('\n');

const solve = vi.fn((_scenario: Scenario, observed: readonly (number | null)[]) =>
  Promise.resolve({ multipliers: observed.map(() => 1.5), simulated: [], met: true }),
);

/** An import whose work is done here and not in workers. */
function importing(content: BlobPart, scenario = scenarioWith()) {
  const file = new File([content], 'mine.csv');
  const options: ImportOptions[] = [];
  const session = new Importing(file, () => scenario, {
    inspect: (blob, asked) => inspectCustomers(sourceOfBlob(blob), asked),
    read: (blob, asked, watching) => {
      options.push(asked);
      return readCustomers(sourceOfBlob(blob), asked, watching);
    },
    solve,
  });
  return { session, options };
}

const kind = (session: Importing) => session.step.kind;
const columnsAreShown = (session: Importing) =>
  vi.waitFor(() => {
    expect(kind(session)).toBe('columns');
  });

describe('an import', () => {
  test('shows the columns as they were recognised', async () => {
    const { session } = importing(GOOD);
    expect(kind(session)).toBe('looking');
    await columnsAreShown(session);
    expect(session.preview?.header).toHaveLength(6);
    expect(session.uses).toEqual(['id', 'tenure', 'contract', 'price', 'churned', null]);
    expect(session.preview?.samples[2]).toEqual(['One year', 'Month-to-month']);
  });

  test('of good rows goes on to its summary, with solved hazards and the decisions of before', async () => {
    const before = scenarioWith();
    const { session } = importing(GOOD, before);
    await columnsAreShown(session);
    await session.read();
    if (session.step.kind !== 'summary') throw new Error(kind(session));
    const { scenario, report, met } = session.step.found;
    expect([report.rows, report.leftOut, met]).toEqual([400, 0, true]);
    expect(scenario.segments?.reduce((sum, { share }) => sum + share, 0)).toBe(400);
    expect(scenario.segments?.every(({ h0 }) => h0 === 1.5)).toBe(true);
    expect(scenario.decisions).toEqual(before.decisions);
    expect(solve.mock.lastCall?.[0]).toMatchObject({ decisions: [], buffers: [] });
  });

  test('of rows that cannot be used asks before it goes on', async () => {
    const { session } = importing(WITH_BAD_ROWS);
    await columnsAreShown(session);
    await session.read();
    if (session.step.kind !== 'rows') throw new Error(kind(session));
    expect(session.step.found.report.leftOut).toBe(2);
    session.skip();
    expect(kind(session)).toBe('summary');
    session.back();
    expect(kind(session)).toBe('columns');
  });

  test('reads the columns as they were chosen, and no others', async () => {
    const { session, options } = importing(GOOD);
    await columnsAreShown(session);
    session.use(3, null);
    session.use(1, 'price');
    await session.read();
    expect(options[0]?.uses).toEqual(['id', 'price', 'contract', null, 'churned', null]);
    if (session.step.kind !== 'summary') throw new Error(kind(session));
    const { columns, meanPrice } = session.step.found.report;
    expect(columns.price).toBe('tenure');
    expect(columns.tenure).toBeUndefined();
    expect(meanPrice).toBeLessThan(61);
  });

  test('without a column that can be used says so, and keeps the columns in sight', async () => {
    const { session } = importing(GOOD);
    await columnsAreShown(session);
    for (const column of [0, 1, 2, 3, 4]) session.use(column, null);
    await session.read();
    expect(session.step).toMatchObject({
      kind: 'columns',
      problem: { code: 'noUsableColumn' },
    });
    session.use(3, 'price');
    expect(session.step).toEqual({ kind: 'columns', problem: null });
  });

  test.each([
    ['', 'empty'],
    ['PK\u0003\u0004', 'notCsv'],
    ['customerID,MonthlyCharges', 'headerOnly'],
  ])('of %j is refused with a reason', async (content, code) => {
    const { session } = importing(content);
    await vi.waitFor(() => {
      expect(session.step).toMatchObject({ kind: 'refused', problem: { code } });
    });
  });

  test('that does not fit the scenario says which entry aims at what is no more', async () => {
    const scenario = scenarioWith({
      decisions: [{ kind: 'price', week: 8, change: 0.1, segments: ['vip'] }],
    });
    const { session } = importing(GOOD, scenario);
    await columnsAreShown(session);
    await session.read();
    if (session.step.kind !== 'misfit') throw new Error(kind(session));
    expect(session.step.problems[0]?.path).toBe('decisions[0].segments[0]');
  });

  test('that is cancelled stays where it was, whatever still comes in', async () => {
    const { session } = importing(GOOD);
    await columnsAreShown(session);
    const reading = session.read();
    expect(kind(session)).toBe('reading');
    session.back();
    await reading;
    expect(kind(session)).toBe('columns');
  });

  test('whose worker dies says why', async () => {
    const { session } = importing(WITH_BAD_ROWS);
    await columnsAreShown(session);
    solve.mockRejectedValueOnce(new Error('no memory'));
    await session.read();
    expect(session.step).toEqual({ kind: 'stopped', reason: 'no memory' });
  });
});

test('a field is used by one column at most', () => {
  expect(withUse(['id', 'price', null], 2, 'price')).toEqual(['id', null, 'price']);
  expect(withUse(['id', null, 'price'], 1, null)).toEqual(['id', null, 'price']);
});

describe('what the reader wishes', () => {
  const SHOP = [
    'customerID,Signup date,Last purchase,Orders,Total revenue,Segment,MonthlyCharges,Complaints',
    ...Array.from({ length: 1000 }, (_, i) =>
      [
        `c${i}`,
        `${1 + (i % 28)}/${1 + (i % 12)}/2023`,
        `${1 + (i % 28)}/${1 + (i % 9)}/2024`,
        1 + (i % 20),
        i * 3,
        i % 3 ? 'Home' : 'Office',
        20 + (i % 50),
        i % 5 ? 0 : 1,
      ].join(),
    ),
  ].join('\n');

  test('goes into the reading: decimals, dates, way of grouping, name of the file', async () => {
    const { session, options } = importing(SHOP);
    await columnsAreShown(session);
    expect(groupings(session.uses)).toEqual(['column', 'terms', 'rfm']);
    expect(hasDates(session.uses)).toBe(true);
    session.groupBy('rfm');
    session.wish({ decimal: '.' });
    await session.read();
    expect(options[0]).toMatchObject({ by: 'rfm', decimal: '.', file: 'mine.csv' });
    if (session.step.kind !== 'summary') throw new Error(JSON.stringify(session.step));
    expect(session.step.found.report.by).toBe('rfm');
    expect(session.step.found.scenario.origin).toMatchObject({ rows: 1000, file: 'mine.csv' });
  });

  test('falls when the columns that it needs are not used any more', async () => {
    const { session } = importing(SHOP);
    await columnsAreShown(session);
    session.groupBy('column');
    session.use(5, null);
    expect(session.wishes.by).toBeUndefined();
    expect(groupings(session.uses)).toEqual(['terms', 'rfm']);
  });

  test('can be that silent high-value customers are a segment of their own', async () => {
    const { session } = importing(SHOP);
    await columnsAreShown(session);
    await session.read();
    if (session.step.kind !== 'summary') throw new Error(JSON.stringify(session.step));
    expect(session.step.found.report.silent?.split).toBe(false);
    const before = session.step.found.report.segments.length;
    await session.splitSilent(true);
    if (session.step.kind !== 'summary') throw new Error(JSON.stringify(session.step));
    expect(session.step.found.report.silent?.split).toBe(true);
    expect(session.step.found.report.segments).toHaveLength(before + 1);
  });
});
