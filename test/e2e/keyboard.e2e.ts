/** A visit by somebody who has no pointer: nothing here clicks, taps or focuses; Tab goes everywhere. */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { linkOf } from '../../src/data/link.ts';
import { parseScenario } from '../../src/model/parse.ts';
import {
  customersAreIn,
  decisions,
  headline,
  playhead,
  runsAreDone,
  sizeOf,
  verdictIsIn,
} from './assessment.ts';
import { browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const example = JSON.parse(
  readFileSync('public/examples/general-price-rise.json', 'utf8'),
) as object;
const small = parseScenario({ ...example, name: 'Small', customers: 600, runs: 40 });
const link = small.ok ? (linkOf(small.scenario) ?? '') : '';
const PATIENT = { timeout: 50_000 };
/** More stops than the page has. */
const STOPS = 250;

/** What has the focus: a name to read in a failure, and whether it can be seen that it has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // Around itself, around its mark, or around the field that it is a part of.
    const rings = [
      getComputedStyle(element),
      getComputedStyle(element, '::after'),
      ...(element.parentElement?.matches('.field')
        ? [getComputedStyle(element.parentElement)]
        : []),
    ];
    const box = element.getBoundingClientRect();
    return {
      name:
        element.getAttribute('aria-label') ??
        (element instanceof HTMLSelectElement || element instanceof HTMLInputElement
          ? (element.labels?.[0]?.textContent ?? '')
          : element.textContent
        ).trim(),
      html: element.outerHTML.slice(0, 120),
      ringed: rings.some(
        ({ outlineStyle, outlineWidth }) =>
          outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      ),
      onScreen:
        box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });

/** Goes on with Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let i = 0; i < STOPS; i++) {
    const isThere = await target
      .first()
      .evaluate((element) => element === document.activeElement);
    if (isThere) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;

  /** One visit from beginning to end: each test goes on where the one before it stopped. */
  describe.skipIf(absent)(`a visit by keys alone in ${where}`, () => {
    let browser: Browser;
    let page: Page;
    let errors: readonly string[];
    const named = (role: 'button' | 'menuitem', name: string | RegExp) =>
      page.getByRole(role, { name });
    const fix = () => page.locator('section.fix');

    beforeAll(async () => {
      browser = await tested.launch();
      ({ page, errors } = await watchedPage(browser));
      await page.goto(`${site}#s=${link}`);
      await verdictIsIn(page);
    });
    afterAll(() => browser?.close());

    test('skips to the result at the first stop', async () => {
      await page.keyboard.press('Tab');
      expect((await focused(page))?.name).toBe('Skip to result');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('result');
    });

    test('moves the buoy from one verdict to the other', async () => {
      await tabTo(page, page.locator('.track [role="slider"]'));
      await page.keyboard.press('Home');
      await expect.poll(() => headline(page).textContent(), PATIENT).toMatch(/^Above/);
      for (let i = 0; i < 6; i++) await page.keyboard.press('PageUp');
      expect(await sizeOf(page)).toBe(30);
      await expect.poll(() => headline(page).textContent(), PATIENT).toMatch(/^Past/);
    });

    test('adds a second rise in week 60, and takes it back', async () => {
      await tabTo(page, named('button', 'Add a decision'), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await focused(page))?.name).toMatch(/^Price/);
      await page.keyboard.press('Enter');
      await expect.poll(() => decisions(page).count()).toBe(2);
      await tabTo(page, page.getByRole('spinbutton', { name: 'Week', exact: true }));
      await page.keyboard.press('Control+a');
      await page.keyboard.type('60');
      await page.keyboard.press('Enter');
      await expect.poll(() => decisions(page).nth(1).textContent()).toContain('week 60');
      await tabTo(page, decisions(page).nth(1), 'Shift+Tab');
      await page.keyboard.press('Delete');
      await expect.poll(() => decisions(page).count()).toBe(1);
    });

    test('looks at the smallest fix, leaves it, keeps it, and undoes it', async () => {
      await verdictIsIn(page);
      await named('button', 'Preview').waitFor(PATIENT);
      await tabTo(page, fix().getByRole('button', { name: 'Preview' }));
      await page.keyboard.press('Enter');
      const line = page.locator('[data-layer="preview"] path');
      await expect.poll(() => line.getAttribute('d', PATIENT), PATIENT).toMatch(/^M/);
      await page.keyboard.press('Escape');
      await expect.poll(() => line.getAttribute('d', PATIENT)).toBeNull();
      await tabTo(page, fix().getByRole('button', { name: 'Preview' }));
      await page.keyboard.press('Enter');
      await tabTo(page, fix().getByRole('button', { name: 'Keep' }));
      await page.keyboard.press('Enter');
      await expect.poll(() => headline(page).textContent(), PATIENT).toMatch(/^Above/);
      await page.keyboard.press('Control+z');
      await expect.poll(() => headline(page).textContent(), PATIENT).toMatch(/^Past/);
    });

    test('plays, and reads the story of a customer', async () => {
      await runsAreDone(page);
      await customersAreIn(page);
      await tabTo(page, playhead(page));
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
      await page.keyboard.press('Space');
      const column = page.locator('section[aria-labelledby="column-title"]');
      await column.getByRole('application').waitFor(PATIENT);
      await tabTo(page, column.getByRole('application'));
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => column.locator('.story b').textContent()).toMatch(/#\d+/);
      await page.keyboard.press('Escape');
      await expect.poll(() => column.locator('.story').count()).toBe(0);
    });

    test('turns the page Chinese and dark', async () => {
      await tabTo(page, named('button', '中文'), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.locator('html[lang="zh-CN"]').waitFor({ state: 'attached' });
      await tabTo(page, page.locator('header button').last());
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    });

    // After a round the focus is the window's, and Firefox keeps it: this comes last.
    const forced =
      tested.name === 'Firefox' ? (['none'] as const) : (['none', 'active'] as const);
    test.each(forced)(
      'comes by every control once, and sees where it is, with forced colours: %s',
      async (forcedColors) => {
        if (forcedColors === 'active') await page.emulateMedia({ forcedColors });
        const names: string[] = [];
        await tabTo(page, page.locator('a, button').first(), 'Shift+Tab');
        for (
          let at = await focused(page);
          at && names.length < STOPS;
          at = await focused(page)
        ) {
          expect(at).toMatchObject({
            name: expect.stringMatching(/./) as string,
            ringed: true,
            onScreen: true,
          });
          names.push(at.name);
          await page.keyboard.press('Tab');
        }
        expect(names.length).toBeLessThan(STOPS);
        for (const part of ['导出简报', '价格', '提前通知', '涨价', '显示的周'])
          expect(names.join('\n')).toContain(part);
        if (forcedColors === 'active') await page.emulateMedia({ forcedColors: 'none' });
      },
    );

    test('meets no error', () => {
      expect(errors).toEqual([]);
    });
  });
}
