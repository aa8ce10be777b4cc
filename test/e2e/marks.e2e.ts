/** The marks of the charts with fixed data, as they were when they were last looked at. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build, preview } from 'vite';
import type { PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, watchedPage } from './browsers.ts';
import { EXAMPLES } from './marks/examples.ts';

const root = fileURLToPath(new URL('marks', import.meta.url));
let outDir: string;
let server: PreviewServer;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'marks-'));
  const shared = { configFile: false, root, logLevel: 'warn' } as const;
  await build({ ...shared, build: { outDir, target: 'es2022', emptyOutDir: true } });
  const address = { host: '127.0.0.1', port: 0 };
  server = await preview({ ...shared, build: { outDir }, preview: address });
});
afterAll(async () => {
  await server?.close();
  await rm(outDir, { recursive: true, force: true });
});

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;

  describe.skipIf(absent)(`the marks in ${where}`, () => {
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      browser = await tested.launch();
      ({ page } = await watchedPage(browser));
      const [address] = server.resolvedUrls?.local ?? [];
      if (!address) throw new Error('The server has no address.');
      await page.goto(address);
      await page.waitForSelector('[data-drawn]');
    });
    afterAll(() => browser?.close());

    test.each(Object.keys(EXAMPLES))('%s looks as it did', async (name) => {
      const picture = await page.locator(`[id="${name}"]`).evaluate((svg) => svg.outerHTML);
      await expect(rounded(picture)).toMatchFileSnapshot(`marks/pictures/${name}.svg`);
    });
  });
}

/** One tag a line, numbers to a hundredth. */
const rounded = (svg: string): string =>
  `${svg
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/></g, '>\n<')}\n`;
