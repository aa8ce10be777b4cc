import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FACTS } from '../../src/assess/facts/index.ts';
import { root, thermocline } from '../support/terminal.ts';

interface Printed {
  readonly id: string;
  readonly target: string;
  readonly measured: string;
  readonly met: string;
  readonly values: Record<string, { mean: number; error: number }>;
}

beforeAll(async () => {
  // The first command makes the bundle.
  await thermocline('help');
}, 120_000);

const facts = (...args: string[]) => thermocline('facts', ...args);

test('prints a row for each fact, with target, figures, and whether it is met', async () => {
  const { code, stdout } = await facts('--only', 'F15, F5', '--seeds', '2');
  expect(code).toBe(0);
  const [, yearly = '', mail = ''] = stdout.split(/^(?=F\d+ )/m);
  expect(yearly).toMatch(/^F5 +NOT MET +Equal rises every year/);
  expect(mail).toMatch(/^F15 +met +A notice mail alone/);
  expect(mail).toMatch(/ {2}target .*1\.2 to 2/);
  expect(mail).toMatch(/ {2}measured +telco: \d\.\d\d±\d\.\d\d % → \d\.\d\d±\d\.\d\d %/);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(96);
}, 60_000);

test('the answer is the same with one worker and with three', async () => {
  const args = ['--only', 'F3,F15', '--seeds', '3', '--json'];
  const [one, three] = [
    await facts(...args, '--workers', '1'),
    await facts(...args, '--workers', '3'),
  ];
  const rows = JSON.parse(one.stdout) as Printed[];
  expect(rows.map(({ id, met }) => [id, met])).toEqual([
    ['F3', 'yes'],
    ['F15', 'yes'],
  ]);
  expect(rows[1]?.values['ratio telco']?.mean).toBeGreaterThan(1.2);
  expect(three.stdout).toBe(one.stdout);
}, 60_000);

test('the table of the documentation is the one that is printed', async () => {
  const documented = (await readFile(join(root, 'src/model/FACTS.md'), 'utf8')).split('\n');
  for (const { id, claim, target } of FACTS) {
    const row = documented.find((line) => line.startsWith(`| ${id} ${claim} |`));
    expect(row, `row of ${id}`).toContain(`| ${target} |`);
  }
  const { stdout } = await facts('--only', 'F14,F15', '--markdown');
  expect(stdout).toContain('\n\n| fact | target | measured | met |\n|---|---|---|---|\n');
  const rows = stdout.split('\n').filter((line) => line.startsWith('| F'));
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(documented).toContain(row);
}, 60_000);

test('what cannot be used is named, all at once', async () => {
  const { code, stdout, stderr } = await facts(
    '--only',
    'F1,Q7',
    '--seeds',
    '0',
    '--workers',
    'two',
  );
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/--only: received "Q7", expected some of F1, F2/);
  expect(stderr).toMatch(/--seeds: received "0", expected a whole number from 1 to 1000/);
  expect(stderr).toMatch(/--workers: received "two", expected a whole number from 1 to 64/);
  expect((await facts('--quick')).stderr).toMatch(/--quick/);
}, 60_000);
