/** How quickly the page answers while it computes: measured in the page, in Chromium only. */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buoy, customersAreIn, importFile, runsAreDone } from './assessment.ts';
import { browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const example = JSON.parse(readFileSync('public/examples/general-price-rise.json', 'utf8')) as {
  runs: number;
};

/** What a machine that nothing else is done on keeps to, in milliseconds; printed beside what was measured. */
const AIM = { paint: 100, task: 50 } as const;
/**
 * What a slow and busy machine keeps to as well. What else it does meanwhile makes a task last longer, but not cost
 * more: the time that the page's own thread was at it is held to a narrower bound.
 */
const BOUND = { paint: 800, task: 600, work: 100, framesPerSecond: 5 } as const;
const DRAG_MS = 5000;
const FRAME_MS = 16;

interface Entry {
  readonly duration: number;
  readonly what: string;
}

/** Begins to record: `longtask`s, or from the interactions (`event`) the time to their next paint. */
async function record(page: Page, type: 'longtask' | 'event'): Promise<void> {
  await page.evaluate((kind) => {
    const entries: Entry[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration, name } of list.getEntries())
        entries.push({ duration, what: name });
    });
    observer.observe({ type: kind, durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(window, {
      recorded: () => {
        for (const { duration, name } of observer.takeRecords())
          entries.push({ duration, what: name });
        observer.disconnect();
        return entries;
      },
    });
  }, type);
}

const recorded = (page: Page): Promise<Entry[]> =>
  page.evaluate(async () => {
    // Entries are delivered after the paint that they end with.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return (window as unknown as { recorded: () => Entry[] }).recorded();
  });

const longest = (entries: readonly Entry[]): number =>
  Math.max(0, ...entries.map(({ duration }) => duration));

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds that the thread worked. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Begins to trace the tasks of the page's thread. */
async function trace(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  return () => longestWork(session, events);
}

/** Milliseconds of work in the longest task of the page's thread. */
async function longestWork(
  session: CDPSession,
  events: readonly TraceEvent[],
): Promise<number> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  const main = events.find(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name.endsWith('RunTask') && pid === main?.pid && tid === main.tid,
  );
  expect(tasks.length).toBeGreaterThan(100);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

describe('the page in Chromium', () => {
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium?.launch();
    if (!browser) throw new Error('There is no browser.');
    ({ page } = await watchedPage(browser));
    await page.goto(site);
    await runsAreDone(page);
  });
  afterAll(() => browser?.close());

  test('has no long task while the buoy is dragged for five seconds', async () => {
    const box = await buoy(page).boundingBox();
    if (!box) throw new Error('The buoy is not on the page.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await record(page, 'longtask');
    const worked = await trace(page);
    const began = Date.now();
    for (let i = 0; Date.now() - began < DRAG_MS; i++) {
      await page.mouse.move(x + 90 * Math.sin(i / 12), y);
      await page.waitForTimeout(FRAME_MS);
    }
    await page.mouse.up();
    const work = await worked();
    const entries = await recorded(page);
    console.log(
      `dragging the buoy for five seconds: ${entries.length} tasks lasted more than ${AIM.task} ms, ` +
        `the longest ${longest(entries)} ms (bound ${BOUND.task} ms); ` +
        `most work in a task ${work.toFixed(0)} ms (aim ${AIM.task} ms, bound ${BOUND.work} ms)`,
    );
    expect(work).toBeLessThan(BOUND.work);
    expect(longest(entries)).toBeLessThan(BOUND.task);
  });

  test('moves 1,500 customers while it plays', async () => {
    await runsAreDone(page);
    await customersAreIn(page);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const frames = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const times: number[] = [];
          const next = (time: number) => {
            times.push(time);
            if (time - (times[0] ?? time) < 3000) requestAnimationFrame(next);
            else resolve(times);
          };
          requestAnimationFrame(next);
        }),
    );
    const span = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
    const perSecond = ((frames.length - 1) / span) * 1000;
    console.log(
      `the water column with 1,500 customers: ${perSecond.toFixed(0)} frames a second ` +
        `(aim 60, bound ${BOUND.framesPerSecond})`,
    );
    expect(await page.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(1);
    expect(perSecond).toBeGreaterThan(BOUND.framesPerSecond);
  });

  test('answers a key within a frame or two while 400 runs are computed', async () => {
    await importFile(
      page,
      'many.json',
      JSON.stringify({ ...example, name: 'Many', runs: 400 }),
    );
    await page.waitForFunction(() => document.title.startsWith('Many'));
    await buoy(page).focus();
    await record(page, 'event');
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press(i % 3 === 0 ? 'ArrowLeft' : 'ArrowRight');
      await page.waitForTimeout(60);
    }
    const busy = await page.locator('.status .dot.running').count();
    const entries = await recorded(page);
    console.log(
      `interaction to next paint while 400 runs are computed: ${longest(entries)} ms at most ` +
        `(aim ${AIM.paint} ms, bound ${BOUND.paint} ms)`,
    );
    expect(busy).toBe(1);
    expect(longest(entries)).toBeLessThan(BOUND.paint);
  });
});
