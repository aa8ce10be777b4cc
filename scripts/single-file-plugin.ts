import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAME = 'thermocline.html';
const POLICY = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>\s*/;
const WORKER =
  /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{\s*type: 'module',?\s*\},?\s*\)/g;

/** A page opened from a disk can start no worker from a second file: they are carried in its script. */
export function inlineWorkersPlugin(): Plugin {
  return {
    name: 'thermocline:inline-workers',
    enforce: 'pre',
    transform: {
      filter: { id: /\.ts$/, code: /new Worker\(/ },
      handler(code) {
        const imports: string[] = [];
        const inlined = code.replace(WORKER, (_, path: string) => {
          imports.push(`import Inlined${imports.length} from '${path}?worker&inline';`);
          return `new Inlined${imports.length - 1}()`;
        });
        if (inlined.includes('new Worker('))
          this.error('expected new Worker(new URL(…, import.meta.url), { type: "module" })');
        return { code: `${imports.join('')}${inlined}`, map: null };
      },
    },
  };
}

/** What the page may do: its own script and style by their digests, workers made of itself, nothing else. */
function policyFor(html: string): string {
  const digests = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))]
      .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join(' ');
  return [
    "default-src 'none'",
    `script-src ${digests('script')} 'wasm-unsafe-eval' blob:`,
    `style-src ${digests('style')}`,
    'worker-src blob:',
    'connect-src data: blob:',
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Gives the one file its name, its icon and a policy of its own. Comes after everything is in it. */
export function singleFilePolicyPlugin(): Plugin {
  return {
    name: 'thermocline:single-file-policy',
    enforce: 'post',
    // The site's policy allows nothing that stands in the page itself.
    transformIndexHtml: (html) => html.replace(POLICY, ''),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('the build has no index.html');
        const icon = readFileSync('public/favicon.svg').toString('base64');
        const html = String(page.source)
          .replace('./favicon.svg', `data:image/svg+xml;base64,${icon}`)
          .replace(/\s*<link rel="manifest"[^>]*>/, '')
          .replace(/\s*<link rel="modulepreload"[^>]*>/g, '');
        const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}" />`;
        page.source = html.replace(/<meta charset[^>]*>/, (charset) => `${charset}${policy}`);
        page.fileName = NAME;
      },
    },
  };
}
