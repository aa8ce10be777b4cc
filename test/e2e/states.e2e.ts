/** Every state of the page as axe sees it, and whether everything can be reached on a narrow or enlarged page. */
import { readFileSync } from 'node:fs';
import type { Browser, Page, Worker } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { linkOf } from '../../src/data/link.ts';
import { parseScenario } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { wordsIn } from '../../src/words/index.ts';
import {
  buoy,
  customersAreIn,
  decisions,
  figures,
  headline,
  importFile,
  runsAreDone,
  sentences,
  verdictIsIn,
} from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const example = JSON.parse(
  readFileSync('public/examples/general-price-rise.json', 'utf8'),
) as object;
const small = { ...example, name: 'Small', customers: 600, runs: 40 };
const link = linkOf(scenarioOf(small)) ?? '';
const large = JSON.stringify({ ...example, name: 'Large', runs: 400 });
/** A few seconds of work on a busy machine. */
const PATIENT = { timeout: 50_000 };

const THEMES = ['light', 'dark'] as const;

describe.each(['en', 'zh'] as const)(
  'the page in %s has nothing that axe would mend, in either theme',
  (lang) => {
    let browser: Browser | undefined;
    let page: Page;
    const open = async (more = '') => {
      await page.goto(`${site}?lang=${lang}&theme=light${more}#s=${link}`);
    };
    /** The theme is a matter of colours alone: to look at both, a state need not be reached twice. */
    const isClean = async () => {
      for (const theme of THEMES) {
        await page.evaluate(
          (name) => (document.documentElement.dataset['theme'] = name),
          theme,
        );
        expect([theme, ...(await accessibilityProblems(page))]).toEqual([theme]);
      }
    };

    beforeAll(async () => {
      browser = await chromium?.launch();
      if (!browser) throw new Error('There is no browser.');
      ({ page } = await watchedPage(browser));
      await open();
    });
    afterAll(() => browser?.close());

    test('before the first verdict', async () => {
      await page.locator('section.verdict h2').waitFor();
      await isClean();
    });

    test('while results of an earlier scenario are on the screen', async () => {
      await verdictIsIn(page);
      await importFile(page, 'large.json', large);
      await page.waitForFunction(() => document.title.startsWith('Large'));
      await page.locator('section.verdict .stale').first().waitFor();
      await isClean();
    });

    test('with all the evidence', async () => {
      await page.keyboard.press('Control+z');
      await page.waitForFunction(() => document.title.startsWith('Small'));
      await runsAreDone(page);
      await page
        .locator('section[aria-labelledby="warning-title"] .row')
        .first()
        .waitFor(PATIENT);
      await isClean();
    });

    test('with an error', async () => {
      await importFile(page, 'broken.json', '{');
      await page.locator('.notice.error').waitFor();
      await isClean();
      await page.locator('.notice .close').click();
    });

    test('while a decision is edited, and with the menu of decisions', async () => {
      await decisions(page).first().click();
      await page.locator('aside .editor input').first().waitFor();
      await isClean();
      await decisions(page).first().click();
      await page.locator('#add-decision-button .opener').click();
      await page.getByRole('menu').waitFor();
      await isClean();
      await page.keyboard.press('Escape');
    });

    test('with a link to share', async () => {
      await page.locator('.share .ask').click();
      await page.locator('.share .panel').waitFor();
      await isClean();
      await page.keyboard.press('Escape');
    });

    test('with the story of a customer, and with tables instead of charts', async () => {
      await customersAreIn(page);
      await page.getByRole('application').focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('.story li').first().waitFor();
      await isClean();
      await page.keyboard.press('Escape');
      for (const button of await page.locator('main button[aria-keyshortcuts="D"]').all())
        await button.click();
      await page.locator('main table').nth(4).waitFor(PATIENT);
      await isClean();
      for (const button of await page.locator('main button[aria-keyshortcuts="D"]').all())
        await button.click();
    });

    test('with the list of its keys, and with the brief', async () => {
      await page.locator('main').focus();
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
      await isClean();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: wordsIn(lang).briefing.open }).click();
      await page.locator('main.briefing button.main').waitFor(PATIENT);
      await isClean();
    });

    test('with a price to be named, and with revenue in money', async () => {
      await page.keyboard.press('Escape');
      const leaves = page.locator('section[aria-labelledby="leaves-title"]');
      await leaves.locator('p button').click(PATIENT);
      const dialog = page.locator('dialog[open]');
      await dialog.locator('input').fill('12');
      await dialog.locator('select').selectOption('EUR');
      await isClean();
      await dialog.locator('footer button').click();
      await expect.poll(() => leaves.locator('tbody').textContent()).toMatch(/€|欧元/);
      await isClean();
    });

    test('with customers whose stories are told', async () => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page
        .locator('section[aria-labelledby="stories-title"] li')
        .first()
        .waitFor(PATIENT);
      await isClean();
      await page.setViewportSize({ width: 1440, height: 900 });
    });

    test('in a frame, with parts hidden', async () => {
      await open('&embed&hide=customers,buffers,column,warning');
      await verdictIsIn(page);
      expect(await page.locator('header').count()).toBe(0);
      await isClean();
    });

    test('without anybody to compute, until there is somebody', async () => {
      await page.route('**/*.worker-*.js', (route) => route.abort());
      await open('&view=assess');
      await page.locator('.notice.error .again').waitFor(PATIENT);
      await isClean();
      await page.unroute('**/*.worker-*.js');
      await page.locator('.notice .again').click();
      await verdictIsIn(page);
      expect(await page.locator('.notice').count()).toBe(0);
    });

    test('on a phone, in each of its sections and charts', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await open();
      await verdictIsIn(page);
      for (let i = 0; i < 4; i++) {
        await page.locator('nav button').nth(i).click();
        await isClean();
      }
      await page.locator('nav button').first().click();
      for (let i = 1; i < 3; i++) {
        await page.locator('.switch button').nth(i).click();
        await isClean();
      }
      await page.locator('[popovertarget="header-menu"]').click();
      await isClean();
    });
  },
);

