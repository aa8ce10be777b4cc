/** On a projector there is room for the customers whose stories explain the outcome. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buoy, customersAreIn, importFile, runsAreDone } from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const example = JSON.parse(
  readFileSync('public/examples/general-price-rise.json', 'utf8'),
) as object;
const PATIENT = { timeout: 50_000 };

describe('a screen of 1920 × 1080', () => {
  let browser: Browser | undefined;
  let page: Page;
  let errors: readonly string[];
  const panel = () => page.locator('section[aria-labelledby="stories-title"]');
  const stories = () => panel().locator('li button');
  const told = () => page.locator('section[aria-labelledby="column-title"] .story');

  beforeAll(async () => {
    browser = await chromium?.launch();
    if (!browser) throw new Error('There is no browser.');
    ({ page, errors } = await watchedPage(browser));
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(site);
    const small = { ...example, name: 'Small', customers: 900, runs: 40 };
    await importFile(page, 'small.json', JSON.stringify(small));
    await page.waitForFunction(() => document.title.startsWith('Small'));
    await runsAreDone(page);
  });
  afterAll(() => browser?.close());

  test('lists customers of the typical run, what each stands for, and dated lines', async () => {
    await stories().first().waitFor(PATIENT);
    expect(await stories().count()).toBeGreaterThanOrEqual(4);
    for (const text of await stories().allTextContents())
      expect(text).toMatch(/Customer #\d+, .*Weeks? \d+/);
    expect(await stories().first().textContent()).toContain('First to leave');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('shows one of them in the water column, until it is pressed again', async () => {
    await customersAreIn(page);
    await stories().nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await stories().nth(1).getAttribute('aria-pressed')).toBe('true');
    const customer = /Customer #\d+/.exec((await stories().nth(1).textContent()) ?? '')?.[0];
    await expect.poll(() => told().locator('b').textContent()).toBe(customer);
    expect(await page.locator('[data-layer="ring"] circle').isVisible()).toBe(true);
    await buoy(page).focus();
    expect(await told().count()).toBe(1);
    await stories().nth(1).click();
    expect(await told().count()).toBe(0);
  });

  test('keeps them on the screen while others are looked for', async () => {
    const before = await stories().allTextContents();
    await buoy(page).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await panel().locator('.body.stale').waitFor();
    expect(await stories().allTextContents()).toEqual(before);
    await panel().locator('.body:not(.stale)').waitFor(PATIENT);
    await stories().first().focus();
    await page.keyboard.press('d');
    expect(await page.getByRole('region', { name: 'Stories as a table' }).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  test('is not asked for them where there is no room', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => panel().count()).toBe(0);
  });
});
