// npm run bench: build the benchmarks beside the command line, and run them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './node-version.mjs';

async function main() {
  requireNode(1);
  const { installDependencies, root } = await import('./setup.mjs');
  await installDependencies();
  const { build } = await import('vite');
  await build({ root, mode: 'bench', logLevel: 'error' });
  await import(pathToFileURL(join(root, 'build/bench/main.js')).href);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
