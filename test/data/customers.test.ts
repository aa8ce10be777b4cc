import { describe, expect, it } from 'vitest';
import { PROBLEMS_LISTED } from '../../src/data/reading/fieldValues.ts';
import { HEADER, accepted, alike, csv, refused } from './tables.ts';

const MONTHLY = 'Month-to-month';
/** 100 on each of two terms; 20 of the monthly ones have left. */
const BASE = [
  ...alike(80, [10, MONTHLY, 20, 'No']),
  ...alike(20, [5, MONTHLY, 20, 'Yes']),
  ...alike(90, [40, 'One year', 60, 'No']),
  ...alike(10, [40, 'Two year', 60, 'Yes']),
];

const base = await accepted(csv(BASE));

describe('what a file becomes', () => {
  const { fragment, report } = base;

  it('is a segment for each terms and price level, with the customers counted', () => {
    expect(fragment.segments.map(({ name, share }) => [name, share])).toEqual([
      ['monthly-low', 100],
      ['annual-high', 100],
    ]);
    expect(report).toMatchObject({ rows: 200, placed: 200, leftOut: 0, priceCuts: [60] });
    expect(report.columns).toEqual({
      id: 'customerID',
      tenure: 'tenure',
      contract: 'Contract',
      price: 'MonthlyCharges',
      churned: 'Churn',
    });
  });

  it('gives terms, revenue weights and the list price as they are in the file', () => {
    expect(fragment).toMatchObject({
      template: 'telco',
      listPrice: 40,
      parameters: { annual: 0 },
    });
    expect(fragment.segments.map(({ annual, arpu }) => [annual, arpu])).toEqual([
      [0, 0.5],
      [1, 1.5],
    ]);
  });

  it('gives the churn as customers who left over the months of all', () => {
    const [monthly, annual] = report.segments;
    expect(monthly).toMatchObject({
      churned: 20,
      customerMonths: 900,
      observedMonthlyChurn: 20 / 900,
    });
    expect(annual).toMatchObject({
      churned: 10,
      customerMonths: 4000,
      observedMonthlyChurn: 10 / 4000,
    });
    expect(report.observedMonthlyChurn).toBe(30 / 4900);
    expect(fragment.parameters.h0).toBeCloseTo((30 / 4900) * (12 / 52), 7);
    expect(fragment.segments[0]?.h0).toBeCloseTo(20 / 900 / (30 / 4900), 4);
    expect(fragment.segments[1]?.h0).toBeCloseTo(10 / 4000 / (30 / 4900), 6);
  });

  it('says that two-year terms count as annual', () => {
    expect(report.notes).toEqual([{ code: 'longTermsAsAnnual', count: 10 }]);
  });

  it('takes another template if asked', async () => {
    expect((await accepted(csv(BASE), { template: 'saas' })).fragment.template).toBe('saas');
  });

  it('does not depend on the order of rows and columns', async () => {
    const rows = [...BASE].reverse().map((row) => [...row].reverse());
    expect((await accepted(csv(rows, [...HEADER].reverse()))).fragment).toEqual(fragment);
  });
});

