import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/**
 * One program of a step, run with this Node.
 * @typedef {{ file: string, args: string[] }} Command
 *
 * A step passes or fails as a whole, unless `report` names the JSON results that its runner
 * writes: then every test in them counts.
 * @typedef {{ name: string, title: string, commands: Command[], report?: string }} Step
 */

const reports = join(root, 'build/reports');

/**
 * @param {string} path of a program in node_modules
 * @param {string[]} args
 * @returns {Command}
 */
const tool = (path, ...args) => ({ file: join(root, 'node_modules', path), args });

/** @param {string} project */
const tsc = (project) => tool('typescript/bin/tsc', '--noEmit', '-p', project);

/**
 * @param {string} project of vite.config.ts
 * @returns {Pick<Step, 'commands' | 'report'>}
 */
function vitest(project) {
  const report = join(reports, `${project}.json`);
  mkdirSync(reports, { recursive: true });
  const reporters = ['default', 'json', './scripts/skips-reporter.ts'];
  const args = ['run', '--project', project, `--outputFile.json=${report}`];
  args.push(...reporters.map((reporter) => `--reporter=${reporter}`));
  return { report, commands: [tool('vitest/vitest.mjs', ...args)] };
}

/** @type {Step[]} */
export const steps = [
  {
    name: 'types',
    title: 'Types',
    commands: [
      tsc('.'),
      tsc('src/model'),
      tsc('src/engine'),
      tsc('scripts'),
      tsc('test/scripts'),
      tool('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'),
    ],
  },
  {
    name: 'lint',
    title: 'Lint and format',
    commands: [
      tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
      tool('prettier/bin/prettier.cjs', '.', '--check', '--log-level', 'warn'),
      tool('knip/bin/knip.js'),
    ],
  },
  {
    name: 'layers',
    title: 'Layers',
    commands: [tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'workers')],
  },
  { name: 'unit', title: 'Unit and conformance tests', ...vitest('unit') },
  {
    name: 'build',
    title: 'Production build',
    commands: [
      tool('vite/bin/vite.js', 'build', '--logLevel', 'warn'),
      tool('vite/bin/vite.js', 'build', '--mode', 'single-file', '--logLevel', 'warn'),
    ],
  },
  { name: 'e2e', title: 'End-to-end tests of the production build', ...vitest('e2e') },
];
