import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { headline, sentences, speaks, verdictIsIn } from './assessment.ts';
import { accessibilityProblems, browsers } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];

/** One visit on a phone: each test goes on where the one before it stopped. */
describe('a visit on a phone', () => {
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium?.launch();
    const context = await browser?.newContext({
      locale: 'en-GB',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    if (!context) throw new Error('There is no browser.');
    page = await context.newPage();
    await page.goto(site);
    await verdictIsIn(page);
  });
  afterAll(() => browser?.close());

  const widerThanScreen = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

  test('fits the screen, with the verdict and one chart', async () => {
    expect(await widerThanScreen()).toBe(false);
    expect(await headline(page).isVisible()).toBe(true);
    expect(await page.locator('.lake svg[role="img"]:visible').count()).toBe(1);
    expect(await page.locator('aside').isVisible()).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('has its slider under the axis of the chart, thumb under buoy', async () => {
    const buoy = await page.locator('.track [role="slider"]').boundingBox();
    const slider = page.locator('.pinned input[type="range"]');
    const box = await slider.boundingBox();
    const share = await slider.evaluate(
      (input: HTMLInputElement) =>
        (input.valueAsNumber - Number(input.min)) / (Number(input.max) - Number(input.min)),
    );
    if (!buoy || !box) throw new Error('Buoy or slider is missing.');
    const thumb = box.x + 12 + share * (box.width - 24);
    expect(Math.abs(thumb - (buoy.x + buoy.width / 2))).toBeLessThan(2);
  });

  test('changes the verdict by the slider', async () => {
    await page.locator('.pinned input[type="range"]').fill('0.01');
    expect(await page.locator('output').textContent()).toBe('+1%');
    await expect.poll(() => headline(page).textContent()).toBe('Above the thermocline');
    expect(await sentences(page).textContent()).toContain('Your +1%');
  });

  test('changes the verdict by a finger on the waterline', async () => {
    const track = await page.locator('.track').boundingBox();
    if (!track) throw new Error('The waterline is missing.');
    await page.touchscreen.tap(track.x + track.width - 4, track.y + track.height / 2);
    await expect.poll(() => headline(page).textContent()).toBe('Past the thermocline');
  });

  test('switches to the timeline', async () => {
    await page.getByRole('button', { name: 'Timeline' }).tap();
    expect(await page.getByRole('slider', { name: 'Week shown' }).isVisible()).toBe(true);
    expect(await page.locator('.track').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('switches to the water column, with 500 customers and a play button', async () => {
    await page.getByRole('button', { name: 'Water column' }).tap();
    const column = page.locator('section[aria-labelledby="column-title"]');
    await expect
      .poll(() => column.locator('.sky').textContent(), { timeout: 20_000 })
      .toContain('500 of');
    expect(await page.getByRole('button', { name: 'Play' }).isVisible()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cliff' }).tap();
  });

  test.each(['Decision', 'Buffers', 'Customers', 'Result'])(
    'opens %s from the bar',
    async (section) => {
      await page.locator('nav').getByRole('button', { name: section }).tap();
      expect(await page.locator('aside').isVisible()).toBe(section !== 'Result');
      expect(await headline(page).isVisible()).toBe(section === 'Result');
      expect(await widerThanScreen()).toBe(false);
      expect(await accessibilityProblems(page)).toEqual([]);
    },
  );

  test.each(['Decision', 'Buffers', 'Customers', 'Result'])(
    'offers targets of at least 44 pixels to a finger: %s',
    async (section) => {
      await page.locator('nav').getByRole('button', { name: section }).tap();
      if (section === 'Decision') await page.locator('aside button.row').first().tap();
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, input, [role="slider"]')]
          .filter(
            (element) =>
              element.checkVisibility() &&
              element.closest('.visually-hidden') === null &&
              // The whole label of a checkbox is its target.
              !element.matches('label > input[type="checkbox"]'),
          )
          .map((element) => ({
            box: element.getBoundingClientRect(),
            name: element.outerHTML.slice(0, 60),
          }))
          .filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < 43.5)
          .map(({ box, name }) => `${name} ${box.width} × ${box.height}`),
      );
      expect(small).toEqual([]);
    },
  );

  test('shows who leaves, as high as the table is', async () => {
    const table = page.locator('section[aria-labelledby="leaves-title"] table');
    await table.waitFor({ timeout: 50_000 });
    const [own, panel] = await Promise.all([
      table.boundingBox(),
      page.locator('section[aria-labelledby="leaves-title"]').boundingBox(),
    ]);
    expect(own?.height).toBeGreaterThan(100);
    expect(panel?.height).toBeGreaterThan(own?.height ?? NaN);
  });

  test('keeps language and theme in a menu', async () => {
    await page.getByRole('button', { name: 'Menu' }).tap();
    await speaks(page, '中文');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await accessibilityProblems(page)).toEqual([]);
    await speaks(page, 'EN');
    await page.keyboard.press('Escape');
  });

  test.each(['Decision', 'Buffers', 'Customers', 'Result'])(
    'fits 320 pixels too: %s',
    async (section) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.locator('nav').getByRole('button', { name: section }).tap();
      expect(await widerThanScreen()).toBe(false);
    },
  );
});
