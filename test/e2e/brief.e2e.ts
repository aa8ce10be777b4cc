import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { importFile, verdictIsIn } from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const PATIENT = { timeout: 50_000 };

/** The default example, far beyond its tipping point, with few people and runs: every question is soon answered. */
function smallExample(): string {
  const example = JSON.parse(
    readFileSync('public/examples/general-price-rise.json', 'utf8'),
  ) as Scenario;
  const decisions: Scenario['decisions'] = [{ kind: 'price', week: 8, change: 0.35 }];
  return JSON.stringify({ ...example, decisions, customers: 600, runs: 40, horizon: 90 });
}

/** Opens the brief of the small example, and waits until it is written. */
async function openBrief(page: Page, language: string, button: string): Promise<void> {
  await page.goto(`${site}?lang=${language}`);
  await importFile(page, 'small.json', smallExample());
  // The last figure is that of the example's own horizon.
  await page.waitForFunction(
    () => [...document.querySelectorAll('dl.stats dt')].at(-1)?.textContent?.includes('90'),
    undefined,
    PATIENT,
  );
  await verdictIsIn(page);
  await page.getByRole('button', { name: button }).first().click();
  await page.waitForFunction(
    () => document.querySelector('.paper')?.shadowRoot?.querySelectorAll('.page').length === 2,
    undefined,
    PATIENT,
  );
}

/** The paper's text, and whether anything stands beyond the edge of its page. */
const paper = (page: Page) =>
  page.evaluate(() => {
    const pages = [
      ...(document.querySelector('.paper')?.shadowRoot?.querySelectorAll('.page') ?? []),
    ];
    return {
      text: pages.map((one) => one.textContent).join('\n'),
      spills: pages.filter(
        (one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight,
      ).length,
    };
  });

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;
  describe.skipIf(absent)(`the brief in ${where}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await tested.launch();
    });
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
    afterAll(() => browser?.close());

    const languages = [
      ['zh', '导出简报', '亮起条件'],
      ['en', 'Export brief', 'Lit when'],
    ] as const;
    // One language is enough for the second browser.
    test.each(tested.name === 'Chromium' ? languages : languages.slice(0, 1))(
      'fills two A4 pages in %s',
      async (language, button, heading) => {
        const { page, errors } = await watchedPage(browser);
        await openBrief(page, language, button);
        const { text, spills } = await paper(page);
        expect(text).toContain(heading);
        expect(spills).toBe(0);
        expect(await accessibilityProblems(page)).toEqual([]);
        // Only Chromium prints to a file by itself.
        if (tested.name === 'Chromium') {
          const pdf = await page.pdf({ preferCSSPageSize: true });
          const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
          expect(sheets).toHaveLength(2);
        }
        await page.keyboard.press('Escape');
        await verdictIsIn(page);
        expect(errors).toEqual([]);
      },
    );
  });
}
