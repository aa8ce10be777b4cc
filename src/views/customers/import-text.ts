/** What an import found, in words. */
import type { CustomerPreview } from '../../data/customers.ts';
import type { FileProblem, Note, RowProblem, RowProblemCount } from '../../data/findings.ts';
import type { Encoding } from '../../data/reading/restart.ts';
import type { CustomerReport } from '../../data/report.ts';
import type { CustomerWords } from '../../words/customers.ts';
import type { Words } from '../../words/index.ts';
import type { Language } from '../../words/language.ts';
import type { Numbers } from '../../words/numbers.ts';
import { segmentName } from '../assess/phrases.ts';

export interface ImportVoice {
  readonly language: Language;
  readonly words: Words;
  readonly texts: Pick<CustomerWords, 'importing' | 'dialog'>;
  readonly numbers: Numbers;
}

/** Rows listed of one kind of problem. */
export const ROWS_LISTED = 100;
const BYTES_PER_KILOBYTE = 1024;
const KILOBYTES_PER_MEGABYTE = 1024;

export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  'windows-1252': 'Windows-1252',
};
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Size, encoding and the like, by their names. */
export function fileFacts(
  { texts, numbers }: ImportVoice,
  bytes: number,
  preview: CustomerPreview | null,
  decimal = preview?.form.decimal,
): readonly (readonly [name: string, value: string])[] {
  const { file } = texts.dialog;
  const kilobytes = bytes / BYTES_PER_KILOBYTE;
  const size =
    kilobytes < KILOBYTES_PER_MEGABYTE
      ? `${numbers.decimal(Math.max(0.1, kilobytes))} kB`
      : `${numbers.decimal(kilobytes / KILOBYTES_PER_MEGABYTE)} MB`;
  if (!preview) return [[file.size, size]];
  return [
    [file.size, size],
    [file.encoding, ENCODING_NAMES[preview.form.encoding]],
    [file.delimiter, file.delimiters[DELIMITERS[preview.form.delimiter]]],
    [file.decimal, file.decimals[decimal === ',' ? 'comma' : 'point']],
  ];
}

/** Why a file was refused, and what to do. */
export function fileProblem({ texts, numbers }: ImportVoice, problem: FileProblem): string {
  const { problems, formats } = texts.importing;
  switch (problem.code) {
    case 'tooManyRows':
      return problems.tooManyRows(numbers.count(problem.limit));
    case 'rowTooLong':
      return problems.rowTooLong(numbers.count(problem.line), numbers.count(problem.limit));
    case 'unreadable':
    case 'empty':
    case 'notUtf8':
    case 'headerOnly':
      return problems[problem.code];
    case 'otherEncoding':
      return problems.otherEncoding(ENCODING_NAMES[problem.encoding]);
    case 'notCsv':
      return problems.notCsv(formats[problem.looksLike]);
    case 'openQuote':
      return problems.openQuote(numbers.count(problem.line));
    case 'noUsableColumn':
      return problems.noUsableColumn(problem.columns);
    case 'noUsableValue':
      return problems.noUsableValue(problem.column, numbers.count(problem.line), problem.value);
    case 'noUsableRow':
      return problems.noUsableRow(numbers.count(problem.rows));
    case 'noGrouping':
      return problems.noGrouping(
        texts.importing.groupings[problem.by],
        problem.missing.map((field) => texts.importing.fields[field]),
      );
    default:
      // Columns named by hand: the dialog lets nobody name one wrongly.
      return problems.mapping;
  }
}

/** One kind of problem of rows, with the first of them. */
export interface ProblemKind {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  /** How many there are, and what becomes of them. */
  readonly about: string;
  readonly rows: readonly ProblemRow[];
}

