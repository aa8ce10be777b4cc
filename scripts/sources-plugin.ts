import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { kernelSources } from './kernel-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const always = ['package-lock.json', 'vite.config.ts'];

/**
 * Writes sources.json into a bundle: which files of the repository it was made from and when the
 * build began (milliseconds since 1970), so that a launcher knows in a millisecond whether the
 * bundle is still current.
 */
export function sourcesPlugin(): Plugin {
  let begun = 0;
  return {
    name: 'thermocline:sources',
    apply: 'build',
    buildStart() {
      begun = Date.now();
    },
    async generateBundle() {
      const made = [...this.getModuleIds(), ...(await kernelSources())]
        .map((path) => relative(root, path))
        .filter((path) => /^(?:src|workers|scripts)\b[^?]*$/.test(path));
      const source = JSON.stringify({ begun, files: [...always, ...made].sort() });
      this.emitFile({ type: 'asset', fileName: 'sources.json', source });
    },
  };
}
