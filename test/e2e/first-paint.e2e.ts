/** What a visitor has to wait for: the scripts that are loaded before the page shows anything. */
import { gzipSync } from 'node:zlib';
import type { Browser, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { headline } from './assessment.ts';
import { browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const LIMIT = 100_000;

describe('before it shows anything', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium?.launch();
  });
  afterAll(() => browser?.close());

  test.each(['en', 'zh'])(
    'the page loads less than 100 kB of packed script, %s',
    async (language) => {
      if (!browser) throw new Error('There is no browser.');
      const { page } = await watchedPage(browser);
      const loaded = new Map<string, number>();
      const held: Route[] = [];
      let released = false;
      const workers = new Map<string, number>();
      /** Scripts are handed out as long as nothing is on the screen; all later ones are held back. */
      await page.route('**/*.js', async (route) => {
        const response = await route.fetch();
        const packed = gzipSync(await response.body(), { level: 9 }).length;
        const name = route.request().url().replace(/^.*\//, '');
        if (name.includes('.worker-')) {
          workers.set(name, packed);
          return route.fulfill({ response });
        }
        const shows = await page.evaluate(
          () => document.getElementById('app')?.textContent.trim() !== '',
        );
        if (shows && !released) {
          held.push(route);
          return;
        }
        if (!released) loaded.set(name, packed);
        return route.fulfill({ response });
      });
      await page.goto(`${site}?lang=${language}`, { waitUntil: 'commit' });
      await headline(page).waitFor();
      expect(await page.locator('section[aria-labelledby="cliff-title"]').isVisible()).toBe(
        true,
      );
      const total = [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0);
      const list = (files: typeof loaded) =>
        [...files].map(([name, bytes]) => `${name} ${bytes}`).join(', ');
      console.log(
        `${language}: ${total} bytes of packed script before the first paint (${list(loaded)}); ` +
          `beside it the worker (${list(workers)})`,
      );
      expect(loaded.size).toBeGreaterThanOrEqual(2);
      expect(total).toBeLessThan(LIMIT);
      // And the rest is what the first paint did without.
      await expect.poll(() => held.length).toBeGreaterThan(2);
      released = true;
      await Promise.all(held.map((route) => route.continue()));
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.getByRole('application').waitFor({ timeout: 30_000 });
    },
  );
});
