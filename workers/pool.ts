/**
 * Workers that share the jobs of an assessment. Jobs can be withdrawn; a worker that dies is replaced and
 * its job done again; results do not depend on who computed them.
 */
import type { Remote } from 'comlink';
import type { JobAsked, Runner } from '../src/assess/job.ts';
import type { SimulationApi } from './api.ts';

export interface WorkerHandle {
  readonly api: Remote<SimulationApi>;
  /** Settles with the reason when the worker dies; a call to a dead worker would never answer. */
  readonly died: Promise<Error>;
  terminate(): void;
}

interface Task {
  readonly call: (api: Remote<SimulationApi>) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly signal: AbortSignal | undefined;
  tries: number;
  /** Ends the worker that is at it; undefined while the job waits. */
  abandon: ((reason: Error) => void) | undefined;
}

/** A job that kills its worker this often is given up. */
const TRIES = 3;
/** A withdrawn job may finish unheard, as jobs are short; one that takes longer costs its worker. */
const GRACE_MS = 1000;

export class Pool implements Runner {
  readonly #spawn: () => WorkerHandle;
  readonly #queue: Task[] = [];
  readonly #workers = new Set<WorkerHandle>();
  readonly #idle: WorkerHandle[] = [];
  /** Tasks of a signal that are not done: one listener a signal, however many tasks it has. */
  readonly #asked = new Map<AbortSignal, Set<Task>>();
  #closed = false;

  /**
   * @param spawn starts one worker
   * @param size number of workers, at least 1
   */
  constructor(spawn: () => WorkerHandle, size: number) {
    this.#spawn = spawn;
    for (let i = 0; i < Math.max(1, size); i++) this.#hire();
  }

  perform<Args extends readonly unknown[], Result>(
    job: JobAsked<Args, Result>,
    args: Args,
    signal?: AbortSignal,
  ): Promise<Result> {
    return this.#submit((api) => api.perform(job.name, args) as Promise<Result>, signal);
  }

  /** Ends all workers; jobs not done are rejected. */
  close(): void {
    this.#closed = true;
    for (const worker of this.#workers) worker.terminate();
    for (const job of this.#queue.splice(0)) job.reject(new Error('The workers were closed.'));
  }

  #submit<T>(
    call: (api: Remote<SimulationApi>) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const job: Task = {
        call,
        resolve: resolve as Task['resolve'],
        reject,
        signal,
        tries: 0,
        abandon: undefined,
      };
      if (signal) this.#askedBy(signal).add(job);
      this.#queue.push(job);
      this.#next();
    });
  }

  #askedBy(signal: AbortSignal): Set<Task> {
    const known = this.#asked.get(signal);
    if (known) return known;
    const tasks = new Set<Task>();
    this.#asked.set(signal, tasks);
    signal.addEventListener(
      'abort',
      () => {
        this.#asked.delete(signal);
        for (const task of tasks) this.#withdraw(task);
      },
      { once: true },
    );
    return tasks;
  }

  /** Withdrawing it is no longer possible. */
  #forget(job: Task): void {
    if (!job.signal) return;
    const tasks = this.#asked.get(job.signal);
    tasks?.delete(job);
    if (tasks?.size === 0) this.#asked.delete(job.signal);
  }

  #withdraw(job: Task): void {
    const place = this.#queue.indexOf(job);
    if (place >= 0) this.#queue.splice(place, 1);
    else setTimeout(() => job.abandon?.(new Error('the job was withdrawn')), GRACE_MS);
    job.reject(job.signal?.reason);
  }

  #hire(): void {
    const worker = this.#spawn();
    this.#workers.add(worker);
    this.#idle.push(worker);
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#queue.length > 0) {
      const worker = this.#idle.pop();
      const job = this.#queue.shift();
      if (worker && job) void this.#work(worker, job);
    }
  }

  async #work(worker: WorkerHandle, job: Task): Promise<void> {
    job.tries++;
    const ended = new Promise<Error>((resolve) => {
      job.abandon = resolve;
      void worker.died.then(resolve);
    }).then((reason) => ({ reason }));
    try {
      const outcome = await Promise.race([
        job.call(worker.api).then((value) => ({ value })),
        ended,
      ]);
      if ('reason' in outcome) this.#replace(worker, job, outcome.reason);
      else {
        job.resolve(outcome.value);
        this.#idle.push(worker);
      }
    } catch (error) {
      job.reject(error);
      this.#idle.push(worker);
    }
    job.abandon = undefined;
    if (!this.#queue.includes(job)) this.#forget(job);
    this.#next();
  }

  #replace(worker: WorkerHandle, job: Task, reason: Error): void {
    this.#workers.delete(worker);
    worker.terminate();
    if (this.#closed || job.tries >= TRIES) {
      job.reject(new Error(`This run stopped: ${reason.message}`, { cause: reason }));
    } else if (!job.signal?.aborted) {
      this.#queue.unshift(job);
    }
    if (!this.#closed) this.#hire();
  }
}
