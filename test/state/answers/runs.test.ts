import { beforeAll, expect, test, vi } from 'vitest';
import type { Runner } from '../../../src/assess/job.ts';
import { serialRunner } from '../../../src/assess/serial.ts';
import { Runs } from '../../../src/state/answers/runs.svelte.ts';
import { scenarioWith } from '../scenarios.ts';
import { Changing } from '../subject.svelte.ts';

let runner: Runner;

beforeAll(async () => {
  runner = await serialRunner();
});

/** Few people, and as many runs as a verdict takes. */
function ready(answering: Runner = runner) {
  const subject = new Changing(scenarioWith({ customers: 200, horizon: 60, runs: 40 }));
  const told = { onStart: vi.fn(), onEnd: vi.fn(), onError: vi.fn() };
  return { subject, told, runs: new Runs(subject, answering, 1, told) };
}

const ended = ({ told }: ReturnType<typeof ready>, times: number) =>
  vi.waitFor(
    () => {
      expect(told.onEnd).toHaveBeenCalledTimes(times);
    },
    { timeout: 20_000 },
  );

test('runs everything, and says when it begins and ends', async () => {
  const page = ready();
  const { runs, told } = page;
  expect(runs.settledVerdict).toBeNull();
  runs.compute();
  expect(told.onStart).toHaveBeenCalledTimes(1);
  expect(runs.seconds).toBeNull();
  await ended(page, 1);
  expect(runs).toMatchObject({ done: 40, curveStale: false, outcomeStale: false });
  expect(runs.outcome).toMatchObject({ size: 0.25, planned: 40 });
  expect(runs.settledVerdict).toBe(runs.judgement?.verdict);
  expect(runs.standing).toEqual({
    massExit: runs.judgement?.massExit,
    tippingPoint: runs.curve?.tipping,
    cliffs: runs.curve?.runs,
    breaking: runs.outcome?.runs.filter(({ loss }) => loss >= 0.2).map(({ run }) => run),
  });
  expect(runs.standing?.breaking).toHaveLength(runs.judgement?.massExit.exits ?? NaN);
  expect(runs.standing?.massExit.runs).toBe(40);
  expect(runs.seconds).toBeGreaterThan(0);
  expect(told.onError).not.toHaveBeenCalled();
});

test('another size keeps the cliff; another name asks for nothing; another week keeps the old cliff meanwhile', async () => {
  const page = ready();
  const { runs, subject, told } = page;
  runs.compute();
  await ended(page, 1);
  const { curve } = runs;

  runs.changed(subject.resize(0.02));
  expect(runs).toMatchObject({ outcomeStale: true, curveStale: false, settledVerdict: null });
  await ended(page, 2);
  expect(runs.curve?.axis).toBe(curve?.axis);
  expect(runs.outcome?.size).toBe(0.02);
  expect(runs.settledVerdict).toBe('above');

  runs.changed(subject.replace({ name: 'Another' }));
  expect(told.onStart).toHaveBeenCalledTimes(2);

  runs.changed(subject.replace({ horizon: 50 }));
  expect(runs).toMatchObject({ curveStale: true, settledVerdict: null });
  expect(runs.judgement?.verdict).toBe('above');
  await ended(page, 3);
  expect(runs.curveStale).toBe(false);
  expect(runs.curve).not.toBe(curve);
});

test('what cannot be run is told once, and nothing is on its way then', async () => {
  const page = ready({ perform: () => Promise.reject(new Error('no memory')) });
  page.runs.compute();
  await vi.waitFor(() => {
    expect(page.told.onError).toHaveBeenCalledWith(new Error('no memory'));
  });
  expect(page.told.onEnd).not.toHaveBeenCalled();
  expect(page.runs).toMatchObject({ curve: null, outcome: null, settledVerdict: null });
});

test('without a decision there is nothing to run', () => {
  const { runs, subject, told } = ready();
  subject.replace({ decisions: [] });
  runs.compute();
  expect(runs).toMatchObject({ curve: null, outcome: null, judgement: null, reach: 1 });
  expect(told.onEnd).not.toHaveBeenCalled();
});
