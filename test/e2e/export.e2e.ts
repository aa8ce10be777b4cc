import { csvParse } from 'd3-dsv';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inputDigest } from '../../src/assess/digest.ts';
import { parseScenarioText } from '../../src/model/parse.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { MODEL_VERSION } from '../../src/model/version.ts';
import { runsAreDone } from './assessment.ts';
import { accessibilityProblems, browsers, watchedPage } from './browsers.ts';

const site = inject('site');
const chromium = browsers[0];
const firefox = browsers[1];

/** Small, so that all of it is soon computed. */
const small = {
  ...{ version: 1, name: 'Small rise', seed: 'small', horizon: 30, customers: 400, runs: 4 },
  template: 'general',
  decisions: [{ kind: 'price', week: 4, change: 0.3 }],
  buffers: [],
};

async function openSmall(page: Page): Promise<void> {
  await page.goto(site);
  await page.locator('.over').waitFor({ state: 'detached' });
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'small.json', { type: 'application/json' }));
    return transfer;
  }, JSON.stringify(small));
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await page.waitForFunction(
    (name) => document.querySelector<HTMLInputElement>('.name input')?.value === name,
    small.name,
  );
  await runsAreDone(page);
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });
const save = async (page: Page, button: string, timeout = 50_000) => {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout }),
    dialog(page).getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};
const scenarioIn = (text: string): Scenario => {
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new Error('The exported scenario does not load.');
  return parsed.scenario;
};

