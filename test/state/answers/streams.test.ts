import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Streams } from '../../../src/state/answers/streams.ts';

/** Jobs that are finished by hand, in any order. */
function handmade() {
  const open: { run: number; finish: (value: number) => void; fail: (why: Error) => void }[] =
    [];
  const started: number[] = [];
  const job = (run: number, signal: AbortSignal) =>
    new Promise<number>((resolve, reject) => {
      started.push(run);
      open.push({ run, finish: resolve, fail: reject });
      // One signal ends as many jobs as are open.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  return { open, started, job };
}

const settle = () => vi.advanceTimersByTimeAsync(1000);

describe('streams of jobs', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('hand out few jobs at a time, and all of them in the end', async () => {
    const { open, started, job } = handmade();
    const onResults = vi.fn();
    new Streams(2).ask('a', { runs: 6, job, onResults, onError: vi.fn() });
    expect(started).toEqual([0, 1, 2, 3]);
    while (open.length > 0) {
      const next = open.pop();
      next?.finish(next.run * 10);
      await settle();
    }
    expect(started).toEqual([0, 1, 2, 3, 4, 5]);
    expect(onResults).toHaveBeenLastCalledWith([0, 10, 20, 30, 40, 50], true);
  });

  test('report at most every 120 milliseconds, and at the end', async () => {
    const job = (run: number) => new Promise<number>((done) => setTimeout(done, 30, run));
    const counts: number[] = [];
    new Streams(1).ask('a', {
      runs: 20,
      job,
      onResults: (results) => counts.push(results.length),
      onError: vi.fn(),
    });
    await vi.advanceTimersByTimeAsync(600);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.length).toBeLessThanOrEqual(4);
    expect(counts.at(-1)).toBe(20);
  });

  test('let a newer question take the place of an older one', async () => {
    const old = handmade();
    const fresh = handmade();
    const oldResults = vi.fn();
    const freshResults = vi.fn();
    const onError = vi.fn();
    const streams = new Streams(1);
    streams.ask('a', { runs: 9, job: old.job, onResults: oldResults, onError });
    streams.ask('a', { runs: 2, job: fresh.job, onResults: freshResults, onError });
    await settle();
    for (const { finish } of [...old.open, ...fresh.open]) finish(1);
    await settle();
    expect(oldResults).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
    expect(old.started).toHaveLength(2);
    expect(freshResults).toHaveBeenLastCalledWith([1, 1], true);
  });

  test('serve the stream that is furthest behind', async () => {
    const sweep = handmade();
    const decision = handmade();
    const streams = new Streams(1);
    const ignore = { onResults: vi.fn(), onError: vi.fn() };
    streams.ask('sweep', { runs: 100, job: sweep.job, ...ignore });
    for (let i = 0; i < 10; i++) {
      sweep.open.shift()?.finish(1);
      await settle();
    }
    expect(sweep.started).toHaveLength(12);
    streams.ask('decision', { runs: 100, job: decision.job, ...ignore });
    for (let i = 0; i < 5; i++) {
      (sweep.open.shift() ?? decision.open.shift())?.finish(1);
      await settle();
    }
    expect(decision.started.length).toBeGreaterThan(3);
    expect(sweep.started).toHaveLength(12);
  });

  test('stop at an error and pass it on once', async () => {
    const { open, started, job } = handmade();
    const onError = vi.fn();
    const onResults = vi.fn();
    new Streams(1).ask('a', { runs: 9, job, onResults, onError });
    open[0]?.fail(new Error('no memory'));
    open[1]?.fail(new Error('no memory either'));
    await settle();
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('no memory'));
    expect(started).toHaveLength(2);
    expect(onResults).not.toHaveBeenCalled();
  });

  test('stop after the batch that is enough, whatever the order in which its runs end', async () => {
    const { open, started, job } = handmade();
    const onResults = vi.fn();
    const isEnough = vi.fn((results: readonly number[]) => results.length >= 5);
    const enough = { first: 3, batch: 2, isEnough };
    new Streams(4).ask('a', { runs: 20, job, enough, onResults, onError: vi.fn() });
    expect(started).toEqual([0, 1, 2]);
    for (const { run, finish } of open.splice(0).reverse()) finish(run);
    await settle();
    expect(started).toEqual([0, 1, 2, 3, 4]);
    expect(onResults).toHaveBeenLastCalledWith([0, 1, 2], false);
    for (const { run, finish } of open.splice(0).reverse()) finish(run);
    await settle();
    expect(isEnough.mock.calls).toEqual([[[0, 1, 2]], [[0, 1, 2, 3, 4]]]);
    expect(started).toHaveLength(5);
    expect(onResults).toHaveBeenLastCalledWith([0, 1, 2, 3, 4], true);
  });

  test('end with the last run when nothing is ever enough', async () => {
    const onResults = vi.fn();
    const enough = { first: 3, batch: 4, isEnough: () => false };
    const job = (run: number) => Promise.resolve(run);
    new Streams(1).ask('a', { runs: 9, job, enough, onResults, onError: vi.fn() });
    await settle();
    expect(onResults).toHaveBeenLastCalledWith([0, 1, 2, 3, 4, 5, 6, 7, 8], true);
  });
});