describe('churn', () => {
  it('counts a tenure below half a month as half a month', async () => {
    const { report } = await accepted(
      csv([...alike(40, [0, MONTHLY, 9, 'No']), ...alike(60, [10, MONTHLY, 9, 'Yes'])]),
    );
    expect(report.customerMonths).toBe(40 * 0.5 + 600);
    expect(report.notes).toContainEqual({ code: 'shortTenure', count: 40 });
  });

  it('is that of the template where the columns are missing', async () => {
    const rows = BASE.map(([id, tenure, contract, price]) => [
      id ?? '',
      tenure ?? '',
      contract ?? '',
      price ?? '',
    ]);
    const { fragment, report } = await accepted(csv(rows, HEADER.slice(0, 4)));
    expect(fragment.parameters).toEqual({ annual: 0 });
    expect(fragment.segments.every(({ h0 }) => h0 === undefined)).toBe(true);
    expect(report).toMatchObject({ observedMonthlyChurn: null, churned: 0 });
    expect(report.notes).toContainEqual({ code: 'noChurn', missing: ['churned'] });
  });

  it.each([
    ['No', 'nobodyChurned'],
    ['Yes', 'everybodyChurned'],
  ])('is that of the template where all answer %s', async (answer, code) => {
    const { fragment, report } = await accepted(csv(alike(50, [5, MONTHLY, 9, answer])));
    expect(fragment.parameters).toEqual({ annual: 0 });
    expect(report.notes).toContainEqual({ code });
    expect(report.observedMonthlyChurn).toBeNull();
    expect(report.segments.map(({ observedMonthlyChurn }) => observedMonthlyChurn)).toEqual([
      null,
    ]);
  });

  it('is that of the template where no row tells both months and churn', async () => {
    const rows = alike(30, [5, MONTHLY, 9, '']).map((row, i) =>
      i < 15 ? row : [row[0] ?? '', '', MONTHLY, 9, 'Yes'],
    );
    expect((await accepted(csv(rows))).report.notes).toContainEqual({
      code: 'noChurn',
      missing: [],
    });
  });

  it('is called uncertain where it rests on few', async () => {
    const rows = [
      ...BASE,
      ...alike(30, [5, 'One year', 400, 'No']),
      ...alike(21, [5, MONTHLY, 400, 'No']),
      ...alike(9, [5, MONTHLY, 400, 'Yes']),
    ];
    const { fragment, report } = await accepted(csv(rows));
    expect(report.notes.filter(({ code }) => code === 'fewChurned')).toHaveLength(2);
    expect(report.notes).toContainEqual({
      code: 'fewChurned',
      segment: 'monthly-high',
      churned: 9,
    });
    expect(report.notes).toContainEqual({
      code: 'fewChurned',
      segment: 'annual-high',
      churned: 0,
    });
    expect(fragment.segments.find(({ name }) => name === 'annual-high')?.h0).toBe(0);
  });

  it('is capped where a scenario could not take it, and says so', async () => {
    const rows = [
      ...alike(900, [1200, 'One year', 9, 'No']),
      ...alike(100, [0, MONTHLY, 9, 'Yes']),
    ];
    const { fragment, report } = await accepted(csv(rows));
    expect(fragment.segments[0]).toMatchObject({ name: 'monthly', h0: 100 });
    expect(report.notes).toContainEqual(
      expect.objectContaining({ code: 'hazardCapped', cap: 100 }),
    );
  });
});

const BROKEN = [
  ['x', 5, MONTHLY, -20, 'No'],
  ['y', 5, 'C-77', 20, 'No'],
  ['z', 'five', MONTHLY, 20, 'Yes'],
  ['u', 5, MONTHLY, 20, 'perhaps'],
  ['v', 5, MONTHLY, 20, 'No', 'left', 'over'],
  ['w', 5, MONTHLY, 20, 'No', '', ' '],
  ['s', 5],
];
const withBroken = await accepted(csv([...BASE, ...BROKEN]));

