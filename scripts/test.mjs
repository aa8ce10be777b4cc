// npm test: install what is missing, find a browser, check everything.
// npm test -- unit lint: only these steps.
import { requireNode } from './node-version.mjs';

/**
 * @param {string[]} wanted names of steps; none means all
 * @param {import('./steps.mjs').Step[]} steps
 */
function choose(wanted, steps) {
  const known = steps.map(({ name }) => name);
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`Step: received "${unknown[0]}", expected one of ${known.join(', ')}.`);
  // The end-to-end tests are tests of the build.
  const names = wanted.includes('e2e') ? wanted.concat('build') : wanted;
  return wanted.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}

/** Where the tests find their browsers: in CHROME_PATH and FIREFOX_PATH. */
async function withBrowsers() {
  const { findChromium, findFirefox, noBrowser } = await import('./browser.mjs');
  const [chromium, firefox] = [await findChromium(), await findFirefox()];
  console.log(chromium ? `Browser: ${chromium}` : noBrowser);
  if (firefox) console.log(`Second browser: ${firefox}`);
  return Object.assign({}, process.env, { CHROME_PATH: chromium, FIREFOX_PATH: firefox });
}

async function main() {
  requireNode(1);
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { steps } = await import('./steps.mjs');
  const chosen = choose(process.argv.slice(2), steps);
  const needsBrowser = chosen.some(({ name }) => name === 'e2e');
  const env = needsBrowser ? await withBrowsers() : process.env;
  const { runSteps } = await import('./run-steps.mjs');
  const { describe } = await import('./results.mjs');
  const count = await runSteps(chosen, env);
  console.log(`\n${describe(count)}`);
  process.exit(count.failed > 0 ? 1 : 0);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
