import { describe, expect, it } from 'vitest';
import { chosenColumns, columnsOf } from '../../../src/data/reading/columns.ts';
import { CUSTOMER_FIELDS, SYNONYMS, loose } from '../../../src/data/reading/fields.ts';
import { accepted, alike, csv, refused } from '../tables.ts';

const namesOf = (header: string[], mapping = {}) =>
  Object.fromEntries(
    Object.entries(columnsOf(header, mapping)).map(([field, column]) => [field, column.name]),
  );

describe('recognising columns', () => {
  it.each([
    [['customerID', 'tenure', 'Contract', 'MonthlyCharges', 'TotalCharges', 'Churn']],
    [
      [
        'Customerid',
        'Tenureinmonths',
        'Contract',
        'Monthlycharge',
        'Totalcharges',
        'Customerstatus',
      ],
    ],
    [
      [
        'customer_id',
        'TENURE (months)',
        'contract type',
        'monthly_charges',
        'Total-Charges',
        'Churned',
      ],
    ],
    [['客户编号', '在网月数', '合同类型', '月费', '总费用', '是否流失']],
  ])('knows %j', (header) => {
    const [id, tenure, contract, price, total, churned] = header;
    expect(namesOf(header)).toEqual({ id, tenure, contract, price, total, churned });
  });

  it.each([
    [
      'German',
      'Kundennummer;Monatspreis (€);Umsatz;Kundendauer (Monate);Kunde seit;Vertragslaufzeit;Gekündigt;Kündigungsdatum;Kündigungsgrund;Beschwerden;Anmeldungen;Letzter Kauf;Anzahl Käufe;Kundengruppe;Gesamtkosten',
    ],
    [
      'German without its own letters',
      'Kunden-Nr.;Monatsgebuehr;Erloes;Monate;Vertragsbeginn;Vertrag;Gekuendigt;Kuendigungsdatum;Kuendigungsgrund;Reklamationen;Anzahl Logins;Letzte Bestellung;Kaeufe;Kundensegment;Gesamtbetrag',
    ],
    [
      'French',
      "Numéro client;Prix mensuel;Chiffre d'affaires;Ancienneté (mois);Date d'inscription;Type de contrat;Résilié;Date de résiliation;Motif de résiliation;Réclamations;Connexions;Dernier achat;Nombre d'achats;Type de client;Montant total",
    ],
    [
      'Spanish',
      'ID cliente;Cuota mensual;Facturación;Antigüedad (meses);Fecha de alta;Tipo de contrato;Baja;Fecha de baja;Motivo de baja;Quejas;Accesos;Última compra;Número de compras;Segmento;Importe total',
    ],
  ])('knows every field by its %s name', (_language, line) => {
    const header = line.split(';');
    const names = [
      ...['id', 'price', 'revenue', 'tenure', 'startDate', 'contract', 'churned', 'churnDate'],
      ...[
        'churnReason',
        'complaints',
        'logins',
        'lastPurchase',
        'purchases',
        'segment',
        'total',
      ],
    ];
    expect(names.toSorted()).toEqual(CUSTOMER_FIELDS.toSorted());
    expect(namesOf(header)).toEqual(
      Object.fromEntries(names.map((field, i) => [field, header[i]])),
    );
  });

  it('does not take a grade of charges for a price, nor a status code for churn', () => {
    expect(
      namesOf(['Charge Amount', 'Status', 'Subscription Length', 'Churn', 'Complains']),
    ).toEqual({
      tenure: 'Subscription Length',
      churned: 'Churn',
      complaints: 'Complains',
    });
  });

  it('takes a charge for a price where the values are no grades', async () => {
    const file = (charges: readonly (string | number)[]) =>
      csv(
        charges.map((charge) => [charge, 5, 'No']),
        ['Charge  Amount', 'Subscription Length', 'Churn'],
      );
    const grades = (await accepted(file([0, 3, 10, '', 1]))).report;
    expect(grades.columns.price).toBeUndefined();
    expect(grades.notes).toContainEqual({ code: 'gradeNotPrice', column: 'Charge Amount' });
    const charges = (await accepted(file([0, 3, 10, 12]))).report;
    expect(charges.columns.price).toBe('Charge Amount');
    const mapped = await accepted(file([0, 3, 10]), { map: ['price=Charge Amount'] });
    expect(mapped.report.columns.price).toBe('Charge Amount');
  });

  it('prefers the likelier name and says which others would fit', async () => {
    const { price } = columnsOf(['price', 'MRR', 'Monthly Charges'], {});
    expect(price).toMatchObject({
      name: 'Monthly Charges',
      index: 2,
      others: ['MRR', 'price'],
    });
    const { report } = await accepted(
      csv(alike(5, [1, 'One year', 9, 'No']), ['id', 'tenure', 'contract', 'price', 'MRR']),
    );
    expect(report.notes).toContainEqual({
      code: 'columnChosen',
      field: 'price',
      column: 'MRR',
      others: ['price'],
    });
  });

  it('has no name for two fields, and every name in the form it is looked up by', () => {
    const all = CUSTOMER_FIELDS.flatMap((field) => SYNONYMS[field]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((name) => loose(name) !== name)).toEqual([]);
  });

  it.each([
    [
      ['a', '', 'b'],
      ['a', 'b'],
    ],
    [
      ['tenure', 'customerID'],
      ['tenure', 'customerID'],
    ],
    [
      ['Churn', 'TotalCharges'],
      ['Churn', 'TotalCharges'],
    ],
  ])('refuses a header of which nothing can be used: %j', async (header, columns) => {
    expect(await refused(csv([['1', '2']], header))).toEqual({
      code: 'noUsableColumn',
      columns,
    });
  });
});

