import { describe, expect, it } from 'vitest';
import { Restart } from '../../../src/data/reading/restart.ts';
import type { Assumed } from '../../../src/data/reading/restart.ts';
import { isoDate } from '../../../src/data/reading/values/dates.ts';
import { Format } from '../../../src/data/reading/values/format.ts';
import { TERMS } from '../../../src/data/reading/values/terms.ts';
import { NEVER, valueOf as valueIn } from '../../../src/data/reading/values/values.ts';
import type { ValueField } from '../../../src/data/reading/fields.ts';

/** A format that is told, or decided by some values. */
function formatOf(
  told: Partial<Assumed>,
  evidence: readonly [ValueField, string][] = [],
): Format {
  const format = new Format({
    encoding: null,
    encodingTold: false,
    decimal: null,
    dates: null,
    ...told,
  });
  for (const [field, cell] of evidence) valueIn(field, cell, format);
  format.decide();
  return format;
}

const POINT = formatOf({ decimal: '.', dates: 'dmy' });
const COMMA = formatOf({ decimal: ',', dates: 'mdy' });
const valueOf = (field: ValueField, cell: string) => valueIn(field, cell, POINT);

describe('numbers with a decimal point', () => {
  it.each([
    ['29.85', 29.85],
    [' 0 ', 0],
    ['.5', 0.5],
    ['1e2', 100],
    ['+7.', 7],
    ['1,234.56', 1234.56],
    ['12,345,678', 12_345_678],
    ['1 234.56', 1234.56],
    ['1\u00a0234', 1234],
    ['1\u202f234\u202f567.8', 1_234_567.8],
    ["1'234.56", 1234.56],
    ['1’234', 1234],
    ['１２．５', 12.5],
    ['$29.85', 29.85],
    ['US$ 1,200', 1200],
    ['29.85 €', 29.85],
    ['£0.99', 0.99],
    ['￥30', 30],
    ['30元', 30],
    ['CNY 30', 30],
    ['30 usd', 30],
    ['+$5', 5],
  ])('%j is a price', (cell, value) => {
    expect(valueOf('price', cell)).toBe(value);
  });

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['\u3000', 'blank'],
    ['29,85', 'otherDecimal'],
    ['1.234,56', 'otherDecimal'],
    ['1,23,456', 'notANumber'],
    ["1,234'567", 'notANumber'],
    ['0,123.5', 'notANumber'],
    ['0x1F', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['$', 'notANumber'],
    ['five', 'notANumber'],
    ['5 ABC', 'notANumber'],
    ['5 $ €', 'notANumber'],
    ['12%', 'percent'],
    ['12 ％', 'percent'],
    ['1e999', 'outOfRange'],
    ['-4', 'outOfRange'],
    ['-$4', 'outOfRange'],
    ['$-4', 'outOfRange'],
  ])('%j is no price', (cell, fault) => {
    expect(valueOf('price', cell)).toBe(fault);
  });

  it('may be negative where that makes sense', () => {
    expect(valueOf('revenue', '-€1,200.50')).toBe(-1200.5);
  });

  it('have no currency where they count', () => {
    expect(valueOf('tenure', '$5')).toBe('notANumber');
    expect(valueOf('purchases', '1,200')).toBe(1200);
  });

  it('bounds a tenure at a century', () => {
    expect(valueOf('tenure', '1200')).toBe(1200);
    expect(valueOf('tenure', '1201')).toBe('outOfRange');
  });
});

describe('numbers with a decimal comma', () => {
  it.each([
    ['29,85', 29.85],
    ['1.234,56', 1234.56],
    ['1.234', 1234],
    ['1 234,56', 1234.56],
    ["1'234,56", 1234.56],
    ['1.234,56 €', 1234.56],
    ['EUR 5', 5],
    ['29.85', 'otherDecimal'],
    ['0.125', 'otherDecimal'],
  ])('%j is %j', (cell, value) => {
    expect(valueIn('price', cell, COMMA)).toBe(value);
  });
});

describe('the decimal sign of a file', () => {
  const numbers = (...cells: string[]) =>
    formatOf(
      {},
      cells.map((cell) => ['price', cell]),
    );

  it.each([
    ['.', ['29.85']],
    [',', ['29,85']],
    ['.', ['1,234', '0.125']],
    [',', ['1.234', '5', '1234,567']],
    ['.', ['1,234,567']],
    [',', ['1.234.567']],
    ['.', ['1,234.56', '12,5', '3.5']],
    ['.', []],
  ])('is %j by the evidence of %j', (decimal, cells) => {
    expect(numbers(...cells).decimal).toBe(decimal);
  });

  it('is guessed where nothing tells: groups of three are thousands', () => {
    for (const [cell, decimal] of [
      ['1,234', '.'],
      ['1.234', ','],
    ] as const) {
      const format = numbers(cell);
      expect(format.decimal).toBe(decimal);
      expect(valueIn('price', cell, format)).toBe(1234);
      expect(format.decimalGuessed).toBe(true);
      expect(format.ambiguousNumber).toBe(cell);
    }
    expect(numbers('12', '5').decimalGuessed).toBe(false);
  });

  it('is learned from a later value, with which the file is read again', () => {
    expect(() => valueIn('price', '5,5', numbers('12'))).toThrow(Restart);
    const proven = numbers('12');
    valueIn('price', '5.5', proven);
    expect(valueIn('price', '5,5', proven)).toBe('otherDecimal');
  });

  it('is not asked for where it is told', () => {
    const format = formatOf({ decimal: ',' }, [['price', '29.85']]);
    expect(valueIn('price', '1.234', format)).toBe(1234);
    expect(format.decimalGuessed).toBe(false);
  });
});

