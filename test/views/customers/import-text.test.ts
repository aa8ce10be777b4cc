import { describe, expect, test } from 'vitest';
import { readCustomers } from '../../../src/data/customers.ts';
import { CUSTOMER_FIELDS } from '../../../src/data/reading/fields.ts';
import type { FileProblem, Note } from '../../../src/data/findings.ts';
import {
  fileFacts,
  fileProblem,
  noteText,
  problemKinds,
  ROWS_LISTED,
} from '../../../src/views/customers/import-text.ts';
import { freeName, mergedName } from '../../../src/views/customers/segment-names.ts';
import { customerWordsIn } from '../../../src/words/customers.ts';
import { LANGUAGES, wordsIn } from '../../../src/words/index.ts';
import { numbersFor } from '../../../src/words/numbers.ts';
import { sourceOf } from '../../data/tables.ts';

const PROBLEMS: readonly FileProblem[] = [
  { code: 'tooManyRows', limit: 10_000_000 },
  { code: 'unreadable', reason: 'it is gone' },
  { code: 'rowTooLong', line: 3, limit: 1_000_000 },
  { code: 'empty' },
  { code: 'notCsv', looksLike: 'pdf' },
  { code: 'notUtf8' },
  { code: 'openQuote', line: 214 },
  { code: 'headerOnly', columns: ['a'] },
  { code: 'noUsableColumn', columns: ['colour', 'size'] },
  { code: 'noUsableValue', field: 'price', column: 'Fee', line: 2, value: 'free' },
  { code: 'noUsableRow', rows: 7043 },
  { code: 'noGrouping', by: 'rfm', missing: ['lastPurchase', 'revenue'] },
  { code: 'unknownField', field: 'colour' },
];

const NOTES: readonly Note[] = [
  { code: 'noPrice', revenue: false },
  { code: 'noPrice', revenue: true },
  { code: 'gradeNotPrice', column: 'Charge Amount' },
  { code: 'decimalGuessed', value: '1.234', decimal: ',' },
  { code: 'decimalGuessed', value: '1,234', decimal: '.' },
  { code: 'datesGuessed', value: '03/04/2024', order: 'dmy' },
  { code: 'datesGuessed', value: '03/04/2024', order: 'mdy' },
  { code: 'severalCurrencies', currencies: [{ currency: 'EUR', count: 1 }] },
  { code: 'tenureFromDates', column: 'Signup date', until: '2024-12-31' },
  { code: 'endsBeforeStart', count: 2 },
  { code: 'churnedFrom', columns: ['Churn date', 'Reason'] },
  { code: 'othersTogether', names: 3, count: 40 },
  { code: 'othersTogether', names: 0, count: 2 },
  { code: 'groupJoined', group: 'new', into: 'promising', count: 4 },
];

const FAULTY = [
  'customerID,tenure,Contract,MonthlyCharges,TotalCharges,Churn',
  ...Array.from({ length: 400 }, (_, i) =>
    [
      i,
      i % 30,
      'Two year',
      i === 5 ? 'n/a' : 20,
      i < 150 ? ' ' : 20 * (i % 30),
      i % 5 ? 'No' : 'Yes',
    ].join(),
  ),
  '400,3,Two year,20,60,No,one too many',
].join('\n');

describe.each(LANGUAGES)('an import in %s', (language) => {
  const numbers = numbersFor(language);
  const texts = customerWordsIn(language);
  const voice = { language, words: wordsIn(language), numbers, texts };

  test('says of every problem what it is and what to do', () => {
    const sentences = PROBLEMS.map((problem) => fileProblem(voice, problem));
    expect(new Set(sentences).size).toBe(PROBLEMS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[.。]$/);
    expect(sentences[6]).toContain('214');
    expect(sentences[8]).toContain('"colour"');
  });

  test('lists the values that cannot be used by kind, the first hundred of each', async () => {
    const read = await readCustomers(sourceOf(FAULTY));
    if (!read.ok) throw new Error(read.problem.code);
    const kinds = problemKinds(voice, read.report);
    expect(kinds.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([1, 1, 150]);
    const totals = kinds.find(({ count }) => count === 150);
    expect(totals?.title).toContain('"TotalCharges"');
    expect(totals?.about).toContain('150');
    expect(totals?.rows).toHaveLength(ROWS_LISTED);
    expect(totals?.rows[0]).toMatchObject({ line: '2', value: texts.dialog.rows.blank });
    const price = kinds.find(({ title }) => title.includes('"MonthlyCharges"'));
    expect(price?.rows[0]).toMatchObject({ line: '7', value: '"n/a"' });
    const surplus = kinds.find(({ title }) => title === texts.dialog.rows.surplus);
    expect(surplus?.rows[0]).toMatchObject({ line: '402' });
    const notes = read.report.notes.map((note) => noteText(voice, note));
    expect(notes.length).toBeGreaterThan(0);
    expect(JSON.stringify([kinds, notes])).not.toMatch(/undefined|NaN/);
  });

  test('has a name and an expectation for every field', () => {
    const { fields } = texts.importing;
    const { expected } = texts.dialog;
    for (const field of CUSTOMER_FIELDS)
      expect([fields[field], expected[field]].every((text) => text.length > 0)).toBe(true);
  });

  test('words every note, each in its own way', () => {
    const sentences = NOTES.map((note) => noteText(voice, note));
    expect(new Set(sentences).size).toBe(NOTES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^<{]{10,}[.。]$/);
    expect(sentences.join('')).not.toMatch(/undefined|NaN|=>/);
  });

  test('tells size and form of the file', () => {
    const preview = {
      form: { encoding: 'utf-16le', delimiter: ';', decimal: ',', dates: 'dmy' },
      notes: [],
      header: [],
      samples: [],
      columns: {},
      problem: null,
      rows: 0,
    } as const;
    const values = fileFacts(voice, 3 * 1024 * 1024, preview).map(([, value]) => value);
    expect(values).toContain('3 MB');
    expect(values).toContain('UTF-16 LE');
    expect(values).toContain(texts.dialog.file.delimiters.semicolon);
    expect(values).toContain(texts.dialog.file.decimals.comma);
    expect(fileFacts(voice, 20, null)).toHaveLength(1);
  });

  test('calls merged segments by their names, as far as those can be read', () => {
    expect(mergedName(texts.segments, numbers, ['A', 'B'])).toBe('A + B');
    expect(mergedName(texts.segments, numbers, ['A', 'B', 'C', 'D'])).toContain('3');
    const long = 'x'.repeat(200);
    expect(mergedName(texts.segments, numbers, [long, long]).length).toBeLessThan(200);
  });
});

test('a new segment has a name of its own', () => {
  expect(freeName(['A'], 'B')).toBe('B');
  expect(freeName(['A', 'A 2'], 'A')).toBe('A 3');
});
