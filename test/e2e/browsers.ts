/** The browsers of the end-to-end tests, and a page that remembers all that went wrong in it. */
import axe from 'axe-core';
import { chromium, firefox } from 'playwright';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserType, Page } from 'playwright';

type LaunchOptions = NonNullable<Parameters<BrowserType['launch']>[0]>;

/** Quiet, without a network of their own, and able to run as root. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface TestBrowser {
  readonly name: 'Chromium' | 'Firefox';
  /** The program; undefined where there is none, and then the tests in it are skipped. */
  readonly path: string | undefined;
  launch(): Promise<Browser>;
}

function testBrowser(
  name: TestBrowser['name'],
  variable: string,
  type: BrowserType,
  options: LaunchOptions,
): TestBrowser {
  const path = process.env[variable];
  const launch = (): Promise<Browser> => {
    if (!path)
      throw new Error(`${variable} is not set: run the tests with \`npm test -- e2e\`.`);
    return type.launch({ ...options, executablePath: path });
  };
  return { name, path, launch };
}

/** Set by `npm test`: CHROME_PATH always, FIREFOX_PATH where Firefox is installed. */
export const browsers: readonly TestBrowser[] = [
  testBrowser('Chromium', 'CHROME_PATH', chromium, { args: chromiumFlags }),
  testBrowser('Firefox', 'FIREFOX_PATH', firefox, { channel: 'moz-firefox' }),
];

export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console (violations of the security policy among them) and uncaught ones. */
  readonly errors: readonly string[];
  /** Address of every request that the page made. */
  readonly requests: readonly string[];
}

/**
 * A new page in a context of its own: nothing stored, English, 1440 × 900. Without a service worker, unless it is
 * the one to be tested, since every context would keep the whole site anew.
 */
export async function watchedPage(
  browser: Browser,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<WatchedPage> {
  const context = await browser.newContext({
    serviceWorkers,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  return { page, errors, requests };
}

/** `rule: element` for everything that axe finds wrong on a page as it stands. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate('axe.run().then(({ violations }) => violations)');
  return (violations as AxeResults['violations']).flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}