test('a worker that is lost is replaced, and its run is done all the same', async () => {
  const browser = await chromium?.launch();
  if (!browser) throw new Error('There is no browser.');
  try {
    const { page } = await watchedPage(browser);
    await page.goto(site);
    await page.locator('.status .dot.running').waitFor();
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    const [lost] = page.workers();
    await lost?.evaluate(() => {
      setTimeout(() => {
        throw new Error('lost');
      });
    });
    await expect.poll(() => page.workers().includes(lost as Worker)).toBe(false);
    await runsAreDone(page);
    expect(await page.locator('.notice.error').count()).toBe(0);
    expect(await page.locator('.status').first().textContent()).toContain('120 of 120 runs');
  } finally {
    await browser.close();
  }
});

/** A small rise, and weeks after it a large one that alone ends in a mass exit. */
const burdened = linkOf(
  scenarioOf({
    ...{ ...small, name: 'Two rises', customers: 300, selected: 0, buffers: [] },
    decisions: [
      { kind: 'price', week: 8, change: 0.05 },
      { kind: 'price', week: 20, change: 0.3 },
    ],
  }),
);

test('runs that break without the decision have their tipping point at 0 or below, whatever its size', async () => {
  const browser = await chromium?.launch();
  if (!browser) throw new Error('There is no browser.');
  try {
    const { page, errors } = await watchedPage(browser);
    await page.goto(`${site}#s=${burdened}`);
    await runsAreDone(page);
    await verdictIsIn(page);
    const cliff = page.locator('section[aria-labelledby="cliff-title"]');
    const label = (text: string) => cliff.locator('svg text').filter({ hasText: text });
    expect(await headline(page).textContent()).toContain('Past the thermocline');
    expect(await sentences(page).first().textContent()).toContain(
      'Without your +5% half of the runs or more end in a mass exit as well: what breaks them is something else.',
    );
    expect(await figures(page)).toContain('≤ 0.0%');
    const tipping = label('Tipping point');
    expect(await tipping.textContent()).toBe('Tipping point ≤ 0.0%');
    expect(await label('breaks without it').count()).toBe(1);
    expect(await cliff.getByRole('img').getAttribute('aria-label')).toBe(
      'The runs break without this decision as well.',
    );
    expect(await buoy(page).getAttribute('aria-valuetext')).toMatch(
      /^\+5%, chance of mass exit >?\d+%$/,
    );
    // The stem of the decision stands beside the label, not in it.
    const [text, handle] = [await tipping.boundingBox(), await buoy(page).boundingBox()];
    if (!text || !handle) throw new Error('The cliff is not on the page.');
    expect(text.x).toBeGreaterThan(handle.x + handle.width / 2);
    await buoy(page).press('End');
    await runsAreDone(page);
    await expect.poll(() => tipping.textContent()).toBe('Tipping point ≤ 0.0%');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** 320 CSS pixels; and 1440 × 900 at 200 %. */
const NARROW = [
  { name: '320 pixels wide', width: 320, height: 640 },
  { name: 'enlarged to 200 %', width: 720, height: 450 },
] as const;

describe.each(NARROW)('the page $name', ({ width, height }) => {
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium?.launch();
    if (!browser) throw new Error('There is no browser.');
    ({ page } = await watchedPage(browser));
    await page.setViewportSize({ width, height });
    await page.goto(`${site}#s=${link}`);
    await verdictIsIn(page);
  });
  beforeEach(() => page.locator('nav button').first().click());
  afterAll(() => browser?.close());

  test.each(['Result', 'Decision', 'Buffers', 'Customers'])(
    'is scrolled downwards only, and reaches every control: %s',
    async (section) => {
      await page.locator('nav').getByRole('button', { name: section }).click();
      if (section === 'Decision') await decisions(page).first().click();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
      ).toBe(true);
      expect(await unreachable(page)).toEqual([]);
    },
  );
});

