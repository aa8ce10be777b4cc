import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Runner } from '../../src/assess/job.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { Questions } from '../../src/state/answers.svelte.ts';

const scenario: Scenario = {
  ...{ version: 1, name: 'answers', seed: 'answers', horizon: 16, customers: 200, runs: 2 },
  ...{ template: 'general', decisions: [{ kind: 'price', week: 4, change: 0.3 }], buffers: [] },
};

/** Does jobs, counts them by name, fails those of one name, and never ends those of another. */
async function counting(failing?: string, endless?: string) {
  const inner = await serialRunner();
  const asked: string[] = [];
  const runner: Runner = {
    perform: async (job, args, signal) => {
      asked.push(job.name);
      if (job.name === failing) throw new Error('lost its worker');
      if (job.name === endless) return new Promise<never>(() => undefined);
      return inner.perform(job, args, signal);
    },
  };
  return { runner, asked };
}

const errors: unknown[] = [];
const questionsOf = (runner: Runner) =>
  new Questions(runner, (error) => {
    errors.push(error);
  });
const answered = (questions: Questions, name: 'wayBack' | 'warning' | 'assumed') =>
  vi.waitFor(() => {
    expect(questions.isFresh(name)).toBe(true);
  }, 20_000);

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  errors.length = 0;
});

test('nothing is asked before the reader is quiet, and a newer scenario takes the place of an older', async () => {
  const { runner, asked } = await counting();
  const questions = questionsOf(runner);
  questions.ask(scenario);
  vi.advanceTimersByTime(500);
  questions.ask({ ...scenario, seed: 'newer' });
  vi.advanceTimersByTime(500);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(100);
  vi.useRealTimers();
  await answered(questions, 'assumed');
  expect(asked.filter((name) => name === 'wayBack')).toHaveLength(2);
  expect(questions.values.smallestFix).toBeDefined();
  expect(questions.progress).toBeNull();
  expect(errors).toEqual([]);
});

test('an edit withdraws what is asked and keeps what was answered', async () => {
  const { runner, asked } = await counting(undefined, 'crossing');
  const questions = questionsOf(runner);
  questions.ask(scenario);
  vi.advanceTimersByTime(600);
  vi.useRealTimers();
  await answered(questions, 'wayBack');
  questions.outdate();
  const before = asked.length;
  const { wayBack } = questions.values;
  expect(wayBack?.runs).toBe(2);
  expect(questions.isFresh('wayBack')).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(questions.values.wayBack).toBe(wayBack);
  expect(questions.values.fixes).toBeUndefined();
  expect(asked).toHaveLength(before);
  expect(questions.progress).toBeNull();
});

test('a question that fails is told, and the others are answered', async () => {
  const { runner } = await counting('wayBack');
  const questions = questionsOf(runner);
  questions.ask(scenario);
  vi.advanceTimersByTime(600);
  vi.useRealTimers();
  await answered(questions, 'assumed');
  expect(errors.map(String)).toEqual(['Error: lost its worker']);
  expect(questions.values.wayBack).toBeUndefined();
  expect(questions.values.fixes?.runs).toBe(2);
});