describe('the export in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  let folder: string;
  let files: Record<string, Uint8Array> = {};
  let digest = '';
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());

  beforeAll(async () => {
    if (!chromium) throw new Error('There is no browser.');
    folder = await mkdtemp(join(tmpdir(), 'thermocline-export-'));
    browser = await chromium.launch();
    ({ page, errors } = await watchedPage(browser));
    await openSmall(page);
    await page.getByRole('button', { name: 'Export files' }).click();
    await dialog(page).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  test('says what each file is for', async () => {
    const said = await dialog(page).textContent();
    expect(said).toContain('seed "small"');
    for (const name of ['Everything', 'Brief', 'Scenario', 'Results', 'Charts'])
      expect(await dialog(page).getByRole('heading', { name, exact: true }).count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('hands out the scenario, which loads again to the same digest', async () => {
    const { name, bytes } = await save(page, 'Scenario as JSON');
    digest = inputDigest(scenarioIn(bytes.toString()));
    expect(name).toBe(
      `Small-rise-model-${MODEL_VERSION}-${digest.slice(0, 12)}.thermocline.json`,
    );
  });

  test('hands out everything in one archive', async () => {
    const { name, bytes } = await save(page, 'Save all as zip', 58_000);
    expect(name).toBe(`Small-rise-model-${MODEL_VERSION}-${digest.slice(0, 12)}.zip`);
    files = unzipSync(bytes);
    const charts = ['cliff', 'timeline', 'column', 'effect', 'leaves', 'warning'];
    expect(Object.keys(files).sort()).toEqual(
      [
        ...['README.txt', 'brief.html', 'brief.md', 'provenance.json'],
        ...['results-units.csv', 'results.csv', 'scenario.thermocline.json'],
        ...charts.flatMap((chart) => [`charts/${chart}.png`, `charts/${chart}.svg`]),
      ].sort(),
    );
    expect(errors).toEqual([]);
  });

  test('of files that all say what they were made from', () => {
    const provenance = { seed: 'small', model: MODEL_VERSION, digest };
    expect(JSON.parse(text('provenance.json'))).toMatchObject(provenance);
    expect(inputDigest(scenarioIn(text('scenario.thermocline.json')))).toBe(digest);
    expect(text('README.txt')).toContain(digest);
    expect(text('results-units.csv')).toContain(digest);
    for (const brief of ['brief.md', 'brief.html'])
      expect(text(brief)).toContain(digest.slice(0, 12));
    for (const [name, bytes] of Object.entries(files))
      if (name.startsWith('charts/')) expect(Buffer.from(bytes).toString()).toContain(digest);
  });

  test('with a table of every run', () => {
    const rows = csvParse(text('results.csv'));
    expect(new Set(rows.map(({ run }) => run)).size).toBe(small.runs);
    expect(rows.some(({ series, week }) => series === 'trust' && week === '29')).toBe(true);
  });

  test.each(['cliff', 'timeline', 'column', 'leaves'])(
    'with the chart %s as it is seen, by itself and at twice the size',
    async (chart) => {
      const box = await page.locator(`section[aria-labelledby="${chart}-title"]`).boundingBox();
      if (!box) throw new Error('The panel is not on the page.');
      const png = Buffer.from(files[`charts/${chart}.png`] ?? []);
      expect(Math.abs(png.readUInt32BE(16) - 2 * box.width)).toBeLessThanOrEqual(1);
      expect(Math.abs(png.readUInt32BE(20) - 2 * box.height)).toBeLessThanOrEqual(1);
      const svg = join(folder, `${chart}.svg`);
      writeFileSync(svg, text(`charts/${chart}.svg`));
      expect(text(`charts/${chart}.svg`)).not.toMatch(/var\(|color-mix|class=|currentColor/);
      const alone = await page.context().newPage();
      await alone.goto(pathToFileURL(svg).href);
      expect(await alone.locator('text').count()).toBeGreaterThan(2);
      expect(await coloursOf(alone, png)).toBeGreaterThan(chart === 'leaves' ? 8 : 100);
      const drawn = await alone.screenshot({
        clip: { x: 0, y: 0, width: Math.floor(box.width), height: Math.floor(box.height) },
      });
      expect(await coloursOf(alone, drawn)).toBeGreaterThan(chart === 'leaves' ? 8 : 100);
      await alone.close();
    },
  );

  test('hands out one chart by itself', async () => {
    const { name, bytes } = await save(page, 'The cliff as SVG');
    expect(name).toMatch(/\.cliff\.svg$/);
    expect(bytes.toString()).toContain('<metadata>');
  });

  test('opens the brief to print', async () => {
    await dialog(page).getByRole('button', { name: 'Print or PDF' }).click();
    await page.getByRole('main', { name: 'Brief' }).waitFor();
    expect(errors).toEqual([]);
  });
});

/** Different colours in an image: an empty one has few. */
async function coloursOf(page: Page, png: Buffer): Promise<number> {
  const blank = await page.context().newPage();
  await blank.goto('about:blank');
  const count = await blank.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const brush = canvas.getContext('2d');
      brush?.drawImage(image, 0, 0);
      const data = brush?.getImageData(0, 0, canvas.width, canvas.height).data.buffer;
      return new Set(new Uint32Array(data ?? new ArrayBuffer(0))).size;
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await blank.close();
  return count;
}

describe.skipIf(!firefox?.path)('the export in Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (!firefox) throw new Error('There is no Firefox.');
    browser = await firefox.launch();
  });
  afterAll(() => browser?.close());

  test('hands out a chart as an image', async () => {
    const { page, errors } = await watchedPage(browser);
    await openSmall(page);
    await page.getByRole('button', { name: 'Export files' }).click();
    // Its driver tells of no downloads: what the page hands over is looked at instead.
    await page.evaluate(() => {
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        void blob.arrayBuffer().then((bytes) => {
          document.body.dataset['handed'] = btoa(
            [...new Uint8Array(bytes)].map((byte) => String.fromCharCode(byte)).join(''),
          );
        });
        return create(blob);
      };
    });
    await dialog(page).getByRole('button', { name: 'The cliff as PNG', exact: true }).click();
    const handed = page.locator('body[data-handed]');
    await handed.waitFor();
    const png = Buffer.from((await handed.getAttribute('data-handed')) ?? '', 'base64');
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect(await coloursOf(page, png)).toBeGreaterThan(100);
    expect(errors).toEqual([]);
  });
});
