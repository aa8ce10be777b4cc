import { expect, test, vi } from 'vitest';
import type { Runner } from '../../../src/assess/job.ts';
import { Preview } from '../../../src/state/answers/preview.svelte.ts';
import { axis, cliffRun } from '../made-up-runs.ts';
import { scenarioWith } from '../scenarios.ts';

const scenario = { ...scenarioWith(), runs: 5 };

function runner(tip: number) {
  const signals: (AbortSignal | undefined)[] = [];
  const each: Runner = {
    perform: async (_job, args, signal) => {
      signals.push(signal);
      await new Promise((resolve) => setTimeout(resolve, 1));
      return cliffRun(Number(args[1]), tip) as never;
    },
  };
  return { runner: each, signals };
}

test('a preview has a curve of few runs, until it is dropped', async () => {
  const { runner: runs, signals } = runner(0.15);
  const preview = new Preview(runs, vi.fn());
  preview.show(scenario, axis);
  expect(preview.scenario).toBe(scenario);
  expect(preview.typical).toBeNull();
  await vi.waitFor(() => {
    expect(preview.typical).not.toBeNull();
  });
  expect(signals).toHaveLength(5);
  expect(preview.typical?.find(([size]) => size === 0.2)?.[1]).toBe(0.5);
  preview.drop();
  expect(preview).toMatchObject({ scenario: null, typical: null });
});

test('what is dropped early never shows, and an error is told', async () => {
  const { runner: runs, signals } = runner(0.15);
  const preview = new Preview(runs, vi.fn());
  preview.show(scenario, axis);
  preview.drop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(signals[0]?.aborted).toBe(true);
  expect(preview.typical).toBeNull();
  const onError = vi.fn();
  const failing: Runner = { perform: () => Promise.reject(new Error('no memory')) };
  new Preview(failing, onError).show(scenario, axis);
  await vi.waitFor(() => {
    expect(onError).toHaveBeenCalledWith(new Error('no memory'));
  });
});
