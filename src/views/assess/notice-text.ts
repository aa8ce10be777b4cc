/** Notices in words: a first sentence, and what follows from it line by line. */
import type { StorageProblem } from '../../data/library/problem.ts';
import type { LinkProblem } from '../../data/link.ts';
import type { Problem } from '../../model/scenario.ts';
import type { Notice } from '../../state/notice.ts';
import { failureSentence } from '../../words/failures.ts';
import type { Language, Words } from '../../words/language.ts';
import type { Numbers } from '../../words/numbers.ts';
import { problemSentence } from '../../words/problems.ts';

export interface NoticeText {
  readonly error: boolean;
  readonly head: string;
  readonly lines: readonly string[];
}

interface Voice {
  readonly language: Language;
  readonly words: Words;
  readonly numbers: Numbers;
}

const BYTES_PER_MEGABYTE = 1024 * 1024;

export function textOf(voice: Voice, notice: Notice): NoticeText {
  const { notice: words } = voice.words;
  switch (notice.kind) {
    case 'runStopped':
      return {
        error: true,
        head: words.runStopped(failureSentence(notice.reason, voice.language)),
        lines: [],
      };
    case 'notLoaded':
      return { error: true, head: words.notLoaded, lines: [] };
    case 'refusedEdit':
      return { error: true, head: words.refusedEdit, lines: told(voice, notice.problems) };
    case 'refusedScenario':
      return {
        error: true,
        head: words.refused(notice.file),
        lines: told(voice, notice.problems),
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
        lines: notice.parameters.map(({ name, value, expected }) =>
          voice.words.sharing.parameter(name, value, expected),
        ),
      };
    case 'continued':
      return { error: false, head: voice.words.keeping.continued(notice.name), lines: [] };
    case 'notKept':
      return { error: true, head: storageText(voice.words, notice.problem), lines: [] };
    case 'unreadableFile':
      return { error: true, head: words.unreadable(notice.file), lines: [] };
    case 'largeScenario':
      return {
        error: true,
        head: words.refused(notice.file),
        lines: [
          words.largeScenario(voice.numbers.decimal(notice.limitBytes / BYTES_PER_MEGABYTE)),
        ],
      };
  }
}

/** Why nothing is kept in this browser. */
export function storageText({ keeping }: Words, problem: StorageProblem): string {
  const { problems } = keeping;
  return keeping.notKept(
    problem.code === 'failed' ? problems.failed(problem.reason) : problems[problem.code],
  );
}

const told = ({ language }: Voice, problems: readonly Problem[]): string[] =>
  problems.map((problem) => problemSentence(problem, language));

/** Why a link was refused, and what to do. */
function linkProblem(voice: Voice, problem: LinkProblem): string[] {
  const { words, numbers } = voice;
  const { problems, moreProblems } = words.sharing;
  switch (problem.code) {
    case 'newer':
      return [problems.newer(numbers.count(problem.version))];
    case 'notAScenario': {
      const more = problem.count - problem.problems.length;
      const lines = told(voice, problem.problems);
      return more > 0 ? [...lines, moreProblems(more, numbers.count(more))] : lines;
    }
    default:
      return [problems[problem.code]];
  }
}