describe('currencies', () => {
  it('are counted by their code', () => {
    const format = formatOf({ decimal: '.' });
    for (const cell of ['$5', 'USD 6', '7', '8 €', 'x €']) valueIn('price', cell, format);
    expect([...format.currencies]).toEqual([
      ['USD', 2],
      ['EUR', 1],
    ]);
  });
});

describe('dates', () => {
  const dateOf = (cell: string, format = POINT) => {
    const day = valueIn('lastPurchase', cell, format);
    return typeof day === 'number' ? isoDate(day) : day;
  };

  it.each([
    '2024-02-29',
    '2024/2/29',
    '2024.02.29',
    '2024年2月29日',
    '20240229',
    '29.2.2024',
    '29/02/2024',
    '29-02-24',
    '29 Feb 2024',
    '29-FEB-2024',
    'February 29, 2024',
    '2024-02-29T23:59:59.999Z',
    '2024-02-29 07:15',
    '29/02/2024 7:15 PM',
    '２０２４－０２－２９',
  ])('%j is the leap day of 2024', (cell) => {
    expect(dateOf(cell)).toBe('2024-02-29');
  });

  it.each([
    ['45351', 'notADate'],
    ['2023-02-29', 'notADate'],
    ['2024-13-01', 'notADate'],
    ['31.4.2024', 'notADate'],
    ['31/31/2024', 'notADate'],
    ['1800-01-01', 'notADate'],
    ['29 Foo 2024', 'notADate'],
    ['yesterday', 'notADate'],
    ['02/29/2024', 'otherDateOrder'],
    ['', 'blank'],
  ])('%j is %j', (cell, fault) => {
    expect(dateOf(cell)).toBe(fault);
  });

  it('have the day or the month first as the others have', () => {
    const dates = (...cells: string[]) =>
      formatOf(
        {},
        cells.map((cell) => ['startDate', cell]),
      );
    expect(dateOf('03/04/2024', dates('12/31/2023'))).toBe('2024-03-04');
    expect(dateOf('03/04/2024', dates('31/12/2023', '12/13/2023', '14/1/2023'))).toBe(
      '2024-04-03',
    );
    const guessed = dates('03/03/2024');
    expect(dateOf('03/03/2024', guessed)).toBe('2024-03-03');
    expect(guessed.datesGuessed).toBe(false);
    expect(dateOf('03/04/2024', guessed)).toBe('2024-04-03');
    expect(guessed.datesGuessed).toBe(true);
    expect(() => dateOf('12/31/2024', guessed)).toThrow(Restart);
  });

  it('of leaving may be missing', () => {
    for (const cell of ['', '-', 'n/a', 'NULL', '9999-12-31', '无'])
      expect(valueOf('churnDate', cell)).toBe(NEVER);
    expect(valueOf('churnDate', 'soon')).toBe('notADate');
  });
});

describe('terms', () => {
  it.each([
    'Month-to-month',
    'Month-to-Month',
    'monthly',
    '1 month',
    'One Month',
    '月付',
    'M2M',
  ])('%j are monthly', (cell) => {
    expect(valueOf('contract', cell)).toBe(TERMS.monthly);
  });
  it.each([
    'One year',
    'One Year',
    'annual',
    '12 months',
    '1-year contract',
    '1yr',
    '一年',
    '12个月',
    '年付',
  ])('%j are annual', (cell) => {
    expect(valueOf('contract', cell)).toBe(TERMS.annual);
  });
  it.each(['Two year', 'two_years', '24 months', '3 years', '36m', '两年'])(
    '%j are longer',
    (cell) => {
      expect(valueOf('contract', cell)).toBe(TERMS.longer);
    },
  );
  it.each(['3 months', 'C-1042', '18 months', '1', '999 years', '?'])(
    '%j are not known',
    (cell) => {
      expect(valueOf('contract', cell)).toBe('unknownTerms');
    },
  );
});

describe('answers', () => {
  it.each(['Yes', 'TRUE', '1', '1.0', 'Churned', '是', '已流失'])('%j is a yes', (cell) => {
    expect(valueOf('churned', cell)).toBe(1);
  });
  it.each(['No', 'false', '0', '0.0', 'Stayed', 'Joined', '否'])('%j is a no', (cell) => {
    expect(valueOf('churned', cell)).toBe(0);
  });
  it.each(['-1', '2', 'maybe', '-'])('%j is neither', (cell) => {
    expect(valueOf('churned', cell)).toBe('unknownAnswer');
  });
  it('may be given for complaints, where numbers count too', () => {
    expect(
      ['Yes', 'no', '3', '-1', 'often'].map((cell) => valueOf('complaints', cell)),
    ).toEqual([1, 0, 3, 'outOfRange', 'notANumber']);
  });
});
