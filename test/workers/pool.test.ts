import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assess.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { cliffJob } from '../../src/assess/tipping.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { spawnNodeWorker } from '../../workers/node.ts';
import { Pool } from '../../workers/pool.ts';
import type { WorkerHandle } from '../../workers/pool.ts';
import { root, thermocline } from '../support/terminal.ts';

const scenario: Scenario = {
  version: 1,
  name: 'Pool',
  seed: 'pool',
  horizon: 60,
  customers: 800,
  runs: 6,
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.4 }],
  buffers: [],
};

let alone: Assessment;
let pool: Pool | undefined;
beforeAll(async () => {
  // The terminal's bundle holds the worker as Node runs it.
  await thermocline('help');
  alone = await assess(scenario, await serialRunner());
}, 120_000);
afterEach(() => pool?.close());

const script = pathToFileURL(join(root, 'build/cli/simulate.node.js'));
const spawn = (): WorkerHandle => spawnNodeWorker(script);

test('one worker, three workers and no worker give the same answer', async () => {
  for (const size of [1, 3]) {
    pool?.close();
    pool = new Pool(spawn, size);
    expect(await assess(scenario, pool)).toEqual(alone);
  }
}, 60_000);

test('a worker that dies is replaced, and the answer is the same', async () => {
  const handles: WorkerHandle[] = [];
  pool = new Pool(() => {
    const handle = spawn();
    handles.push(handle);
    return handle;
  }, 2);
  let killed = 0;
  const answer = await assess(scenario, pool, {
    onProgress: (done) => {
      if (done > 2) return;
      handles.at(-1)?.terminate();
      killed++;
    },
  });
  expect(killed).toBe(2);
  expect(handles.length).toBeGreaterThan(2);
  expect(answer).toEqual(alone);
}, 60_000);

test('a job that kills every worker it is given is given up with a sentence', async () => {
  pool = new Pool(() => {
    const handle = spawn();
    setTimeout(() => {
      handle.terminate();
    }, 5);
    return handle;
  }, 1);
  await expect(
    pool.perform(cliffJob, [{ ...scenario, customers: 50_000 }, 0, [0.1], 'sweep']),
  ).rejects.toThrow(/This run stopped: the worker thread ended with code/);
}, 60_000);

test('a withdrawn job rejects at once, and what comes after it is not disturbed', async () => {
  const crew = new Pool(spawn, 1);
  pool = crew;
  const controller = new AbortController();
  const stale = Array.from({ length: 5 }, (_, run) =>
    crew.perform(cliffJob, [scenario, run, [0.1, 0.2], 'sweep'], controller.signal),
  );
  controller.abort(new Error('a newer edit'));
  const outcomes = await Promise.allSettled(stale);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  expect(await assess(scenario, pool)).toEqual(alone);
}, 60_000);

test('a withdrawn job that takes long does not keep its worker', async () => {
  const crew = new Pool(spawn, 1);
  pool = crew;
  const controller = new AbortController();
  const endless = crew.perform(
    cliffJob,
    [{ ...scenario, customers: 500_000, horizon: 520 }, 0, [0.1, 0.2, 0.3, 0.4, 0.5], 'sweep'],
    controller.signal,
  );
  setTimeout(() => {
    controller.abort(new Error('a newer edit'));
  }, 300);
  await expect(endless).rejects.toThrow('a newer edit');
  // The job itself would go on for half a minute and more.
  expect(await assess(scenario, crew)).toEqual(alone);
}, 15_000);

test('an error inside a job is the answer of that job alone', async () => {
  pool = new Pool(spawn, 1);
  const broken: Scenario = { ...scenario, parameters: { rho: NaN } };
  await expect(pool.perform(cliffJob, [broken, 0, [0.1], 'sweep'])).rejects.toThrow(
    /parameters\.rho: received NaN/,
  );
  expect(await assess(scenario, pool)).toEqual(alone);
}, 60_000);

test('an assessment can be cancelled at any moment, and the next one gives the same answer', async () => {
  pool = new Pool(spawn, 2);
  for (const delay of [0, 1, 5, 20, 60, 150]) {
    const controller = new AbortController();
    const cancelled = assess({ ...scenario, runs: 60 }, pool, { signal: controller.signal });
    setTimeout(() => {
      controller.abort(new Error('a newer edit'));
    }, delay);
    await expect(cancelled).rejects.toThrow('a newer edit');
    expect(await assess(scenario, pool)).toEqual(alone);
  }
}, 60_000);

test('workers that are killed in the midst of it do not change the answer', async () => {
  const handles = new Set<WorkerHandle>();
  pool = new Pool(() => {
    const handle = spawn();
    handles.add(handle);
    return handle;
  }, 2);
  let killed = 0;
  const killer = setInterval(() => {
    const [oldest] = handles;
    // A job that lost its worker three times would be given up.
    if (!oldest || killed === 3) return;
    oldest.terminate();
    handles.delete(oldest);
    killed++;
  }, 150);
  expect(await assess({ ...scenario, runs: 60 }, pool)).toEqual(
    await assess({ ...scenario, runs: 60 }, await serialRunner()),
  );
  clearInterval(killer);
  expect(killed).toBeGreaterThan(0);
}, 60_000);
