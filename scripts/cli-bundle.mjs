import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const folder = join(root, 'build/cli');

/** @param {string} path relative to the repository */
async function changedAt(path) {
  return (await stat(join(root, path))).mtimeMs;
}

/** Whether every file the bundle was made from is there and older than the bundle. */
async function isCurrent() {
  try {
    const text = await readFile(join(folder, 'sources.json'), 'utf8');
    const { begun, files } = /** @type {{ begun: number, files: string[] }} */ (
      JSON.parse(text)
    );
    const changes = await Promise.all(files.map(changedAt));
    return changes.every((change) => change < begun);
  } catch {
    return false;
  }
}

/** Puts a bundle in its place; in between there is none for no longer than a rename takes. */
async function install(/** @type {string} */ bundle) {
  const old = `${bundle}-old`;
  await rename(folder, old).catch(() => undefined);
  await rename(bundle, folder);
  await rm(old, { recursive: true, force: true });
}

/** Builds aside and swaps, so that a command started meanwhile never meets half a bundle. */
async function rebuild() {
  const { build } = await import('vite');
  const aside = `${folder}-${process.pid}`;
  try {
    await build({ root, mode: 'cli', logLevel: 'error', build: { outDir: aside } });
    // Another process may have been quicker with the same sources: its bundle serves as well.
    if (!(await isCurrent())) await install(aside);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * @returns {Promise<string>} the address of the bundle's main module, built anew if any of its
 * sources changed
 * @throws Error when the sources do not build.
 */
export async function currentBundle() {
  if (!(await isCurrent())) {
    if (process.stderr.isTTY) console.error('Building the command line…');
    await rebuild();
  }
  return pathToFileURL(join(folder, 'main.js')).href;
}
