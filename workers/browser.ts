/** Starts a worker in the browser. */
import { wrap } from 'comlink';
import type { SimulationApi } from './api.ts';
import type { WorkerHandle } from './pool.ts';

export function spawnBrowserWorker(): WorkerHandle {
  const worker = new Worker(new URL('./simulate.worker.ts', import.meta.url), {
    type: 'module',
  });
  const died = new Promise<Error>((resolve) => {
    worker.addEventListener('error', (event) => {
      resolve(new Error(event.message || 'the worker could not be started'));
    });
  });
  return {
    api: wrap<SimulationApi>(worker),
    died,
    terminate: () => {
      worker.terminate();
    },
  };
}

/** As many workers as there are processors, but one at least and eight at most. */
export const browserWorkers = (): number =>
  Math.min(8, Math.max(1, navigator.hardwareConcurrency));
