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

/** As much on the pages as they have to hold: many segments with long names, and many decisions. */
function fullExample(): string {
  const small = JSON.parse(smallExample()) as Scenario;
  const name = (i: number) => `${i + 1} 号套餐：保留旧条款、按年付费并享受优惠的家庭客户`;
  const segments = Array.from({ length: 12 }, (_, i) => ({ name: name(i), share: 12 - i }));
  const more: Scenario['decisions'] = Array.from({ length: 11 }, (_, i) => ({
    kind: 'price',
    week: -60 + 4 * i,
    change: 0.01,
  }));
  return JSON.stringify({
    ...small,
    name: '秋季方案：提价、精简内容、收紧共享规则，并为全部十二个客户群启用新的客服团队和投诉渠道',
    segments,
    decisions: [...more, ...small.decisions],
    selected: more.length,
  });
}

/** Opens the brief of an example, and waits until it is written. */
async function openBrief(
  page: Page,
  language: string,
  button: string,
  example: string,
): Promise<void> {
  await page.goto(`${site}?lang=${language}`);
  await importFile(page, 'example.json', example);
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
      ['zh', '导出简报', '亮起条件', fullExample],
      ['en', 'Export brief', 'Lit when', smallExample],
    ] as const;
    // One language is enough for the second browser.
    test.each(tested.name === 'Chromium' ? languages : languages.slice(0, 1))(
      'fills two A4 pages in %s',
      async (language, button, heading, example) => {
        const { page, errors } = await watchedPage(browser);
        await openBrief(page, language, button, example());
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
