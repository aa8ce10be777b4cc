/** The questions beyond whether it breaks: who asks for an answer names them, or asks them all. */
import type { Scenario } from '../model/scenario.ts';
import type { Standing } from './assessment.ts';
import { assumed } from './assumed.ts';
import type { Assumed } from './assumed.ts';
import { counterfactual } from './counterfactual.ts';
import type { Counterfactual } from './counterfactual.ts';
import { fixes } from './fixes.ts';
import type { Fixes } from './fixes.ts';
import { history } from './history.ts';
import type { History } from './history.ts';
import { homophily } from './homophily.ts';
import type { Homophily } from './homophily.ts';
import type { Asking, Runner } from './job.ts';
import { morris } from './morris.ts';
import type { Morris } from './morris.ts';
import { pacing } from './pacing.ts';
import type { PacedOutcome } from './pacing.ts';
import { pilot } from './pilot.ts';
import type { Pilot } from './pilot.ts';
import { sensitivity } from './sensitivity.ts';
import type { Sensitivity } from './tornado.ts';
import { shape } from './shape.ts';
import type { Shape } from './shape.ts';
import { smallestFix } from './smallestFix.ts';
import type { SmallestFix } from './smallestFix.ts';
import { warning } from './warning.ts';
import type { Warning } from './warning.ts';
import { wayBack } from './wayBack.ts';
import type { WayBack } from './wayBack.ts';

/** Null where the question does not arise: nothing tips, no history, a decision that comes at once, everybody hit. */
export interface Answers {
  readonly wayBack: WayBack;
  readonly shape: Shape | null;
  readonly counterfactual: Counterfactual;
  readonly fixes: Fixes;
  readonly smallestFix: SmallestFix;
  readonly warning: Warning;
  readonly pacing: readonly PacedOutcome[] | null;
  readonly history: History | null;
  readonly homophily: Homophily | null;
  readonly pilot: Pilot;
  readonly assumed: Assumed;
  readonly sensitivity: Sensitivity;
  readonly screening: Morris;
}
export type QuestionName = keyof Answers;

/** A question may read what was answered before it. */
type Question<Name extends QuestionName> = (
  scenario: Scenario,
  runner: Runner,
  asking: AskingOne,
  before: Partial<Answers>,
) => Promise<Answers[Name]>;

interface AskingOne extends Asking {
  /** How the decision stands, if that is known; else each question finds out what it needs, from fewer runs. */
  readonly standing?: Standing | undefined;
}

/** In the order in which their answers are seen on the page and in the brief. */
const QUESTIONS: { readonly [Name in QuestionName]: Question<Name> } = {
  wayBack,
  shape,
  counterfactual,
  fixes,
  smallestFix: async (scenario, runner, asking, before) =>
    smallestFix(
      scenario,
      before.fixes ?? (await fixes(scenario, runner, asking)),
      runner,
      asking,
    ),
  warning,
  pacing,
  history,
  homophily,
  pilot,
  assumed,
  sensitivity,
  screening: morris,
};

export const QUESTION_NAMES = Object.keys(QUESTIONS) as QuestionName[];

/** All but the slower way to ask what the answer depends on. */
export const USUAL_QUESTIONS = QUESTION_NAMES.filter((name) => name !== 'screening');

export interface AskingAll extends AskingOne {
  /** What is known of the same scenario already. */
  readonly known?: Partial<Answers>;
  /** Told when a question is answered. */
  readonly onAnswer?: (answers: Partial<Answers>, name: QuestionName) => void;
}

/**
 * Answers questions about a scenario, one after the other, in the order of QUESTION_NAMES.
 * @param names which; the usual ones by default
 * @returns the answers to them, and what was known before
 */
export async function answer(
  scenario: Scenario,
  runner: Runner,
  names: readonly QuestionName[] = USUAL_QUESTIONS,
  { onAnswer, known = {}, ...asking }: AskingAll = {},
): Promise<Partial<Answers>> {
  let answers = known;
  for (const name of QUESTION_NAMES.filter((one) => names.includes(one))) {
    answers = { ...answers, [name]: await QUESTIONS[name](scenario, runner, asking, answers) };
    onAnswer?.(answers, name);
  }
  return answers;
}
