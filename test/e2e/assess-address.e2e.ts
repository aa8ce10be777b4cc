/** The address of the page: it is that of the work on it, and asks for how the page looks. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { linkOf } from '../../src/data/link.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { acceptCustomers, buoy, decisions, notice, sizeOf } from './assessment.ts';
import { browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const example = JSON.parse(
  readFileSync('public/examples/general-price-rise.json', 'utf8'),
) as object;
const sample = readFileSync('public/examples/customers-sample.csv');
const parsed = parseScenario({ ...example, name: 'Small', customers: 600, runs: 40 });
const link = parsed.ok ? (linkOf(parsed.scenario) ?? '') : '';

describe('the address', () => {
  let browser: Browser | undefined;
  let page: Page;
  let errors: readonly string[];
  const nameOf = (at: Page) => at.locator('header input').first().inputValue();
  const linkIn = (at: Page) => new URLSearchParams(new URL(at.url()).hash.slice(1)).get('s');

  beforeAll(async () => {
    browser = await chromium?.launch();
    if (!browser) throw new Error('There is no browser.');
    ({ page, errors } = await watchedPage(browser));
    await page.goto(`${site}?theme=dark#s=${link}`);
    await buoy(page).waitFor();
  });
  afterAll(() => browser?.close());

  test('stays as it was opened until something is changed, and then carries the work', async () => {
    expect(linkIn(page)).toBe(link);
    await buoy(page).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => linkIn(page)).not.toBe(link);
    expect(new URL(page.url()).search).toBe('?theme=dark');
  });

  test('copied, opens the same work elsewhere', async () => {
    const copied = page.url();
    const { page: other } = await watchedPage(browser as Browser);
    await other.goto(copied);
    await buoy(other).waitFor();
    expect([await nameOf(other), await sizeOf(other)]).toEqual(['Small', await sizeOf(page)]);
    await other.context().close();
  });

  test('goes on with the same record when the page is loaded again, at once after an edit', async () => {
    await page.keyboard.press('ArrowRight');
    const size = await sizeOf(page);
    await page.reload();
    await buoy(page).waitFor();
    expect([await nameOf(page), await sizeOf(page)]).toEqual(['Small', size]);
    await buoy(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(1000);
    await page.getByRole('button', { name: 'Scenarios' }).click();
    await page.locator('dialog[open] li').first().waitFor();
    expect(await page.locator('dialog[open] li').count()).toBe(1);
    await page.keyboard.press('Escape');
  });

  test('carries nothing of imported customers, who are there all the same when it is loaded again, at once after an edit', async () => {
    await acceptCustomers(page, 'customers-sample.csv', sample);
    await expect.poll(() => linkIn(page)).toBeNull();
    const counts = () => page.locator('aside tbody').textContent();
    const before = await counts();
    await page.reload();
    await buoy(page).waitFor();
    await expect.poll(counts).toBe(before);
    expect(errors).toEqual([]);
  });
});

describe('an address that asks for a view', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium?.launch();
  });
  afterAll(() => browser?.close());

  async function opened(query: string, width = 1440): Promise<Page> {
    const { page } = await watchedPage(browser as Browser);
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${site}?${query}#s=${link}`);
    return page;
  }

  test('opens the brief, which can be closed', async () => {
    const page = await opened('view=brief');
    await page.locator('main.briefing').waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await buoy(page).waitFor();
    await page.context().close();
  });

  test('has that part in front on a phone', async () => {
    const page = await opened('view=timeline', 390);
    await page.getByRole('slider', { name: 'Week shown' }).waitFor();
    expect(await page.locator('.track').count()).toBe(0);
    await page.goto(`${site}?view=decision#s=${link}`);
    await decisions(page).first().waitFor();
    await page.goto(`${site}?hide=cliff,column#s=${link}`);
    await page.getByRole('slider', { name: 'Week shown' }).waitFor();
    expect(await page.locator('.switch').count()).toBe(0);
    await page.context().close();
  });

  test('is told which views there are', async () => {
    const page = await opened('view=dream');
    await expect
      .poll(() => notice(page).textContent())
      .toContain('view: received "dream", expected assess, brief');
    await buoy(page).waitFor();
    await page.context().close();
  });
});
