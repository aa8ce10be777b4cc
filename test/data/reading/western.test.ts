/** Files as spreadsheets of Western Europe write them: semicolons, decimal commas, Windows-1252. */
import { describe, expect, it } from 'vitest';
import { accepted } from '../tables.ts';

const latin = (text: string) =>
  Uint8Array.from(text, (character) => (character === '€' ? 0x80 : character.charCodeAt(0)));

interface Sheet {
  readonly header: string;
  /** Of a customer who stays on a month's terms, of one on a year's, and of one who left. */
  readonly rows: readonly [string, string, string];
  readonly columns: Readonly<Record<string, string>>;
}

const SHEETS: Readonly<Record<string, Sheet>> = {
  German: {
    header: 'Kundennummer;Monatspreis;Kunde für Monate;Kundendauer;Vertragslaufzeit;Gekündigt',
    rows: [
      '29,90 €;x;12;monatlich;Nein',
      '1.049,50 €;x;30;1 Jahr;Nein',
      '29,90 €;x;4;24 Monate;Ja',
    ],
    columns: { price: 'Monatspreis', tenure: 'Kundendauer', contract: 'Vertragslaufzeit' },
  },
  French: {
    header: 'Numéro client;Prix mensuel;Note;Ancienneté (mois);Engagement;Résilié',
    rows: [
      '29,90 €;x;12;sans engagement;Non',
      '1 049,50 €;x;30;1 an;Non',
      '29,90 €;x;4;deux ans;Oui',
    ],
    columns: { price: 'Prix mensuel', tenure: 'Ancienneté (mois)', contract: 'Engagement' },
  },
  Spanish: {
    header: 'ID cliente;Cuota mensual;Nota;Antigüedad;Duración del contrato;Baja',
    rows: ['29,90 €;x;12;mensual;No', '1.049,50 €;x;30;1 año;No', '29,90 €;x;4;2 años;Sí'],
    columns: {
      price: 'Cuota mensual',
      tenure: 'Antigüedad',
      contract: 'Duración del contrato',
    },
  },
};

describe.each(Object.entries(SHEETS))('a %s file', (_language, { header, rows, columns }) => {
  const lines = Array.from({ length: 30 }, (_, i) => `${i};${rows[i % 3] ?? ''}`);

  it('is read as it is: names, amounts, terms and answers', async () => {
    const { report, fragment } = await accepted(latin([header, ...lines, ''].join('\r\n')));
    expect(report.form).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      decimal: ',',
    });
    expect(report.columns).toMatchObject({ ...columns, churned: header.split(';')[5] });
    expect(report.problemCounts).toEqual([]);
    expect(report).toMatchObject({ rows: 30, placed: 30, churned: 10, customerMonths: 460 });
    expect(report.meanPrice).toBeCloseTo((29.9 + 1049.5 + 29.9) / 3, 6);
    expect(fragment.currency).toBe('EUR');
    const annual = report.segments.reduce(
      (sum, { annualShare, count }) => sum + (annualShare ?? NaN) * count,
      0,
    );
    expect(annual).toBeCloseTo(20, 6);
  });
});
