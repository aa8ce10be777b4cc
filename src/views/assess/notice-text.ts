/** Notices in words: a first sentence, and what follows from it line by line. */
import type { FileProblem, Note, RowProblemCount } from '../../data/findings.ts';
import type { LinkProblem } from '../../data/link.ts';
import type { CustomerReport } from '../../data/report.ts';
import { sentenceOf } from '../../model/parse.ts';
import type { Notice } from '../../state/notice.ts';
import type { Words } from '../../words/language.ts';
import type { Numbers } from '../../words/numbers.ts';
import { segmentName } from './phrases.ts';

export interface NoticeText {
  readonly error: boolean;
  readonly head: string;
  readonly lines: readonly string[];
}

interface Voice {
  readonly words: Words;
  readonly numbers: Numbers;
}

/** Line numbers printed for one kind of problem. */
const LINES_SHOWN = 12;

export function textOf(voice: Voice, notice: Notice): NoticeText {
  const { notice: words } = voice.words;
  switch (notice.kind) {
    case 'runStopped':
      return { error: true, head: words.runStopped(sentence(notice.reason)), lines: [] };
    case 'notLoaded':
      return { error: true, head: words.notLoaded, lines: [] };
    case 'refusedEdit':
      return { error: true, head: words.refusedEdit, lines: notice.problems };
    case 'refusedScenario':
      return { error: true, head: words.refused(notice.file), lines: notice.problems };
    case 'refusedFile':
      return {
        error: true,
        head: words.refused(notice.file),
        lines: [fileProblem(voice, notice.problem)],
      };
    case 'refusedLink':
      return {
        error: true,
        head: voice.words.sharing.refused,
        lines: linkProblem(voice, notice.problem),
      };
    case 'otherModel':
      return {
        error: false,
        head: voice.words.sharing.otherModel(notice.made, notice.here),
        lines: [],
      };
    case 'ignoredParameters':
      return {
        error: false,
        head: voice.words.sharing.ignored,
        lines: notice.parameters.map(({ name, value }) =>
          voice.words.sharing.parameter(name, value),
        ),
      };
    case 'unreadableFile':
      return { error: true, head: words.unreadable(notice.file), lines: [] };
    case 'reading':
      return { error: false, head: words.reading(notice.file), lines: [] };
    case 'imported':
      return { error: false, ...importText(voice, notice) };
  }
}

const sentence = (text: string): string => (/[.!?。]$/.test(text) ? text : `${text}.`);

/** Why a link was refused, and what to do. */
function linkProblem({ words, numbers }: Voice, problem: LinkProblem): string[] {
  const { problems, moreProblems } = words.sharing;
  switch (problem.code) {
    case 'newer':
      return [problems.newer(numbers.count(problem.version))];
    case 'notAScenario': {
      const more = problem.count - problem.problems.length;
      const told = problem.problems.map(sentenceOf);
      return more > 0 ? [...told, moreProblems(more, numbers.count(more))] : told;
    }
    default:
      return [problems[problem.code]];
  }
}

/** Why a file was refused, and what to do. */
export function fileProblem({ words, numbers }: Voice, problem: FileProblem): string {
  const { problems, formats } = words.importing;
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
    default:
      // Columns named by hand: the page offers no way to do so yet.
      return problems.mapping;
  }
}

function importText(
  voice: Voice,
  { file, report, met }: Extract<Notice, { kind: 'imported' }>,
) {
  const { words, numbers } = voice;
  return {
    head: words.notice.imported(file, numbers.count(report.placed), report.segments.length),
    lines: [
      ...(met ? [] : [words.importing.churnMissed]),
      ...report.problemCounts.map((count) => rowProblem(voice, count, report)),
      ...report.notes.map((note) => noteText(voice, note)),
    ],
  };
}

/** One kind of problem with its count and its lines. */
function rowProblem(
  { words, numbers }: Voice,
  { code, column, field, effect, count }: RowProblemCount,
  report: CustomerReport,
): string {
  const { importing } = words;
  const shown = numbers.count(count);
  const of = report.problems.filter(
    (problem) =>
      problem.code === code &&
      problem.effect === effect &&
      (problem.code === 'tooManyCells' || problem.field === field),
  );
  const lines = importing.lines(
    of
      .slice(0, LINES_SHOWN)
      .map(({ line }) => String(line))
      .join(', '),
    count > LINES_SHOWN,
  );
  const what =
    code === 'tooManyCells' || column === null
      ? importing.surplusCells(count, shown, importing.effects[effect])
      : importing.fault(
          count,
          shown,
          column,
          importing.faults[code],
          importing.effects[effect],
        );
  return `${what} ${lines}.`;
}

function noteText({ words, numbers }: Voice, note: Note): string {
  const { notes, fields } = words.importing;
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
