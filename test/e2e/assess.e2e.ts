import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { serialRunner } from '../../src/assess/serial.ts';
import { RUNS_SWEPT } from '../../src/assess/settled.ts';
import { parseScenarioText, sentenceOf } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { backStat } from '../../src/views/assess/verdict/verdict-words.ts';
import { wordsIn } from '../../src/words/index.ts';
import { numbersFor } from '../../src/words/numbers.ts';
import {
  acceptCustomers,
  addDecision,
  buffer,
  buoy,
  customersAreIn,
  decisions,
  dragBuoy,
  figures,
  headline,
  importFile,
  notice,
  playhead,
  runsAreDone,
  sentences,
  setTo,
  shownWeek,
  sizeOf,
  speaks,
  verdictIsIn,
} from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const sample = readFileSync('public/examples/customers-sample.csv');
const example = readFileSync('public/examples/general-price-rise.json', 'utf8');
const rows = sample.toString().trim().split('\n').length - 1;

/** A busy machine plays slowly. */
const PATIENT = { timeout: 20_000 };

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;

  /** One visit from beginning to end: each test goes on where the one before it stopped. */
  describe.skipIf(absent)(`a visit to the page in ${where}`, () => {
    let browser: Browser;
    let page: Page;
    let errors: readonly string[];
    let requests: readonly string[];

    beforeAll(async () => {
      browser = await tested.launch();
      ({ page, errors, requests } = await watchedPage(browser));
      await page.goto(site);
    });
    afterAll(() => browser?.close());

    test('counts first and then shows the verdict of real runs', async () => {
      await verdictIsIn(page);
      await runsAreDone(page);
      const { runs } = scenarioOf(example);
      expect(await headline(page).textContent()).toMatch(/^(Above|Near|Past) the thermocline$/);
      expect(await sentences(page).textContent()).toMatch(
        /(below|beyond|at) the tipping point/,
      );
      const [chance, tipping, , revenue] = await figures(page);
      expect(chance).toMatch(/^([<>]?\d+)%/);
      expect(tipping).toMatch(/^\s*\+\d+\.\d%/);
      expect(revenue).toMatch(/^[+\u2212]?\d+%/);
      expect(await page.locator('.status').first().textContent()).toContain(
        `${runs} of ${runs} runs`,
      );
    });

    test('draws a line for each run over all sizes, and a typical one', async () => {
      const { runs } = scenarioOf(example);
      const cliff = page.locator('section[aria-labelledby="cliff-title"] svg[role="img"]');
      expect(await cliff.locator('[data-layer="runs"] path').count()).toBe(
        Math.min(runs, RUNS_SWEPT),
      );
      expect(await cliff.locator('[data-layer="typical"] path').getAttribute('d')).toMatch(
        /^M[\d.,C-]+$/,
      );
      expect(await cliff.getAttribute('aria-label')).toMatch(
        /tipping point is at|falls off the cliff/,
      );
      // Not before it is known that it is one.
      await expect
        .poll(() => cliff.getAttribute('aria-label'), PATIENT)
        .toMatch(/falls off the cliff at \+\d/);
    });

    test('has nothing that axe would mend, in either theme and language', async () => {
      for (const language of ['中文', 'EN'] as const) {
        await speaks(page, language);
        for (let theme = 0; theme < 2; theme++) {
          await page.locator('header button.icon').click();
          expect(await accessibilityProblems(page)).toEqual([]);
        }
      }
    });

    test('speaks Chinese, says so, and remembers it', async () => {
      await speaks(page, '中文');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(await headline(page).textContent()).toMatch(/温跃层/);
      expect(await page.locator('h1').textContent()).toBe('信任温跃层');
      expect(await page.evaluate(() => localStorage.getItem('thermocline.language'))).toBe(
        'zh',
      );
      await speaks(page, 'EN');
      expect(await headline(page).textContent()).toMatch(/thermocline/);
    });

    test('turns dark and back', async () => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const before = await paper();
      await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
      expect(await paper()).not.toBe(before);
      await page.getByRole('button', { name: 'Switch to the light theme' }).click();
      expect(await paper()).toBe(before);
    });

    test('follows the buoy without computing the cliff again', async () => {
      const line = page.locator('[data-layer="typical"] path');
      const cliff = await line.getAttribute('d');
      const size = await sizeOf(page);
      await dragBuoy(page, 70);
      expect(await sizeOf(page)).toBeGreaterThan(size + 2);
      expect(await headline(page).textContent()).toBe('Past the thermocline');
      expect(await sentences(page).textContent()).toContain('beyond the tipping point');
      await dragBuoy(page, -140);
      expect(await sizeOf(page)).toBeLessThan(size - 2);
      expect(await headline(page).textContent()).toBe('Above the thermocline');
      expect(await line.getAttribute('d')).toBe(cliff);
    });

    test('moves the buoy by keys, in the steps that it promises', async () => {
      await buoy(page).focus();
      const from = await sizeOf(page);
      for (const [key, by] of [
        ['ArrowRight', 0.5],
        ['ArrowLeft', -0.5],
        ['Shift+ArrowRight', 2],
        ['PageUp', 5],
        ['PageDown', -5],
        ['Shift+ArrowLeft', -2],
      ] as const) {
        const before = await sizeOf(page);
        await page.keyboard.press(key);
        expect((await sizeOf(page)) - before).toBeCloseTo(by, 6);
      }
      expect(await sizeOf(page)).toBeCloseTo(from, 6);
      await page.keyboard.press('t');
      expect(await sentences(page).textContent()).toMatch(/tipping point/);
      expect(Math.abs((await sizeOf(page)) - (await tippingPoint(page)))).toBeLessThan(0.3);
      await page.keyboard.press('Home');
      expect(await headline(page).textContent()).toBe('Above the thermocline');
    });

    test('scrubs through the weeks by pointer and keys and prints their values', async () => {
      await playhead(page).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await playhead(page).getAttribute('aria-valuenow')).toBe('5');
      expect(await shownWeek(page)).toBe(5);
      const plot = await page.locator('.scrub').boundingBox();
      if (!plot) throw new Error('The timeline is not on the page.');
      await page.mouse.click(plot.x + plot.width / 2, plot.y + plot.height / 2);
      expect(Number(await playhead(page).getAttribute('aria-valuenow'))).toBeGreaterThan(50);
    });

    test('plays, at another pace too, and pauses', async () => {
      await playhead(page).focus();
      await page.keyboard.press('Home');
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await expect.poll(() => shownWeek(page), PATIENT).toBeGreaterThan(3);
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      const paused = await shownWeek(page);
      await page.waitForTimeout(300);
      expect(await shownWeek(page)).toBe(paused);
      expect(await playhead(page).getAttribute('aria-valuenow')).toBe(String(paused));
      await page.getByRole('button', { name: 'Speed 1×' }).click();
      expect(await page.getByRole('button', { name: 'Speed 2×' }).isVisible()).toBe(true);
    });

    test('plays by Space from anywhere, and steps by the arrows', async () => {
      await page.locator('main').focus();
      const before = await shownWeek(page);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      expect(await shownWeek(page)).toBe(before + 5);
      await page.keyboard.press(' ');
      await expect.poll(() => shownWeek(page), PATIENT).toBeGreaterThan(before + 6);
      await page.keyboard.press(' ');
      expect(await page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
      await page.getByRole('textbox', { name: 'Scenario name' }).focus();
      const named = await shownWeek(page);
      await page.keyboard.press('ArrowLeft');
      expect(await shownWeek(page)).toBe(named);
    });

    test('moves a decision to another week along the timeline', async () => {
      const week = async () => decisions(page).first().locator('.week').textContent();
      const marker = page.getByRole('slider', { name: 'Price rise, week' });
      const box = await marker.boundingBox();
      const scrub = await page.locator('.scrub').boundingBox();
      if (!box || !scrub) throw new Error('The marker is not on the page.');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const { horizon } = scenarioOf(example);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + (10 * scrub.width) / horizon, y, { steps: 8 });
      expect(await marker.getAttribute('aria-valuenow')).toBe('18');
      expect(await week()).toBe('week 8');
      await page.mouse.up();
      expect(await week()).toBe('week 18');
      await marker.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowLeft');
      expect(await marker.getAttribute('aria-valuetext')).toBe('week 15');
      await expect.poll(week, PATIENT).toBe('week 15');
      await verdictIsIn(page);
    });

    test('tells the story of a customer who is picked with the pointer or with keys', async () => {
      const column = page.locator('section[aria-labelledby="column-title"]');
      const dots = column.getByRole('application');
      // Until then the typical run changes, and its customers with it.
      await runsAreDone(page);
      await customersAreIn(page);
      expect(await column.textContent()).toContain('1,500 of');
      expect(await column.textContent()).toContain('Pick a dot');
      expect(await dots.getAttribute('aria-label')).toMatch(/\d+ are above the thermocline/);
      await dots.focus();
      await page.keyboard.press('ArrowDown');
      const first = await column.locator('.story').textContent();
      expect(first).toMatch(/Customer #\d+/);
      expect(await column.locator('[data-layer="ring"] circle').isVisible()).toBe(true);
      await page.keyboard.press('ArrowRight');
      expect(await column.locator('.story').textContent()).not.toBe(first);
      await page.keyboard.press('Enter');
      await playhead(page).focus();
      await page.keyboard.press('End');
      expect(await column.locator('.story b').textContent()).toMatch(/Customer #\d+/);
      await expect
        .poll(() => column.locator('.story p').textContent(), PATIENT)
        .toMatch(/plan.*friends/);
      const lines = await column.locator('.story li').allTextContents();
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(lines.at(-1)).toMatch(/^Weeks? \d+.*: .+\.$/);
      expect(await accessibilityProblems(page)).toEqual([]);
      await dots.focus();
      await page.keyboard.press('Escape');
      expect(await column.locator('.story').count()).toBe(0);
      // In week 0 nearly everybody is far up.
      await playhead(page).focus();
      await page.keyboard.press('Home');
      const box = await dots.boundingBox();
      if (!box) throw new Error('The column is not on the page.');
      for (let i = 0; i < 20 && (await column.locator('.story').count()) === 0; i++)
        await dots.click({ position: { x: box.width * 0.2, y: box.height * (0.36 + i / 60) } });
      expect(await column.locator('.story b').textContent()).toMatch(/Customer #\d+/);
    });

    test('sinks its customers: fewer are gone at the beginning than at the end', async () => {
      const dots = page.getByRole('application');
      const gone = async () =>
        Number(/(\d+) gone/.exec((await dots.getAttribute('aria-label')) ?? '')?.[1]);
      await playhead(page).focus();
      await page.keyboard.press('End');
      const atTheEnd = await gone();
      await page.keyboard.press('Home');
      expect(await gone()).toBeLessThan(atTheEnd);
      expect(await gone()).toBe(0);
    });

    test('shows each chart as a table and back, by D', async () => {
      await buoy(page).focus();
      await page.keyboard.press('d');
      const table = page.getByRole('region', { name: 'The cliff as a table' });
      expect(await table.locator('tbody tr').count()).toBeGreaterThan(10);
      expect(await table.locator('tbody tr').first().textContent()).toMatch(/^0%/);
      expect(await accessibilityProblems(page)).toEqual([]);
      await table.focus();
      await page.keyboard.press('d');
      expect(await table.count()).toBe(0);
    });

    test('asks for a new cliff when the week changes, and keeps the old one meanwhile', async () => {
      await decisions(page).first().click();
      await setTo(page, 'Week', '20');
      expect(await page.locator('section.verdict .stale').count()).toBeGreaterThan(0);
      expect(await headline(page).textContent()).not.toBe('');
      expect(await page.locator('[data-layer="runs"] path').count()).toBeGreaterThan(0);
      await verdictIsIn(page);
    });

    test('undoes a drag as one step, and a change of template', async () => {
      const [undo, redo] = ['Undo', 'Redo'].map((name) =>
        page.getByRole('button', { name, exact: true }),
      );
      const from = await sizeOf(page);
      await dragBuoy(page, 90);
      const to = await sizeOf(page);
      expect(to).toBeGreaterThan(from);
      await undo?.click();
      expect(await sizeOf(page)).toBe(from);
      await page.keyboard.press('Control+Shift+z');
      expect(await sizeOf(page)).toBe(to);
      expect(await redo?.getAttribute('aria-disabled')).toBe('true');
      await page.keyboard.press('Control+z');
      const template = page.locator('aside select').first();
      await template.selectOption('telco');
      await page.locator('aside tbody').getByText('Private').waitFor();
      await page.keyboard.press('Control+z');
      expect(await template.inputValue()).toBe('general');
      expect(await page.locator('aside tbody').textContent()).toContain('Mainstream');
      expect(await sizeOf(page)).toBe(from);
    });

    test('adds a second rise in week 60, and shows it on the axis of the cliff', async () => {
      await addDecision(page, 'Price');
      await setTo(page, 'Change of price', '6');
      await setTo(page, 'Week', '60');
      expect(await decisions(page).allTextContents()).toEqual([
        expect.stringContaining('week 20'),
        expect.stringMatching(/\+6%.*week 60/s),
      ]);
      expect(await decisions(page).nth(1).getAttribute('aria-current')).toBe('true');
      expect(await sizeOf(page)).toBe(6);
      expect(await accessibilityProblems(page)).toEqual([]);
      await verdictIsIn(page);
    });

    test('limits a decision to some customers', async () => {
      await page.getByRole('checkbox', { name: 'VIP' }).uncheck();
      expect(await decisions(page).nth(1).textContent()).toMatch(
        /Mainstream, Power users, Budget/,
      );
      await page.getByRole('checkbox', { name: 'VIP' }).check();
      expect(await decisions(page).nth(1).textContent()).not.toContain('Mainstream');
    });

    test('removes it by Delete, and brings it back', async () => {
      await decisions(page).nth(1).focus();
      await page.keyboard.press('Delete');
      expect(await decisions(page).count()).toBe(1);
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('row');
      const undo = page.locator('.removed button');
      expect(await page.locator('.removed').textContent()).toContain('Price removed');
      await undo.click();
      expect(await decisions(page).count()).toBe(2);
      expect(await undo.count()).toBe(0);
      await decisions(page).nth(1).focus();
      await page.keyboard.press('Delete');
      expect(await sizeOf(page)).not.toBe(6);
    });

    test('sets a buffer by keys, and says it in words', async () => {
      const outreach = buffer(page, 'Early outreach');
      const text = () => outreach.getAttribute('aria-valuetext');
      expect(await text()).toBe('off');
      await outreach.focus();
      await page.keyboard.press('ArrowRight');
      expect(await text()).toBe('5%');
      await page.keyboard.press('Shift+ArrowRight');
      expect(await text()).toBe('30%');
      await page.keyboard.type('42');
      expect(await text()).toBe('42');
      await page.keyboard.press('Enter');
      expect(await text()).toBe('42%');
      await page.keyboard.press('End');
      expect(await text()).toBe('100%');
      await page.keyboard.press('Backspace');
      expect(await text()).toBe('off');
      await page.keyboard.press('Control+z');
      expect(await text()).toBe('100%');
      await page.getByRole('button', { name: 'More buffers' }).click();
      expect(await page.locator('aside .buffers').getByRole('slider').count()).toBe(18);
      await buffer(page, 'Lite plan').focus();
      await page.keyboard.type('70');
      await page.keyboard.press('Enter');
      expect(await buffer(page, 'Lite plan').getAttribute('aria-valuetext')).toBe(
        '70% of price',
      );
      await page.getByRole('button', { name: 'Lite plan', exact: true }).click();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'All off' }).click();
      await page.getByRole('button', { name: 'Fewer buffers' }).click();
    });

    test('lists its keys by ?', async () => {
      await buoy(page).focus();
      await page.keyboard.press('?');
      const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      expect(await list.textContent()).toContain('Undo');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await list.count()).toBe(0);
    });

    test.each([
      [
        'newer.json',
        example.replace('"version": 1', '"version": 99'),
        /version: received 99.*update the program/,
      ],
      ['broken.json', '{ "version": 1, ', /expected JSON/],
      [
        'wrong.json',
        example.replace('0.25', '"lots"'),
        /decisions\[0\]\.change: received "lots", expected a number/,
      ],
    ])('refuses %s with a sentence and keeps what was there', async (name, text, why) => {
      const before = [await headline(page).textContent(), await sizeOf(page)];
      await importFile(page, name, text);
      await page.waitForFunction(
        (file) =>
          document.querySelector('main .place[role="status"]')?.textContent.includes(file),
        `${name} was not opened, nothing has changed`,
      );
      expect(await notice(page).textContent()).toMatch(why);
      expect([await headline(page).textContent(), await sizeOf(page)]).toEqual(before);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      expect(await notice(page).textContent()).toBe('');
    });

    test('takes a customer file and assesses its segments', async () => {
      await acceptCustomers(page, 'customers-sample.csv', sample);
      const counts = await page.locator('aside tbody tr td:nth-child(2)').allTextContents();
      const sum = counts.reduce((total, text) => total + Number(text.replace(/\D/g, '')), 0);
      expect(sum).toBe(rows);
      expect(await accessibilityProblems(page)).toEqual([]);
      await verdictIsIn(page);
    });

    test('opens a scenario file', async () => {
      await importFile(
        page,
        'mine.json',
        example.replace('Price rise of 25%', 'A rise of mine'),
      );
      await page.waitForFunction(() => document.title.startsWith('A rise of mine'));
      expect(await page.locator('header input').inputValue()).toBe('A rise of mine');
      expect(await sizeOf(page)).toBe(25);
      expect(await page.locator('aside select').inputValue()).toBe('general');
    });

    test('gives the numbers that the same engine gives elsewhere', async () => {
      const small = {
        ...scenarioOf(example),
        name: 'Small',
        customers: 600,
        runs: 40,
        horizon: 60,
      };
      await importFile(page, 'small.json', JSON.stringify(small));
      await page.waitForFunction(() => document.title.startsWith('Small'));
      await runsAreDone(page);
      await verdictIsIn(page);
      const { massExit, tippingPoint, revenueAtEnd, answers } = await assess(
        small,
        await serialRunner(),
        { questions: ['wayBack'] },
      );
      if (!answers.wayBack) throw new Error('The way back was asked for.');
      const numbers = numbersFor('en');
      const back = backStat({ words: wordsIn('en'), numbers }, answers.wayBack, small.horizon);
      await expect
        .poll(() => figures(page).then((all) => all.map((figure) => figure.trim())), PATIENT)
        .toEqual([
          numbers.chance(massExit.chance),
          tippingPoint ? numbers.preciseChange(tippingPoint.value, 1) : 'none up to +100%',
          back.value,
          numbers.change(revenueAtEnd.value, 0),
        ]);
      expect(await page.locator('dl.stats dd.range').allTextContents()).toEqual([
        expect.stringContaining(`${massExit.exits} of 40 runs`),
        tippingPoint
          ? numbers.pointsRange(tippingPoint.low, tippingPoint.high)
          : expect.anything(),
        back.range,
        expect.stringContaining(numbers.changeRange(revenueAtEnd.low, revenueAtEnd.high)),
      ]);
    });

    test('takes a file that is dropped on it', async () => {
      const text = example.replace('Price rise of 25%', 'Dropped here');
      await page.evaluate((content) => {
        const files = new DataTransfer();
        files.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
        for (const type of ['dragover', 'drop'])
          window.dispatchEvent(new DragEvent(type, { dataTransfer: files, cancelable: true }));
      }, text);
      await page.waitForFunction(() => document.title.startsWith('Dropped here'));
    });

    test('offers a decision where the scenario has none', async () => {
      const idle = { ...scenarioOf(example), name: 'Idle', decisions: [] };
      await importFile(page, 'idle.json', JSON.stringify(idle));
      await page.waitForFunction(() => document.title.startsWith('Idle'));
      expect(await headline(page).textContent()).toBe('No decision yet');
      expect(await buoy(page).count()).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      await addDecision(page, 'Price');
      expect(await sizeOf(page)).toBe(10);
      await verdictIsIn(page);
      expect(await headline(page).textContent()).toBe('Above the thermocline');
    });

    test('has asked nobody else for anything, and nothing went wrong on the way', () => {
      expect(errors).toEqual([]);
      expect(
        requests.filter((url) => !/^(?:blob|data):/.test(url) && !url.startsWith(site)),
      ).toEqual([]);
    });
  });
}

function scenarioOf(text: string): Scenario {
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('; '));
  return parsed.scenario;
}

/** The tipping point in percent, as the figures print it. */
async function tippingPoint(page: Page): Promise<number> {
  return Number.parseFloat((await figures(page))[1] ?? '');
}
