/** The segments of a market are merged, split, renamed and weighed in their dialog. */
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verdictIsIn } from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const [chromium] = browsers;

describe('the segments', () => {
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  let dialog: Locator;

  const button = (name: string | RegExp) => dialog.getByRole('button', { name });
  const names = () =>
    dialog
      .locator('tbody input[type="text"]')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const counts = () =>
    dialog
      .locator('.count input')
      .evaluateAll((fields) =>
        fields.map((field) => Number((field as HTMLInputElement).value)),
      );
  const total = async () => (await counts()).reduce((sum, count) => sum + count, 0);
  const revenue = () => dialog.locator('tfoot td').nth(3).textContent();

  beforeAll(async () => {
    if (!chromium) throw new Error('Chromium is needed.');
    browser = await chromium.launch();
    ({ page, errors } = await watchedPage(browser));
    await page.goto(site);
    dialog = page.getByRole('dialog', { name: 'Segments' });
    await page.getByRole('button', { name: 'Edit segments' }).click();
    await dialog.waitFor();
  });
  afterAll(() => browser?.close());

  test('stand in a table with their totals, with nothing that axe would mend', async () => {
    expect(await names()).toEqual(['Mainstream', 'Power users', 'Budget', 'VIP']);
    expect(await counts()).toEqual([2800, 480, 520, 200]);
    expect(await dialog.locator('tfoot tr').textContent()).toMatch(/4,000.*100%.*1\.21/s);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('are merged, and keep customers and revenue; one step undoes it', async () => {
    expect(await button('Merge').getAttribute('aria-disabled')).toBe('true');
    const before = await revenue();
    await dialog.getByRole('checkbox', { name: 'Choose Budget' }).check();
    await dialog.getByRole('checkbox', { name: 'Choose VIP' }).check();
    await button('Merge 2 segments').click();
    expect(await names()).toEqual(['Mainstream', 'Power users', 'Budget + VIP']);
    expect(await counts()).toEqual([2800, 480, 720]);
    expect(await revenue()).toBe(before);
    expect(await dialog.getByRole('status').textContent()).toContain('"Budget + VIP"');
    await button('Undo').click();
    expect(await names()).toEqual(['Mainstream', 'Power users', 'Budget', 'VIP']);
  });

  test('are split by any part', async () => {
    for (const name of ['Budget', 'VIP'])
      await dialog.getByRole('checkbox', { name: `Choose ${name}` }).setChecked(name === 'VIP');
    await dialog.getByRole('spinbutton', { name: 'Customers of the new segment' }).fill('25');
    await page.keyboard.press('Enter');
    await button('Split VIP').click();
    expect(await names()).toEqual(['Mainstream', 'Power users', 'Budget', 'VIP', 'VIP 2']);
    expect(await counts()).toEqual([2800, 480, 520, 150, 50]);
    expect(await revenue()).toBe('1.21');
  });

  test('are renamed, not to a name that is taken; Esc gives a name up, not the dialog', async () => {
    const name = dialog.getByRole('textbox', { name: 'Segment: VIP 2' });
    await name.fill('Budget');
    await page.keyboard.press('Enter');
    expect(await dialog.getByRole('status').textContent()).toContain('is called "Budget"');
    await name.fill('Nobody');
    await page.keyboard.press('Escape');
    expect(await name.inputValue()).toBe('VIP 2');
    await name.fill('Key accounts of old');
    await page.keyboard.press('Enter');
    expect(await names()).toContain('Key accounts of old');
    expect(await page.locator('aside tbody').first().textContent()).toContain(
      'Key accounts of old',
    );
  });

  test('are weighed by number and by slider, and the total stays', async () => {
    const mainstream = dialog.getByRole('spinbutton', { name: 'People modelled: Mainstream' });
    await mainstream.fill('2000');
    await page.keyboard.press('Enter');
    const [first, second, third] = await counts();
    expect(first).toBe(2000);
    expect((second ?? 0) / (third ?? 1)).toBeCloseTo(480 / 520, 2);
    const slider = dialog.getByRole('slider', { name: 'Share: Mainstream' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('51%');
    expect(await total()).toBe(4000);
    await page.keyboard.press('Control+z');
    expect(await slider.getAttribute('aria-valuetext')).toBe('50%');
  });

  test('bring another revenue per head', async () => {
    await dialog.getByRole('spinbutton', { name: 'Revenue per head: Budget' }).fill('3');
    await page.keyboard.press('Enter');
    expect(Number(await revenue())).toBeGreaterThan(1.3);
  });

  test('are left by Esc, back to where the dialog was opened, and counted anew', async () => {
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    const opener = page.getByRole('button', { name: 'Edit segments' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    // The table of the dialog is taken away a moment after it has closed.
    await expect.poll(() => page.locator('aside tbody tr').count()).toBe(5);
    await verdictIsIn(page);
    expect(errors).toEqual([]);
  });

  test('can be edited on a phone, without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('nav').getByRole('button', { name: 'Customers' }).click();
    await page.getByRole('button', { name: 'Edit segments' }).click();
    await dialog.waitFor();
    expect(
      await dialog.locator('.body').evaluate((body) => body.scrollWidth - body.clientWidth),
    ).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    const choose = await dialog.locator('.tick label').first().boundingBox();
    expect(choose?.width).toBeGreaterThanOrEqual(44);
  });
});
