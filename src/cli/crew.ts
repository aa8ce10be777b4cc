/** The worker threads of a command, and what is said of them while they work. */
import { availableParallelism } from 'node:os';
import { spawnNodeWorker } from '../../workers/node.ts';
import { Pool } from '../../workers/pool.ts';

const WORKERS_AT_LEAST = 2;

/**
 * Runs a task with a pool of worker threads and ends them, whatever happens.
 * @param workers number of threads; by default as many as there are processors, two at least
 */
export async function withPool<T>(
  workers: number | undefined,
  task: (pool: Pool) => Promise<T>,
): Promise<T> {
  // The bundle is one flat folder: the worker's script lies beside the module that this becomes part of.
  const script = new URL('./simulate.node.js', import.meta.url);
  const size = workers ?? Math.max(WORKERS_AT_LEAST, availableParallelism());
  const pool = new Pool(() => spawnNodeWorker(script), size);
  try {
    return await task(pool);
  } finally {
    pool.close();
  }
}

/** Counts runs on stderr, where a person watches. */
export function showProgress(done: number, planned: number, of = 'runs'): void {
  showLine(done < planned ? `${done} of ${planned} ${of}` : '');
}

/** A line on stderr in place of the one before, where a person watches; none if it is empty. */
export function showLine(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}
