import { expect, test } from 'vitest';
import * as asked from '../../src/assess/asked.ts';
import { biographyJob } from '../../src/assess/biography.ts';
import { castJob } from '../../src/assess/cast.ts';
import { columnJob } from '../../src/assess/column.ts';
import { decisionJob, timelineJob } from '../../src/assess/decision.ts';
import { hazardsJob } from '../../src/assess/hazard.ts';
import type { Job } from '../../src/assess/job.ts';
import { jobNamed } from '../../src/assess/jobs.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { cliffJob } from '../../src/assess/tipping.ts';
import { parseScenario } from '../../src/model/parse.ts';
import example from '../../public/examples/general-price-rise.json';

test('what the page asks for by name is the job of that type', () => {
  const whole = {
    biographyJob,
    castJob,
    cliffJob,
    columnJob,
    decisionJob,
    hazardsJob,
    timelineJob,
  };
  expect(Object.keys(asked).sort()).toEqual(Object.keys(whole).sort());
  for (const key of Object.keys(whole) as (keyof typeof whole)[])
    expect(jobNamed(asked[key].name)).toBe(whole[key] as unknown as Job<unknown[], unknown>);
});

test('a job asked for by name gives what the job itself gives', async () => {
  const parsed = parseScenario({ ...example, customers: 400, horizon: 20 });
  if (!parsed.ok) throw new Error('The example must hold.');
  const runner = await serialRunner();
  expect(await runner.perform(asked.decisionJob, [parsed.scenario, 1, 0.2])).toEqual(
    await runner.perform(decisionJob, [parsed.scenario, 1, 0.2]),
  );
});
