/** How long an answer takes, with worker threads as the terminal has them. */
import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess/assess.ts';
import { planAxis } from '../../src/assess/axis.ts';
import { decisionJob } from '../../src/assess/decision.ts';
import { replicate } from '../../src/assess/job.ts';
import { spawnNodeWorker } from '../../workers/node.ts';
import { Pool } from '../../workers/pool.ts';
import { parseScenarioText } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { inTurns } from './timing.ts';
import type { Candidate } from './timing.ts';

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
