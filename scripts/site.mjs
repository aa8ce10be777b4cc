import { connect } from 'node:net';
import { build, preview } from 'vite';
import { root } from './setup.mjs';

const firstPort = 4173;

/** Builds the site into dist/, and beside it the page as one file. */
export async function buildSite() {
  console.log('Building the site…');
  await build({ root, logLevel: 'warn' });
  await build({ root, mode: 'single-file', logLevel: 'warn' });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} whether somebody answers there
 */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (/** @type {boolean} */ answered) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.setTimeout(500, () => settle(true));
  });
}

/**
 * `localhost` is two addresses. A port is free only if nobody has it on either: else a browser
 * could open somebody else's page.
 * @param {number} port
 * @returns {Promise<number>} this port or the next one that is free
 */
async function freePort(port) {
  const taken = await Promise.all(['127.0.0.1', '::1'].map((host) => answers(port, host)));
  return taken.includes(true) ? freePort(port + 1) : port;
}

/**
 * Serves dist/ until the process ends.
 * @param {{ open: boolean }} options open: show it in the default browser
 * @returns {Promise<string>} its address
 */
export async function serveSite({ open }) {
  const port = await freePort(firstPort);
  const address = `http://localhost:${port}/`;
  await preview({
    root,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port, open: open && address },
  });
  return address;
}
