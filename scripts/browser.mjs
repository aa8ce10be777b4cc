import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './setup.mjs';

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const firefoxNames = ['firefox', 'firefox-esr'];

const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
  (name) => process.env[name] ?? [],
);
const windowsPrograms = windowsFolders.flatMap((folder) => [
  join(folder, 'Google/Chrome/Application/chrome.exe'),
  join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  join(folder, 'Chromium/Application/chrome.exe'),
]);

export const noBrowser =
  'No browser for the end-to-end tests: install Chromium, Google Chrome or Microsoft Edge, or set CHROME_PATH to the program of one.';

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * A file is not yet a browser: Ubuntu's `chromium-browser` may be a stub without its snap. Ask
 * for the version, except where that would open a window.
 * @param {string} path
 */
async function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  try {
    await promisify(execFile)(path, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** @param {readonly string[]} paths */
async function firstThatRuns(paths) {
  for (const path of paths) if (await runs(path)) return path;
  return undefined;
}

const installedChromium = () =>
  firstThatRuns([...onPath(chromiumNames), ...macApplications, ...windowsPrograms]);

async function playwrightChromium() {
  const { chromium } = await import('playwright');
  return firstThatRuns([chromium.executablePath()]);
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(release);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it ended well; its own words go to the terminal
 */
function succeeds(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

async function fromApt() {
  if (!isDebianRoot()) return undefined;
  console.log('No browser found: installing Chromium with apt-get…');
  await succeeds('apt-get', ['update', '-qq']);
  await succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  return installedChromium();
}

async function fromPlaywright() {
  console.log("No browser found: downloading Playwright's Chromium…");
  const args = ['install', 'chromium', ...(isDebianRoot() ? ['--with-deps'] : [])];
  await succeeds(process.execPath, [join(root, 'node_modules/playwright/cli.js'), ...args]);
  return playwrightChromium();
}

/**
 * A Chromium, Chrome or Edge: CHROME_PATH, else an installed one, else one installed now.
 * @returns {Promise<string | undefined>} its program; undefined if there is none to be had
 * @throws Error when CHROME_PATH names no browser.
 */
export async function findChromium() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen && !(await runs(chosen)))
    throw new Error(`CHROME_PATH: received "${chosen}", expected the program of a browser.`);
  return (
    chosen ||
    (await installedChromium()) ||
    (await playwrightChromium()) ||
    (await fromApt()) ||
    (await fromPlaywright())
  );
}

/** @returns {Promise<string | undefined>} an installed Firefox; it is never installed for tests */
export async function findFirefox() {
  return process.env['FIREFOX_PATH'] ?? (await firstThatRuns(onPath(firefoxNames)));
}
