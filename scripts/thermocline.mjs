#!/usr/bin/env node
// The terminal's way in: set up and bundle quietly when something changed, then run the bundle.
import { requireNode } from './node-version.mjs';

const internalFault = 3;

/** @param {unknown} error */
function fail(error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`thermocline: ${reason}\n`, () => process.exit(internalFault));
}

/** A reader that has seen enough (`| head`) is not an error. */
function endQuietlyWithTheReader() {
  process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EPIPE') process.exit(0);
    fail(error);
  });
}

async function main() {
  requireNode(internalFault);
  endQuietlyWithTheReader();
  process.on('uncaughtException', fail);
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies({ quiet: true });
  const { currentBundle } = await import('./cli-bundle.mjs');
  const bundle = await currentBundle();
  // `npm run` moves to the repository; file names are meant from where the user stands.
  const from = process.env['INIT_CWD'];
  if (process.env['npm_lifecycle_event'] === 'thermocline' && from) process.chdir(from);
  await import(bundle);
}

main().catch(fail);
