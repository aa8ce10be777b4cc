import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';

/** The entry of the service worker, and its name: one that does not change with its content. */
export const offlineEntry = { 'service-worker': 'workers/offline.worker.ts' };
export const entryName = ({ name }: { name: string }): string =>
  name in offlineEntry ? WORKER : 'assets/[name]-[hash].js';

/** Tells the service worker which files make up this version of the site. */
export function offlinePlugin(): Plugin {
  let publicDir = '';
  return {
    name: 'thermocline:offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      ({ publicDir } = config);
    },
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') return;
      const digest = createHash('sha256').update(worker.code);
      const files = ['./'];
      for (const [name, file] of Object.entries(bundle).sort(byName)) {
        if (name === WORKER) continue;
        digest.update(name).update(file.type === 'chunk' ? file.code : file.source);
        if (name !== 'index.html') files.push(name);
      }
      for (const name of filesIn(publicDir)) {
        digest.update(name).update(readFileSync(join(publicDir, name)));
        files.push(name);
      }
      const release = JSON.stringify({ version: digest.digest('hex').slice(0, 16), files });
      const filled = worker.code.replace('__RELEASE__', () => release);
      if (filled === worker.code) this.error(`${WORKER} does not ask for its release.`);
      worker.code = filled;
    },
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
