import { describe, expect, it } from 'vitest';
import type { FileProblem, Note } from '../../src/data/findings.ts';
import {
  sentenceOfFileProblem,
  sentenceOfNote,
  sentenceOfRowProblem,
} from '../../src/data/sentences.ts';
import { accepted, alike, csv, refused } from './tables.ts';

const problems: FileProblem[] = [
  { code: 'tooManyRows', limit: 20_000_000 },
  { code: 'unreadable', reason: 'EIO: i/o error' },
  { code: 'empty' },
  { code: 'notCsv', looksLike: 'spreadsheet' },
  { code: 'notUtf8' },
  { code: 'openQuote', line: 3 },
  { code: 'rowTooLong', line: 3, limit: 1_000_000 },
  { code: 'headerOnly', columns: ['a', 'b'] },
  { code: 'noUsableColumn', columns: ['a', 'b'] },
  { code: 'noUsableValue', field: 'price', column: 'fee', line: 2, value: '29,85' },
  { code: 'noUsableRow', rows: 1234 },
  { code: 'noGrouping', by: 'rfm', missing: ['lastPurchase', 'revenue'] },
  { code: 'badMapping', entry: 'x' },
  { code: 'fieldMappedTwice', field: 'price' },
  { code: 'unknownField', field: 'fee' },
  { code: 'unknownColumn', field: 'price', column: 'fee', columns: ['a'] },
  { code: 'columnMappedTwice', fields: ['price', 'total'], column: 'fee' },
];
const notes: Note[] = [
  { code: 'columnChosen', field: 'price', column: 'MRR', others: ['fee'] },
  { code: 'columnIgnored', field: 'contract', column: 'deal', line: 2, value: 'C-1' },
  { code: 'longTermsAsAnnual', count: 1695 },
  { code: 'shortTenure', count: 1 },
  { code: 'noChurn', missing: ['tenure', 'churned'] },
  { code: 'noChurn', missing: [] },
  { code: 'noPrice', revenue: false },
  { code: 'noPrice', revenue: true },
  { code: 'gradeNotPrice', column: 'Charge Amount' },
  { code: 'decimalGuessed', value: '1.234', decimal: ',' },
  { code: 'datesGuessed', value: '03/04/2024', order: 'dmy' },
  {
    code: 'severalCurrencies',
    currencies: [
      { currency: 'EUR', count: 1200 },
      { currency: 'USD', count: 3 },
    ],
  },
  { code: 'tenureFromDates', column: 'Signup date', until: '2024-12-31' },
  { code: 'endsBeforeStart', count: 1 },
  { code: 'churnedFrom', columns: ['Churn date', 'Reason'] },
  { code: 'othersTogether', names: 3, count: 40 },
  { code: 'othersTogether', names: 0, count: 1 },
  { code: 'groupJoined', group: 'new', into: 'promising', count: 4 },
  { code: 'noContract' },
  { code: 'nobodyChurned' },
  { code: 'everybodyChurned' },
  { code: 'fewOnOneTerm', term: 'annual', count: 3 },
  { code: 'levelsMerged', segment: 'annual-low-middle', count: 30 },
  { code: 'fewChurned', segment: 'annual-high', churned: 0 },
  { code: 'hazardCapped', segment: 'monthly', ratio: 4321.5, cap: 100 },
  { code: 'totalDisagrees', column: 'Total', ratio: 0.0833 },
  { code: 'duplicateIds', column: 'id', count: 2, line: 8, id: 'x' },
];

describe('sentences', () => {
  it('word every problem of a file', () => {
    expect(problems.map(sentenceOfFileProblem)).toMatchSnapshot();
  });

  it('word every note', () => {
    expect(notes.map(sentenceOfNote)).toMatchSnapshot();
  });

  it('word every problem of a row', async () => {
    const rows = [
      ...alike(30, [5, 'One year', 9, 'No']),
      ['a', 5, 'One year', -3, 'No'],
      ['b', 5, '2 weeks', 9, 'No'],
      ['c', '', 'One year', 9, 'No'],
      ['d', 5, 'One year', 9, 'x\u0007'.repeat(60)],
      ['e', 5, 'One year', 9, 'No', 'more'],
    ];
    expect(
      (await accepted(csv(rows))).report.problems.map(sentenceOfRowProblem),
    ).toMatchSnapshot();
  });

  it('say which columns were found, which are needed and how to name them', async () => {
    const sentence = sentenceOfFileProblem(await refused(csv([['1', '2']], ['Town', 'Age'])));
    for (const part of ['Town, Age', 'price', 'contract', 'tenure', 'churned', '--map'])
      expect(sentence).toContain(part);
  });
});
