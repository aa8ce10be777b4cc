import { describe, expect, test, vi } from 'vitest';
import type { Job, Runner } from '../../../src/assess/job.ts';
import { Latest } from '../../../src/state/answers/latest.svelte.ts';

const job: Job<[number], string> = { name: 'said', perform: (_lab, n) => `answer ${n}` };

/** A runner whose jobs end when the test says so. */
function byHand() {
  const asked: { n: unknown; end: () => void; fail: (why: Error) => void }[] = [];
  const runner: Runner = {
    perform: (_job, [n]) =>
      new Promise((resolve, reject) => {
        asked.push({
          n,
          end: () => {
            resolve(`answer ${String(n)}` as never);
          },
          fail: reject,
        });
      }),
  };
  return { asked, runner };
}
const moment = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the latest answer', () => {
  test('is asked for after the one that is on its way, and those between are dropped', async () => {
    const { asked, runner } = byHand();
    const latest = new Latest(runner, job, 0, vi.fn());
    latest.ask([1]);
    await moment();
    latest.ask([2]);
    latest.ask([3]);
    await moment();
    expect(asked.map(({ n }) => n)).toEqual([1]);
    asked[0]?.end();
    await moment();
    expect(latest.value).toBe('answer 1');
    expect(asked.map(({ n }) => n)).toEqual([1, 3]);
    asked[1]?.end();
    await moment();
    expect(latest.value).toBe('answer 3');
  });

  test('is asked for once', async () => {
    const { asked, runner } = byHand();
    const latest = new Latest(runner, job, 0, vi.fn());
    latest.ask([1]);
    latest.ask([1]);
    await moment();
    asked[0]?.end();
    await moment();
    latest.ask([1]);
    await moment();
    expect(asked).toHaveLength(1);
  });

  test('does not come once it is withdrawn, and can be asked for again', async () => {
    const { asked, runner } = byHand();
    const latest = new Latest(runner, job, 0, vi.fn());
    latest.ask([1]);
    await moment();
    latest.withdraw();
    asked[0]?.end();
    await moment();
    expect(latest.value).toBeNull();
    latest.ask([1]);
    await moment();
    expect(asked).toHaveLength(2);
  });

  test('goes on after a job that stopped', async () => {
    const { asked, runner } = byHand();
    const told = vi.fn();
    const latest = new Latest(runner, job, 0, told);
    latest.ask([1]);
    await moment();
    latest.ask([2]);
    await moment();
    asked[0]?.fail(new Error('no memory'));
    await moment();
    expect(told).toHaveBeenCalledWith(new Error('no memory'));
    asked[1]?.end();
    await moment();
    expect(latest.value).toBe('answer 2');
  });
});
