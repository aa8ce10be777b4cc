import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * The part of vitest's JSON results that is read here.
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 */

/** @type {Count} */
const failure = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  return total;
}

/**
 * @param {TestFile} file
 * @returns {Count}
 */
function countFile({ status, assertionResults }) {
  const of = (/** @type {string} */ wanted) =>
    assertionResults.filter((test) => test.status === wanted).length;
  const passed = of('passed');
  const failed = of('failed');
  // A file that fails without a failing test could not even be read, or its clean-up failed.
  const whole = status === 'failed' && failed === 0 ? 1 : 0;
  return { passed, failed: failed + whole, skipped: assertionResults.length - passed - failed };
}

/**
 * Counts a test runner's own JSON results. A runner that wrote none has crashed, and one that
 * ended badly without a failed test (an error outside of any test, no tests at all) has failed.
 * @param {string} report path of the results
 * @param {number} exitCode
 * @returns {Count}
 */
export function countReport(report, exitCode) {
  if (!existsSync(report)) return failure;
  const text = readFileSync(report, 'utf8');
  const { testResults } = /** @type {{ testResults: TestFile[] }} */ (JSON.parse(text));
  const count = sum(testResults.map(countFile));
  const nothingFailed = count.failed === 0;
  return nothingFailed && (exitCode !== 0 || count.passed + count.skipped === 0)
    ? sum([count, failure])
    : count;
}

/**
 * @param {number} exitCode
 * @returns {Count} one check
 */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure;
}

/**
 * @param {Count} count
 * @returns {string} `12 passed, 0 failed`, and `, 1 skipped` where some are
 */
export function describe({ passed, failed, skipped }) {
  const counted = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted;
}
