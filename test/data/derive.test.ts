import { describe, expect, it } from 'vitest';
import { accepted, csv, refused } from './tables.ts';

const HEADER = ['Signup date', 'Churn date', 'Reason', 'Price'];
const MAP = { startDate: 'Signup date', churnDate: 'Churn date' };
const ROWS = [
  ['2023-01-01', '', '', 10],
  ['2023-01-01', '2024-01-01', 'too dear', 10],
  ['2024-01-01', 'n/a', '-', 10],
  ['2024-07-01', '', '', 10],
];
const months = (days: number) => (days * 12) / 365.25;

describe('tenure and churn out of dates', () => {
  it('count to the day of leaving, or to the latest date of the file', async () => {
    const { report } = await accepted(csv(ROWS, HEADER), { map: MAP });
    expect(report).toMatchObject({ churned: 1, problems: [] });
    expect(report.customerMonths).toBeCloseTo(months(547) + months(365) + months(182) + 0.5, 9);
    expect(report.notes).toContainEqual({
      code: 'tenureFromDates',
      column: 'Signup date',
      until: '2024-07-01',
    });
    expect(report.notes).toContainEqual({ code: 'churnedFrom', columns: ['Churn date'] });
  });

  it('take a reason for a sign of having left, too', async () => {
    const { report } = await accepted(csv(ROWS, HEADER), {
      map: { startDate: 'Signup date', churnReason: 'Reason' },
    });
    expect(report.columns).toEqual({
      startDate: 'Signup date',
      churnReason: 'Reason',
      price: 'Price',
      churnDate: 'Churn date',
    });
    expect(report.churnReasons).toEqual([{ reason: 'too dear', count: 1 }]);
    const alone = csv(
      ROWS.map(([, , reason, price]) => [reason ?? '', price ?? '', 5]),
      ['流失原因', '月费', '在网月数'],
    );
    const { report: byReason } = await accepted(alone);
    expect(byReason).toMatchObject({ churned: 1, customerMonths: 20 });
    expect(byReason.notes).toContainEqual({ code: 'churnedFrom', columns: ['流失原因'] });
  });

  it('leave out whoever left on a day that is not told, or before they came', async () => {
    const rows = [
      ['2023-01-01', '2024-01-01', 'Yes'],
      ['2023-01-01', '', 'Yes'],
      ['2023-01-01', 'soon', 'No'],
      ['2023-06-01', '2023-05-01', 'Yes'],
      ['2023-01-01', '', 'No'],
    ];
    const { report } = await accepted(csv(rows, ['start_date', 'end_date', 'churned']));
    expect(report).toMatchObject({ placed: 5, churned: 1 });
    expect(report.customerMonths).toBeCloseTo(months(365) + months(365), 9);
    expect(report.notes).toContainEqual({ code: 'endsBeforeStart', count: 1 });
    expect(report.problems).toEqual([
      {
        code: 'notADate',
        line: 4,
        field: 'churnDate',
        column: 'end_date',
        value: 'soon',
        effect: 'leftOutOfChurn',
      },
    ]);
  });

  it('give way to columns of their own', async () => {
    const rows = ROWS.map((row) => [...row, 7, 'No']);
    const { report } = await accepted(csv(rows, [...HEADER, 'Tenure', 'Churn']), { map: MAP });
    expect(report).toMatchObject({ churned: 0, customerMonths: 28 });
    expect(report.notes.map(({ code }) => code)).not.toContain('tenureFromDates');
  });

  it('are refused where no date can be read', async () => {
    const rows = [['45351', '45400']];
    expect(await refused(csv(rows, ['start date', 'churn date']))).toMatchObject({
      code: 'noUsableValue',
      field: 'startDate',
      value: '45351',
    });
  });
});

describe('a file that is written as people write', () => {
  it('is read by the evidence of its values', async () => {
    const file = [
      'Kunde;Monatspreis;seit;Status',
      '1;1.234,50 €;1.2.2023;aktiv',
      '2;12,5 €;28.2.2023;aktiv',
    ].join('\r\n');
    const { fragment, report } = await accepted(file, {
      map: ['price=Monatspreis', 'startDate=seit'],
    });
    expect(report.form).toEqual({
      encoding: 'utf-8',
      delimiter: ';',
      decimal: ',',
      dates: 'dmy',
    });
    expect(fragment.listPrice).toBe((1234.5 + 12.5) / 2);
  });

  it('is read again where a late value tells what was guessed, whatever came before', async () => {
    const early = Array.from({ length: 700 }, () => ['1.234']);
    const file = csv([...early, ['5.5']], ['price']);
    const { fragment, report } = await accepted(file);
    expect(report.notes.map(({ code }) => code)).not.toContain('decimalGuessed');
    expect(fragment.listPrice).toBeCloseTo((700 * 1.234 + 5.5) / 701, 4);
    const guessed = await accepted(csv(early, ['price']));
    expect(guessed.report.notes).toContainEqual({
      code: 'decimalGuessed',
      value: '1.234',
      decimal: ',',
    });
    expect(guessed.fragment.listPrice).toBe(1234);
    expect((await accepted(csv(early, ['price']), { decimal: '.' })).fragment.listPrice).toBe(
      1.234,
    );
  });

  it('says when dates could be read in two ways, and when currencies differ', async () => {
    const rows = [
      ['03/04/2024', '$5'],
      ['05/06/2024', '6 EUR'],
    ];
    const { report } = await accepted(csv(rows, ['start date', 'price']));
    expect(report.notes).toContainEqual({
      code: 'datesGuessed',
      value: '03/04/2024',
      order: 'dmy',
    });
    expect(report.notes).toContainEqual({
      code: 'severalCurrencies',
      currencies: [
        { currency: 'USD', count: 1 },
        { currency: 'EUR', count: 1 },
      ],
    });
    const told = await accepted(csv(rows, ['start date', 'price']), { dates: 'mdy' });
    expect(told.report.form.dates).toBe('mdy');
    expect(told.report.notes.map(({ code }) => code)).not.toContain('datesGuessed');
  });
});
