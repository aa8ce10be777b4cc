import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countReport, describe, sum } from '../../scripts/results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'thermocline-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

/**
 * @param {string[]} statuses of the tests in one file
 * @param {string} [status] of the file
 * @returns {TestFile}
 */
const file = (statuses, status = 'passed') => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

/**
 * @param {TestFile[]} testResults
 * @param {number} exitCode of the runner
 */
function counted(testResults, exitCode) {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ testResults }));
  return describe(countReport(path, exitCode));
}

test('every test counts once, whatever came of it', () => {
  const files = [
    file(['passed', 'passed', 'skipped']),
    file(['failed', 'passed', 'todo', 'pending'], 'failed'),
  ];
  expect(counted(files, 1)).toBe('3 passed, 1 failed, 3 skipped');
});

test('a clean run has nothing to say of skipped tests', () => {
  expect(counted([file(['passed'])], 0)).toBe('1 passed, 0 failed');
});

test('a file that cannot be read is a failure', () => {
  expect(counted([file(['passed']), file([], 'failed')], 1)).toBe('1 passed, 1 failed');
});

test('a bad exit without a failed test is a failure', () => {
  expect(counted([file(['passed'])], 1)).toBe('1 passed, 1 failed');
});

test('a runner that found no tests has failed', () => {
  expect(counted([], 0)).toBe('0 passed, 1 failed');
});

test('a runner that wrote no results has failed, even if it says otherwise', () => {
  expect(describe(countReport(join(folder, 'none.json'), 0))).toBe('0 passed, 1 failed');
});

test('sums add each kind', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
