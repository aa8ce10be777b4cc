/** How long an answer takes, with worker threads as the terminal has them. */
import { readFileSync } from 'node:fs';
import { answer, QUESTION_NAMES } from '../../src/assess/answers.ts';
import type { Answers } from '../../src/assess/answers.ts';
import { assess } from '../../src/assess/assess.ts';
import type { Verdict } from '../../src/assess/assessment.ts';
import { planAxis } from '../../src/assess/axis.ts';
import { decisionJob } from '../../src/assess/decision.ts';
import { massExit } from '../../src/assess/massExit.ts';
import { replicate } from '../../src/assess/job.ts';
import { verdictOfExits } from '../../src/assess/verdict.ts';
import { spawnNodeWorker } from '../../workers/node.ts';
import { Pool } from '../../workers/pool.ts';
import { parseScenarioText } from '../../src/model/parse.ts';
import { DEFAULT_THRESHOLD } from '../../src/model/scenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { inTurns, timingOf } from './timing.ts';
import type { Candidate, Timing } from './timing.ts';

export const ALL_SIZES = 'the same with the cliff over all sizes';

const VERDICTS: readonly Verdict[] = ['counting', 'above', 'near', 'past'];
const example = new URL('../../public/examples/general-price-rise.json', import.meta.url);

function exampleWith(changes: Partial<Scenario>): Scenario {
  const parsed = parseScenarioText(readFileSync(example, 'utf8'));
  if (!parsed.ok) throw new Error('The example is not a scenario.');
  return { ...parsed.scenario, ...changes };
}

/** A pool whose workers have loaded their kernel. */
async function crew(size: number): Promise<Pool> {
  const script = new URL('./simulate.node.js', import.meta.url);
  const pool = new Pool(() => spawnNodeWorker(script), size);
  await replicate(2 * size, (run) => pool.perform(decisionJob, [exampleWith({}), run, 0.1]));
  return pool;
}

/** From an edit of the default scenario (4,000 customers, 104 weeks) to its answers, each on its own. */
export async function answerTimings(workers: number, rounds: number) {
  const pool = await crew(workers);
  let edits = 0;
  // Another seed each time, as after an edit: nothing may be remembered.
  const edited = (runs: number) =>
    exampleWith({ horizon: 104, runs, seed: `bench ${workers} ${edits++}` });
  const atSize = (runs: number) => async () => {
    const scenario = edited(runs);
    const all = await replicate(runs, (run) =>
      pool.perform(decisionJob, [scenario, run, 0.25]),
    );
    return all.reduce((sum, { loss }) => sum + loss, 0);
  };
  const candidates: Candidate[] = [
    { name: 'first provisional figures (2 runs)', run: atSize(2) },
    {
      name: 'verdict from 40 seeds',
      run: async () => {
        const scenario = edited(40);
        const { threshold = DEFAULT_THRESHOLD } = scenario;
        const runs = await replicate(40, (run) =>
          pool.perform(decisionJob, [scenario, run, 0.25]),
        );
        const exits = massExit(
          runs.map(({ loss }) => loss),
          threshold,
        );
        return VERDICTS.indexOf(verdictOfExits(exits));
      },
    },
    {
      name: ALL_SIZES,
      run: async () => (await assess(edited(40), pool)).loss.value,
    },
    { name: '400 seeds at the decision', run: atSize(400) },
    {
      name: 'tipping point with its range, 400 runs',
      run: async () => (await assess(edited(400), pool)).tippingPoint?.value ?? 0,
    },
    {
      name: 'the axis planned (1 run scouted)',
      run: async () => (await planAxis(edited(1), pool)).doses.length,
    },
  ];
  try {
    return await inTurns(candidates, rounds);
  } finally {
    pool.close();
  }
}

/** Every question of a full assessment once, one after the other, of the default scenario with 400 runs. */
export async function questionTimings(workers: number): Promise<Timing[]> {
  const pool = await crew(workers);
  const scenario = exampleWith({ horizon: 104, runs: 400, seed: 'bench questions' });
  const timings: Timing[] = [];
  let known: Partial<Answers> = {};
  try {
    for (const name of QUESTION_NAMES) {
      const begun = performance.now();
      known = await answer(scenario, pool, [name], { known });
      timings.push(timingOf(name, [performance.now() - begun]));
    }
    return timings;
  } finally {
    pool.close();
  }
}
