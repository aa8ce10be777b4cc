/** Every job that a worker knows. */
import { assumedJob } from './assumed.ts';
import { counterfactualJob } from './counterfactualRun.ts';
import { crossingJob } from './crossing.ts';
import { biographyJob } from './biography.ts';
import { castJob } from './cast.ts';
import { columnJob } from './column.ts';
import { decisionJob, timelineJob } from './decision.ts';
import { factJob } from './fact.ts';
import { churnJob } from './fit/churn.ts';
import { hazardsJob } from './hazard.ts';
import type { Job } from './job.ts';
import { launchJob } from './launch.ts';
import { seriesJob } from './longTable.ts';
import { segmentTipJob } from './homophily.ts';
import { shapeJob } from './shape.ts';
import { pilotJob } from './pilotRun.ts';
import { lossJob } from './sweep.ts';
import { survivalJob } from './survival.ts';
import { cliffJob } from './tipping.ts';
import { warningJob } from './warning.ts';
import { wayBackJob } from './wayBack.ts';

const JOBS = [
  cliffJob,
  decisionJob,
  timelineJob,
  lossJob,
  warningJob,
  wayBackJob,
  segmentTipJob,
  seriesJob,
  hazardsJob,
  factJob,
  crossingJob,
  assumedJob,
  columnJob,
  biographyJob,
  castJob,
  counterfactualJob,
  shapeJob,
  pilotJob,
  churnJob,
  launchJob,
  survivalJob,
];

// Arguments and results are checked where a job is asked for; on the way they are plain data.
const byName = new Map(
  JOBS.map((job) => [job.name, job as unknown as Job<unknown[], unknown>]),
);

/** @throws Error if there is no such job */
export function jobNamed(name: string): Job<unknown[], unknown> {
  const job = byName.get(name);
  if (job) return job;
  throw new Error(`job: received "${name}", expected one of ${[...byName.keys()].join(', ')}`);
}
