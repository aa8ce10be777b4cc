/** Whole runs come to the same bytes in the browsers as in Node, where test/engine/digest pins them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { build, preview } from 'vite';
import type { PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernelPlugin } from '../../scripts/kernel-plugin.ts';
import { GOLDEN } from '../support/digest.ts';
import { browsers, watchedPage } from './browsers.ts';
import type { Shown } from './digest/page.ts';

const root = fileURLToPath(new URL('digest', import.meta.url));
let outDir: string;
let server: PreviewServer;

/** A page of its own: the product has no use for digests. */
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'digest-'));
  const shared = { configFile: false, root, logLevel: 'warn' } as const;
  const target = 'es2022';
  await build({
    ...shared,
    plugins: [kernelPlugin()],
    build: { outDir, target, emptyOutDir: true },
  });
  server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
});
afterAll(async () => {
  await server?.close();
  await rm(outDir, { recursive: true, force: true });
});

function address(): string {
  const bound = server.httpServer.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${bound.port}/`;
}

for (const tested of browsers) {
  const absent = tested.name === 'Firefox' && !tested.path;
  const where = absent ? `${tested.name} (skipped: it is not installed)` : tested.name;
  describe.skipIf(absent)(`whole runs in ${where}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await tested.launch();
    });
    afterAll(() => browser?.close());

    test('come to the bytes that they come to in Node', async () => {
      const { page, errors } = await watchedPage(browser);
      await page.goto(address());
      const output = page.locator('output');
      await expect.poll(() => output.textContent(), { timeout: 30_000 }).not.toBe('');
      const shown = JSON.parse((await output.textContent()) ?? '') as Shown;
      expect(errors).toEqual([]);
      expect(shown).toEqual(GOLDEN);
    });
  });
}
