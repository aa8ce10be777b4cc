import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headline, importDialog, importFile, verdictIsIn } from './assessment.ts';
import { browsers, watchedPage } from './browsers.ts';
import { serveFolder } from './folder-server.ts';
import type { FolderServer } from './folder-server.ts';

/** Waits until the service worker has kept all files and answers for this page. */
const isKept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

const versionOf = (page: Page) =>
  page.evaluate(
    () => document.querySelector('meta[name="test-version"]')?.getAttribute('content') ?? '1',
  );

/** The site as its maker would publish it next: another page, and a service worker that says so. */
async function publishNext(folder: string): Promise<void> {
  const edit = async (name: string, change: (text: string) => string) => {
    const text = await readFile(join(folder, name), 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${name} has nothing to change.`);
    await writeFile(join(folder, name), changed);
  };
  await edit('index.html', (html) =>
    html.replace('<title>', '<meta name="test-version" content="2"><title>'),
  );
  await edit('service-worker.js', (code) =>
    code.replace(/"version":"[0-9a-f]{16}"/, '"version":"0123456789abcdef"'),
  );
}

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;
  describe.skipIf(absent)(`the page in ${where}`, () => {
    let browser: Browser;
    let folder: string;
    let server: FolderServer;
    beforeAll(async () => {
      browser = await tested.launch();
    });
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'thermocline-site-'));
      await cp('dist', folder, { recursive: true });
      server = await serveFolder(folder);
    });
    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
    afterAll(() => browser?.close());

    test('works with its server gone, what it loads late included', async () => {
      const { page, errors } = await watchedPage(browser, 'allow');
      await page.goto(server.address);
      await isKept(page);
      await server.stop();
      await page.reload();
      await verdictIsIn(page);
      await page.getByRole('button', { name: 'Export brief' }).click();
      await page.locator('.briefing .tools').first().waitFor();
      expect(errors).toEqual([]);
    });

    test('changes its version only when told to, and then as a whole', async () => {
      const { page } = await watchedPage(browser, 'allow');
      await page.goto(server.address);
      await isKept(page);
      await publishNext(folder);
      await page.reload();
      expect(await versionOf(page)).toBe('1');
      const take = page.getByRole('button', { name: 'Switch to it' });
      // While the page computes, a busy machine takes its time to fetch the next version.
      await take.waitFor({ timeout: 60_000 });
      await page.reload();
      expect(await versionOf(page)).toBe('1');
      await take.click();
      await expect.poll(() => versionOf(page).catch(() => 'loading')).toBe('2');
      await server.stop();
      await page.reload();
      expect(await versionOf(page)).toBe('2');
      await verdictIsIn(page);
    }, 150_000);

    test('is one file as well, which runs from a disk', async () => {
      const { page, errors, requests } = await watchedPage(browser);
      await page.goto(pathToFileURL(resolve('dist/thermocline.html')).href);
      await verdictIsIn(page);
      expect(await headline(page).textContent()).toContain('thermocline');
      // The worker that reads customer files is in the file as well.
      await importFile(page, 'mine.csv', 'id,Monthly fee\n1,20\n2,30\n');
      await importDialog(page)
        .getByRole('combobox', { name: 'Used as: Monthly fee' })
        .waitFor();
      expect(errors).toEqual([]);
      expect(requests.filter((url) => /^https?:/.test(url))).toEqual([]);
    });
  });
}
