/** All that a brief rests on: the assessment, the runs that its pictures draw, and the answers. */
import { answer } from '../assess/answers.ts';
import type { Answers, QuestionName } from '../assess/answers.ts';
import { conclude, simulate, standingOf } from '../assess/assess.ts';
import type { CliffRun, Judged, Timeline } from '../assess/assessment.ts';
import { naiveForecast } from '../assess/naive.ts';
import type { NaiveForecast } from '../assess/naive.ts';
import { typicalLosses } from '../assess/cliff.ts';
import { timelineJob } from '../assess/asked.ts';
import { medianRun } from '../assess/medianRun.ts';
import { counterfactual } from '../assess/counterfactual.ts';
import type { Counterfactual } from '../assess/counterfactual.ts';
import type { Asking, Runner } from '../assess/job.ts';
import type { Scenario } from '../model/scenario.ts';

/** What a brief is told beyond how the decision stands. */
const ASKED = [
  'wayBack',
  'shape',
  'fixes',
  'smallestFix',
  'warning',
  'sensitivity',
  'assumed',
] as const satisfies readonly QuestionName[];

/** An answer that nobody asked for is absent, and so is its section: a brief never fills a gap. */
export interface Evidence extends Partial<Pick<Answers, (typeof ASKED)[number]>> {
  readonly scenario: Scenario;
  readonly assessment: Judged;
  /** Single runs over the sizes, as many as were simulated at every size. */
  readonly lines: readonly CliffRun[];
  /** Median loss over the sizes, finer than the assessment's. */
  readonly typical: readonly (readonly [dose: number, loss: number])[];
  /** What a constant elasticity says; null if it could not be measured. */
  readonly naive: NaiveForecast | null;
  /** The run with the median loss at the decision's size, week by week. */
  readonly timeline: Timeline | null;
  readonly counterfactual?: Counterfactual;
}

export interface Gathering extends Asking {
  /** Answers for the same scenario that are there already. */
  readonly known?: Partial<Answers>;
}

/** Asks every question that the brief answers, one after the other; progress is that of the present one. */
export async function gather(
  scenario: Scenario,
  runner: Runner,
  { known = {}, ...asking }: Gathering = {},
): Promise<Evidence> {
  const { axis, cliffs, decisions } = await simulate(scenario, runner, asking);
  const assessment = conclude(scenario, axis, cliffs, decisions);
  const leavers = await counterfactual(scenario, runner, asking);
  const unknown = ASKED.filter((name) => known[name] === undefined);
  const answers = await answer(scenario, runner, unknown, {
    ...asking,
    known,
    standing: standingOf(assessment, cliffs, decisions),
  });
  const typical = medianRun(decisions);
  const lines = cliffs.filter(({ losses }) => losses.length === axis.doses.length);
  return {
    ...Object.fromEntries(ASKED.map((name) => [name, answers[name]])),
    scenario,
    assessment,
    lines,
    typical: typicalLosses(lines, axis.doses),
    naive: naiveForecast(
      axis,
      cliffs,
      decisions.map(({ loss }) => loss),
    ),
    timeline:
      typical &&
      (await runner.perform(timelineJob, [scenario, typical.run, axis.size], asking.signal)),
    counterfactual: leavers,
  };
}
