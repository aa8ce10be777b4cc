/** Looking back: a fit to past churn, and the months after a launch. */
import { Buffer } from 'node:buffer';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const [chromium] = browsers;
const PATIENCE_MS = 50_000;

const table = (head: string, rows: readonly string[]) => ({
  name: 'months.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([head, ...rows].join('\n')),
});
/** Drops a file on the middle of the page, whatever is open before it. */
async function dropTable(page: Page, text: string) {
  const dataTransfer = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  }, text);
  for (const type of ['dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer });
}
const churn = [1.3, 1.4, 1.35, 1.5, 1.4, 1.4, 1.6, 1.5, 1.4, 1.5];

describe('looking back', () => {
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  let dialog: Locator;
  const button = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true });
  const file = () => dialog.locator('input[type="file"]');

  beforeAll(async () => {
    if (!chromium) throw new Error('Chromium is needed.');
    browser = await chromium.launch();
    ({ page, errors } = await watchedPage(browser));
    await page.goto(site);
    dialog = page.getByRole('dialog');
  });
  afterAll(() => browser?.close());

  test('a fit begins with a change of the past, and with its months', async () => {
    await page.getByRole('button', { name: 'Fit to past churn' }).click();
    await dialog.getByText('There is no past change yet.').waitFor();
    await button('Add a price rise a year ago').click();
    await dialog.getByText('Type the churn of at least three months').waitFor();
    expect(await button('Run the fit').getAttribute('aria-disabled')).toBe('true');
    await file().setInputFiles(table('month,churn', ['0,2.1']));
    await dialog.getByText('Line 2, "churn": "2.1" is outside 0 to 1').waitFor();
    await file().setInputFiles(
      table(
        'month,churn',
        churn.map((value, i) => `${i - 6},${value}%`),
      ),
    );
    await dialog.getByText('10 months read.').waitFor();
    expect(await dialog.getByLabel('Churn in month 0, %').inputValue()).toBe('1.6');
    await dropTable(page, 'month,churn\n0,1.6%\n1,1.5%');
    await dialog.getByText('2 months read.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await dropTable(
      page,
      ['month,churn', ...churn.map((value, i) => `${i - 6},${value}%`)].join('\n'),
    );
    await dialog.getByText('10 months read.').waitFor();
    await dialog.getByLabel('Churn in month 4, %').fill('1.45');
    await page.keyboard.press('Enter');
    expect(await button('Run the fit').getAttribute('aria-disabled')).toBe('false');
  });

  test('the months are there again after the page was left', async () => {
    await button('Close').click();
    // A moment after the edit they are kept.
    await page.waitForFunction(
      () => (history.state as { record?: string } | null)?.record !== undefined,
    );
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByRole('button', { name: 'Fit to past churn' }).click();
    await expect.poll(() => dialog.getByLabel('Churn in month 4, %').inputValue()).toBe('1.45');
    expect(await dialog.getByLabel('Churn in month 0, %').inputValue()).toBe('1.6');
  });

  test('it can be stopped, and says when nothing is narrowed', async () => {
    await dialog.getByLabel('Customers at the time').fill('600');
    await page.keyboard.press('Enter');
    await button('Run the fit').click();
    await button('Cancel').click();
    await button('Run the fit').click();
    await button('Use this').waitFor({ timeout: PATIENCE_MS });
    await dialog.getByText('Your history does not narrow this.').waitFor();
    expect(await dialog.getByRole('img', { name: /11 months lie in the band/ }).count()).toBe(
      1,
    );
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('the scenario takes it up as one step, and can forget it', async () => {
    await button('Use this').click();
    await page.getByRole('button', { name: 'Fitted to 11 months' }).click();
    await button('Forget the fit').click();
    await button('Close').click();
    await page.getByRole('button', { name: 'Fit to past churn' }).waitFor();
  });

  test('the months of a launch lie in its band or not, and light its tripwires', async () => {
    await page.getByRole('button', { name: 'After launch' }).click();
    await button('Register the band').click();
    await dialog.getByText(/^Band of inputs/).waitFor({ timeout: PATIENCE_MS });
    const before = [80, 75, 84, 79, 81, 77].map(
      (complaints, i) => `${i - 6},1.4%,,${complaints}`,
    );
    await file().setInputFiles(
      table('month,churn,customers,complaints', [...before, '0,1.4%,7950,90']),
    );
    await dialog.getByText('7 months read.').waitFor();
    await dropTable(page, 'month,churn,complaints\n0,1.5%,90\n1,1.4%,80');
    await dialog.getByText('2 months read.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await file().setInputFiles(
      table('month,churn,customers,complaints', [...before, '0,1.4%,7950,90']),
    );
    await dialog.getByText('7 months read.').waitFor();
    await dialog.getByLabel('Own customers in week 0').fill('8000');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Churn, %, month 1').fill('9');
    await page.keyboard.press('Enter');
    const lit = dialog.getByRole('row', { name: /Churn Lit in month 1/ });
    await lit.waitFor();
    expect(await dialog.getByRole('img', { name: /^Churn by month: 1 of 2/ }).count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('Close').click();
    expect(errors).toEqual([]);
  });

  test('both speak Chinese', async () => {
    await page.getByText('中文', { exact: true }).click();
    await page.getByRole('button', { name: '上线之后' }).click();
    await dialog.getByText('第 1 月亮起').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '用历史流失校准' }).click();
    await dialog.getByText('你的历史没有缩小这些范围。').waitFor();
    await page.keyboard.press('Escape');
  });
});
