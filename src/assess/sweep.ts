/** Any one or two inputs of a scenario, varied: the table behind a phase map. */
import { selectedDecision } from '../model/dose.ts';
import { parseScenario, sentenceOf } from '../model/parse.ts';
import { withValueAt } from '../model/path.ts';
import { DEFAULT_THRESHOLD } from '../model/scenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Estimate, MassExit } from './assessment.ts';
import type { Asking, Job, Runner } from './job.ts';
import { replicate } from './job.ts';
import { massExit } from './massExit.ts';
import { spread } from './quantile.ts';

/** An input, as `decisions[0].change` or `parameters.rho`, and the values it takes. */
export interface SweepAxis {
  readonly path: string;
  readonly values: readonly number[];
}

/** One combination of values: one for each axis. */
export interface SweepCell {
  readonly values: readonly number[];
  readonly massExit: MassExit;
  /** Loss of customers against the do-nothing twin: median, 5th and 95th percentile over the runs. */
  readonly loss: Estimate;
}

/** Loss of one seed of a scenario as it stands, against its do-nothing twin at the horizon. */
export const lossJob: Job<[scenario: Scenario, run: number], number> = {
  name: 'loss',
  perform(lab, scenario, run) {
    const { size } = lab.study(scenario);
    return lab.seed(scenario, run, [size], 'events').loss(size);
  },
};

/**
 * Every combination of the axes' values, the last axis running fastest.
 * @returns the scenarios, or every sentence that says why some are none
 */
export function sweptScenarios(
  scenario: Scenario,
  axes: readonly SweepAxis[],
):
  | { readonly ok: true; readonly cells: readonly (readonly [number[], Scenario])[] }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const problems = new Set<string>();
  const cells = combinations(axes).flatMap((values): [number[], Scenario][] => {
    const varied = axes.reduce<unknown>(
      (input, { path }, i) => withValueAt(input, path, values[i] ?? NaN),
      scenario,
    );
    const parsed = parseScenario(varied);
    if (!parsed.ok) {
      for (const problem of parsed.problems) problems.add(sentenceOf(problem));
      return [];
    }
    const selected = selectedDecision(parsed.scenario);
    if (typeof selected !== 'number') problems.add(sentenceOf(selected));
    return [[values, parsed.scenario]];
  });
  return problems.size > 0 ? { ok: false, problems: [...problems] } : { ok: true, cells };
}

function combinations(axes: readonly SweepAxis[]): number[][] {
  return axes.reduce<number[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

/** One row of the table: the scenario of a cell, with as many runs as it asks for. */
export async function sweepCell(
  values: readonly number[],
  scenario: Scenario,
  runner: Runner,
  asking: Asking = {},
): Promise<SweepCell> {
  const losses = await replicate(
    scenario.runs,
    (run) => runner.perform(lossJob, [scenario, run], asking.signal),
    asking,
  );
  const threshold = scenario.threshold ?? DEFAULT_THRESHOLD;
  return { values, massExit: massExit(losses, threshold), loss: spread(losses) };
}
