// This file and the commands that import it must parse on any Node with modules, so that an
// old one is met with a sentence: no top-level await, no `?.`, no `node:` imports.

const oldest = { major: 20, minor: 19 };

/**
 * @param {string} version as in process.versions.node: `20.19.0`
 * @returns {string} why this Node will not do, in one sentence; empty if it will
 */
export function whyTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return '';
  return `Trust Thermocline needs Node ${oldest.major}.${oldest.minor} or newer, and this is Node ${version}: install a current one from https://nodejs.org and try again.`;
}

/**
 * Ends the process with one sentence on stderr if this Node is too old.
 * @param {number} exitCode
 */
export function requireNode(exitCode) {
  const reason = whyTooOld(process.versions.node);
  if (reason === '') return;
  console.error(reason);
  process.exit(exitCode);
}
