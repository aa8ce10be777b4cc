import { setMaxListeners } from 'node:events';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Job, Runner } from '../../../src/assess/job.ts';
import { massExit } from '../../../src/assess/massExit.ts';
import { serialRunner } from '../../../src/assess/serial.ts';
import type { Answers, QuestionName } from '../../../src/assess/answers.ts';
import { Questions } from '../../../src/state/answers/answers.svelte.ts';
import { scenarioWith } from '../scenarios.ts';

const scenario = {
  ...scenarioWith({ decisions: [{ kind: 'price', week: 8, change: 0.2 }] }),
  runs: 6,
};

interface Open {
  readonly name: string;
  readonly run: number;
  readonly finish: () => void;
  readonly fail: (why: Error) => void;
}

/** A runner whose jobs are ended by hand, in any order. */
class SlowRunner implements Runner {
  readonly open: Open[] = [];
  readonly begun: string[] = [];

  perform<Args extends readonly unknown[], Result>(
    job: Job<Args, Result>,
    args: Args,
    signal?: AbortSignal,
  ): Promise<Result> {
    this.begun.push(job.name);
    return new Promise<Result>((resolve, reject) => {
      const run = Number(args[1]);
      this.open.push({
        ...{ name: job.name, run, fail: reject },
        finish: () => {
          resolve(resultOf(job.name, run) as Result);
        },
      });
      // One signal ends as many jobs as are open.
      if (signal) setMaxListeners(0, signal);
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  }

  /** Ends all that are open, the newest first, until no more follow. */
  async finishAll(): Promise<void> {
    while (this.open.length > 0) {
      for (const job of this.open.splice(0).reverse()) job.finish();
      await vi.advanceTimersByTimeAsync(0);
    }
  }
}

/** Runs that hold. */
function resultOf(name: string, run: number): unknown {
  if (name === 'wayBack') return { run, loss: 0.01 * run, visibleRise: null, back: null };
  if (name === 'warning')
    return { run, breaks: false, baseWeeks: 0, alarms: {}, limits: {}, twinAlarms: {} };
  const guess = { dose: 0.2, loss: 0.1 };
  return name === 'loss' ? 0.1 : { run, tip: 0.2, guess, above: guess, below: guess };
}

const questionsOf = (runner: Runner, wanted: readonly QuestionName[], onError = vi.fn()) =>
  new Questions(runner, 2, onError, wanted);

const QUIET = 600;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

// Loaded when the first question is asked: here beforehand, so that only the fake clock counts.
beforeAll(() => import('../../../src/assess/answers.ts'));

describe('the slower questions', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('wait until the reader has been quiet, few jobs at a time, one question after the other', async () => {
    const runner = new SlowRunner();
    const questions = questionsOf(runner, ['wayBack', 'warning']);
    questions.outdate();
    questions.ask(scenario);
    await pass(QUIET - 1);
    expect(runner.begun).toEqual([]);
    await pass(1);
    expect(runner.begun).toEqual(['wayBack', 'wayBack']);
    expect(questions.of('wayBack').progress).toEqual({ name: 'wayBack', done: 0, planned: 0 });
    runner.open.splice(1, 1)[0]?.finish();
    await pass(0);
    expect(questions.of('wayBack').progress).toMatchObject({ done: 1, planned: 6 });
    expect(questions.of('warning')).toMatchObject({ value: undefined, progress: null });
    await runner.finishAll();
    expect(runner.begun).toEqual([
      ...Array.from({ length: 6 }, () => 'wayBack'),
      ...Array.from({ length: 6 }, () => 'warning'),
    ]);
    expect(questions.of('wayBack')).toMatchObject({ stale: false, progress: null });
    expect(questions.of('wayBack').value?.runs).toBe(6);
    expect(questions.of('warning').value?.breaking).toBe(0);
  });

  test('give the same answer whatever the order in which the runs end', async () => {
    const found: Answers['wayBack'][] = [];
    for (const newestFirst of [true, false]) {
      const runner = new SlowRunner();
      const questions = questionsOf(runner, ['wayBack']);
      questions.ask(scenario);
      await pass(QUIET);
      while (runner.open.length > 0) {
        (newestFirst ? runner.open.pop() : runner.open.shift())?.finish();
        await pass(0);
      }
      const { value } = questions.of('wayBack');
      if (value) found.push(value);
    }
    expect(found).toHaveLength(2);
    expect(found[0]).toEqual(found[1]);
  });

  test('an edit withdraws what is being asked and keeps old answers as stale', async () => {
    const runner = new SlowRunner();
    const onError = vi.fn();
    const questions = questionsOf(runner, ['wayBack', 'warning'], onError);
    questions.ask(scenario);
    await pass(QUIET);
    for (const job of runner.open.splice(0)) job.finish();
    while (runner.begun.at(-1) !== 'warning') {
      for (const job of runner.open.splice(0)) job.finish();
      await pass(0);
    }
    const before = questions.of('wayBack').value;
    questions.outdate();
    await runner.finishAll();
    expect(runner.begun.filter((name) => name === 'warning')).toHaveLength(2);
    expect(questions.of('wayBack')).toMatchObject({ value: before, stale: true });
    expect(questions.of('warning')).toMatchObject({ value: undefined, progress: null });
    expect(onError).not.toHaveBeenCalled();

    questions.ask(scenario);
    await pass(QUIET);
    expect(questions.of('wayBack')).toMatchObject({ value: before, stale: true });
    await runner.finishAll();
    expect(questions.of('wayBack').stale).toBe(false);
    expect(questions.of('warning').value).toBeDefined();
  });

  test('one that stops is told, and does not stop the others', async () => {
    const runner = new SlowRunner();
    const onError = vi.fn();
    const questions = questionsOf(runner, ['wayBack', 'warning'], onError);
    questions.ask(scenario);
    await pass(QUIET);
    runner.open.shift()?.fail(new Error('no memory'));
    await runner.finishAll();
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('no memory'));
    expect(questions.of('wayBack')).toMatchObject({ value: undefined, failed: true });
    expect(questions.of('warning')).toMatchObject({ failed: false, stale: false });
    expect(questions.of('warning').value).toBeDefined();
    questions.outdate();
    expect(questions.of('wayBack').failed).toBe(false);
  });

  test('more can be asked later', async () => {
    const runner = new SlowRunner();
    const questions = questionsOf(runner, ['warning']);
    questions.ask(scenario);
    await pass(QUIET);
    await runner.finishAll();
    expect(questions.of('wayBack').value).toBeUndefined();
    questions.want('wayBack');
    await pass(0);
    await runner.finishAll();
    expect(questions.of('wayBack')).toMatchObject({ stale: false, value: { runs: 6 } });
    expect(runner.begun.filter((name) => name === 'warning')).toHaveLength(6);
  });
});

test('what one question finds is not looked for again by the next', async () => {
  const inner = await serialRunner();
  const begun: string[] = [];
  const runner: Runner = {
    perform: (job, args, signal) => {
      begun.push(job.name);
      return inner.perform(job, args, signal);
    },
  };
  const small = { ...scenario, customers: 200, horizon: 16, runs: 1 };
  const questions = questionsOf(runner, ['fixes', 'smallestFix']);
  const tippingPoint = { value: 0.1, low: 0.09, high: 0.11, open: false };
  questions.ask(small, { massExit: massExit([0.5, 0.5, 0.5], 0.2), tippingPoint });
  await vi.waitFor(() => {
    expect(questions.of('smallestFix').value).toBeDefined();
  }, 20_000);
  const { fixes, needed } = questions.of('fixes').value ?? { fixes: [], needed: null };
  // Both say what the verdict says, not what one run more would.
  expect(needed).toBeCloseTo(0.2 - tippingPoint.value);
  expect(questions.of('smallestFix').value).toMatchObject({ before: { runs: 3, exits: 3 } });
  expect(begun.filter((name) => name === 'crossing')).toHaveLength(fixes.length + 2);
});
