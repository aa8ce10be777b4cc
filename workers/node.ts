/** Starts a worker thread in Node. */
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { Worker } from 'node:worker_threads';
import type { SimulationApi } from './api.ts';
import type { WorkerHandle } from './pool.ts';

/** @param script the built simulate.node entry */
export function spawnNodeWorker(script: URL): WorkerHandle {
  const worker = new Worker(script);
  const died = new Promise<Error>((resolve) => {
    worker.on('error', resolve);
    worker.on('exit', (code) => {
      resolve(new Error(`the worker thread ended with code ${code}`));
    });
  });
  return {
    api: wrap<SimulationApi>(nodeEndpoint(worker)),
    died,
    terminate: () => void worker.terminate(),
  };
}
