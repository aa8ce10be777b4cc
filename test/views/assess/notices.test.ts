import { describe, expect, test } from 'vitest';
import { readCustomers } from '../../../src/data/customers.ts';
import { sourceOfBlob } from '../../../src/data/reading/source.ts';
import type { FileProblem } from '../../../src/data/findings.ts';
import { fileProblem, textOf } from '../../../src/views/assess/notice-text.ts';
import { LANGUAGES, wordsIn } from '../../../src/words/index.ts';
import { numbersFor } from '../../../src/words/numbers.ts';

const PROBLEMS: readonly FileProblem[] = [
  { code: 'tooManyRows', limit: 20_000_000 },
  { code: 'empty' },
  { code: 'notCsv', looksLike: 'pdf' },
  { code: 'notUtf8' },
  { code: 'openQuote', line: 214 },
  { code: 'rowTooLong', line: 3, limit: 1_000_000 },
  { code: 'unreadable', reason: 'x' },
  { code: 'headerOnly', columns: ['a'] },
  { code: 'noUsableColumn', columns: ['colour', 'size'] },
  { code: 'noUsableValue', field: 'price', column: 'Fee', line: 2, value: 'free' },
  { code: 'noUsableRow', rows: 7043 },
  { code: 'unknownField', field: 'colour' },
];

const FAULTY = [
  'customerID,tenure,Contract,MonthlyCharges,TotalCharges,Churn',
  ...Array.from({ length: 60 }, (_, i) =>
    [i, i % 30, 'Two year', 20, i < 2 ? ' ' : 20 * (i % 30), i % 5 ? 'No' : 'Yes'].join(),
  ),
].join('\n');

describe.each(LANGUAGES)('notices in %s', (language) => {
  const voice = { words: wordsIn(language), numbers: numbersFor(language) };

  test('say of every problem what it is and what to do', () => {
    const sentences = PROBLEMS.map((problem) => fileProblem(voice, problem));
    expect(new Set(sentences).size).toBe(PROBLEMS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[.。]$/);
    expect(sentences[0]).toContain('20');
    expect(sentences[4]).toContain('214');
    expect(sentences[8]).toContain('"colour"');
  });

  test('list what an import found, with its lines', async () => {
    const read = await readCustomers(sourceOfBlob(new Blob([FAULTY])));
    if (!read.ok) throw new Error(read.problem.code);
    const { head, lines, error } = textOf(voice, {
      kind: 'imported',
      file: 'mine.csv',
      report: read.report,
      met: true,
    });
    expect(error).toBe(false);
    expect(head).toContain('60');
    expect(lines[0]).toMatch(/"TotalCharges".*2, 3/);
    expect(lines).toHaveLength(read.report.problemCounts.length + read.report.notes.length);
    expect(lines.join('')).not.toMatch(/undefined|NaN/);
  });

  test('end the reason of a stopped run as a sentence', () => {
    const { head } = textOf(voice, { kind: 'runStopped', reason: 'no memory' });
    expect(head).toContain('no memory.');
  });
});
