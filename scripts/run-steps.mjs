import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { countCheck, countReport, describe, sum } from './results.mjs';
import { root } from './setup.mjs';

/** @import { Count } from './results.mjs' */
/** @import { Command, Step } from './steps.mjs' */

/** Programs write to a pipe here, and would think that nobody sees colours. */
const colours =
  process.stdout.isTTY && !process.env['NO_COLOR']
    ? { FORCE_COLOR: '1' }
    : { FORCE_COLOR: undefined, NO_COLOR: '1' };

/**
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ exitCode: number, output: string }>} everything that it printed
 */
function run({ file, args }, env) {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...env, ...colours },
  });
  let output = '';
  const collect = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: 1, output: error.message }));
    // Ended by a signal, it has no exit code: it crashed.
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/**
 * @param {Step} step
 * @param {{ exitCode: number, output: string, seconds: number }} result
 * @returns {Count}
 */
function print({ title, report }, { exitCode, output, seconds }) {
  const count = report ? countReport(report, exitCode) : countCheck(exitCode);
  const worthReading = report !== undefined || exitCode !== 0;
  console.log(`\n== ${title}: ${describe(count)} (${seconds.toFixed(1)} s)`);
  if (worthReading && output.trim() !== '') console.log(output.trim());
  return count;
}

/**
 * Runs a step's commands one after another, all of them even when one fails.
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 */
async function perform({ commands, report }, env) {
  const started = performance.now();
  if (report) rmSync(report, { force: true });
  const results = [];
  for (const command of commands) results.push(await run(command, env));
  const exitCode = Math.max(...results.map((result) => result.exitCode));
  const output = results.map((result) => result.output).join('');
  return { exitCode, output, seconds: (performance.now() - started) / 1000 };
}

/**
 * Steps that do not need each other run two at a time (the checks beside the tests and the
 * build); the end-to-end tests need the build and, for steady timings, the machine.
 * @param {readonly Step[]} steps
 * @returns {Step[][][]} what runs in turn; in each turn, lanes; in each lane, steps
 */
function schedule(steps) {
  const named = (/** @type {string[]} */ ...names) =>
    steps.filter(({ name }) => names.includes(name));
  return [[named('types', 'lint', 'layers'), named('unit', 'build')], [named('e2e')]];
}

/**
 * Performs the steps and prints each in their order as soon as it and those before it are done.
 * @param {readonly Step[]} steps
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
export async function runSteps(steps, env) {
  /** @type {Map<Step, Awaited<ReturnType<typeof perform>>>} */
  const results = new Map();
  /** @type {Count[]} */
  const counts = [];
  const printWhatIsDue = () => {
    for (const step of steps.slice(counts.length)) {
      const result = results.get(step);
      if (!result) return;
      counts.push(print(step, result));
    }
  };
  const runLane = async (/** @type {Step[]} */ lane) => {
    for (const step of lane) {
      results.set(step, await perform(step, env));
      printWhatIsDue();
    }
  };
  for (const lanes of schedule(steps)) await Promise.all(lanes.map(runLane));
  return sum(counts);
}
