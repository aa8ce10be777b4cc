import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;
  describe.skipIf(absent)(`the built page in ${where}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await tested.launch();
    });
    // A page left open keeps its workers busy.
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
    afterAll(() => browser?.close());

    test('opens without an error and without a request to anybody else', async () => {
      const { page, errors, requests } = await watchedPage(browser);
      await page.goto(site, { waitUntil: 'networkidle' });
      expect(await page.locator('h1').first().textContent()).not.toBe('');
      expect(errors).toEqual([]);
      expect(
        requests.filter((url) => !/^(?:blob|data):/.test(url) && !url.startsWith(site)),
      ).toEqual([]);
    });

    test.each(['light', 'dark'] as const)(
      'is accessible as far as axe can see, %s',
      async (colorScheme) => {
        const { page } = await watchedPage(browser);
        await page.emulateMedia({ colorScheme });
        await page.goto(site, { waitUntil: 'networkidle' });
        expect(await accessibilityProblems(page)).toEqual([]);
      },
    );

    test('is held to its own origin by its security policy', async () => {
      const { page } = await watchedPage(browser);
      await page.goto(site);
      const refused = await page.evaluate(async () => {
        const violation = new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
        });
        await fetch('http://127.0.0.1:9/').catch(() => undefined);
        return violation;
      });
      expect(refused).toBe('connect-src');
    });

    test('knows no page that it was not built with', async () => {
      const { page } = await watchedPage(browser);
      const answer = await page.request.get(new URL('no-such-file.json', site).href);
      expect(answer.status()).toBe(404);
    });
  });
}