describe('columns named by hand', () => {
  it('are not found by a name without letters that only resembles another', async () => {
    const file = csv([['1', '2']], ['--', 'price']);
    expect(await refused(file, { map: ['total=_'] })).toMatchObject({
      code: 'unknownColumn',
      column: '_',
    });
  });

  it('come before those recognised, by any spelling', () => {
    const header = ['Plan fee', 'MonthlyCharges', 'Churn'];
    expect(namesOf(header, { price: 'Plan fee' })).toMatchObject({ price: 'Plan fee' });
    expect(namesOf(header, { price: ' plan_FEE' })).toMatchObject({ price: 'Plan fee' });
  });

  it('are found by their very name first', () => {
    expect(columnsOf(['a b', 'ab'], { price: 'ab' }).price?.index).toBe(1);
  });

  it('are not recognised as something else as well', () => {
    expect(namesOf(['price', 'Churn'], { total: 'price', price: 'Churn' })).toEqual({
      total: 'price',
      price: 'Churn',
    });
  });

  it('may be given as field=column', async () => {
    const file = csv([['x', 3, '12 months', 5, 'No']], ['k', 'm', 'deal', 'Fee = net', 'c']);
    const { report } = await accepted(file, { map: ['price=Fee = net', ' contract = deal '] });
    expect(report.columns).toEqual({ price: 'Fee = net', contract: 'deal' });
  });

  const file = csv(alike(3, [1, 'One year', 9, 'No']));
  it.each([
    [['price'], { code: 'badMapping', entry: 'price' }],
    [['=Churn'], { code: 'badMapping', entry: '=Churn' }],
    [['price= '], { code: 'badMapping', entry: 'price= ' }],
    [['price=Churn', 'price=tenure'], { code: 'fieldMappedTwice', field: 'price' }],
    [['fee=Churn'], { code: 'unknownField', field: 'fee' }],
    [['__proto__=Churn'], { code: 'unknownField', field: '__proto__' }],
    [['price=Fee'], { code: 'unknownColumn', field: 'price', column: 'Fee' }],
    [['price=_'], { code: 'unknownColumn', field: 'price', column: '_' }],
    [
      ['price=tenure', 'total=Tenure'],
      { code: 'columnMappedTwice', fields: ['price', 'total'], column: 'tenure' },
    ],
    [
      ['price=Contract'],
      { code: 'noUsableValue', field: 'price', column: 'Contract', line: 2, value: 'One year' },
    ],
  ])('are refused when they are wrong: %j', async (map, problem) => {
    expect(await refused(file, { map })).toMatchObject(problem);
  });
});

describe('columns chosen one by one', () => {
  const header = ['id', 'Fee', 'tenure', 'Fee', ''];

  it('are used as chosen, also without a name or with one that occurs twice', () => {
    const columns = chosenColumns(header, [null, null, 'total', 'price', 'contract']);
    expect(columns.price).toMatchObject({ name: 'Fee', index: 3, mapped: true });
    expect(columns.contract).toMatchObject({ name: '', index: 4 });
    expect(columns.total?.index).toBe(2);
    expect(Object.keys(columns).sort()).toEqual(['contract', 'price', 'total']);
  });

  it('count as recognised where they would have been', () => {
    const columns = chosenColumns(['id', 'price'], ['id', 'price']);
    expect(columns.price?.mapped).toBe(false);
  });

  it('are refused where nothing can be learned from them', () => {
    expect(() => chosenColumns(header, ['id', null, 'tenure', null, null])).toThrow(
      'noUsableColumn',
    );
  });
});
