/** What the end-to-end tests read off the assessment on the page, and how they move its controls. */
import type { Locator, Page } from 'playwright';

/** A machine that is busy with something else is still a pass; a hang is not. */
const PATIENCE_MS = 50_000;

export const headline = (page: Page): Locator => page.locator('section.verdict h2');
export const sentences = (page: Page): Locator => page.locator('section.verdict .text p');
export const buoy = (page: Page): Locator => page.locator('.track [role="slider"]');
export const playhead = (page: Page): Locator => page.locator('.scrub [role="slider"]');
export const notice = (page: Page): Locator => page.locator('main .place[role="status"]');

/** The figures in the order of the page. */
export const figures = (page: Page): Promise<string[]> =>
  page.locator('dl.stats dd.value').allTextContents();

/** Waits until enough runs are in for a verdict on the scenario as it stands. */
export async function verdictIsIn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('section.verdict h2 svg') !== null &&
      document.querySelector('section.verdict .stale') === null,
    undefined,
    { timeout: PATIENCE_MS },
  );
}

/** Waits until all runs of the scenario as it stands are done. */
export async function runsAreDone(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.status .dot:not(.running)') !== null,
    undefined,
    { timeout: PATIENCE_MS },
  );
}

/** Chooses a language and waits for its words. */
export async function speaks(page: Page, language: 'EN' | '中文'): Promise<void> {
  await page.getByRole('button', { name: language, exact: true }).click();
  await page
    .locator(`html[lang="${language === 'EN' ? 'en' : 'zh-CN'}"]`)
    .waitFor({ state: 'attached' });
}

/** Waits until the water column shows the customers of the typical run. */
export async function customersAreIn(page: Page): Promise<void> {
  await page
    .locator('section[aria-labelledby="column-title"][aria-busy="false"]')
    .getByRole('application')
    .waitFor({ timeout: PATIENCE_MS });
}

/** Drags the buoy by a number of pixels, in ten moves. */
export async function dragBuoy(page: Page, by: number): Promise<void> {
  const box = await buoy(page).boundingBox();
  if (!box) throw new Error('The buoy is not on the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 10 });
  await page.mouse.up();
}

/** The size of the decision in percent, as the buoy says it. */
export async function sizeOf(page: Page): Promise<number> {
  return Number(await buoy(page).getAttribute('aria-valuenow'));
}

/** The week under the playhead, as the controls print it. */
export async function shownWeek(page: Page): Promise<number> {
  return Number((await page.locator('.controls b').textContent())?.replace(/\D/g, ''));
}

/** Hands a file to the import button. */
export async function importFile(
  page: Page,
  name: string,
  text: string | Buffer,
): Promise<void> {
  const mimeType = name.endsWith('.json') ? 'application/json' : 'text/csv';
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await page.setInputFiles('input[type="file"]', { name, mimeType, buffer });
}

/** The dialog of an import. */
export const importDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Import customers' });

/** Takes a customer file through the dialog as it is recognised, to the customers of the scenario. */
export async function acceptCustomers(
  page: Page,
  name: string,
  text: string | Buffer,
): Promise<void> {
  await importFile(page, name, text);
  const dialog = importDialog(page);
  await dialog.getByRole('button', { name: 'Read the file' }).click();
  const next = dialog.getByRole('button', { name: /^(Use the rows|Skip)/ });
  const accept = dialog.getByRole('button', { name: 'Use these customers' });
  await next.or(accept).waitFor({ timeout: PATIENCE_MS });
  if (await next.isVisible()) await next.click();
  await accept.click();
}

/** The rows of the decisions, in the order of the page. */
export const decisions = (page: Page): Locator => page.locator('aside button.row');

/** The slider of a buffer, by its name. */
export const buffer = (page: Page, name: string): Locator =>
  page.locator('aside .buffers').getByRole('slider', { name, exact: true });

/** Adds a decision from the menu, and leaves its settings open. */
export async function addDecision(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a decision' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Types a number into one of the settings that are open; `fill` would append it in Firefox. */
export async function setTo(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('spinbutton', { name: field, exact: true }).press('Control+a');
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}
