/** A first visit with the keyboard alone: no pointer, and nothing is focused but by Tab. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { linkOf } from '../../src/data/link.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { customersAreIn, headline, runsAreDone, sizeOf, verdictIsIn } from './assessment.ts';
import { browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const example = JSON.parse(
  readFileSync('public/examples/general-price-rise.json', 'utf8'),
) as object;
const parsed = parseScenario({ ...example, name: 'Small', customers: 600, runs: 40 });
const link = parsed.ok ? (linkOf(parsed.scenario) ?? '') : '';
const PATIENT = { timeout: 50_000 };
const STOPS_AT_MOST = 150;

describe('a visit with the keyboard alone', () => {
  let browser: Browser | undefined;
  let page: Page;
  let errors: readonly string[];
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const isFocused = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

  /** Tabs on, round the page if need be, to what is wanted; it must be seen to have the focus. */
  async function tabTo(selector: string, key = 'Tab'): Promise<void> {
    for (let stop = 0; stop < STOPS_AT_MOST; stop++) {
      await press(key);
      if (!(await isFocused(selector))) continue;
      const isSeen = await page.evaluate(() => {
        const { activeElement: focused } = document;
        if (!focused) return false;
        const after = getComputedStyle(focused, '::after');
        // A field with its unit is outlined as a whole.
        return [focused, focused.parentElement]
          .map((each) => each && getComputedStyle(each).outlineStyle)
          .concat(after.boxShadow)
          .some((look) => look && look !== 'none');
      });
      expect([selector, isSeen]).toEqual([selector, true]);
      return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  }

  beforeAll(async () => {
    browser = await chromium?.launch();
    if (!browser) throw new Error('There is no browser.');
    ({ page, errors } = await watchedPage(browser));
    await page.goto(`${site}#s=${link}`);
    await verdictIsIn(page);
  });
  afterAll(() => browser?.close());

  test('skips to the result at the first stop', async () => {
    await press('Tab');
    expect(await isFocused('a.skip')).toBe(true);
    await press('Enter');
    expect(await isFocused('main#result')).toBe(true);
  });

  test('moves the decision over the cliff and back', async () => {
    await tabTo('.track [role="slider"]');
    await press('Home');
    expect(await headline(page).textContent()).toBe('Above the thermocline');
    await press('End');
    expect(await headline(page).textContent()).toBe('Past the thermocline');
    await press('Control+z');
    expect(await sizeOf(page)).toBe(0);
    await press('Control+z');
    expect(await sizeOf(page)).toBe(25);
  });

  test('plays, and picks a customer', async () => {
    await runsAreDone(page);
    await customersAreIn(page);
    await tabTo('.scrub [role="slider"]');
    await press('End', 'Home', ' ');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await press(' ');
    await tabTo('[role="application"]');
    await press('ArrowDown', 'Enter');
    await page.locator('.story li').first().waitFor(PATIENT);
    await press('Escape');
    expect(await page.locator('.story').count()).toBe(0);
  });

  test('looks at the smallest fix, leaves it, takes it, and undoes it', async () => {
    const fix = page.locator('section.fix');
    await fix.getByRole('button', { name: 'Preview' }).waitFor(PATIENT);
    const drawn = () =>
      page.locator('[data-layer="preview"] path').getAttribute('d', { timeout: 50_000 });
    await tabTo('section.fix .head button', 'Shift+Tab');
    await press('Enter');
    await expect.poll(drawn, PATIENT).toMatch(/^M/);
    await press('Escape');
    await expect.poll(drawn).toBeNull();
    await tabTo('section.fix .head button', 'Shift+Tab');
    await press('Enter');
    await fix.getByRole('button', { name: 'Keep' }).waitFor();
    for (
      let i = 0;
      i < 5 &&
      (await page.evaluate(() => document.activeElement?.textContent?.trim())) !== 'Keep';
      i++
    )
      await press('Tab');
    await press('Enter');
    await expect
      .poll(() => headline(page).textContent(), PATIENT)
      .toBe('Above the thermocline');
    await press('Control+z');
    await expect.poll(() => headline(page).textContent(), PATIENT).toBe('Past the thermocline');
  });

  test('adds a second rise in week 60', async () => {
    await tabTo('#add-decision-button .opener', 'Shift+Tab');
    await press('Enter');
    await page.getByRole('menu').waitFor();
    await press('Enter');
    const field = page.getByRole('spinbutton', { name: 'Week', exact: true });
    await field.waitFor();
    const id = await field.getAttribute('id');
    await tabTo(`[id="${id}"]`);
    await press('Control+a');
    await page.keyboard.type('60');
    await press('Enter');
    await expect
      .poll(() => page.locator('aside button.row .week').allTextContents())
      .toEqual(['week 8', 'week 60']);
  });

  test('turns to Chinese and to the dark', async () => {
    await tabTo('header .language button[lang="zh-CN"]', 'Shift+Tab');
    await press('Enter');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await tabTo('header button.icon');
    await press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await verdictIsIn(page);
    expect(await headline(page).textContent()).toMatch(/温跃层/);
    expect(errors).toEqual([]);
  });
});
