import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buoy, headline, notice, runsAreDone, sizeOf, verdictIsIn } from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const firefox = browsers[1];
const PATIENT = { timeout: 20_000 };

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Scenarios' });
const openList = async (page: Page) => {
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
  await dialog(page).waitFor();
};
const rows = (page: Page) => dialog(page).locator('li button.open');
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Scenario name' });
const act = (page: Page, name: string) =>
  dialog(page).getByRole('button', { name, exact: true }).click();

async function rename(page: Page, name: string): Promise<void> {
  await nameField(page).press('Control+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Names of all records, as they stand in the browser; none before the page has made its storage. */
const keptNames = (page: Page) =>
  page.evaluate(async () => {
    if ((await indexedDB.databases()).length === 0) return [];
    return new Promise<string[]>((resolve) => {
      const opening = indexedDB.open('thermocline');
      opening.onsuccess = () => {
        const store = opening.result.transaction('scenarios').objectStore('scenarios');
        const all = store.getAll() as IDBRequest<{ name: string }[]>;
        all.onsuccess = () => {
          opening.result.close();
          resolve(all.result.map(({ name }) => name));
        };
      };
    });
  });

/** Until the page has written what was edited. */
const isKept = (page: Page, name: string) =>
  expect.poll(() => keptNames(page), PATIENT).toContain(name);

/** One visit, gone on with by each test. */
describe('the library', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let errors: readonly string[];

  beforeAll(async () => {
    if (!chromium) throw new Error('There is no browser.');
    browser = await chromium.launch();
    ({ page, errors } = await watchedPage(browser));
    context = page.context();
    await page.goto(site);
    await verdictIsIn(page);
  });
  afterAll(() => browser?.close());

  test('keeps nothing before the first edit', async () => {
    await openList(page);
    await expect.poll(() => dialog(page).textContent()).toContain('Nothing is kept yet');
    expect(await rows(page).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  test('keeps what is edited, with its verdict', async () => {
    await rename(page, 'Autumn rise');
    await buoy(page).press('PageDown');
    await runsAreDone(page);
    await openList(page);
    await expect.poll(() => rows(page).allTextContents()).toHaveLength(1);
    expect(await rows(page).first().textContent()).toMatch(
      /Autumn rise.*General market.*on the page/s,
    );
    const word = (await headline(page).textContent())?.split(' ')[0] ?? '';
    await expect.poll(() => dialog(page).locator('li .chip').textContent(), PATIENT).toBe(word);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('duplicates, renames, finds, deletes and undoes', async () => {
    await act(page, 'Duplicate Autumn rise');
    await rows(page).nth(1).waitFor();
    await act(page, 'Rename Autumn rise (copy)');
    await page.keyboard.type('Spring rise');
    await page.keyboard.press('Enter');
    await dialog(page)
      .getByRole('button', { name: /^Spring rise/ })
      .waitFor();
    await dialog(page).getByRole('searchbox').fill('spring');
    expect(await rows(page).count()).toBe(1);
    await dialog(page).getByRole('searchbox').fill('');
    await act(page, 'Delete Spring rise');
    await expect.poll(() => rows(page).count()).toBe(1);
    await act(page, 'Undo');
    await expect.poll(() => rows(page).count()).toBe(2);
  });

  test('goes into files and comes back from them', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      act(page, 'Save all as a file'),
    ]);
    expect(download.suggestedFilename()).toBe('scenarios.thermocline.json');
    const file = await download.path();
    await act(page, 'Delete Spring rise');
    await expect.poll(() => rows(page).count()).toBe(1);
    await dialog(page)
      .locator('input[type="file"]')
      .setInputFiles({
        name: 'all.json',
        mimeType: 'application/json',
        buffer: readFileSync(file),
      });
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await dialog(page).textContent()).toContain(
      '1 scenario was added. 1 was there before.',
    );
  });

  test('opens another one, and undo goes back', async () => {
    await dialog(page)
      .getByRole('button', { name: /^Spring rise/ })
      .click();
    await expect.poll(() => nameField(page).inputValue()).toBe('Spring rise');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await nameField(page).inputValue()).toBe('Autumn rise');
    await isKept(page, 'Spring rise');
  });

  test('goes on where it was left, and leaves it in the list where a link is opened', async () => {
    const size = await sizeOf(page);
    const link = await linkOf(page);
    await page.goto('about:blank');
    await page.goto(site);
    await expect.poll(() => nameField(page).inputValue()).toBe('Autumn rise');
    await expect
      .poll(() => notice(page).textContent())
      .toContain('continue where you left off: Autumn rise');
    expect(await sizeOf(page)).toBe(size);
    await rename(page, 'Winter rise');
    await isKept(page, 'Winter rise');
    await page.goto('about:blank');
    await page.goto(link);
    expect(await nameField(page).inputValue()).toBe('Autumn rise');
    await openList(page);
    await expect
      .poll(async () => (await rows(page).allTextContents()).join())
      .toMatch(/Winter rise/);
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
  });

  test('asks before one tab writes over what another one has changed', async () => {
    await page.goto('about:blank');
    await page.goto(site);
    const second = await context.newPage();
    await second.goto(site);
    await expect.poll(() => nameField(second).inputValue()).toBe('Winter rise');
    await rename(second, 'Changed elsewhere');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Changed elsewhere was changed in another tab');
    expect(await accessibilityProblems(page)).toEqual([]);
    await rename(page, 'Changed here');
    await page.getByRole('button', { name: 'Keep both' }).click();
    await isKept(page, 'Changed here (copy)');
    await isKept(page, 'Changed elsewhere');
    await second.close();
  });

  test('names a damaged record and keeps it', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('thermocline');
          opening.onsuccess = () => {
            const writing = opening.result.transaction('scenarios', 'readwrite');
            writing
              .objectStore('scenarios')
              .put({ id: 'x', version: 1, name: 'Broken', scenario: 7 });
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await openList(page);
    const aside = dialog(page).getByRole('region', { name: 'Set aside' });
    await expect.poll(() => aside.textContent()).toContain('Broken');
    await page.keyboard.press('Escape');
  });

  test('says once that the storage is full, and the work can still be saved', async () => {
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await rename(page, 'Too much');
    await expect
      .poll(() => notice(page).textContent(), PATIENT)
      .toContain('the storage of this browser is full');
    await openList(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      act(page, 'Save all as a file'),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('Too much');
  });
});

async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to this scenario' }).inputValue();
  await page.keyboard.press('Escape');
  return link;
}

describe.skipIf(!firefox?.path)('the library in Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (!firefox) throw new Error('There is no Firefox.');
    browser = await firefox.launch();
  });
  afterAll(() => browser?.close());

  test('keeps an edit, and goes on with it', async () => {
    const { page, errors } = await watchedPage(browser);
    await page.goto(site);
    await rename(page, 'In Firefox');
    await isKept(page, 'In Firefox');
    await page.goto('about:blank');
    await page.goto(site);
    await expect.poll(() => nameField(page).inputValue()).toBe('In Firefox');
    expect(errors).toEqual([]);
  });
});
