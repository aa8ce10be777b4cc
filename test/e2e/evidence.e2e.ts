/** The evidence under the lake, and the smallest fix: found, looked at, kept, undone. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { importFile, verdictIsIn } from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const example = readFileSync('public/examples/general-price-rise.json', 'utf8');
/** A few seconds of work on a busy machine. */
const PATIENT = { timeout: 50_000 };

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;

  describe.skipIf(absent)(`the evidence in ${where}`, () => {
    let browser: Browser;
    let page: Page;
    let errors: readonly string[];
    const panel = (id: string) => page.locator(`section[aria-labelledby="${id}-title"]`);
    const rows = (id: string) => panel(id).locator('li .row');
    const warned = () => panel('warning').locator('.row').first().waitFor(PATIENT);
    const fix = () => page.locator('section.fix');
    const line = () =>
      page.locator('[data-layer="preview"] path').getAttribute('d', { timeout: 50_000 });

    beforeAll(async () => {
      browser = await tested.launch();
      ({ page, errors } = await watchedPage(browser));
      await page.goto(site);
      const small = { ...(JSON.parse(example) as object), name: 'Small', customers: 600 };
      await importFile(page, 'small.json', JSON.stringify({ ...small, runs: 40 }));
      await page.waitForFunction(() => document.title.startsWith('Small'));
      await verdictIsIn(page);
    });
    afterAll(() => browser?.close());

    test('comes by itself: measures by their effect, segments, warnings, and nothing for axe', async () => {
      await warned();
      const shifts = await rows('effect').locator('b').allTextContents();
      const values = shifts.map((text) =>
        Number(text.replace('≥ ', '').replace('\u2212', '-')),
      );
      expect(values.length).toBeGreaterThan(8);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      expect(
        await panel('effect').locator('svg[role="img"]').getAttribute('aria-label'),
      ).toMatch(/moves the tipping point most: .*\d points \(.* to .*\)/);
      expect(await panel('leaves').locator('tbody tr').count()).toBe(5);
      expect(await panel('leaves').textContent()).toMatch(
        /Silent VIPs: of the [1-9]\d* who spend most at the end/,
      );
      expect(await rows('warning').last().textContent()).toMatch(/^Churn/);
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    test('is a table by D, and a chart again', async () => {
      await rows('effect').first().focus();
      await page.keyboard.press('d');
      const table = page.getByRole('region', { name: 'What moves the cliff, as a table' });
      expect(await table.locator('tbody tr').count()).toBeGreaterThan(8);
      expect(await accessibilityProblems(page)).toEqual([]);
      await table.focus();
      await page.keyboard.press('d');
      expect(await table.count()).toBe(0);
      await panel('warning').locator('.head button').click();
      const leads = page.getByRole('region', { name: 'Early warning as a table' });
      expect(await leads.locator('tbody tr').count()).toBe(8);
      expect(await leads.locator('thead th').allTextContents()).toContain(
        'Weeks before the wave',
      );
      await panel('warning').locator('.head button').click();
      expect(errors).toEqual([]);
    });

    test.skipIf(tested.name === 'Firefox')(
      'looks for another fix where the reader says what costs less',
      async () => {
        const steps = () => fix().locator('li').allTextContents();
        await expect.poll(steps, PATIENT).not.toEqual([]);
        const [first = ''] = await steps();
        await fix().getByRole('button', { name: 'What costs less?' }).click();
        const dialog = page.getByRole('dialog', { name: 'What costs less than what' });
        await dialog.waitFor();
        expect(await accessibilityProblems(page)).toEqual([]);
        await dialog.getByLabel(first, { exact: true }).uncheck();
        await dialog.getByRole('button', { name: 'Use this order' }).click();
        await expect.poll(steps, PATIENT).not.toContain(first);
        await expect.poll(steps, PATIENT).not.toEqual([]);
        await page.getByRole('button', { name: /^Undo/ }).click();
        await expect.poll(steps, PATIENT).toContain(first);
      },
    );

    test('shows the smallest fix as a second line, takes it back by Esc, and keeps it', async () => {
      await fix().getByRole('button', { name: 'Preview' }).click();
      await expect.poll(line, PATIENT).toMatch(/^M/);
      await page.keyboard.press('Escape');
      expect(await line()).toBeNull();
      const before = await fix().locator('p').first().textContent();
      expect(before).toMatch(/^Chance falls from/);
      await fix().getByRole('button', { name: 'Preview' }).click();
      await fix().getByRole('button', { name: 'Keep' }).click();
      await expect
        .poll(() => fix().textContent(), PATIENT)
        .toMatch(/The chance is low as it is/);
      expect(await page.locator('section.verdict h2').textContent()).toBe(
        'Above the thermocline',
      );
    });

    test.skipIf(tested.name === 'Firefox')(
      'adds a measure by Enter on its row, and undo takes it away',
      async () => {
        await warned();
        const name = (await rows('effect').first().locator('.name').textContent()) ?? '';
        const before = await rows('effect').count();
        await rows('effect').first().focus();
        await page.keyboard.press('Enter');
        await expect
          .poll(() => rows('effect').locator('.name').allTextContents(), PATIENT)
          .not.toContain(name);
        await page.getByRole('button', { name: /^Undo/ }).click();
        await expect.poll(() => rows('effect').count(), PATIENT).toBe(before);
      },
    );

    test('steps back while it is out of date', async () => {
      await page.getByRole('button', { name: /^Undo/ }).click();
      await panel('warning').locator('.body.stale').waitFor(PATIENT);
      expect(await accessibilityProblems(page)).toEqual([]);
      await warned();
      expect(errors).toEqual([]);
    });
  });
}
