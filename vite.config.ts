import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { firstScript } from './scripts/first-script.ts';
import { kernelPlugin } from './scripts/kernel-plugin.ts';
import { entryName, offlineEntry, offlinePlugin } from './scripts/offline-plugin.ts';
import { developmentPolicyPlugin } from './scripts/policy-plugin.ts';
import { inlineWorkersPlugin, singleFilePolicyPlugin } from './scripts/single-file-plugin.ts';
import { sourcesPlugin } from './scripts/sources-plugin.ts';

/** Compiling the kernel takes seconds, and needs no warning each time. */
const checks = { pluginTimings: false };

/** The page: static files that work under any path. */
const site: UserConfig = {
  base: './',
  appType: 'mpa',
  plugins: [kernelPlugin(), svelte(), developmentPolicyPlugin(), offlinePlugin()],
  worker: { format: 'es', plugins: () => [kernelPlugin()], rolldownOptions: { checks } },
  build: {
    // Everything stays a file: the policy in index.html allows no data: scripts, wasm or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks,
      input: { index: 'index.html', ...offlineEntry },
      output: {
        entryFileNames: entryName,
        codeSplitting: { groups: [firstScript(resolve('src/main.ts'))] },
      },
    },
  },
};

/** The same page as one file that runs from a disk: beside the site, after it. */
const singleFile: UserConfig = {
  base: './',
  publicDir: false,
  plugins: [
    kernelPlugin(),
    inlineWorkersPlugin(),
    svelte(),
    viteSingleFile({ removeViteModuleLoader: true }),
    singleFilePolicyPlugin(),
  ],
  worker: { format: 'iife', plugins: () => [kernelPlugin()], rolldownOptions: { checks } },
  build: {
    emptyOutDir: false,
    assetsInlineLimit: 100_000_000,
    modulePreload: false,
    rolldownOptions: { checks },
  },
};

/** The command line: one flat folder, so that `./simulate.node.js` is beside every chunk. */
const terminal = (outDir: string, main: string): UserConfig => ({
  base: './',
  publicDir: false,
  plugins: [kernelPlugin(), sourcesPlugin()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    target: 'node20',
    emitAssets: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks,
      input: { main, 'simulate.node': 'workers/simulate.node.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});

const modes: Readonly<Record<string, UserConfig>> = {
  'single-file': singleFile,
  cli: terminal('build/cli', 'src/cli/main.ts'),
  bench: terminal('build/bench', 'test/bench/main.ts'),
};

const projects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    // Time for a busy machine: it only ends what would hang.
    test: { name: 'unit', include: ['test/**/*.test.{ts,mjs}'], testTimeout: 30_000 },
  },
  {
    extends: true,
    test: {
      name: 'e2e',
      include: ['test/e2e/**/*.e2e.ts'],
      globalSetup: 'test/e2e/serve.ts',
      // Browsers are heavy: two files at a time, and time for a slow machine.
      maxWorkers: 2,
      // What a busy machine missed once is looked at again; what fails twice is a fault.
      retry: 1,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 15_000 } },
    },
  },
];

export default defineConfig(({ mode }) => modes[mode] ?? { ...site, test: { projects } });
