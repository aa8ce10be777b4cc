/** Question 10: the same in the end, in how many steps and how far apart? */
import { selectedOf } from '../engine/selected.ts';
import { doseOf } from '../model/dose.ts';
import { WEEKS_BETWEEN_STEPS } from '../model/levers/prices.ts';
import { parseScenario } from '../model/parse.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Decision, Scenario } from '../model/scenario.ts';
import type { DecisionRun, Estimate, MassExit } from './assessment.ts';
import { decisionJob } from './decision.ts';
import { replicate } from './job.ts';
import type { Asking, Runner } from './job.ts';
import { massExit } from './massExit.ts';
import { spread } from './quantile.ts';

const RUNS = 20;
const STEPS = [1, 2, 4, 8] as const;
const INTERVALS_WEEKS = [13, 26, 52] as const;

/** One way to spread it. */
export interface Pace {
  /** Steps of equal size; null where it grows evenly, week by week. */
  readonly steps: number | null;
  /** Weeks between steps, or over which it grows; null if it comes at once. */
  readonly weeks: number | null;
}

export interface PacedOutcome extends Pace {
  /** It is the decision as it stands. */
  readonly own: boolean;
  /**
   * Weeks of the horizon after the last step, or after it has grown to its full size. The fewer there are, the more
   * of what the pace does lies beyond the horizon; 0 or less if that week is not simulated itself.
   */
  readonly weeksInFull: number;
  readonly massExit: MassExit;
  /** Against the do-nothing twin: median, 5th and 95th percentile of the runs. */
  readonly loss: Estimate;
  readonly revenueChange: Estimate;
}

/**
 * The selected decision in 1, 2, 4 or 8 steps, 13, 26 or 52 weeks apart, as far as the last step comes before the
 * horizon; service and ads at once or growing over as many weeks. And as it stands, if that is none of these.
 * @returns null for decisions that come at once by their nature
 */
export async function pacing(
  scenario: Scenario,
  runner: Runner,
  { signal, onProgress }: Asking = {},
): Promise<readonly PacedOutcome[] | null> {
  const paced = pacedScenarios(scenario);
  if (!paced) return null;
  const runs = Math.min(RUNS, scenario.runs);
  const { index } = selectedOf(scenario);
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  const results = await replicate(
    runs * paced.length,
    (i) => {
      const one = paced[Math.floor(i / runs)]?.scenario ?? scenario;
      return runner.perform(decisionJob, [one, i % runs, doseOf(one, index)], signal);
    },
    { onProgress },
  );
  const decision = scenario.decisions[index];
  const week = decision?.week ?? 0;
  return paced.map(({ pace }, i) => ({
    ...pace,
    own: decision !== undefined && isPaced(decision, pace),
    weeksInFull: scenario.horizon - week - lengthOf(pace),
    ...concludePace(results.slice(i * runs, (i + 1) * runs), threshold),
  }));
}

/** Weeks from its first to its last step, or over which it grows. */
const lengthOf = ({ steps, weeks }: Pace): number => (weeks ?? 0) * ((steps ?? 2) - 1);

/** Whether that is the pace at which the decision stands. */
export function isPaced(decision: Decision, { steps, weeks }: Pace): boolean {
  const own = ownPace(decision);
  return own.steps === steps && own.weeks === weeks;
}

function ownPace(decision: Decision): Pace {
  if (decision.kind !== 'price')
    return { steps: null, weeks: ('ramp' in decision && decision.ramp) || null };
  const { steps = 1, interval = WEEKS_BETWEEN_STEPS } = decision;
  return { steps, weeks: steps === 1 ? null : interval };
}

/** What the runs of one pace come to. */
export function concludePace(
  runs: readonly Pick<DecisionRun, 'loss' | 'revenueChange'>[],
  threshold: number,
): Omit<PacedOutcome, keyof Pace | 'weeksInFull' | 'own'> {
  const losses = runs.map(({ loss }) => loss);
  return {
    massExit: massExit(losses, threshold),
    loss: spread(losses),
    revenueChange: spread(runs.map(({ revenueChange }) => revenueChange)),
  };
}

/** Every pace that fits, and that of the decision; at once first. */
export function pacedScenarios(
  scenario: Scenario,
): { readonly pace: Pace; readonly scenario: Scenario }[] | null {
  const { index } = selectedOf(scenario);
  const decision = scenario.decisions[index];
  const others = decision && paces(decision, scenario.horizon);
  if (!others) return null;
  const isListed = others.some(({ pace }) => isPaced(decision, pace));
  const own = isListed ? [] : [{ pace: ownPace(decision), decision }];
  return [...others, ...own].sort(byPace).flatMap(({ pace, decision: paced }) => {
    const parsed = parseScenario({
      ...scenario,
      decisions: scenario.decisions.with(index, paced),
    });
    return parsed.ok ? [{ pace, scenario: parsed.scenario }] : [];
  });
}

const byPace = (a: { readonly pace: Pace }, b: { readonly pace: Pace }): number =>
  (a.pace.steps ?? 0) - (b.pace.steps ?? 0) || (a.pace.weeks ?? 0) - (b.pace.weeks ?? 0);

function paces(
  decision: Decision,
  horizon: number,
): { pace: Pace; decision: Decision }[] | null {
  const end = Math.min(
    horizon,
    ('revert' in decision ? decision.revert : undefined) ?? horizon,
  );
  if (decision.kind === 'price') {
    const { steps: _steps, interval: _interval, ...price } = decision;
    return STEPS.flatMap((steps): { pace: Pace; decision: Decision }[] =>
      steps === 1
        ? [{ pace: { steps, weeks: null }, decision: price }]
        : INTERVALS_WEEKS.filter((weeks) => price.week + (steps - 1) * weeks < end).map(
            (weeks) => ({
              pace: { steps, weeks },
              decision: { ...price, steps, interval: weeks },
            }),
          ),
    );
  }
  if (decision.kind !== 'service' && decision.kind !== 'ads') return null;
  const { ramp: _ramp, ...sudden } = decision;
  return [
    { pace: { steps: null, weeks: null }, decision: sudden },
    ...INTERVALS_WEEKS.filter((weeks) => sudden.week + weeks < end).map((weeks) => ({
      pace: { steps: null, weeks },
      decision: { ...sudden, ramp: weeks },
    })),
  ];
}