function scenarioOf(input: unknown): Scenario {
  const parsed = parseScenario(input);
  if (!parsed.ok) throw new Error('The example must hold.');
  return parsed.scenario;
}

test('a tablet shows the four figures whole', async () => {
  const browser = await chromium?.launch();
  if (!browser) throw new Error('There is no browser.');
  try {
    const { page } = await watchedPage(browser);
    await page.setViewportSize({ width: 900, height: 1100 });
    await page.goto(`${site}#s=${link}`);
    await verdictIsIn(page);
    const verdict = await page.locator('section.verdict').boundingBox();
    const ranges = await page.locator('dl.stats dd.range').all();
    expect(ranges).toHaveLength(4);
    for (const range of ranges) {
      const box = await range.boundingBox();
      if (!verdict || !box) throw new Error('The verdict is not on the page.');
      expect(box.height).toBeGreaterThan(10);
      expect(box.y + box.height).toBeLessThanOrEqual(verdict.y + verdict.height);
    }
  } finally {
    await browser.close();
  }
});

/** Controls that cannot be brought to where a pointer would meet them. */
const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'button, select, input:not([type="file"]), a[href], [role="slider"]',
      ),
    ].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        !control.closest('.visually-hidden') &&
        !control.classList.contains('skip'),
    );
    return controls
      .filter((control) => {
        control.scrollIntoView({ block: 'center', inline: 'nearest' });
        const box = control.getBoundingClientRect();
        const met = document.elementFromPoint(
          box.left + box.width / 2,
          box.top + box.height / 2,
        );
        const label = control.closest('label');
        return !(
          met &&
          (control.contains(met) || met.contains(control) || label?.contains(met))
        );
      })
      .map((control) => control.outerHTML.slice(0, 80));
  });