describe('rows with a problem', () => {
  const { fragment, report } = withBroken;

  it('are told by line, column, value and what became of them', () => {
    const line = BASE.length + 2;
    expect(report.problems).toEqual([
      {
        code: 'outOfRange',
        line,
        field: 'price',
        column: 'MonthlyCharges',
        value: '-20',
        effect: 'leftOut',
      },
      {
        code: 'unknownTerms',
        line: line + 1,
        field: 'contract',
        column: 'Contract',
        value: 'C-77',
        effect: 'leftOut',
      },
      {
        code: 'notANumber',
        line: line + 2,
        field: 'tenure',
        column: 'tenure',
        value: 'five',
        effect: 'leftOutOfChurn',
      },
      {
        code: 'unknownAnswer',
        line: line + 3,
        field: 'churned',
        column: 'Churn',
        value: 'perhaps',
        effect: 'leftOutOfChurn',
      },
      { code: 'tooManyCells', line: line + 4, cells: 7, expected: 5, effect: 'leftOut' },
      {
        code: 'blank',
        line: line + 6,
        field: 'price',
        column: 'MonthlyCharges',
        value: '',
        effect: 'leftOut',
      },
      {
        code: 'blank',
        line: line + 6,
        field: 'contract',
        column: 'Contract',
        value: '',
        effect: 'leftOut',
      },
      {
        code: 'blank',
        line: line + 6,
        field: 'churned',
        column: 'Churn',
        value: '',
        effect: 'leftOutOfChurn',
      },
    ]);
  });

  it('are left out of what they cannot tell, and only of that', () => {
    expect(report).toMatchObject({ rows: 207, placed: 203, leftOut: 4 });
    expect(fragment.segments.map(({ share }) => share)).toEqual([103, 100]);
    expect(report.segments[0]).toMatchObject({ churned: 20, customerMonths: 905 });
  });

  it('are counted in full where they are too many to list', async () => {
    const many = alike(PROBLEMS_LISTED + 500, [5, MONTHLY, 20, '?']);
    const { problems, problemCounts } = (await accepted(csv([...BASE, ...many]))).report;
    expect(problems).toHaveLength(PROBLEMS_LISTED);
    expect(problemCounts).toEqual([
      {
        code: 'unknownAnswer',
        field: 'churned',
        column: 'Churn',
        effect: 'leftOutOfChurn',
        count: PROBLEMS_LISTED + 500,
      },
    ]);
  });

  it('do not matter in a column that is not needed', async () => {
    const header = [...HEADER, 'TotalCharges'];
    const rows = BASE.map((row, i) => [...row, i === 3 ? ' ' : i === 4 ? 'n/a' : 1]);
    const { report: kept } = await accepted(csv(rows, header));
    expect(kept).toMatchObject({ rows: 200, placed: 200 });
    expect(kept.problems.map(({ line, code, effect }) => [line, code, effect])).toEqual([
      [5, 'blank', 'kept'],
      [6, 'notANumber', 'kept'],
    ]);
  });
});

describe('columns that hold nothing readable', () => {
  it('are passed over with a note where they were only recognised', async () => {
    const rows = BASE.map(([id, tenure, , price, churn]) => [
      id ?? '',
      tenure ?? '',
      `C-${id}`,
      price ?? '',
      churn ?? '',
    ]);
    const { fragment, report } = await accepted(csv(rows));
    expect(report.notes.map(({ code }) => code)).toEqual(['columnIgnored', 'noContract']);
    expect(report).toMatchObject({ placed: 200, problems: [], problemCounts: [] });
    expect(report.columns.contract).toBeUndefined();
    expect(fragment.parameters.annual).toBeUndefined();
    expect(fragment.segments.map(({ name, annual }) => [name, annual])).toEqual([
      ['low', undefined],
      ['high', undefined],
    ]);
  });

  it('are refused where nothing else can be used', async () => {
    expect(await refused(csv([['x', 'a lot']], ['id', 'price']))).toEqual({
      code: 'noUsableValue',
      field: 'price',
      column: 'price',
      line: 2,
      value: 'a lot',
    });
  });

  it('are refused where no row has all that it takes', async () => {
    const rows = [
      ['x', 1, MONTHLY, '', 'No'],
      ['y', 1, '', 9, 'No'],
    ];
    expect(await refused(csv(rows))).toEqual({ code: 'noUsableRow', rows: 2 });
  });
});

describe('cross checks', () => {
  const withTotals = async (factor: number) =>
    (
      await accepted(
        csv(
          BASE.map((row) => [...row, Number(row[1]) * Number(row[3]) * factor]),
          [...HEADER, 'TotalCharges'],
        ),
      )
    ).report.notes;

  it('find a charge per year among months', async () => {
    expect((await withTotals(1.1)).map(({ code }) => code)).not.toContain('totalDisagrees');
    const found = (await withTotals(1 / 12)).find((note) => note.code === 'totalDisagrees');
    expect(found?.column).toBe('TotalCharges');
    expect(found?.ratio).toBeCloseTo(1 / 12, 6);
  });

  it('find ids that occur twice', async () => {
    const rows = [...BASE.slice(0, 80), ...BASE.slice(0, 2)];
    expect((await accepted(csv(rows))).report.notes).toContainEqual({
      code: 'duplicateIds',
      column: 'customerID',
      count: 2,
      line: 82,
      id: '10/Month-to-month/20/No/0',
    });
  });
});
