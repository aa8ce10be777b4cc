import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path relative to the repository */
async function changedAt(path) {
  try {
    return (await stat(join(root, path))).mtimeMs;
  } catch {
    return 0;
  }
}

/** Whether node_modules is absent, half installed, or older than the lock file. */
async function dependenciesAreStale() {
  return (
    (await changedAt('node_modules/.package-lock.json')) <
    (await changedAt('package-lock.json'))
  );
}

/**
 * npm as a child of Node where npm says where it is (Windows has no npm that can be spawned
 * without a shell).
 */
function installCommand() {
  const flags = ['ci', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js'))
    return { file: process.execPath, args: [npm, ...flags], shell: false };
  return { file: 'npm', args: flags, shell: process.platform === 'win32' };
}

/**
 * Runs `npm ci` when node_modules is absent or older than package-lock.json.
 * @param {{ quiet?: boolean }} [options] quiet: nothing on stdout, npm's own words included
 * @throws Error with a sentence when npm fails.
 */
export async function installDependencies({ quiet = false } = {}) {
  if (!(await dependenciesAreStale())) return;
  const say = quiet ? console.error : console.log;
  say('Installing what package-lock.json names (npm ci)…');
  const { file, args, shell } = installCommand();
  const child = spawn(file, args, {
    cwd: root,
    shell,
    stdio: ['ignore', quiet ? process.stderr : 'inherit', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`npm ci failed (exit code ${code}); its own words stand above.`));
    });
  });
}
