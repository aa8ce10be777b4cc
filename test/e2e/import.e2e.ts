/** A customer file through its dialog: columns, rows that cannot be used, summary, acceptance, undo. */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { importDialog, importFile } from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const [chromium] = browsers;
const PATIENT = { timeout: 50_000 };
const sample = readFileSync('public/examples/customers-sample.csv', 'utf8');
const example = JSON.stringify({
  ...(JSON.parse(readFileSync('public/examples/general-price-rise.json', 'utf8')) as object),
  name: 'Small',
  customers: 600,
  runs: 20,
});
const rows = sample.trim().split('\n').length - 1;

/** Every ninth charge of the sample is missing or a word; one row has a cell too many. */
const mended = (line: string, i: number) => {
  const cells = line.split(',');
  if (i > 0 && i % 9 === 0) cells[18] = i % 2 ? '' : 'n/a';
  return (i === 50 ? [...cells, 'x'] : cells).join(',');
};
const flawed = sample.trim().split('\n').map(mended).join('\n');
const flawedRows = Math.floor(rows / 9) + 1;

describe('an import of customers', () => {
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  let requests: readonly string[];
  let dialog: Locator;

  const button = (name: string | RegExp) => dialog.getByRole('button', { name });
  const use = (column: string) =>
    dialog.getByRole('combobox', { name: `Used as: ${column}`, exact: true });
  const population = () => page.locator('aside thead').first().textContent();

  beforeAll(async () => {
    if (!chromium) throw new Error('Chromium is needed.');
    browser = await chromium.launch();
    ({ page, errors, requests } = await watchedPage(browser));
    await page.goto(site);
    // A small market leaves the processor to the import.
    await page.locator('aside table').waitFor();
    await importFile(page, 'small.json', example);
    await page.waitForFunction(() => document.title.startsWith('Small'));
    dialog = importDialog(page);
  });
  afterAll(() => browser?.close());

  test('shows the file, and its columns with their first values', async () => {
    await importFile(page, 'customers-sample.csv', flawed);
    await use('MonthlyCharges').waitFor(PATIENT);
    const text = (await dialog.textContent()) ?? '';
    expect(text).toContain('customers-sample.csv');
    expect(text).toMatch(/UTF-8.*comma/);
    expect(text).toContain('Nothing leaves this computer');
    expect(text).toContain('6 of 21 columns are used');
    expect(await use('MonthlyCharges').inputValue()).toBe('price');
    expect(await use('gender').inputValue()).toBe('');
    const row = dialog.getByRole('row', { name: /^Contract/ });
    expect(await row.textContent()).toContain('One year');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('takes other columns, a field at most once', async () => {
    await use('TotalCharges').selectOption('price');
    expect(await use('MonthlyCharges').inputValue()).toBe('');
    expect(await dialog.getByRole('status').textContent()).toContain('"MonthlyCharges"');
    for (const column of ['TotalCharges', 'Contract', 'tenure'])
      await use(column).selectOption('');
    await button('Read the file').click();
    await dialog.getByRole('alert').waitFor(PATIENT);
    expect(await dialog.getByRole('alert').textContent()).toContain('Needed is at least one');
    expect(await accessibilityProblems(page)).toEqual([]);
    await use('MonthlyCharges').selectOption('price');
    await use('Contract').selectOption('contract');
    await use('tenure').selectOption('tenure');
    expect(await dialog.getByRole('alert').count()).toBe(0);
  });

  test('lists the values that cannot be used, with line, column, value and what was expected', async () => {
    await button('Read the file').click();
    const blank = dialog.getByRole('region', { name: /"MonthlyCharges" is empty/ });
    await blank.waitFor(PATIENT);
    expect(await blank.locator('tbody tr').first().textContent()).toMatch(
      /^\s*10\s*MonthlyCharges\s*blank\s*a number/,
    );
    await dialog.getByText('"MonthlyCharges" is not a number').click();
    const words = dialog.getByRole('region', { name: /is not a number/ });
    expect(await words.locator('tbody tr').first().textContent()).toMatch(/19.*"n\/a"/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('Back to fix the file').click();
    expect(await use('MonthlyCharges').inputValue()).toBe('price');
  });

  test('is left by Esc, and nothing has changed', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await population()).toContain('600 modelled');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await population()).toContain('4,000 modelled');
    await page.getByRole('button', { name: 'Redo' }).click();
  });

  test('goes on without the rows that cannot be used, to a summary', async () => {
    await importFile(page, 'customers-sample.csv', flawed);
    await button('Read the file').click(PATIENT);
    await button(`Skip ${flawedRows} rows and use the rest`).click(PATIENT);
    const used = (rows - flawedRows).toLocaleString('en-GB');
    const told = await dialog.locator('dl').last().textContent();
    expect(told).toContain(used);
    expect(told).toContain(`${flawedRows} left out`);
    expect(told).toMatch(/Monthly churn\s*\d\.\d%/);
    expect(await dialog.getByRole('table').locator('tbody tr').count()).toBeGreaterThan(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await population()).toContain('600 modelled');
  });

  test('is accepted as one step, which can be undone', async () => {
    await button('Use these customers').click();
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await population()).toContain((rows - flawedRows).toLocaleString('en-GB'));
    const rail = page.locator('aside .origin');
    expect(await rail.textContent()).toContain(`${flawedRows} left out`);
    await page.getByRole('button', { name: 'Edit segments' }).click();
    await page.getByText('How long they stay').click();
    const curve = page.getByRole('img', { name: /after 12 months .* in the simulated market/ });
    await curve.first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    expect(await rail.count()).toBe(0);
    expect(await population()).toContain('600 modelled');
    await page.keyboard.press('Control+Shift+z');
    expect(await population()).toContain((rows - flawedRows).toLocaleString('en-GB'));
  });

  test.each([
    ['empty.csv', '', /It is empty/],
    ['header.csv', 'customerID,MonthlyCharges\n', /no rows/],
    ['book.xlsx', 'PK\x03\x04 and so on', /It is a spreadsheet, not CSV/],
    ['not-a-table.csv', 'Dear all,\nthe meeting is moved.\n', /None of its columns is known/],
  ])('refuses %s with a sentence', async (name, text, why) => {
    await importFile(page, name, text);
    await dialog.getByRole('alert').waitFor(PATIENT);
    expect(await dialog.getByRole('alert').textContent()).toMatch(why);
    await button('Cancel').click();
    expect(await dialog.count()).toBe(0);
  });

  test('opens a scenario under another name as what it is', async () => {
    await importFile(page, 'mine.txt', example.replace('Small', 'In disguise'));
    await page.waitForFunction(() => document.title.startsWith('In disguise'));
    expect(await dialog.count()).toBe(0);
  });

  test('has asked nobody else for anything, before, during and after', () => {
    expect(errors).toEqual([]);
    expect(
      requests.filter((url) => !/^(?:blob|data):/.test(url) && !url.startsWith(site)),
    ).toEqual([]);
    expect(requests.length).toBeGreaterThan(3);
  });
});
