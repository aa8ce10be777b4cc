/** Reads customer files beside the page's own thread. */
import { proxy, wrap } from 'comlink';
import type { Remote } from 'comlink';
import type {
  CustomerImport,
  CustomerInspection,
  ImportOptions,
} from '../../data/customers.ts';
import type { Watching } from '../../data/reading/pass.ts';
import type { Reading } from './reading.worker.ts';

/** Looks at the beginning of a customer file, in a worker. Rejects if the worker dies. */
export const inspectInWorker = (
  file: Blob,
  options: ImportOptions,
  signal?: AbortSignal,
): Promise<CustomerInspection> =>
  inWorker<CustomerInspection>(signal, (reading) => reading.inspect(file, options));

/**
 * Reads a customer file in a worker that is made for it. Rejects if the worker dies, and with the reason of
 * the signal when that ends it: at once, whatever the worker is doing.
 */
export const readInWorker = (
  file: Blob,
  options: ImportOptions,
  { onProgress = () => undefined, signal }: Watching = {},
): Promise<CustomerImport> =>
  inWorker<CustomerImport>(signal, (reading) => reading.read(file, options, proxy(onProgress)));

async function inWorker<T>(
  signal: AbortSignal | undefined,
  task: (reading: Remote<Reading>) => PromiseLike<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
    type: 'module',
  });
  const ended = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'the file could not be read in a worker'));
    });
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  try {
    return await Promise.race([task(wrap<Reading>(worker)), ended]);
  } finally {
    worker.terminate();
  }
}
