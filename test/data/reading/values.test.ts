import { describe, expect, it } from 'vitest';
import { TERMS, valueOf } from '../../../src/data/reading/values.ts';

describe('numbers', () => {
  it.each([
    ['29.85', 29.85],
    [' 0 ', 0],
    ['.5', 0.5],
    ['1e2', 100],
    ['+7.', 7],
  ])('%j is a price', (cell, value) => {
    expect(valueOf('price', cell)).toBe(value);
  });

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['29,85', 'notANumber'],
    ['$29', 'notANumber'],
    ['0x1F', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['1e999', 'outOfRange'],
    ['-4', 'outOfRange'],
  ])('%j is no price', (cell, fault) => {
    expect(valueOf('price', cell)).toBe(fault);
  });

  it('bounds a tenure at a century', () => {
    expect(valueOf('tenure', '1200')).toBe(1200);
    expect(valueOf('tenure', '1201')).toBe('outOfRange');
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