export interface ProblemRow {
  readonly line: string;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

/** The problems of a file's rows, by kind. */
export const problemKinds = (voice: ImportVoice, report: CustomerReport): ProblemKind[] =>
  report.problemCounts.map((kind) => {
    const { texts, numbers } = voice;
    const { rows } = texts.dialog;
    return {
      key: `${kind.code} ${kind.field ?? ''}`,
      title: titleOf(voice, kind),
      count: kind.count,
      about: rows.count(
        kind.count,
        numbers.count(kind.count),
        texts.importing.effects[kind.effect],
      ),
      rows: report.problems
        .filter((problem) => isOf(kind, problem))
        .slice(0, ROWS_LISTED)
        .map((problem) => problemRow(voice, problem)),
    };
  });

function titleOf({ texts }: ImportVoice, { code, column }: RowProblemCount): string {
  const { rows } = texts.dialog;
  if (code === 'tooManyCells' || column === null) return rows.surplus;
  return rows.kind(column, texts.importing.faults[code]);
}

const isOf = (kind: RowProblemCount, problem: RowProblem): boolean =>
  problem.code === kind.code &&
  (problem.code === 'tooManyCells' || problem.field === kind.field);

function problemRow({ texts, numbers }: ImportVoice, problem: RowProblem): ProblemRow {
  const { rows, expected } = texts.dialog;
  const line = String(problem.line);
  if (problem.code === 'tooManyCells')
    return {
      line,
      column: '',
      value: rows.cells(numbers.count(problem.cells)),
      expected: rows.cellsExpected(numbers.count(problem.expected)),
    };
  return {
    line,
    column: problem.column,
    value: problem.value.trim() === '' ? rows.blank : `"${problem.value}"`,
    expected: expected[problem.field],
  };
}

/** What the reader of an import's numbers should know. */
export function noteText({ words, texts, numbers }: ImportVoice, note: Note): string {
  const { notes, fields } = texts.importing;
  switch (note.code) {
    case 'columnChosen':
      return notes.columnChosen(fields[note.field], note.column, note.others);
    case 'columnIgnored':
      return notes.columnIgnored(
        fields[note.field],
        note.column,
        String(note.line),
        note.value,
      );
    case 'longTermsAsAnnual':
    case 'shortTenure':
    case 'fewOnOneTerm':
      return notes[note.code](numbers.count(note.count));
    case 'noPrice':
      return note.revenue ? notes.revenueForPrice : notes.noPrice;
    case 'encodingGuessed':
      return notes.encodingGuessed(ENCODING_NAMES[note.encoding]);
    case 'gradeNotPrice':
      return notes.gradeNotPrice(note.column);
    case 'decimalGuessed':
      return notes.decimalGuessed[note.decimal](note.value);
    case 'datesGuessed':
      return notes.datesGuessed[note.order](note.value);
    case 'severalCurrencies':
      return notes.severalCurrencies(note.currencies.map(({ currency }) => currency));
    case 'tenureFromDates':
      return notes.tenureFromDates(note.column, note.until);
    case 'endsBeforeStart':
      return notes.endsBeforeStart(numbers.count(note.count));
    case 'churnedFrom':
      return notes.churnedFrom(note.columns);
    case 'othersTogether':
      return note.names === 0
        ? notes.nameless(numbers.count(note.count))
        : notes.othersTogether(numbers.count(note.names), numbers.count(note.count));
    case 'groupJoined':
      return notes.groupJoined(
        segmentName(words, note.group),
        segmentName(words, note.into),
        numbers.count(note.count),
      );
    case 'levelsMerged':
      return notes.levelsMerged(segmentName(words, note.segment));
    case 'fewChurned':
      return notes.fewChurned(segmentName(words, note.segment), numbers.count(note.churned));
    case 'hazardCapped':
      return notes.hazardCapped(segmentName(words, note.segment), numbers.count(note.cap));
    case 'totalDisagrees':
      return notes.totalDisagrees(note.column, numbers.decimal(note.ratio, 2));
    case 'duplicateIds':
      return notes.duplicateIds(numbers.count(note.count), String(note.line), note.id);
    default:
      return notes[note.code];
  }
}
