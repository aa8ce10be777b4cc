/** Reads customer files beside the page's own thread. */
import { wrap } from 'comlink';
import type { CustomerImport, ImportOptions } from '../data/customers.ts';
import type { Reading } from './reading.worker.ts';

/**
 * Reads the bytes of a customer file in a worker that is made for it. Rejects if the worker dies.
 */
export async function readInWorker(
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<CustomerImport> {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
    type: 'module',
  });
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'the file could not be read in a worker'));
    });
  });
  try {
    const { readCustomers } = wrap<Reading>(worker);
    return await Promise.race([readCustomers(bytes, options), died]);
  } finally {
    worker.terminate();
  }
}
